import { Container } from '@backstage/ui';
import type { ActionItem } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { Markdown } from '../shared';
import { Contents } from './Contents';
import { Facts } from './Facts';
import { ActionItemsSection } from './parts/ActionItemsSection';
import { CommunicationSection } from './parts/CommunicationSection';
import { FollowUpSection } from './parts/FollowUpSection';
import { LessonsSection } from './parts/LessonsSection';
import { ReferencesSection } from './parts/ReferencesSection';
import { ResponseSection } from './parts/ResponseSection';
import { RootCauseSection } from './parts/RootCauseSection';
import { SummarySection } from './parts/SummarySection';
import styles from './PostmortemPage.module.css';
import { PostmortemSection, type PartProps } from './PostmortemSection';

/** The document: its contents beside it, its facts, and its parts in order. */
export function PostmortemBody(
  props: PartProps & {
    /** Above the document, such as what went wrong. */
    notice?: ReactNode;
    onItemSaved: (item: ActionItem) => void;
  },
) {
  const { postmortem, canEdit, notice, onItemSaved } = props;
  const { links, related, notes } = postmortem;
  const part = { postmortem, canEdit };
  return (
    <Container py="5">
      {notice && <div className={styles.notice}>{notice}</div>}
      <div className={styles.layout}>
        <Contents postmortem={postmortem} />
        <article className={styles.article} aria-label={postmortem.title}>
          <Facts postmortem={postmortem} />
          <SummarySection {...part} />
          <ResponseSection {...part} />
          <RootCauseSection {...part} />
          <LessonsSection {...part} />
          <ActionItemsSection {...part} onItemSaved={onItemSaved} />
          <FollowUpSection {...part} />
          <CommunicationSection {...part} />
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
