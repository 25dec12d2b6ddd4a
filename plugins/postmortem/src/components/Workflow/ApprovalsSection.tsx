import { Skeleton, Text } from '@backstage/ui';
import type { Approvals, Postmortem } from 'backstage-plugin-postmortem-common';
import {
  PostmortemSection,
  SubSection,
} from '../PostmortemPage/PostmortemSection';
import { Author, count, LoadError } from '../shared';
import { ReviewList } from './ReviewList';
import type { Reviews } from './useReviews';
import { WaiverList } from './WaiverList';
import styles from './Workflow.module.css';

function Standing({ approvals }: { approvals: Approvals }) {
  const { required, given, changesRequestedBy } = approvals;
  return (
    <Text as="p" className={styles.standing}>
      {required > 0
        ? `${given} of ${count(required, 'approval')} needed to publish.`
        : `${count(given, 'approval')}; none is needed to publish.`}
      {changesRequestedBy.length > 0 && (
        <>
          {' Changes are asked for by '}
          {changesRequestedBy.map((person, index) => (
            <span key={person}>
              {index > 0 && ', '}
              <Author author={person} />
            </span>
          ))}
          .
        </>
      )}
    </Text>
  );
}

/** Whether there is anything to show of reviews and waivers. */
export function hasApprovals(
  { status, waivers }: Postmortem,
  { reviews = [] }: Pick<Reviews, 'reviews'>,
): boolean {
  return status === 'in_review' || waivers.length > 0 || reviews.length > 0;
}

/** What the reviewers say, and what the postmortem was let go without. */
export function ApprovalsSection(props: {
  postmortem: Postmortem;
  reviews: Reviews;
}) {
  const { postmortem, reviews } = props;
  const { waivers } = postmortem;
  return (
    <PostmortemSection name="reviews" title="Approvals">
      {reviews.error && (
        <LoadError
          what="The reviews"
          error={reviews.error}
          onRetry={reviews.retry}
        />
      )}
      {!reviews.error && !reviews.approvals && (
        <Skeleton width={280} height={20} />
      )}
      {reviews.approvals && <Standing approvals={reviews.approvals} />}
      {reviews.reviews && <ReviewList reviews={reviews.reviews} />}
      {waivers.length > 0 && (
        <SubSection title="Waived">
          <WaiverList waivers={waivers} />
        </SubSection>
      )}
    </PostmortemSection>
  );
}
