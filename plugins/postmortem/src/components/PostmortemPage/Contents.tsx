import { Button, VisuallyHidden } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { useId, useState } from 'react';
import { CommentCount, partOfElement } from '../Comments';
import styles from './Contents.module.css';
import { sectionId, sectionsOf, type Section } from './sections';

function Entry(props: {
  name: Section['name'];
  title: string;
  isMissing: boolean;
  onFollow: () => void;
}) {
  const { name, title, isMissing, onFollow } = props;
  const id = sectionId(name);
  const part = partOfElement(id);
  return (
    <a
      href={`#${id}`}
      className={styles.entry}
      data-missing={isMissing}
      onClick={onFollow}
    >
      <span>
        {title}
        {isMissing && <VisuallyHidden>, not written yet</VisuallyHidden>}
        {part && <CommentCount part={part} />}
      </span>
    </a>
  );
}

/** The page's table of contents: what is written, and what is not yet. */
export function Contents(props: {
  postmortem: Postmortem;
  /** Whether there is something to show of its reviews. */
  isReviewed: boolean;
}) {
  const { postmortem, isReviewed } = props;
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const missing = new Set<string>(postmortem.completeness.missing);
  const isMissing = ({ name, parts = [] }: Section) =>
    missing.has(name) ||
    // A heading that is no part of its own is missing with all below it.
    (name === 'incidentResponse' &&
      parts.every(part => missing.has(part.name)));
  const close = () => setOpen(false);
  return (
    <nav aria-label="Contents" className={styles.contents}>
      <div className={styles.toggle}>
        <Button
          variant="secondary"
          size="small"
          aria-expanded={isOpen}
          aria-controls={listId}
          iconEnd={isOpen ? <RiArrowUpSLine /> : <RiArrowDownSLine />}
          onPress={() => setOpen(!isOpen)}
        >
          Contents
        </Button>
      </div>
      <ol id={listId} className={styles.list} data-open={isOpen}>
        {sectionsOf(postmortem, isReviewed).map(section => (
          <li key={section.name}>
            <Entry
              name={section.name}
              title={section.title}
              isMissing={isMissing(section)}
              onFollow={close}
            />
            {section.parts && (
              <ol>
                {section.parts.map(part => (
                  <li key={part.name}>
                    <Entry
                      {...part}
                      isMissing={missing.has(part.name)}
                      onFollow={close}
                    />
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
