import {
  actionItemPrioritySchema,
  type ActionItemState,
  actionItemStateSchema,
  actionItemTypeSchema,
  type ListActionItemsRequest,
} from 'backstage-plugin-postmortem-common';
import type { z } from 'zod';

/** The states to filter by, and their names. */
export const STATE_NAMES: Record<ActionItemState, string> = {
  open: 'Open',
  overdue: 'Overdue',
  due_soon: 'Due in two weeks',
  without_owner: 'Without an owner',
  without_date: 'Without a date',
  needs_owner: 'Owner or entity is gone',
  proposed: 'Proposed, not answered',
  done: 'Done or given up',
};

/** The orders that the page offers, and their names. */
export const ORDER_NAMES = {
  dueAt: 'Due first',
  '-dueAt': 'Due last',
} satisfies Record<NonNullable<ListActionItemsRequest['orderBy']>, string>;

export const PAGE_SIZES = [20, 50, 100];

export const FILTERS = [
  'q',
  'state',
  'teamRef',
  'ownerRef',
  'entityRef',
  'type',
  'priority',
] as const;

/** What the page shows: the address's query, with everything filled in. */
export interface ItemQuery {
  view: 'table' | 'board';
  q: string;
  /** `open` where the address says nothing; `any` for all. */
  state: ActionItemState | 'any';
  teamRef: string[];
  ownerRef: string[];
  entityRef: string[];
  type: string[];
  priority: string[];
  orderBy: keyof typeof ORDER_NAMES;
  limit: number;
  cursor: string | undefined;
}

function oneOf<T extends string>(
  schema: z.ZodType<T>,
  text: string | null,
): T | undefined {
  const parsed = schema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}

function stateOf(text: string | null): ItemQuery['state'] {
  return text === 'any' ? 'any' : oneOf(actionItemStateSchema, text) ?? 'open';
}

/** Reads an address's query; what it does not know of, it leaves out. */
export function readItemQuery(params: URLSearchParams): ItemQuery {
  const limit = Number(params.get('limit'));
  return {
    view: params.get('view') === 'board' ? 'board' : 'table',
    q: params.get('q') ?? '',
    state: stateOf(params.get('state')),
    teamRef: params.getAll('teamRef'),
    ownerRef: params.getAll('ownerRef'),
    entityRef: params.getAll('entityRef'),
    type: params
      .getAll('type')
      .filter(text => oneOf(actionItemTypeSchema, text)),
    priority: params
      .getAll('priority')
      .filter(text => oneOf(actionItemPrioritySchema, text)),
    orderBy: params.get('orderBy') === '-dueAt' ? '-dueAt' : 'dueAt',
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: params.get('cursor') ?? undefined,
  };
}

/** The filters that narrow the list down. */
export function activeFilters(query: ItemQuery) {
  return FILTERS.filter(name =>
    name === 'state' ? query.state !== 'open' : query[name].length > 0,
  );
}

/** The request that gives what an address's query asks for. */
export function toRequest(query: ItemQuery): ListActionItemsRequest {
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined);
  return {
    q: query.q.trim() || undefined,
    state: query.state === 'any' ? undefined : query.state,
    teamRef: some(query.teamRef),
    ownerRef: some(query.ownerRef),
    entityRef: some(query.entityRef),
    type: some(query.type as NonNullable<ListActionItemsRequest['type']>),
    priority: some(
      query.priority as NonNullable<ListActionItemsRequest['priority']>,
    ),
    orderBy: query.orderBy,
    limit: query.limit,
    cursor: query.cursor,
  };
}
