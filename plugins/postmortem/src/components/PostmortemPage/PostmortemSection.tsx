import { Text } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { CommentButton, PartComments, partOfElement } from '../Comments';
import { HeadingLevel } from '../shared';
import styles from './PostmortemPage.module.css';
import { sectionId, type Section, type SectionName } from './sections';

/** What every part of the page needs. */
export interface PartProps {
  postmortem: Postmortem;
  /** Whether the reader may write, and this is the present version. */
  canEdit: boolean;
}

/** A heading of the page and what stands below it. */
export function PostmortemSection(props: {
  name: Section['name'];
  title: string;
  /** Beside the title, such as a count. */
  detail?: ReactNode;
  children: ReactNode;
}) {
  const { name, title, detail, children } = props;
  const id = sectionId(name);
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
        {detail && (
          <Text variant="body-small" color="secondary">
            {detail}
          </Text>
        )}
        {part && <CommentButton part={part} title={title} />}
      </div>
      {part && <PartComments part={part} title={title} />}
      <HeadingLevel.Provider value={4}>{children}</HeadingLevel.Provider>
    </section>
  );
}

/** A heading below one of the page's. */
export function SubSection(props: {
  /** Where it is a part of its own, which links lead to. */
  name?: SectionName;
  title: string;
  detail?: ReactNode;
  children: ReactNode;
}) {
  const { name, title, detail, children } = props;
  const part = name && partOfElement(sectionId(name));
  return (
    <div
      id={name && sectionId(name)}
      tabIndex={name && -1}
      className={styles.subSection}
    >
      <div className={styles.sectionTitle}>
        <Text as="h4" variant="body-large" weight="bold">
          {title}
        </Text>
        {detail && (
          <Text variant="body-small" color="secondary">
            {detail}
          </Text>
        )}
        {part && <CommentButton part={part} title={title} />}
      </div>
      {part && <PartComments part={part} title={title} />}
      <HeadingLevel.Provider value={5}>{children}</HeadingLevel.Provider>
    </div>
  );
}
