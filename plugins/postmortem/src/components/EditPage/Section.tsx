import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { CommentButton, PartComments, partOfElement } from '../Comments';
import { PeopleAtPart } from '../../presence';
import { NeededMark } from './NextStep';
import styles from './EditPage.module.css';

interface SectionProps {
  /** The id of its element, to which the table of contents leads. */
  id: string;
  title: string;
  /** What belongs here, in a sentence. */
  hint?: string;
  children: ReactNode;
}

/** A heading of the document and the fields below it. */
export function Section({ id, title, hint, children }: SectionProps) {
  const part = partOfElement(id);
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={styles.section}
    >
      <div className={styles.sectionTitle}>
        <Text as="h3" id={`${id}-title`} variant="title-small" weight="bold">
          {title}
        </Text>
        <NeededMark id={id} />
        {part && <PeopleAtPart part={part} />}
        {part && <CommentButton part={part} title={title} />}
      </div>
      {part && <PartComments part={part} title={title} />}
      {hint && (
        <Text as="p" color="secondary" className={styles.hint}>
          {hint}
        </Text>
      )}
      <div className={styles.fields}>{children}</div>
    </section>
  );
}

/** A heading below one of the document's. */
export function SubSection({ id, title, hint, children }: SectionProps) {
  const part = partOfElement(id);
  return (
    <section
      id={id}
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      className={styles.subSection}
    >
      <div className={styles.sectionTitle}>
        <Text as="h4" id={`${id}-title`} variant="body-large" weight="bold">
          {title}
        </Text>
        <NeededMark id={id} />
        {part && <PeopleAtPart part={part} />}
        {part && <CommentButton part={part} title={title} />}
      </div>
      {part && <PartComments part={part} title={title} />}
      {hint && (
        <Text as="p" color="secondary" className={styles.hint}>
          {hint}
        </Text>
      )}
      <div className={styles.fields}>{children}</div>
    </section>
  );
}
