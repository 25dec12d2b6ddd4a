import { Container } from '@backstage/ui';
import type {
  ActionItem,
  Postmortem,
} from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { CommentButton, PartComments } from '../Comments';
import { Markdown } from '../shared';
import { ApprovalsSection, hasApprovals, type Reviews } from '../Workflow';
import { Contents } from './Contents';
import { Facts } from './Facts';
import { ActionItemsSection } from './parts/ActionItemsSection';
import { BlastRadiusSection } from './parts/BlastRadiusSection';
import { CommunicationSection } from './parts/CommunicationSection';
import { FollowUpSection } from './parts/FollowUpSection';
import { LessonsSection } from './parts/LessonsSection';
import { ReferencesSection } from './parts/ReferencesSection';
import { ResponseSection } from './parts/ResponseSection';
import { RootCauseSection } from './parts/RootCauseSection';
import { SummarySection } from './parts/SummarySection';
import styles from './PostmortemPage.module.css';
import { PostmortemSection, type PartProps } from './PostmortemSection';
import { hasBlastRadius } from './sections';

/** The document: its contents beside it, its facts, and its parts in order. */
export function PostmortemBody(
  props: PartProps & {
    /** Above the document, such as what went wrong. */
    notice?: ReactNode;
    reviews: Reviews;
    onItemSaved: (item: ActionItem) => void;
    onChanged: (postmortem: Postmortem) => void;
  },
) {
  const { postmortem, canEdit, notice, reviews, onItemSaved, onChanged } =
    props;
  const { links, related, notes } = postmortem;
  const part = { postmortem, canEdit };
  const isReviewed = hasApprovals(postmortem, reviews);
  return (
    <Container py="5">
      {notice && <div className={styles.notice}>{notice}</div>}
      <div className={styles.layout}>
        <Contents postmortem={postmortem} isReviewed={isReviewed} />
        <article className={styles.article} aria-label={postmortem.title}>
          <div id="part-about" tabIndex={-1} className={styles.about}>
            <PartComments part="about" title="the incident" />
            <Facts postmortem={postmortem} />
            <div className={styles.aboutActs}>
              <CommentButton part="about" title="the incident" />
            </div>
          </div>
          <SummarySection {...part} />
          <ResponseSection {...part} />
          <RootCauseSection {...part} />
          {hasBlastRadius(postmortem) && (
            <BlastRadiusSection {...part} onChanged={onChanged} />
          )}
          <LessonsSection {...part} />
          <ActionItemsSection {...part} onItemSaved={onItemSaved} />
          <FollowUpSection {...part} />
          <CommunicationSection {...part} />
          {isReviewed && (
            <ApprovalsSection postmortem={postmortem} reviews={reviews} />
          )}
          {(links.length > 0 || related.length > 0) && (
            <ReferencesSection postmortem={postmortem} />
          )}
          {notes !== null && (
            <PostmortemSection name="notes" title="Notes">
              <Markdown text={notes} />
            </PostmortemSection>
          )}
        </article>
      </div>
    </Container>
  );
}
