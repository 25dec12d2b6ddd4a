import {
  completeness,
  incidentMetrics,
  READ_ONLY_FIELDS,
  type Incident,
  type InvolvedEntity,
  type Postmortem,
  type PostmortemStatus,
  type PostmortemSummary,
  type Visibility,
  type Waiver,
} from 'backstage-plugin-postmortem-common';
import { omit } from 'lodash';
import { toNumberOrNull } from './sql';

/** What people wrote of a postmortem, with the ids of its rows. */
export type StoredContent = Omit<
  Postmortem,
  | 'id'
  | 'key'
  | 'status'
  | 'version'
  | 'createdBy'
  | 'createdAt'
  | 'updatedBy'
  | 'updatedAt'
  | 'publishedAt'
  | 'closedAt'
  | 'waivers'
  | 'metrics'
  | 'completeness'
>;

/** What the server keeps of a postmortem beside what people wrote. */
export interface Kept {
  id: string;
  status: PostmortemStatus;
  version: number;
  createdBy: string;
  createdAt: string;
  updatedBy: string;
  updatedAt: string;
  publishedAt: string | null;
  closedAt: string | null;
  /** The points that it was let go without. */
  waivers: Waiver[];
  /**
   * Whether its teams are those that owned its causes in the catalog when it
   * was written, and were not named by anybody.
   */
  teamsFromCatalog: boolean;
}

/** A postmortem as it is stored. */
export interface StoredPostmortem {
  number: number;
  kept: Kept;
  content: StoredContent;
  deletedAt: string | null;
}

/** The columns of `postmortems` that a row of a list is made of. */
export const LIST_COLUMNS = [
  'p.number',
  'p.id',
  'p.title',
  'p.severity',
  'p.status',
  'p.visibility',
  'p.version',
  'p.created_by',
  'p.created_at',
  'p.updated_by',
  'p.updated_at',
  'p.published_at',
  'p.closed_at',
  'p.time_to_detect',
  'p.time_to_acknowledge',
  'p.time_to_mitigate',
  'p.time_to_resolve',
  'p.list_json',
] as const;

/** The columns of `postmortems` that the whole document is made of. */
export const DOCUMENT_COLUMNS = [
  'p.number',
  'p.id',
  'p.status',
  'p.version',
  'p.created_by',
  'p.created_at',
  'p.updated_by',
  'p.updated_at',
  'p.published_at',
  'p.closed_at',
  'p.waivers',
  'p.teams_from_catalog',
  'p.deleted_at',
  'p.document',
] as const;

/** What `list_json` holds, so that a list needs no other table. */
export interface ListJson {
  incident: Incident;
  entities: InvolvedEntity[];
  teams: string[];
  tags: string[];
  actionItems: {
    total: number;
    open: number;
    /** When each open item that has a due date begins to be overdue. */
    overdueFrom: string[];
  };
}

export function postmortemKey(number: number): string {
  return `PM-${number}`;
}

/** What people wrote: the document without what the server keeps. */
export function contentOf(postmortem: Postmortem): StoredContent {
  return omit(postmortem, READ_ONLY_FIELDS) as StoredContent;
}

/** The whole document of the contract. */
export function toPostmortem(stored: StoredPostmortem): Postmortem {
  const { number, kept, content } = stored;
  const { id, teamsFromCatalog: _, ...rest } = kept;
  return {
    id,
    key: postmortemKey(number),
    ...rest,
    ...content,
    metrics: incidentMetrics(content.incident),
    completeness: completeness(content),
  };
}

function keptOf(
  row: Record<string, any>,
): Omit<Kept, 'waivers' | 'teamsFromCatalog'> {
  return {
    id: row.id,
    status: row.status,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    updatedBy: row.updated_by,
    updatedAt: row.updated_at,
    publishedAt: row.published_at,
    closedAt: row.closed_at,
  };
}

/**
 * A document as it was stored, with the fields that there were none of then.
 */
export function withLaterFields<T extends StoredContent>(stored: T): T {
  return {
    ...stored,
    externalVersion: stored.externalVersion ?? null,
    lessons: stored.lessons.map(lesson => ({
      ...lesson,
      audience: lesson.audience ?? null,
    })),
    actionItems: stored.actionItems.map(item => ({
      ...item,
      resolutionNote: item.resolutionNote ?? null,
    })),
  };
}

export function readDocumentRow(row: Record<string, any>): StoredPostmortem {
  return {
    number: row.number,
    kept: {
      ...keptOf(row),
      waivers: JSON.parse(row.waivers),
      teamsFromCatalog: Boolean(row.teams_from_catalog),
    },
    content: withLaterFields(JSON.parse(row.document)),
    deletedAt: row.deleted_at,
  };
}

/** A row of a list; `now` decides what is overdue. */
export function readListRow(
  row: Record<string, any>,
  now: string,
): PostmortemSummary {
  const list: ListJson = JSON.parse(row.list_json);
  return {
    ...keptOf(row),
    key: postmortemKey(row.number),
    title: row.title,
    severity: row.severity,
    visibility: row.visibility as Visibility,
    incident: list.incident,
    metrics: {
      timeToDetect: toNumberOrNull(row.time_to_detect),
      timeToAcknowledge: toNumberOrNull(row.time_to_acknowledge),
      timeToMitigate: toNumberOrNull(row.time_to_mitigate),
      timeToResolve: toNumberOrNull(row.time_to_resolve),
    },
    entities: list.entities,
    teams: list.teams,
    tags: list.tags,
    actionItemCounts: {
      total: list.actionItems.total,
      open: list.actionItems.open,
      overdue: list.actionItems.overdueFrom.filter(from => from <= now).length,
    },
  };
}
