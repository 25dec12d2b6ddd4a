import { TextAreaField, ToggleButton } from '@backstage/ui';
import { RiEyeLine } from '@remixicon/react';
import { useEffect, useId, useRef, useState, type CSSProperties } from 'react';
import { Markdown } from '../shared/Markdown';
import styles from './MarkdownField.module.css';
import { Toolbar } from './Toolbar';

interface MarkdownFieldProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  description?: string;
  errorMessage?: string;
  placeholder?: string;
  /** Lines that are there from the start; it grows with the text. */
  rows?: number;
  isRequired?: boolean;
}

/**
 * A text area for markdown: a toolbar, a preview, addresses pasted over a
 * selection become links, pasted tables become markdown tables.
 */
export function MarkdownField(props: MarkdownFieldProps) {
  const { label, value, onChange, errorMessage, rows = 3 } = props;
  const { description, placeholder, isRequired } = props;
  const id = `md-${useId().replaceAll(':', '')}`;
  const root = useRef<HTMLDivElement>(null);
  const latest = useRef(onChange);
  latest.current = onChange;
  const [isActive, setIsActive] = useState(false);
  const [isPreview, setIsPreview] = useState(false);

  useEffect(() => {
    if (!isActive) {
      return undefined;
    }
    let isGone = false;
    let stop: (() => void) | undefined;
    // Without these the field is a plain text area, which is enough to write.
    import('./tools').then(({ handlePasting }) => {
      const field = root.current?.querySelector('textarea');
      if (field && !isGone) {
        stop = handlePasting(field, text => latest.current(text || null));
      }
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [isActive]);

  return (
    <div
      ref={root}
      className={styles.field}
      data-preview={isPreview || undefined}
      style={{ '--rows': rows } as CSSProperties}
      onFocus={() => setIsActive(true)}
    >
      <div className={styles.tools}>
        {!isPreview && <Toolbar fieldId={id} label={label} />}
        <ToggleButton
          size="small"
          iconStart={<RiEyeLine aria-hidden size={14} />}
          aria-label={`Preview: ${label}`}
          isSelected={isPreview}
          isDisabled={value === null && !isPreview}
          onChange={setIsPreview}
        >
          Preview
        </ToggleButton>
      </div>
      <TextAreaField
        id={id}
        label={label}
        description={description}
        placeholder={placeholder}
        rows={rows}
        value={value ?? ''}
        onChange={text => onChange(text === '' ? null : text)}
        isRequired={isRequired}
        validationBehavior="aria"
        validate={() => errorMessage ?? null}
      />
      {isPreview && (
        <div
          className={styles.preview}
          role="region"
          aria-label={`Preview of ${label}`}
        >
          <Markdown text={value ?? ''} />
        </div>
      )}
    </div>
  );
}
