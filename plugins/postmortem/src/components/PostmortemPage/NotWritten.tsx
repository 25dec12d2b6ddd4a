import { Link, Text } from '@backstage/ui';
import type { Part } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import styles from './PostmortemPage.module.css';
import type { PartProps } from './PostmortemSection';

const SENTENCES: Record<Part, string> = {
  summary: 'There is no summary yet.',
  impact: 'The impact is not described yet.',
  detection: 'How it was detected is not described yet.',
  response: 'The response is not described yet.',
  resolution: 'The resolution is not described yet.',
  timeline: 'The timeline has no entries yet.',
  rootCause: 'The causes are not analyzed yet.',
  lessons: 'There are no lessons yet.',
  actionItems: 'There are no action items yet.',
  followUp: 'No review is planned yet.',
  communication: 'No communication is recorded yet.',
};

/** Stands where nothing was written, with the way to write it. */
export function NotWritten(props: PartProps & { part: Part }) {
  const { postmortem, canEdit, part } = props;
  const links = usePostmortemLinks();
  return (
    <Text as="p" color="secondary" className={styles.notWritten}>
      {SENTENCES[part]}
      {canEdit && (
        <>
          {' '}
          <Link
            href={`${links.edit(postmortem.key)}#${part}`}
            aria-label={`Write it. ${SENTENCES[part]}`}
          >
            Write it
          </Link>
        </>
      )}
    </Text>
  );
}
