import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { TextAreaField } from '@backstage/ui';
import { createElement, useEffect, useRef, useState } from 'react';
import { findEntities, useTitleOf } from '../EntityPicker';
import styles from './Comments.module.css';

const KINDS = ['user', 'group'];

/** A text area for markdown in which `@` finds people and teams. */
export function MentionField(props: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  errorMessage?: string;
  startsFocused: boolean;
  /** Asked for with Ctrl or Command and Enter. */
  onSend: () => void;
}) {
  const { label, value, onChange, errorMessage, startsFocused } = props;
  const catalogApi = useApi(catalogApiRef);
  const titleOf = useTitleOf();
  const root = useRef<HTMLDivElement>(null);
  const search = (term: string) =>
    findEntities({ catalogApi, titleOf, kinds: KINDS, term });
  // Not what the effect depends on: begun anew in the middle of a word, it would
  // show the answer to fewer letters over that to more.
  const latest = useRef({ onChange, search });
  latest.current = { onChange, search };
  const [isActive, setActive] = useState(false);

  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    let isGone = false;
    let stop: (() => void) | undefined;
    // Without it the field is a plain text area, which is enough to write.
    import('./mentions').then(({ offerMentions }) => {
      const expander =
        root.current?.querySelector<HTMLElement>('text-expander');
      if (expander && !isGone) {
        stop = offerMentions(expander, {
          search: term => latest.current.search(term),
          listClassName: styles.people,
          onChosen: text => latest.current.onChange(text),
        });
      }
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [isActive]);

  return (
    <div ref={root} onFocus={() => setActive(true)}>
      {createElement(
        'text-expander',
        { keys: '@', multiword: '@', class: styles.expander },
        <TextAreaField
          aria-label={label}
          placeholder="Markdown; @ mentions people"
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={startsFocused}
          rows={3}
          maxLength={20_000}
          value={value}
          onChange={onChange}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.preventDefault();
              props.onSend();
            }
          }}
          validationBehavior="aria"
          validate={() => errorMessage ?? null}
        />,
      )}
    </div>
  );
}
