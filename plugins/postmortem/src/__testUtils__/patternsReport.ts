import {
  detectionMethodSchema,
  type PatternsReport,
} from 'backstage-plugin-postmortem-common';
import { poissonLimits } from 'backstage-plugin-postmortem-common/statistics';
import { comparison, header, reportPeriods, share } from './reportFigures';

/** Where it hurts, what sets it off, and what it costs. */
export function patterns(
  changes: Partial<PatternsReport> = {},
): PatternsReport {
  const category = (key: string | null, n: number, before: number) => ({
    key,
    n,
    share: share(n, 12),
    comparison: comparison(n, before),
    periods: [n, 0, 0],
  });
  const sum = (value: number, known: number, of: number) => ({
    sum: value,
    known,
    of,
  });
  return {
    ...header,
    periods: reportPeriods,
    services: {
      items: [
        {
          entityRef: 'component:default/checkout',
          n: 9,
          asCause: 4,
          limits: poissonLimits(9),
          periods: [2, 6, 1],
        },
        {
          entityRef: 'resource:default/ledger-db',
          n: 1,
          asCause: 1,
          limits: poissonLimits(1),
          periods: [0, 1, 0],
        },
      ],
      total: 2,
    },
    teams: {
      items: [
        {
          teamRef: 'group:default/payments',
          n: 4,
          components: 2,
          months: 3,
          rate: 8,
          limits: { lower: 2.2, upper: 20.5 },
        },
        {
          teamRef: 'group:default/archive',
          n: 8,
          components: 0,
          months: 3,
          rate: null,
          limits: null,
        },
      ],
      total: 2,
    },
    triggers: {
      items: [
        category('Deployment', 8, 4),
        category('=cmd()', 2, 2),
        category(null, 2, 1),
      ],
      omitted: 0,
    },
    factors: {
      items: [{ ...category('Retries', 5, 5), kind: 'technical' }],
      omitted: 0,
    },
    detection: {
      methods: detectionMethodSchema.options.map((method, index) => ({
        method,
        n: [6, 3, 1, 0][index],
        share: share([6, 3, 1, 0][index], 10),
        periods: [[6, 3, 1, 0][index], 0, 0],
      })),
      missing: 2,
      missingByPeriod: [0, 0, 2],
    },
    impact: {
      users: {
        ...sum(4200, 7, 12),
        periods: [sum(4200, 3, 3), sum(0, 4, 7), sum(0, 0, 2)],
      },
      money: ['EUR', 'USD'].map(currency => ({
        ...sum(31_000, 2, 12),
        currency,
        periods: [sum(31_000, 2, 3), sum(0, 0, 7), sum(0, 0, 2)],
      })),
    },
    flows: {
      n: 5,
      withoutCause: 4,
      withoutAffected: 3,
      teams: {
        cells: [
          {
            from: 'group:default/runtime',
            to: 'group:default/payments',
            n: 5,
          },
        ],
        omittedCells: 0,
      },
      systems: {
        cells: [{ from: 'system:default/platform', to: null, n: 5 }],
        omittedCells: 0,
      },
    },
    ...changes,
  };
}
