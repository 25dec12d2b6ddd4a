import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type {
  ActionItem,
  ActionItemPage,
  ActionItemQuery,
  ImportResult,
  LessonPage,
  LessonQuery,
  Overview,
  OverviewQuery,
  OwnershipGapPage,
  OwnershipGapQuery,
  Postmortem,
  PostmortemPage,
  PostmortemQuery,
  RevisionPage,
  Settings,
  Transition,
} from 'backstage-plugin-postmortem-common';
import type { PostmortemFilter } from '../permissions/filter';

/** On whose behalf something is done, and what it may see. */
export interface CallOptions {
  credentials: BackstageCredentials;
  /**
   * Narrows what the call sees: for it, postmortems outside do not exist. The
   * authorized service fills it in.
   */
  visible?: PostmortemFilter;
}

/** The versions that a write may replace; `*` for whichever is there. */
export type IfMatch = '*' | number[];

/** A write to an existing postmortem. */
export interface WriteOptions extends CallOptions {
  ifMatch: IfMatch;
}

/** A markdown document to import. */
export interface ImportRequest {
  markdown: string;
  dryRun: boolean;
  entityRefs: string[];
  teamRefs: string[];
}

/** A changed action item, and the version of its postmortem after it. */
export interface ChangedActionItem {
  actionItem: ActionItem;
  postmortemVersion: number;
}

/**
 * What can be done with postmortems. One implementation does it and knows no
 * permissions, another one decorates it and knows nothing else.
 */
export interface PostmortemService {
  list(query: PostmortemQuery, options: CallOptions): Promise<PostmortemPage>;
  /** @throws NotFoundError when there is none that the caller may know of. */
  get(idOrKey: string, options: CallOptions): Promise<Postmortem>;
  /** @throws FieldError that names each wrong field of the body. */
  create(input: unknown, options: CallOptions): Promise<Postmortem>;
  /** @throws StaleVersionError when somebody else wrote first. */
  patch(
    idOrKey: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<Postmortem>;
  delete(idOrKey: string, options: WriteOptions): Promise<void>;
  restore(idOrKey: string, options: CallOptions): Promise<Postmortem>;
  /** @throws TransitionError with all that is missing for the step. */
  transition(
    idOrKey: string,
    step: Transition,
    options: WriteOptions,
  ): Promise<Postmortem>;
  /** What the portal is configured to. */
  settings(): Settings;
  listRevisions(
    idOrKey: string,
    query: { limit: number; cursor?: string },
    options: CallOptions,
  ): Promise<RevisionPage>;
  getRevision(
    idOrKey: string,
    version: number,
    options: CallOptions,
  ): Promise<Postmortem>;
  /** Brings back what was written at a version, as a new version. */
  restoreRevision(
    idOrKey: string,
    version: number,
    options: WriteOptions,
  ): Promise<Postmortem>;
  importMarkdown(
    request: ImportRequest,
    options: CallOptions,
  ): Promise<ImportResult>;
  listActionItems(
    query: ActionItemQuery,
    options: CallOptions,
  ): Promise<ActionItemPage>;
  patchActionItem(
    id: string,
    patch: JsonObject,
    options: WriteOptions,
  ): Promise<ChangedActionItem>;
  listOwnershipGaps(
    query: OwnershipGapQuery,
    options: CallOptions,
  ): Promise<OwnershipGapPage>;
  listLessons(query: LessonQuery, options: CallOptions): Promise<LessonPage>;
  overview(query: OverviewQuery, options: CallOptions): Promise<Overview>;
}
