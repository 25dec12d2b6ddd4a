import type {
  Limits,
  ReportInterval,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import { useId } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  ErrorBar,
  Line,
  Rectangle,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartArea } from '../frame/ChartArea';
import { Fills, fillOf, type SeriesStyle } from '../frame/fills';
import { Legend } from '../frame/Legend';
import { Tip } from '../frame/Tip';
import { number, periodLabel } from '../format';
import { AXIS, INTERVAL, niceTicks, periodStep, PeriodTick } from './axes';

/** One part of each column, or one of several columns side by side. */
export interface ColumnSeries {
  name: string;
  style: SeriesStyle;
  /** One for each of the periods. */
  values: number[];
}

/**
 * All that is drawn or said of a period: while other figures come, recharts
 * draws the rows of the earlier ones once more.
 */
interface Row {
  index: number;
  key: string;
  title: string;
  lines: Array<string | false>;
  isWhole: boolean;
  total: number;
  error: [number, number];
  repeats: number | null;
  [series: `s${number}`]: number;
}

interface Shape {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  fill?: string;
  payload?: Row;
}

/**
 * Columns by period: parts on each other, or beside each other. A period that
 * is not whole is drawn lighter, with a dashed edge.
 */
export function PeriodColumns(props: {
  periods: ReportPeriod[];
  interval: ReportInterval;
  series: ColumnSeries[];
  isStacked?: boolean;
  /** The intervals of the totals. */
  limits?: Limits[];
  /** Of each total, those that repeat an earlier one. */
  repeats?: number[];
  description: string;
  /** Further lines for a period's tip. */
  tipOf?: (index: number) => Array<string | false>;
  /** Called with a period, and with the series that was clicked on. */
  onOpen?: (
    index: number,
    series: number | undefined,
    event: { ctrlKey?: boolean; metaKey?: boolean },
  ) => void;
  height?: number;
  hideLegend?: boolean;
}) {
  const { periods, interval, series, isStacked, limits, repeats, onOpen } =
    props;
  const id = useId().replace(/:/g, '');
  const totalOf = (index: number) =>
    series.reduce((sum, { values }) => sum + values[index], 0);
  const rows = periods.map((period, index): Row => {
    const total = totalOf(index);
    return {
      index,
      key: period.key,
      title: periodLabel(period, interval),
      lines: [
        ...series
          .filter(({ values }) => values[index] > 0)
          .map(({ name, values }) => `${name}: ${number(values[index])}`),
        ...(props.tipOf?.(index) ?? []),
      ],
      isWhole: period.isComplete,
      total,
      error: limits
        ? [total - limits[index].lower, limits[index].upper - total]
        : [0, 0],
      repeats: repeats?.[index] || null,
      ...Object.fromEntries(series.map((s, at) => [`s${at}`, s.values[index]])),
    };
  });
  const ticks = niceTicks(
    Math.max(
      ...periods.map((_, index) =>
        Math.max(
          isStacked
            ? totalOf(index)
            : Math.max(...series.map(({ values }) => values[index])),
          limits?.[index].upper ?? 0,
        ),
      ),
    ),
  );
  const column = (at: number) => (shape: Shape) => {
    const { x = 0, y = 0, width = 0, height = 0, payload } = shape;
    const isWhole = payload?.isWhole ?? true;
    return (
      <Rectangle
        x={x}
        y={y}
        width={width}
        height={Math.max(height - (isStacked ? 1 : 0), 0)}
        fill={fillOf(id, at)}
        fillOpacity={isWhole ? 1 : 0.45}
        stroke={isWhole ? undefined : series[at].style.color}
        strokeDasharray={isWhole ? undefined : '3 2'}
      />
    );
  };

  return (
    <>
      {!props.hideLegend && (
        <Legend
          series={series}
          marks={[
            ...(repeats?.some(n => n > 0)
              ? [
                  {
                    name: 'Repeats of an earlier one',
                    shape: <RepeatMark cx={6} cy={6} />,
                  },
                ]
              : []),
            ...(limits
              ? [
                  {
                    name: '95% interval',
                    shape: (
                      <path
                        d="M2 1H10M6 1V11M2 11H10"
                        fill="none"
                        style={{ stroke: 'var(--bui-fg-primary)' }}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <ChartArea description={props.description} height={props.height ?? 260}>
        {width => (
          <ComposedChart
            width={width}
            height={props.height ?? 260}
            data={rows}
            accessibilityLayer={false}
            margin={{ top: 8, right: 8, bottom: 4, left: 0 }}
            barCategoryGap="22%"
            barGap={1}
          >
            <Fills id={id} styles={series.map(({ style }) => style)} />
            <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
            <XAxis
              {...AXIS}
              dataKey="key"
              height={34}
              interval={periodStep(periods.length, interval, width - 48)}
              tick={<PeriodTick periods={periods} interval={interval} />}
            />
            <YAxis
              {...AXIS}
              axisLine={false}
              width={44}
              domain={[0, ticks.at(-1)!]}
              ticks={ticks}
              interval={0}
              tickFormatter={(value: number) => compact(value)}
            />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--bui-fg-secondary)', fillOpacity: 0.12 }}
              content={({ active, payload }) => {
                const row = payload?.[0]?.payload as Row | undefined;
                return active && row ? (
                  <Tip
                    title={row.title}
                    lines={row.lines}
                    isLink={Boolean(onOpen)}
                  />
                ) : null;
              }}
            />
            {series.map(({ name }, at) => (
              <Bar
                key={name}
                dataKey={`s${at}`}
                stackId={isStacked ? 'all' : undefined}
                maxBarSize={isStacked ? 48 : 20}
                isAnimationActive={false}
                cursor={onOpen ? 'pointer' : undefined}
                shape={column(at) as never}
                onClick={(bar: { payload?: Row }, _index, event) =>
                  bar.payload && onOpen?.(bar.payload.index, at, event)
                }
              />
            ))}
            {limits && (
              <Line
                dataKey="total"
                stroke="none"
                dot={false}
                activeDot={false}
                isAnimationActive={false}
                legendType="none"
              >
                <ErrorBar dataKey="error" {...INTERVAL} />
              </Line>
            )}
            {repeats && (
              <Line
                dataKey="repeats"
                stroke="none"
                activeDot={false}
                isAnimationActive={false}
                dot={({ key, cx, cy, value }) =>
                  value ? (
                    <RepeatMark key={key} cx={cx} cy={cy} />
                  ) : (
                    <g key={key} />
                  )
                }
              />
            )}
          </ComposedChart>
        )}
      </ChartArea>
    </>
  );
}

/** How many of a column repeat: a ring at that height. */
function RepeatMark({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return (
    <circle
      cx={cx}
      cy={cy}
      r={4}
      strokeWidth={2}
      style={{ fill: 'var(--report-surface)', stroke: 'var(--bui-fg-primary)' }}
    />
  );
}

const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' });

/** `1.2M`, where the whole number would not fit beside an axis. */
function compact(value: number): string {
  return value >= 10_000 ? COMPACT.format(value) : number(value);
}
