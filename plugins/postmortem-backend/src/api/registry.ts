import type { Operation } from './operation';
import { listActionItems, patchActionItem } from './operations/actionItems';
import {
  changeComment,
  createComment,
  deleteComment,
  listComments,
} from './operations/comments';
import { dismissHint, listHints, undismissHint } from './operations/hints';
import {
  answerLesson,
  listLessonAnswers,
  listLessons,
} from './operations/lessons';
import { importPostmortem } from './operations/imports';
import {
  createPostmortem,
  deletePostmortem,
  getPostmortem,
  listPostmortems,
  patchPostmortem,
  restorePostmortem,
  transitionPostmortem,
} from './operations/postmortems';
import {
  beatPresence,
  getPresence,
  leavePresence,
} from './operations/presence';
import {
  answerProposal,
  listOwnershipGaps,
  patchActionItems,
} from './operations/ownership';
import {
  createSnapshot,
  getDurations,
  getFollowThrough,
  getPatterns,
  getSnapshot,
  getTrends,
} from './operations/reports';
import { createReview, listReviews } from './operations/reviews';
import {
  exportPostmortem,
  getReviewCalendar,
  getRevision,
  listRevisions,
  restoreRevision,
} from './operations/revisions';
import { getOpenApi, getOverview, getSettings } from './operations/views';

/** Every route of the API. */
export const OPERATIONS: Operation<any, any>[] = [
  listPostmortems,
  createPostmortem,
  getPostmortem,
  patchPostmortem,
  deletePostmortem,
  restorePostmortem,
  transitionPostmortem,
  listRevisions,
  getRevision,
  restoreRevision,
  exportPostmortem,
  getReviewCalendar,
  importPostmortem,
  listActionItems,
  patchActionItem,
  patchActionItems,
  answerProposal,
  listOwnershipGaps,
  listLessons,
  answerLesson,
  listLessonAnswers,
  getOverview,
  getTrends,
  getPatterns,
  getDurations,
  getFollowThrough,
  createSnapshot,
  getSnapshot,
  listComments,
  createComment,
  changeComment,
  deleteComment,
  getPresence,
  beatPresence,
  leavePresence,
  listReviews,
  createReview,
  listHints,
  dismissHint,
  undismissHint,
  getSettings,
  getOpenApi,
];
