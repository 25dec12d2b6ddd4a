import type {
  ActionItem,
  ActionItemPage,
  Comment,
  CommentInput,
  CommentPage,
  DocumentPart,
  ImportResult,
  LessonPage,
  Overview,
  Postmortem,
  PostmortemInput,
  PostmortemPage,
  PostmortemStatus,
  Presence,
  PresenceInput,
  Review,
  ReviewInput,
  ReviewPage,
  RevisionPage,
  Settings,
  TransitionInput,
} from '../schema';
import type { z } from 'zod';
import type {
  actionItemQuerySchema,
  lessonQuerySchema,
  postmortemQuerySchema,
} from '../schema/queries';

/** A query as a caller writes it: everything optional. */
export type ListPostmortemsRequest = Partial<
  z.output<typeof postmortemQuerySchema>
>;
export type ListActionItemsRequest = Partial<
  z.output<typeof actionItemQuerySchema>
>;
export type ListLessonsRequest = Partial<z.output<typeof lessonQuerySchema>>;

/** RFC 7396: the fields to change; null clears one, arrays are replaced. */
export type MergePatch<T> = T extends Array<infer I>
  ? I[]
  : T extends object
  ? { [K in keyof T]?: MergePatch<T[K]> | null }
  : T;

/** Per-request options; in the backend they carry the credentials' token. */
export type RequestOptions = { token?: string; signal?: AbortSignal };

/** The REST API of the postmortem plugin, typed. */
export interface PostmortemApi {
  listPostmortems(
    query?: ListPostmortemsRequest,
    options?: RequestOptions,
  ): Promise<PostmortemPage>;
  /** @throws NotFoundError when there is none that the caller may know of. */
  getPostmortem(idOrKey: string, options?: RequestOptions): Promise<Postmortem>;
  createPostmortem(
    input: PostmortemInput,
    options?: RequestOptions,
  ): Promise<Postmortem>;
  /**
   * Changes a postmortem that is still at the given version.
   *
   * @throws StaleVersionError with the current document when somebody else
   * wrote in the meantime.
   */
  patchPostmortem(
    id: string,
    version: number,
    patch: MergePatch<PostmortemInput>,
    options?: RequestOptions,
  ): Promise<Postmortem>;
  deletePostmortem(id: string, options?: RequestOptions): Promise<void>;
  restorePostmortem(id: string, options?: RequestOptions): Promise<Postmortem>;
  /** @throws ResponseError 409 with what is missing for the step. */
  transitionPostmortem(
    id: string,
    transition: PostmortemStatus | TransitionInput,
    options?: RequestOptions,
  ): Promise<Postmortem>;
  /** What the portal is configured to: severities and required points. */
  getSettings(options?: RequestOptions): Promise<Settings>;
  /** The history, the newest version first; 100 revisions a page by default. */
  listRevisions(
    id: string,
    query?: { limit?: number; cursor?: string },
    options?: RequestOptions,
  ): Promise<RevisionPage>;
  /** The document as it was at a version. */
  getRevision(
    id: string,
    version: number,
    options?: RequestOptions,
  ): Promise<Postmortem>;
  exportPostmortem(
    id: string,
    format: 'markdown' | 'json',
    options?: RequestOptions,
  ): Promise<string>;
  importMarkdown(
    markdown: string,
    request: { dryRun: boolean; entityRefs?: string[]; teamRefs?: string[] },
    options?: RequestOptions,
  ): Promise<ImportResult>;
  listActionItems(
    query?: ListActionItemsRequest,
    options?: RequestOptions,
  ): Promise<ActionItemPage>;
  patchActionItem(
    id: string,
    patch: MergePatch<Omit<ActionItem, 'id' | 'postmortemId'>>,
    options?: RequestOptions,
  ): Promise<ActionItem>;
  listLessons(
    query?: ListLessonsRequest,
    options?: RequestOptions,
  ): Promise<LessonPage>;
  getOverview(
    scope: { entityRef: string } | { teamRef: string },
    options?: RequestOptions,
  ): Promise<Overview>;
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
}
