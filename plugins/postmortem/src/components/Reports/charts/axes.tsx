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

/** A scale's end that is a round number. */
export function niceMax(value: number): number {
  if (value <= 5) {
    return Math.max(1, Math.ceil(value));
  }
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find(
    part => part * unit >= value,
  )!;
  return step * unit;
}
