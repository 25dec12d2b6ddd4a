import type {
  ReportInterval,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import { periodState, shortPeriodName } from '../format';

/** What every axis has in common. */
export const AXIS = {
  stroke: 'var(--bui-border-2)',
  tickLine: false,
} as const;

/** How every interval is drawn. */
export const INTERVAL = {
  width: 5,
  strokeWidth: 1.25,
  stroke: 'var(--bui-fg-primary)',
  isAnimationActive: false,
} as const;

/** Cuts a name that there is no room for. */
export function cut(name: string, width: number): string {
  // A character is about six pixels wide.
  const most = Math.max(6, Math.floor(width / 6));
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** How wide the names beside a chart may be. */
export function namesWidth(names: string[], width: number): number {
  const longest = Math.max(...names.map(({ length }) => length), 4) * 6.4 + 12;
  return Math.round(Math.min(longest, width * 0.36, 220));
}

interface TickProps {
  x?: number | string;
  y?: number | string;
  payload?: { value: string | number };
}

/** The name of a row, to the left of a chart; all of it on hover. */
export function NameTick(
  props: TickProps & { nameOf: (key: string) => string; width: number },
) {
  const name = props.nameOf(String(props.payload?.value));
  return (
    <text
      x={props.x}
      y={props.y}
      dy={4}
      dx={-4}
      textAnchor="end"
      className="name"
    >
      <title>{name}</title>
      {cut(name, props.width - 8)}
    </text>
  );
}

/** The name of a period, below a chart, and that it is not over. */
export function PeriodTick(
  props: TickProps & { periods: ReportPeriod[]; interval: ReportInterval },
) {
  const period = props.periods.find(({ key }) => key === props.payload?.value);
  if (!period) {
    return null;
  }
  const state = periodState(period);
  return (
    <text x={props.x} y={props.y} textAnchor="middle">
      <tspan x={props.x} dy={12}>
        {shortPeriodName(period, props.interval)}
      </tspan>
      {state && (
        <tspan x={props.x} dy={12}>
          {state}
        </tspan>
      )}
    </text>
  );
}

/** How many periods are between two names, so that none touch. */
export function periodStep(
  periods: number,
  interval: ReportInterval,
  width: number,
): number {
  const each = width / Math.max(periods, 1);
  const needed = interval === 'week' ? 36 : 48;
  return Math.max(0, Math.ceil(needed / each) - 1);
}

/** The ticks of a scale from 0: round numbers, the last one at the end. */
export function niceTicks(max: number, isWhole = true): number[] {
  const rough = Math.max(max, isWhole ? 1 : 0.01) / 4;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const parts = isWhole ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = parts.find(part => part * unit >= rough * (1 - 1e-9))! * unit;
  const whole = isWhole ? Math.max(1, Math.ceil(step)) : step;
  const steps = Math.max(1, Math.ceil(max / whole - 1e-9));
  return Array.from({ length: steps + 1 }, (_, index) =>
    // Without the dust of binary fractions.
    Number((index * whole).toPrecision(12)),
  );
}
