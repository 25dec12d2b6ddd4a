import type {
  DurationMetric,
  Postmortem,
  ReportGrouping,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import {
  poissonLimits,
  quantileRanks,
  wilsonLimits,
} from 'backstage-plugin-postmortem-common/statistics';
import { begunIn, grouped, isRepeat } from './expectedIncidents';
import { ownerOf, SERVICES, systemOf } from './reportWorld';

/** The time of a report, and its periods, as the answer has them. */
export interface ExpectedTime {
  from: string;
  to: string;
  asOf: string;
  periods: ReportPeriod[];
}

const ofReport = (postmortems: Postmortem[], { from, to }: ExpectedTime) =>
  begunIn(postmortems, { start: from, end: to });

const counts = (postmortems: Postmortem[]) => ({
  n: postmortems.length,
  repeats: postmortems.filter(isRepeat).length,
});

const share = (n: number, of: number) => ({
  n,
  of,
  share: of === 0 ? null : n / of,
  limits: wilsonLimits(n, of) ?? null,
});

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** The counts of `GET /reports/trends`; groups by key. */
export function expectedTrends(
  postmortems: Postmortem[],
  time: ExpectedTime,
  groupBy: ReportGrouping,
) {
  const own = ofReport(postmortems, time);
  return {
    periods: time.periods.map(period => {
      const count = counts(begunIn(own, period));
      return { ...period, ...count, limits: poissonLimits(count.n) };
    }),
    groups: Object.fromEntries(
      [...grouped(own, groupBy)].map(([text, { members }]) => [
        text,
        {
          ...counts(members),
          limits: poissonLimits(members.length),
          periods: time.periods.map(period => counts(begunIn(members, period))),
        },
      ]),
    ),
    totals: { ...counts(own), limits: poissonLimits(own.length) },
  };
}

/** The middle of two ranks, and the ranks around them. */
function quantile(values: number[], p: number) {
  if (values.length === 0) {
    return null;
  }
  const sorted = [...values].sort((a, b) => a - b);
  const { value, limits } = quantileRanks(sorted.length, p);
  return {
    value: (sorted[value[0] - 1] + sorted[value[1] - 1]) / 2,
    limits: limits
      ? { lower: sorted[limits.lower - 1], upper: sorted[limits.upper - 1] }
      : null,
  };
}

function durations(postmortems: Postmortem[], metric: DurationMetric) {
  const known = postmortems.flatMap(({ metrics }) => metrics[metric] ?? []);
  return {
    n: known.length,
    missing: postmortems.length - known.length,
    median: quantile(known, 0.5),
    p90: quantile(known, 0.9),
  };
}

/** `GET /reports/durations` without its header and points. */
export function expectedDurations(
  postmortems: Postmortem[],
  time: ExpectedTime,
) {
  const own = ofReport(postmortems, time);
  return (
    [
      'timeToDetect',
      'timeToAcknowledge',
      'timeToMitigate',
      'timeToResolve',
    ] as const
  ).map(metric => ({
    metric,
    ...durations(own, metric),
    periods: time.periods.map(period =>
      durations(begunIn(own, period), metric),
    ),
  }));
}

/** Cells of a matrix, as `from → to`. */
function matrix(
  postmortems: Postmortem[],
  placeOf: (ref: string) => string | undefined,
) {
  const cells: Record<string, number> = {};
  for (const { entities } of postmortems) {
    const places = (role: string) =>
      entities
        .filter(each => each.role === role)
        .map(each => placeOf(each.entityRef) ?? 'none');
    const pairs = new Set(
      places('cause').flatMap(from =>
        places('affected').map(to => `${from} → ${to}`),
      ),
    );
    for (const pair of pairs) {
      cells[pair] = (cells[pair] ?? 0) + 1;
    }
  }
  return cells;
}

/** What `GET /reports/patterns` tells of categories, costs and flows. */
export function expectedPatterns(
  postmortems: Postmortem[],
  time: ExpectedTime,
) {
  const own = ofReport(postmortems, time);
  const has = (role: string) => (postmortem: Postmortem) =>
    postmortem.entities.some(each => each.role === role);
  const caused = own.filter(has('cause'));
  const covered = (
    valueOf: (postmortem: Postmortem) => number | null | undefined,
  ) => {
    const of = (some: Postmortem[]) => {
      const known = some.flatMap(each => valueOf(each) ?? []);
      return { known: known.length, sum: sum(known), of: some.length };
    };
    return {
      ...of(own),
      periods: time.periods.map(period => of(begunIn(own, period))),
    };
  };
  const byPeriod = (members: Postmortem[]) =>
    time.periods.map(period => begunIn(members, period).length);
  const categories = (groupBy: ReportGrouping) =>
    Object.fromEntries(
      [...grouped(own, groupBy)].map(([text, { members }]) => [
        text,
        {
          n: members.length,
          share: share(members.length, own.length),
          periods: byPeriod(members),
        },
      ]),
    );
  const found = own.filter(({ detection }) => detection.method !== null);
  const silent = own.filter(({ detection }) => detection.method === null);
  return {
    services: Object.fromEntries(
      [...grouped(own, 'entity').values()].flatMap(
        ({ key: [, ref], members }) =>
          ref
            ? [
                [
                  ref,
                  {
                    n: members.length,
                    asCause: members.filter(({ entities }) =>
                      entities.some(
                        each => each.entityRef === ref && each.role === 'cause',
                      ),
                    ).length,
                    limits: poissonLimits(members.length),
                    periods: byPeriod(members),
                  },
                ],
              ]
            : [],
      ),
    ),
    teams: Object.fromEntries(
      [...grouped(own, 'team').values()].flatMap(({ key: [, ref], members }) =>
        ref
          ? [
              [
                ref,
                {
                  n: members.length,
                  components: SERVICES.filter((_, at) => ownerOf(at) === ref)
                    .length,
                },
              ],
            ]
          : [],
      ),
    ),
    triggers: categories('trigger'),
    factors: categories('factor'),
    detection: {
      methods: (['monitoring', 'customer', 'employee', 'other'] as const).map(
        method => {
          const its = found.filter(each => each.detection.method === method);
          return {
            method,
            n: its.length,
            periods: byPeriod(its),
            share: share(its.length, found.length),
          };
        },
      ),
      missing: silent.length,
      missingByPeriod: byPeriod(silent),
    },
    impact: {
      users: covered(({ impact }) => impact.usersAffected),
      money: ['EUR', 'JPY', 'USD'].map(currency => ({
        currency,
        ...covered(({ impact: { financial } }) =>
          financial?.currency === currency ? financial.amount : null,
        ),
      })),
    },
    flows: {
      n: caused.filter(has('affected')).length,
      withoutCause: own.length - caused.length,
      withoutAffected: caused.filter(each => !has('affected')(each)).length,
      teams: matrix(own, ref => ownerOf(SERVICES.indexOf(ref))),
      systems: matrix(own, ref => systemOf(SERVICES.indexOf(ref))),
    },
  };
}
