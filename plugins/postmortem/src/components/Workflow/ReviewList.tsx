import { Badge, Text } from '@backstage/ui';
import { RiCheckLine, RiHistoryLine, RiQuestionLine } from '@remixicon/react';
import type { Review, ReviewVerdict } from 'backstage-plugin-postmortem-common';
import type { ReactElement } from 'react';
import { Author, Markdown, Time } from '../shared';
import styles from './Workflow.module.css';

const VERDICTS: Record<ReviewVerdict, { name: string; icon: ReactElement }> = {
  approve: { name: 'Approved', icon: <RiCheckLine aria-hidden size={14} /> },
  request_changes: {
    name: 'Changes asked for',
    icon: <RiQuestionLine aria-hidden size={14} />,
  },
};

/** What each reviewer said, of which version, and whether it still counts. */
export function ReviewList({ reviews }: { reviews: readonly Review[] }) {
  return (
    <ul className={styles.points}>
      {reviews.map(review => {
        const { name, icon } = VERDICTS[review.verdict];
        return (
          <li key={review.id} className={styles.point}>
            <div className={styles.review}>
              <Badge icon={icon}>{name}</Badge>
              <span>
                <Author author={review.createdBy} />{' '}
                <Text variant="body-small" color="secondary">
                  <Time at={review.createdAt} /> {`(version ${review.version})`}
                </Text>
              </span>
              {review.stale && (
                <Badge icon={<RiHistoryLine aria-hidden size={14} />}>
                  Changed since
                </Badge>
              )}
            </div>
            {review.comment !== null && <Markdown text={review.comment} />}
          </li>
        );
      })}
    </ul>
  );
}
