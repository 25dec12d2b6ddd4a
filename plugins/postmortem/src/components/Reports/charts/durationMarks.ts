import type {
  DurationMetric,
  DurationsReport,
} from 'backstage-plugin-postmortem-common';
import { formatExact } from '../../shared/time';
import { severityLevel } from '../../shared/severity';
import { minutes, periodLabel } from '../format';

const TICKS = [0.5, 1, 5, 15, 60, 240, 1440, 10_080, 43_200, 525_600];

// A logarithmic axis has no zero.
const UNDER_A_MINUTE = 0.5;

// The middle of one or two says no more than their dots.
const FEWEST = 3;

/** An incident. */
export interface Dot {
  x: number;
  y: number;
  title: string;
  lines: string[];
  level: number | null;
  incident: string;
}

/** The median of a period; without `error` where it has no interval. */
export interface Middle {
  x: number;
  y: number;
  title: string;
  lines: string[];
  error?: [number, number];
}

/** The incidents of which a duration is known. */
export function dotsOf(
  { points }: DurationsReport,
  metric: DurationMetric,
  severities: readonly string[],
): Dot[] {
  return points.items.flatMap((item): Dot[] => {
    const value = item[metric];
    if (value === null) {
      return [];
    }
    return [
      {
        x: Date.parse(item.startedAt),
        y: Math.max(value, UNDER_A_MINUTE),
        title: `${item.key} ${item.title}`,
        lines: [
          minutes(value),
          `${item.severity ?? 'No severity'}, ${formatExact(item.startedAt)}`,
        ],
        level: severityLevel(item.severity, severities),
        incident: item.key,
      },
    ];
  });
}

/** The medians of the periods that have enough for one to say something. */
export function middlesOf(
  { metrics, periods, interval }: DurationsReport,
  metric: DurationMetric,
): Middle[] {
  const figures = metrics.find(each => each.metric === metric)!;
  return figures.periods.flatMap(({ n, median }, index): Middle[] => {
    if (!median || n < FEWEST) {
      return [];
    }
    const { value, limits } = median;
    const { start, end } = periods[index];
    const y = Math.max(value, UNDER_A_MINUTE);
    const middle: Middle = {
      x: (Date.parse(start) + Date.parse(end)) / 2,
      y,
      title: periodLabel(periods[index], interval),
      lines: [`median of ${n}: ${minutes(value)}`],
    };
    if (!limits) {
      middle.lines.push('too few for an interval');
      return [middle];
    }
    const { lower, upper } = limits;
    middle.lines.push(`95% interval ${minutes(lower)} to ${minutes(upper)}`);
    middle.error = [y - Math.max(lower, UNDER_A_MINUTE), upper - y];
    return [middle];
  });
}

/** The ticks of a logarithmic axis that holds all of the marks. */
export function ticksFor(dots: Dot[], middles: Middle[]): number[] {
  const all = [
    ...dots.map(({ y }) => y),
    ...middles.flatMap(({ y, error = [0, 0] }) => [y - error[0], y + error[1]]),
  ];
  const low = Math.min(...all);
  const high = Math.max(...all);
  const first = Math.max(TICKS.findIndex(tick => tick > low) - 1, 0);
  const last = TICKS.findIndex(tick => tick >= high);
  const ticks = TICKS.slice(first, last < 0 ? undefined : last + 1);
  // Somebody forgot an incident for longer than any tick.
  return last < 0 ? [...ticks, high] : ticks;
}

/** `15 min`, `4 h`, `30 d` */
export function tickText(value: number): string {
  if (value < 1) {
    return '< 1 min';
  }
  return value === 525_600 ? '1 year' : minutes(value);
}
