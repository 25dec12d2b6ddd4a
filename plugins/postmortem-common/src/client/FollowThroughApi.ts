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

/** What is done about what was learned. */
export interface FollowThroughApi {
  /** The answers to the lessons of one postmortem, and who is missing. */
  listLessonAnswers(
    postmortemId: string,
    options?: RequestOptions,
  ): Promise<PostmortemLessonAnswers>;
  /**
   * Answers a lesson for an entity; an earlier answer is replaced.
   *
   * @throws ResponseError 403 for who does not belong to the owning team.
   */
  answerLesson(
    lessonId: string,
    answer: LessonAnswerInput,
    options?: RequestOptions,
  ): Promise<LessonAnswered>;
  /**
   * Accepts or declines an action item that was proposed to a team.
   *
   * @throws ResponseError 403 for who does not belong to that team.
   */
  answerProposal(
    actionItemId: string,
    answer: ProposalAnswerInput,
    options?: RequestOptions,
  ): Promise<ActionItem>;
  /** Changes up to 100 action items, each by itself, and says which failed. */
  patchActionItems(
    input: ActionItemBulkInput,
    options?: RequestOptions,
  ): Promise<ActionItemBulkResult>;
  /** What lost its owner or entity in the catalog. */
  listOwnershipGaps(
    query?: Partial<OwnershipGapQuery>,
    options?: RequestOptions,
  ): Promise<OwnershipGapPage>;
}
