import {
  type ReportGrouping,
  reportGroupingSchema,
  type ReportInterval,
  reportIntervalSchema,
  type ReportRequest,
  type TrendsRequest,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';

/** The filters that can have several values. */
export const REF_FILTERS = [
  'teamRef',
  'systemRef',
  'domainRef',
  'entityRef',
  'severity',
  'tag',
] as const;

export type RefFilter = (typeof REF_FILTERS)[number];

/** What `Clear filters` takes out of the address. */
export const FILTERS = [...REF_FILTERS, 'from', 'to', 'months'];

/** How far back a report can begin, in months before the current one. */
export const MONTHS = [3, 6, 12, 24] as const;

export const DEFAULT_MONTHS = 12;

/** What the report shows: the address's query, with everything filled in. */
export interface ReportState extends Record<RefFilter, string[]> {
  /** Days, the last one not included; empty where `months` says it. */
  from: string;
  to: string;
  months: number;
  interval: ReportInterval;
  groupBy: ReportGrouping;
  /** Whether every chart has its table below it. */
  tables: boolean;
}

/** What narrows a report down before its reader chooses anything. */
export type ReportScope = Partial<
  Record<'teamRef' | 'systemRef' | 'domainRef' | 'entityRef', string>
>;

function dayOf(text: string | null): string {
  return text !== null && /^\d{4}-\d\d-\d\d$/.test(text) ? text : '';
}

/** Reads an address's query; what it does not know of, it leaves out. */
export function readReportState(params: URLSearchParams): ReportState {
  const interval = reportIntervalSchema.safeParse(params.get('interval'));
  const groupBy = reportGroupingSchema.safeParse(params.get('groupBy'));
  const months = Number(params.get('months'));
  const refs = Object.fromEntries(
    REF_FILTERS.map(name => [name, params.getAll(name)]),
  ) as Record<RefFilter, string[]>;
  return {
    ...refs,
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    months: MONTHS.includes(months as (typeof MONTHS)[number])
      ? months
      : DEFAULT_MONTHS,
    interval: interval.success ? interval.data : 'month',
    groupBy: groupBy.success ? groupBy.data : 'severity',
    tables: params.get('tables') === 'all',
  };
}

/** Whether anything narrows the report down. */
export function isFiltered(state: ReportState): boolean {
  return (
    REF_FILTERS.some(name => state[name].length > 0) ||
    state.from !== '' ||
    state.to !== '' ||
    state.months !== DEFAULT_MONTHS
  );
}

/** The first day of a report over the last months, whole periods of UTC. */
function beginOf(state: ReportState, now: DateTime): string {
  return now
    .toUTC()
    .minus({ months: state.months })
    .startOf(state.interval)
    .toFormat('yyyy-MM-dd');
}

/** The request that gives what an address's query asks for. */
export function toReportRequest(
  state: ReportState,
  scope: ReportScope = {},
  now: DateTime = DateTime.now(),
): ReportRequest {
  const request: ReportRequest = { interval: state.interval };
  for (const name of REF_FILTERS) {
    const fixed = name in scope ? scope[name as keyof ReportScope] : undefined;
    const values = fixed === undefined ? state[name] : [fixed];
    if (values.length > 0) {
      request[name] = values;
    }
  }
  if (state.from || state.to) {
    request.from = state.from || undefined;
    request.to = state.to || undefined;
  } else if (state.months !== DEFAULT_MONTHS) {
    request.from = beginOf(state, now);
  }
  return request;
}

/** The same for the trends, which alone are grouped. */
export function toTrendsRequest(
  request: ReportRequest,
  groupBy: ReportGrouping,
): TrendsRequest {
  return { ...request, groupBy };
}

/** What a chart leads to: some of the postmortems that it was made from. */
export interface Behind {
  /** The first moment. */
  start?: string;
  /** The end, not included. */
  end?: string;
  severity?: string | null;
  entityRef?: string | null;
  teamRef?: string | null;
  /** Words to look for, where the list has no filter for what was counted. */
  q?: string | null;
  status?: readonly string[];
}

/** What of a report's filters the list of postmortems takes over. */
export type ListableFilters = Pick<ReportRequest, RefFilter | 'status' | 'q'>;

/**
 * The list's query for the postmortems behind a mark. The list knows no
 * difference between systems, domains and components, and of those that are
 * asked for together only the narrowest is kept; where it has no filter at
 * all, it shows more than the mark counts, never less.
 */
export function behindQuery(
  header: { from: string; to: string },
  filters: ListableFilters,
  behind: Behind = {},
): URLSearchParams {
  const query = new URLSearchParams();
  const add = (name: string, values: readonly string[] | undefined) =>
    values?.forEach(value => query.append(name, value));
  add(
    'entityRef',
    behind.entityRef
      ? [behind.entityRef]
      : filters.entityRef ?? filters.systemRef ?? filters.domainRef,
  );
  add('teamRef', behind.teamRef ? [behind.teamRef] : filters.teamRef);
  add('severity', behind.severity ? [behind.severity] : filters.severity);
  add('status', behind.status ?? filters.status);
  add('tag', filters.tag);
  const words = behind.q ?? filters.q;
  if (words) {
    query.set('q', words);
  }
  query.set('from', day(behind.start ?? header.from));
  // The list's last day is part of it.
  query.set('to', day(behind.end ?? header.to, 1));
  return query;
}

function day(at: string, millisecondsBefore = 0): string {
  return DateTime.fromISO(at, { zone: 'utc' })
    .minus({ milliseconds: millisecondsBefore })
    .toFormat('yyyy-MM-dd');
}
