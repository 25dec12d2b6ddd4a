import type { Limits } from 'backstage-plugin-postmortem-common';
import {
  CartesianGrid,
  ErrorBar,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartArea } from '../frame/ChartArea';
import { Tip } from '../frame/Tip';
import { AXIS, INTERVAL, namesWidth, NameTick, niceTicks } from './axes';

/** A figure with its interval, where it has one. */
export interface IntervalRow {
  key: string;
  name: string;
  /** Null where there is nothing to tell: the row stays, without a dot. */
  value: number | null;
  limits: Limits | null;
  /** What the figure rests on, in words. */
  lines: string[];
  href?: string;
}

interface Point extends IntervalRow {
  x: number;
  error: [number, number];
}

/** One dot a row, with its 95 % interval: what can be compared, and how far. */
export function IntervalPlot(props: {
  rows: IntervalRow[];
  description: string;
  /** The end of the scale; by default that of the longest interval. */
  max?: number;
  format: (value: number) => string;
  onOpen?: (
    href: string,
    event: { ctrlKey?: boolean; metaKey?: boolean },
  ) => void;
}) {
  const { rows, format, onOpen } = props;
  const points = rows.flatMap((row): Point[] =>
    row.value === null
      ? []
      : [
          {
            ...row,
            x: row.value,
            error: row.limits
              ? [row.value - row.limits.lower, row.limits.upper - row.value]
              : [0, 0],
          },
        ],
  );
  const ticks = niceTicks(
    props.max ??
      Math.max(...points.map(({ x, limits }) => limits?.upper ?? x), 0.1),
    false,
  );
  const height = rows.length * 26 + 48;
  const nameOf = (key: string) => rows.find(row => row.key === key)?.name ?? '';
  return (
    <ChartArea description={props.description} height={height}>
      {width => {
        const names = namesWidth(
          rows.map(({ name }) => name),
          width,
        );
        return (
          <ScatterChart
            width={width}
            height={height}
            accessibilityLayer={false}
            margin={{ top: 8, right: 20, bottom: 4, left: 0 }}
          >
            <CartesianGrid horizontal={false} stroke="var(--bui-border-1)" />
            <XAxis
              {...AXIS}
              type="number"
              dataKey="x"
              domain={[0, ticks.at(-1)!]}
              ticks={ticks}
              tickFormatter={format}
            />
            <YAxis
              {...AXIS}
              type="category"
              dataKey="key"
              allowDuplicatedCategory={false}
              width={names}
              domain={rows.map(({ key }) => key)}
              interval={0}
              reversed
              tick={<NameTick nameOf={nameOf} width={names} />}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={false}
              content={({ active, payload }) => {
                const point = payload?.[0]?.payload as Point | undefined;
                return active && point ? (
                  <Tip
                    title={point.name}
                    lines={point.lines}
                    isLink={Boolean(onOpen && point.href)}
                  />
                ) : null;
              }}
            />
            {/* Where nothing can be said of the interval, none is drawn. */}
            {[true, false].map(hasLimits => (
              <Scatter
                key={String(hasLimits)}
                data={points.filter(
                  ({ limits }) => Boolean(limits) === hasLimits,
                )}
                isAnimationActive={false}
                cursor={onOpen ? 'pointer' : undefined}
                shape={Dot}
                onClick={(point: { payload?: Point }, _index, event) =>
                  point.payload?.href && onOpen?.(point.payload.href, event)
                }
              >
                {hasLimits && (
                  <ErrorBar dataKey="error" direction="x" {...INTERVAL} />
                )}
              </Scatter>
            ))}
          </ScatterChart>
        );
      }}
    </ChartArea>
  );
}

function Dot({ cx, cy }: { cx?: number; cy?: number }) {
  return (
    <g>
      {/* Easier to meet with the pointer than the dot alone. */}
      <circle cx={cx} cy={cy} r={12} fill="transparent" />
      <circle cx={cx} cy={cy} r={5} style={{ fill: 'var(--report-blue)' }} />
    </g>
  );
}
