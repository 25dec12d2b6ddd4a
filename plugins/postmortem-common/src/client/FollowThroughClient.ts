import type {
  ActionItem,
  ActionItemBulkInput,
  ActionItemBulkResult,
  LessonAnswered,
  LessonAnswerInput,
  OwnershipGapPage,
  OwnershipGapQuery,
  PostmortemLessonAnswers,
  ProposalAnswerInput,
} from '../schema';
import type { RequestOptions } from './CollaborationApi';
import { CollaborationClient } from './CollaborationClient';
import type { FollowThroughApi } from './FollowThroughApi';
import { toSearch } from './RestClient';

/** The part of the client for what is done about what was learned. */
export class FollowThroughClient
  extends CollaborationClient
  implements FollowThroughApi
{
  async listLessonAnswers(
    postmortemId: string,
    options?: RequestOptions,
  ): Promise<PostmortemLessonAnswers> {
    return this.rest.json(
      'GET',
      this.path(postmortemId, 'lesson-answers'),
      options,
    );
  }

  async answerLesson(
    lessonId: string,
    answer: LessonAnswerInput,
    options?: RequestOptions,
  ): Promise<LessonAnswered> {
    return this.rest.json(
      'POST',
      `/lessons/${encodeURIComponent(lessonId)}/answers`,
      options,
      answer,
    );
  }

  async answerProposal(
    actionItemId: string,
    answer: ProposalAnswerInput,
    options?: RequestOptions,
  ): Promise<ActionItem> {
    return this.rest.json(
      'POST',
      `/action-items/${encodeURIComponent(actionItemId)}/proposal`,
      options,
      answer,
    );
  }

  async patchActionItems(
    input: ActionItemBulkInput,
    options?: RequestOptions,
  ): Promise<ActionItemBulkResult> {
    return this.rest.json('PATCH', '/action-items', options, input);
  }

  async listOwnershipGaps(
    query: Partial<OwnershipGapQuery> = {},
    options?: RequestOptions,
  ): Promise<OwnershipGapPage> {
    return this.rest.json('GET', `/ownership-gaps${toSearch(query)}`, options);
  }
}
