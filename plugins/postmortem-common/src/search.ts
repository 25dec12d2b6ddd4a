import type { ActionItemStatus, LessonKind, PostmortemStatus } from './schema';

/**
 * The types of documents in Backstage search, as people choose among them.
 *
 * @public
 */
export const POSTMORTEM_SEARCH_TYPES = [
  'postmortem',
  'postmortem-lesson',
  'postmortem-action-item',
] as const;

/**
 * One of the types of documents in Backstage search.
 *
 * @public
 */
export type PostmortemSearchType = (typeof POSTMORTEM_SEARCH_TYPES)[number];

/**
 * What a document in Backstage search says beside title, text and location,
 * which are plain text.
 *
 * @public
 */
export interface PostmortemSearchFields {
  /** What of the postmortem it is about. */
  part: 'postmortem' | 'lesson' | 'actionItem';
  /** Of the postmortem, such as `PM-42`. */
  key: string;
  /** Of the postmortem: the title of a part is the part's own. */
  postmortemTitle: string;
  status: PostmortemStatus;
  severity: string | null;
  /** When the impact began, ISO 8601 in UTC. */
  startedAt: string | null;
  entityRefs: string[];
  /** The refs of the responsible groups. */
  teams: string[];
  tags: string[];
  /** Of a lesson. */
  lessonKind?: LessonKind;
  /** Of an action item. */
  actionItemStatus?: ActionItemStatus;
  /** Of an action item: a user or a group. */
  ownerRef?: string | null;
  /** Of an action item, ISO 8601 in UTC. */
  dueAt?: string | null;
}
