import type {
  ListPostmortemsRequest,
  PostmortemAttention,
  PostmortemOrder,
  PostmortemPage,
  PostmortemStatus,
} from 'backstage-plugin-postmortem-common';
import { count, STATUS_NAMES } from '../shared';

/** The orders that the page offers, and their names. */
export const ORDERS = {
  '-startedAt': 'Newest first',
  startedAt: 'Oldest first',
  severity: 'Most severe first',
  '-updatedAt': 'Last changed first',
  '-createdAt': 'Last written first',
} satisfies Partial<Record<PostmortemOrder, string>>;

/** What asks for somebody, and how it is called. */
export const ATTENTION_NAMES: Record<PostmortemAttention, string> = {
  review_due: 'Review meeting is due',
  stale_draft: 'Draft left for two weeks',
  needs_owner: 'Owner or entity is gone',
};

export type Order = keyof typeof ORDERS;

export const PAGE_SIZES = [20, 50, 100];

/** The filters that can have several values. */
export type MultiFilter =
  | 'status'
  | 'severity'
  | 'tag'
  | 'entityRef'
  | 'teamRef'
  | 'participantRef';

/** The filters that have one value. */
export type SingleFilter = 'q' | 'from' | 'to' | 'attention';

export const FILTERS: ReadonlyArray<MultiFilter | SingleFilter> = [
  'q',
  'status',
  'severity',
  'entityRef',
  'teamRef',
  'participantRef',
  'tag',
  'from',
  'to',
  'attention',
];

/** What the list shows: the address's query, with everything filled in. */
export interface ListQuery extends Record<MultiFilter, string[]> {
  q: string;
  /** Days, such as `2026-11-24`; empty for no limit. */
  from: string;
  to: string;
  attention: PostmortemAttention | '';
  orderBy: Order;
  limit: number;
  cursor: string | undefined;
}

function isOrder(text: string | null): text is Order {
  return text !== null && Object.keys(ORDERS).includes(text);
}

function isStatus(text: string): text is PostmortemStatus {
  return Object.keys(STATUS_NAMES).includes(text);
}

function attentionOf(text: string | null): PostmortemAttention | '' {
  return text !== null && text in ATTENTION_NAMES
    ? (text as PostmortemAttention)
    : '';
}

function dayOf(text: string | null): string {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : '';
}

/** Reads an address's query; what it does not know of, it leaves out. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const orderBy = params.get('orderBy');
  const limit = Number(params.get('limit'));
  return {
    q: params.get('q') ?? '',
    status: params.getAll('status').filter(isStatus),
    severity: params.getAll('severity'),
    tag: params.getAll('tag'),
    entityRef: params.getAll('entityRef'),
    teamRef: params.getAll('teamRef'),
    participantRef: params.getAll('participantRef'),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    attention: attentionOf(params.get('attention')),
    orderBy: isOrder(orderBy) ? orderBy : '-startedAt',
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: params.get('cursor') ?? undefined,
  };
}

/** The filters that narrow the list down. */
export function activeFilters(query: ListQuery) {
  return FILTERS.filter(name => query[name].length > 0);
}

/** How many there are; a search counts no further than it has to. */
export function total({ totalItems, totalIsMinimum }: PostmortemPage): string {
  return totalIsMinimum
    ? `more than ${count(totalItems, 'postmortem')}`
    : count(totalItems, 'postmortem');
}

/** The request that gives what an address's query asks for. */
export function toRequest(query: ListQuery): ListPostmortemsRequest {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    q: query.q.trim() || undefined,
    status: some(query.status.filter(isStatus)),
    severity: some(query.severity),
    tag: some(query.tag),
    entityRef: some(query.entityRef),
    teamRef: some(query.teamRef),
    participantRef: some(query.participantRef),
    from: query.from || undefined,
    to: query.to || undefined,
    attention: query.attention || undefined,
    orderBy: query.orderBy,
    limit: query.limit,
    cursor: query.cursor,
  };
}
