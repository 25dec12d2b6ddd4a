import type {
  ActionItem,
  ActionItemPage,
  ImportResult,
  LessonPage,
  Overview,
  OverviewQuery,
  Postmortem,
  PostmortemInput,
  PostmortemPage,
  PostmortemStatus,
  RevisionPage,
  Settings,
  TransitionInput,
} from '../schema';
import type { z } from 'zod';
import type { CollaborationApi, RequestOptions } from './CollaborationApi';
import type { FollowThroughApi } from './FollowThroughApi';
import type { ReportsApi } from './ReportsApi';
import type { lessonQuerySchema } from '../schema/lessons';
import type {
  actionItemQuerySchema,
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

/** The REST API of the postmortem plugin, typed. */
export interface PostmortemApi
  extends CollaborationApi,
    FollowThroughApi,
    ReportsApi {
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
  /**
   * Brings back what was written at a version, on top of the given one.
   *
   * @throws StaleVersionError when somebody else wrote in the meantime.
   */
  restoreRevision(
    id: string,
    revision: number,
    version: number,
    options?: RequestOptions,
  ): Promise<Postmortem>;
  exportPostmortem(
    id: string,
    format: 'markdown' | 'json',
    options?: RequestOptions,
  ): Promise<string>;
  /** Only what was written for people outside, as a file. */
  exportExternalVersion(
    id: string,
    format: 'markdown' | 'html',
    options?: RequestOptions,
  ): Promise<string>;
  /** The review meeting as a calendar file (RFC 5545). */
  getReviewCalendar(id: string, options?: RequestOptions): Promise<string>;
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
    scope: OverviewQuery,
    options?: RequestOptions,
  ): Promise<Overview>;
}
