import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { RiCheckboxBlankCircleLine, RiCheckLine } from '@remixicon/react';
import type { DocumentationLink } from 'backstage-plugin-postmortem-common';
import { Markdown, Time } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import { Labeled } from './Labeled';
import styles from './parts.module.css';

function Documentation({ links }: { links: DocumentationLink[] }) {
  return (
    <ul className={styles.plainList}>
      {links.map(({ title, url, done }, index) => (
        // The same page may be named twice; the order is the document's.
        <li key={index} className={styles.checkable}>
          {done ? (
            <RiCheckLine aria-label="Done:" size={16} />
          ) : (
            <RiCheckboxBlankCircleLine aria-label="To do:" size={16} />
          )}
          {url ? (
            <Link href={url} target="_blank" rel="noopener">
              {title}
            </Link>
          ) : (
            title
          )}
        </li>
      ))}
    </ul>
  );
}

/** The review, what came of it, and the documentation to mend. */
export function FollowUpSection(props: PartProps) {
  const { reviewAt, facilitatorRef, heldAt, outcome, documentation } =
    props.postmortem.followUp;
  const isMissing = props.postmortem.completeness.missing.includes('followUp');
  return (
    <PostmortemSection name="followUp" title="Follow-up">
      {isMissing && <NotWritten {...props} part="followUp" />}
      {reviewAt && heldAt === null && (
        <Labeled label="Review planned for">
          <Time at={reviewAt} as="moment" />
        </Labeled>
      )}
      {heldAt && (
        <Labeled label="Review held">
          <Time at={heldAt} as="moment" />
        </Labeled>
      )}
      {facilitatorRef && (
        <Labeled label="Facilitator">
          <EntityRefLink entityRef={facilitatorRef} />
        </Labeled>
      )}
      {outcome && (
        <SubSection title="Outcome of the review">
          <Markdown text={outcome} />
        </SubSection>
      )}
      {documentation.length > 0 && (
        <SubSection title="Documentation">
          <Documentation links={documentation} />
        </SubSection>
      )}
    </PostmortemSection>
  );
}
