import { Button, VisuallyHidden } from '@backstage/ui';
import {
  completeness,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { useId, useMemo, useState } from 'react';
import { PART_SECTIONS, sectionId } from '../PostmortemPage/sections';
import { CommentCount, partOfElement } from '../Comments';
import { HintCount } from '../Hints';
import styles from './EditPage.module.css';
import { useEditorState } from './EditorContext';
import { Guide } from './Guide';

type State = 'written' | 'missing' | 'optional' | 'wrong';

const STATE_WORDS: Record<State, string> = {
  written: '',
  missing: ', not written yet',
  optional: '',
  wrong: ', something needs mending',
};

/** The fields of the document by the entry under which they stand. */
const FIELDS_OF: Partial<Record<string, Array<keyof PostmortemContent>>> = {
  about: [
    'title',
    'severity',
    'visibility',
    'incident',
    'entities',
    'teams',
    'participants',
    'tags',
  ],
  communication: ['communications', 'externalVersion'],
  links: ['links', 'related'],
};

/** What a whole postmortem can do without. */
const OPTIONAL = new Set(['links', 'notes']);

function isNothing(content: PostmortemContent, field: string): boolean {
  const value = content[field as keyof PostmortemContent];
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** The entries in the order of the page. */
const ENTRIES = [
  { name: 'about', id: 'part-about', title: 'The incident', parts: [] },
  ...PART_SECTIONS.map(({ name, title, parts = [] }) => ({
    name,
    id: sectionId(name),
    title,
    parts,
  })),
  {
    name: 'links',
    id: sectionId('links'),
    title: 'Links and related',
    parts: [],
  },
  { name: 'notes', id: sectionId('notes'), title: 'Notes', parts: [] },
];

function useStateOf(): (name: string) => State {
  const content = useEditorState(snapshot => snapshot.content);
  const issues = useEditorState(snapshot => snapshot.issues);
  const conflicts = useEditorState(snapshot => snapshot.conflicts);
  return useMemo(() => {
    const wrong = new Set(
      [...issues, ...conflicts].map(({ path }) => path.split('.')[0]),
    );
    const missing = new Set<string>(completeness(content).missing);
    return name => {
      const fields: string[] = FIELDS_OF[name] ?? [name];
      if (fields.some(field => wrong.has(field))) {
        return 'wrong';
      }
      if (OPTIONAL.has(name)) {
        const isEmpty = fields.every(field => isNothing(content, field));
        return isEmpty ? 'optional' : 'written';
      }
      return missing.has(name) ? 'missing' : 'written';
    };
  }, [content, issues, conflicts]);
}

function Entry(props: { id: string; title: string; state: State }) {
  const { id, title, state } = props;
  const part = partOfElement(id);
  return (
    <a href={`#${id}`} className={styles.entry} data-state={state}>
      <span>
        {title}
        <VisuallyHidden>{STATE_WORDS[state]}</VisuallyHidden>
        {part && <HintCount part={part} />}
        {part && <CommentCount part={part} />}
      </span>
    </a>
  );
}

/** The table of contents, with the state of each part as it is being written. */
export function Contents() {
  const stateOf = useStateOf();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  return (
    <nav aria-label="Contents" className={styles.contents}>
      <div className={styles.toggle}>
        <Button
          size="small"
          variant="secondary"
          aria-expanded={isOpen}
          aria-controls={listId}
          onPress={() => setIsOpen(!isOpen)}
        >
          Contents
        </Button>
      </div>
      <ol id={listId} className={styles.list} data-open={isOpen}>
        {ENTRIES.map(({ name, id, title, parts }) => (
          <li key={id}>
            <Entry id={id} title={title} state={stateOf(name)} />
            {parts.length > 0 && (
              <ol>
                {parts.map(part => (
                  <li key={part.name}>
                    <Entry
                      id={sectionId(part.name)}
                      title={part.title}
                      state={stateOf(part.name)}
                    />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
      <Guide />
    </nav>
  );
}
