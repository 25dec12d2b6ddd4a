import { parseEntityRef } from '@backstage/catalog-model';
import type {
  Limits,
  RateComparison,
  RateVerdict,
  ReportInterval,
  ReportPeriod,
  Share,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import { formatDuration } from '../shared';

const utc = (at: string) => DateTime.fromISO(at, { zone: 'utc' });

/** `1,234.5`, with at most so many decimals. */
export function number(value: number, digits = 0): string {
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

/** `63%` */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** `13.8 to 33.3` */
export function range(limits: Limits, digits = 1): string {
  return `${number(limits.lower, digits)} to ${number(limits.upper, digits)}`;
}

/** `34% to 74%` */
export function percentRange({ lower, upper }: Limits): string {
  return `${percent(lower)} to ${percent(upper)}`;
}

/** `11 of 20, 55% (34% to 74%)` */
export function shareText({ n, of, share, limits }: Share): string {
  return [
    `${number(n)} of ${number(of)}`,
    share === null ? '' : `, ${percent(share)}`,
    limits ? ` (${percentRange(limits)})` : '',
  ].join('');
}

/** `1 h 35 min`, of minutes. */
export function minutes(value: number): string {
  return formatDuration(Math.round(value));
}

/** `Nov 2025`, `2026-W14`, `Q1 2026`. */
export function periodName(
  period: ReportPeriod,
  interval: ReportInterval,
): string {
  if (interval === 'month') {
    return DateTime.fromFormat(period.key, 'yyyy-MM').toFormat('LLL yyyy');
  }
  return interval === 'quarter'
    ? period.key.replace(/^(\d+)-(Q\d)$/, '$2 $1')
    : period.key;
}

/** The same where there is little room: `Nov ’25`, `W14`, `Q1 ’26`. */
export function shortPeriodName(
  period: ReportPeriod,
  interval: ReportInterval,
): string {
  return interval === 'week'
    ? period.key.slice(5)
    : periodName(period, interval).replace(/ \d\d(\d\d)$/, ' ’$1');
}

/** What is said of a period that is not whole. */
export function periodState(period: ReportPeriod): string {
  if (period.isCurrent) {
    return 'so far';
  }
  return period.isComplete ? '' : 'in part';
}

/** `Nov 2026 (so far)` */
export function periodLabel(
  period: ReportPeriod,
  interval: ReportInterval,
): string {
  const state = periodState(period);
  const name = periodName(period, interval);
  return state ? `${name} (${state})` : name;
}

/** `1 Nov 2025 to 30 Nov 2026`, of a time whose end is not included. */
export function timeSpan({ from, to }: { from: string; to: string }): string {
  return `${utc(from).toFormat('d LLL yyyy')} to ${utc(to)
    .minus({ milliseconds: 1 })
    .toFormat('d LLL yyyy')}`;
}

/** The name of an entity, with its kind where that is not the usual one. */
export function refName(ref: string, usualKind = 'component'): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return [
    kind === usualKind ? '' : `${kind}:`,
    namespace === 'default' ? '' : `${namespace}/`,
    name,
  ].join('');
}

export const VERDICT_NAMES: Record<RateVerdict, string> = {
  more: 'more',
  fewer: 'fewer',
  not_distinguishable: 'not distinguishable',
};

/** `0.015`, `under 0.001` */
export function pValueText(p: number): string {
  return p < 0.001 ? 'under 0.001' : p.toPrecision(2);
}

/** What the test of two rates came to, with the figures that it rests on. */
export function comparisonText(comparison: RateComparison): string {
  const { verdict, n, days, previous, ratio, ratioLimits, pValue } = comparison;
  const limits =
    ratioLimits.upper === null
      ? `${number(ratioLimits.lower, 2)} or more`
      : `${number(ratioLimits.lower, 2)} to ${number(ratioLimits.upper, 2)}`;
  const rate = `ratio of the rates ${
    ratio === null ? '' : `${number(ratio, 2)}, `
  }95% interval ${limits}, p ${pValue < 0.001 ? '' : '= '}${pValueText(
    pValue,
  )}`;
  return `${VERDICT_NAMES[verdict]}: ${number(n)} in ${number(
    days,
  )} days after ${number(previous.n)} in ${number(
    previous.days,
  )} days (${rate})`;
}
