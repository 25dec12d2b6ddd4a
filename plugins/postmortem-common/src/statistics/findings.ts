import type { FollowThroughReport } from '../schema/reportFollowThrough';
import type { RateComparison, RateVerdict } from '../schema/reportFigures';
import type { PatternsReport } from '../schema/reportPatterns';
import type { DurationsReport, Trends } from '../schema/reports';
import { count, counted, duration, nameOf, percent, times } from './phrases';
import { compareRates } from './poisson';
import { ALPHA } from './types';

/** The charts of the reports. */
export type ReportChart =
  | 'incidents'
  | 'services'
  | 'triggers'
  | 'factors'
  | 'detection'
  | 'durations'
  | 'action_items'
  | 'fixes'
  | 'debt'
  | 'impact'
  | 'flows';

/** What a chart shows, in words. */
export interface Finding {
  chart: ReportChart;
  /**
   * What a test of two rates came to; null where nothing was tested, so that
   * the text says what was counted, and no more.
   */
  verdict: RateVerdict | null;
  /** Of that test, for the number of tests that were made; null without one. */
  pValue: number | null;
  /** One sentence, without a full stop. */
  text: string;
}

/** The reports, all of the same filters. */
export interface Reports {
  trends: Trends;
  patterns: PatternsReport;
  durations: DurationsReport;
  followThrough: FollowThroughReport;
}

type Said = Omit<Finding, 'chart'>;

function counts(text: string): Said {
  return { verdict: null, pValue: null, text };
}

function ratioText({ ratio, ratioLimits }: RateComparison): string {
  if (ratio === null) {
    return '';
  }
  const { lower, upper } = ratioLimits;
  const range =
    upper === null
      ? `${times(lower)} or more`
      : `${times(lower)} to ${times(upper)}`;
  return `, ${times(ratio)} times the rate (${range})`;
}

function incidents({ totals }: Trends): Said {
  const { n, comparison } = totals;
  if (!comparison) {
    return counts(counted(n, 'incident'));
  }
  const { verdict, pValue, previous } = comparison;
  const before = `${count(previous.n)} in the time before`;
  if (verdict === 'not_distinguishable') {
    return {
      verdict,
      pValue,
      text: `${counted(
        n,
        'incident',
      )} after ${before}: too few to tell more from fewer`,
    };
  }
  return {
    verdict,
    pValue,
    text: `${verdict === 'more' ? 'More' : 'Fewer'} incidents: ${count(
      n,
    )} after ${before}${ratioText(comparison)}`,
  };
}

/**
 * Whether the first of some counts stands out: it is compared with the second
 * one alone, which is a test of the whole order (Hung and Fithian, "Rank
 * verification for exponential families", Ann Stat 47 (2019), 758–782).
 */
function standsOut<T extends { n: number }>(
  items: T[],
): (Pick<Said, 'verdict' | 'pValue'> & { first: T; second?: T }) | undefined {
  const [first, second] = [...items].sort((a, b) => b.n - a.n);
  if (!first) {
    return undefined;
  }
  const { verdict, pValue } = compareRates(
    { n: first.n, exposure: 1 },
    { n: second?.n ?? 0, exposure: 1 },
  );
  return { verdict, pValue, first, second };
}

function services({ services: { items }, n }: PatternsReport): Said {
  const found = standsOut(items);
  if (!found) {
    return counts('No incident involves an entity');
  }
  const { first, second, verdict, pValue } = found;
  const next = second
    ? `; the next one, ${nameOf(second.entityRef)}, ${count(second.n)}`
    : '';
  return {
    verdict,
    pValue,
    text:
      verdict === 'more'
        ? `${nameOf(
            first.entityRef,
          )} had more incidents than any other: ${count(first.n)} of ${count(
            n,
          )}${next}`
        : 'No service stands out: the first cannot be told from the next',
  };
}

interface Category {
  key: string | null;
  n: number;
  comparison: RateComparison | null;
}

/**
 * The category whose rate changed for certain, where one did. Of so many tests
 * some would find something by chance, so that each has its part of the level
 * (Bonferroni).
 */
function changed(items: Category[]): Said | undefined {
  const tested = items.flatMap(({ key, n, comparison }) =>
    comparison && key !== null ? { key, n, comparison } : [],
  );
  const [surest] = tested.sort(
    (a, b) => a.comparison.pValue - b.comparison.pValue,
  );
  if (!surest || surest.comparison.pValue > ALPHA / tested.length) {
    return undefined;
  }
  const { key, n, comparison } = surest;
  return {
    verdict: comparison.verdict,
    pValue: comparison.pValue * tested.length,
    text: `${
      comparison.verdict === 'more' ? 'More' : 'Fewer'
    } incidents with “${key}”: ${count(n)} after ${count(
      comparison.previous.n,
    )} in the time before`,
  };
}

function categories(all: Category[], total: number, what: string): Said {
  const named = all.filter(({ key }) => key !== null);
  const change = changed(all);
  if (change) {
    return change;
  }
  const found = standsOut(named);
  if (!found) {
    return counts(`No incident names a ${what}`);
  }
  const { first, verdict, pValue } = found;
  return {
    verdict,
    pValue,
    text:
      verdict === 'more'
        ? `“${first.key}” is the most frequent ${what}: ${count(
            first.n,
          )} of ${counted(total, 'incident')}`
        : `No ${what} stands out`,
  };
}

function detection({ detection: { methods, missing } }: PatternsReport): Said {
  const { n, of, limits } = methods.find(
    ({ method }) => method === 'monitoring',
  )!.share;
  const unknown = missing > 0 ? `; ${count(missing)} do not say` : '';
  return counts(
    limits
      ? `Monitoring found ${count(n)} of ${counted(of, 'incident')} (${percent(
          limits.lower,
        )} to ${percent(limits.upper)})${unknown}`
      : 'No incident says how it was detected',
  );
}

function durations({ metrics }: DurationsReport): Said {
  const { median, n, missing } = metrics.find(
    ({ metric }) => metric === 'timeToResolve',
  )!;
  const unknown = missing > 0 ? `; ${count(missing)} have no time` : '';
  if (!median?.limits) {
    return counts(
      `Too few to tell how long it takes: ${counted(
        n,
        'incident',
      )} with a time of resolution${unknown}`,
    );
  }
  const { value, limits } = median;
  return counts(
    `Half of ${counted(n, 'incident')} were resolved within ${duration(
      value,
    )} (${duration(limits.lower)} to ${duration(limits.upper)})${unknown}`,
  );
}

function actionItems({ done, open }: FollowThroughReport): Said {
  const overdue = `${count(open.overdue)} of ${counted(
    open.n,
    'open item',
  )} are overdue`;
  const [known] = [90, 60, 30].flatMap(after => {
    const estimate = done.curve.find(({ days }) => days === after);
    return estimate?.limits && estimate.share !== null
      ? { after, share: estimate.share, limits: estimate.limits }
      : [];
  });
  return counts(
    known
      ? `${percent(known.share)} of action items are done within ${
          known.after
        } days (${percent(known.limits.lower)} to ${percent(
          known.limits.upper,
        )}); ${overdue}`
      : `Too early to tell how many action items get done; ${overdue}`,
  );
}

function fixes({
  n: total,
  repeats: { n, states },
}: FollowThroughReport): Said {
  if (n === 0) {
    return counts('No incident repeats an earlier one');
  }
  const open = states.find(({ state }) => state === 'open')!.n;
  return counts(
    `${count(n)} of ${counted(
      total,
      'incident',
    )} repeat an earlier one; ${count(
      open,
    )} came while its action items were open`,
  );
}

function debt({ debt: { written, reviews } }: FollowThroughReport): Said {
  return counts(
    written.of === 0
      ? 'No postmortem is required'
      : `${count(written.n)} of ${counted(
          written.of,
          'postmortem',
        )} are written; ${count(reviews.overdue)} reviews are overdue`,
  );
}

function impact({ impact: { users } }: PatternsReport): Said {
  return counts(
    users.known === 0
      ? `Users are known for none of ${counted(users.of, 'incident')}`
      : `${counted(users.sum, 'user')} affected, known for ${count(
          users.known,
        )} of ${counted(users.of, 'incident')}`,
  );
}

function flows({ flows: { n, teams } }: PatternsReport): Said {
  const [first] = teams.cells
    .filter(({ from, to }) => from !== null && to !== null && from !== to)
    .sort((a, b) => b.n - a.n);
  return counts(
    first
      ? `Between teams, most go from ${nameOf(first.from!)} to ${nameOf(
          first.to!,
        )}: ${count(first.n)} of ${counted(n, 'incident')}`
      : `None of ${counted(n, 'incident')} went from one team to another`,
  );
}

/**
 * What each chart shows, in words. Where two rates are compared it says "more"
 * or "fewer" only if a test can tell them apart at a level of 0.05; everywhere
 * else it says what was counted, and of how many.
 *
 * @param reports - those that are there; of the others nothing is said
 */
export function findingsOf(reports: Partial<Reports>): Finding[] {
  const { trends, patterns, durations: took, followThrough } = reports;
  const said: Array<Finding | undefined> = [
    trends && { chart: 'incidents', ...incidents(trends) },
    patterns && { chart: 'services', ...services(patterns) },
    patterns && {
      chart: 'triggers',
      ...categories(patterns.triggers.items, patterns.n, 'trigger'),
    },
    patterns && {
      chart: 'factors',
      ...categories(patterns.factors.items, patterns.n, 'contributing factor'),
    },
    patterns && { chart: 'detection', ...detection(patterns) },
    took && { chart: 'durations', ...durations(took) },
    followThrough && { chart: 'action_items', ...actionItems(followThrough) },
    followThrough && { chart: 'fixes', ...fixes(followThrough) },
    followThrough && { chart: 'debt', ...debt(followThrough) },
    patterns && { chart: 'impact', ...impact(patterns) },
    patterns && { chart: 'flows', ...flows(patterns) },
  ];
  return said.filter((finding): finding is Finding => finding !== undefined);
}
