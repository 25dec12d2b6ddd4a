import type {
  Comment,
  CommentInput,
  CommentPage,
  DocumentPart,
  HintDismissal,
  HintList,
  Presence,
  PresenceInput,
  Review,
  ReviewInput,
  ReviewPage,
} from '../schema';

/** Per-request options; in the backend they carry the credentials' token. */
export type RequestOptions = { token?: string; signal?: AbortSignal };

/** What people do around a document. */
export interface CollaborationApi {
  /** The discussion, the oldest comment first; 100 a page by default. */
  listComments(
    id: string,
    query?: { part?: DocumentPart; limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<CommentPage>;
  createComment(
    id: string,
    comment: CommentInput,
    options?: RequestOptions,
  ): Promise<Comment>;
  /** Edits one's own comment, or resolves or reopens any. */
  changeComment(
    id: string,
    commentId: string,
    change: { text?: string; resolved?: boolean },
    options?: RequestOptions,
  ): Promise<Comment>;
  deleteComment(
    id: string,
    commentId: string,
    options?: RequestOptions,
  ): Promise<void>;
  /** Who has the postmortem open. */
  getPresence(id: string, options?: RequestOptions): Promise<Presence>;
  /** Says that a window has it open; counts for `PRESENCE_SECONDS`. */
  beatPresence(
    id: string,
    presence: PresenceInput,
    options?: RequestOptions,
  ): Promise<Presence>;
  leavePresence(
    id: string,
    clientId: string,
    options?: RequestOptions,
  ): Promise<void>;
  /** What the reviewers say, the newest first, and how far they are. */
  listReviews(
    id: string,
    query?: { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<ReviewPage>;
  createReview(
    id: string,
    review: ReviewInput,
    options?: RequestOptions,
  ): Promise<Review>;
  /** Advice on how it is written, with what was dismissed of it. */
  listHints(id: string, options?: RequestOptions): Promise<HintList>;
  dismissHint(
    id: string,
    hintId: string,
    reason?: string,
    options?: RequestOptions,
  ): Promise<HintDismissal>;
  undismissHint(
    id: string,
    hintId: string,
    options?: RequestOptions,
  ): Promise<void>;
}
