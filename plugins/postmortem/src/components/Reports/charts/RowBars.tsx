import { useId } from 'react';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartArea } from '../frame/ChartArea';
import { Fills, fillOf, type SeriesStyle } from '../frame/fills';
import { Legend } from '../frame/Legend';
import { Tip } from '../frame/Tip';
import { number, percent } from '../format';
import { AXIS, namesWidth, NameTick, niceTicks } from './axes';

/** One row of bars. */
export interface BarRow {
  key: string;
  name: string;
  /** One for each of the series. */
  values: number[];
  /** Written after the bar; the sum where left out. */
  label?: string;
  /** The part of all that this row and those above it have, from 0 to 1. */
  cumulative?: number;
  lines?: string[];
  href?: string;
}

/** Rows of bars, each cut into its parts; with a line for Pareto's. */
export function RowBars(props: {
  rows: BarRow[];
  series: Array<{ name: string; style: SeriesStyle }>;
  description: string;
  onOpen?: (
    href: string,
    event: { ctrlKey?: boolean; metaKey?: boolean },
  ) => void;
  /** What the line stands for, where rows have a `cumulative`. */
  cumulativeName?: string;
}) {
  const { rows, series, onOpen, cumulativeName } = props;
  const id = useId().replace(/:/g, '');
  const sumOf = ({ values }: BarRow) => values.reduce((sum, n) => sum + n, 0);
  const height = rows.length * 26 + 48 + (cumulativeName ? 22 : 0);
  const data = rows.map(row => ({
    ...row,
    ...Object.fromEntries(row.values.map((value, at) => [`s${at}`, value])),
    sum: sumOf(row),
    text: row.label ?? number(sumOf(row)),
  }));
  const nameOf = (key: string) => rows.find(row => row.key === key)?.name ?? '';
  const ticks = niceTicks(Math.max(...rows.map(sumOf), 1));
  return (
    <>
      {(series.length > 1 || cumulativeName) && (
        <Legend
          series={series}
          marks={
            cumulativeName
              ? [
                  {
                    name: cumulativeName,
                    shape: (
                      <path
                        d="M0 10L6 4L12 2"
                        fill="none"
                        style={{ stroke: 'var(--bui-fg-primary)' }}
                        strokeWidth={1.5}
                      />
                    ),
                  },
                ]
              : []
          }
        />
      )}
      <ChartArea description={props.description} height={height}>
        {width => {
          const names = namesWidth(
            rows.map(({ name }) => name),
            width,
          );
          return (
            <ComposedChart
              layout="vertical"
              width={width}
              height={height}
              data={data}
              accessibilityLayer={false}
              margin={{ top: 4, right: 44, bottom: 4, left: 0 }}
              barCategoryGap="20%"
            >
              <Fills id={id} styles={series.map(({ style }) => style)} />
              <CartesianGrid horizontal={false} stroke="var(--bui-border-1)" />
              <XAxis
                {...AXIS}
                xAxisId="n"
                type="number"
                domain={[0, ticks.at(-1)!]}
                ticks={ticks}
              />
              {cumulativeName && (
                <XAxis
                  {...AXIS}
                  xAxisId="share"
                  orientation="top"
                  type="number"
                  height={22}
                  domain={[0, 1]}
                  ticks={[0, 0.5, 1]}
                  tickFormatter={percent}
                />
              )}
              <YAxis
                {...AXIS}
                type="category"
                dataKey="key"
                width={names}
                interval={0}
                tick={<NameTick nameOf={nameOf} width={names} />}
              />
              <Tooltip
                isAnimationActive={false}
                cursor={{ fill: 'var(--bui-fg-secondary)', fillOpacity: 0.12 }}
                content={({ active, payload }) => {
                  const row = payload?.[0]?.payload as BarRow | undefined;
                  return active && row ? (
                    <Tip
                      title={row.name}
                      lines={[
                        ...(series.length > 1
                          ? series.map(
                              ({ name }, at) =>
                                `${name}: ${number(row.values[at])}`,
                            )
                          : []),
                        ...(row.lines ?? []),
                      ]}
                      isLink={Boolean(onOpen && row.href)}
                    />
                  ) : null;
                }}
              />
              {series.map(({ name }, at) => (
                <Bar
                  key={name}
                  xAxisId="n"
                  dataKey={`s${at}`}
                  stackId="all"
                  fill={fillOf(id, at)}
                  maxBarSize={18}
                  isAnimationActive={false}
                  cursor={onOpen ? 'pointer' : undefined}
                  onClick={(bar: { payload?: BarRow }, _index, event) =>
                    bar.payload?.href && onOpen?.(bar.payload.href, event)
                  }
                />
              ))}
              <Line
                xAxisId="n"
                dataKey="sum"
                stroke="none"
                activeDot={false}
                isAnimationActive={false}
                dot={({ key, cx = 0, cy = 0, payload }) => (
                  <text key={key} x={cx + 6} y={cy + 4}>
                    {payload.text}
                  </text>
                )}
              />
              {cumulativeName && (
                <Line
                  xAxisId="share"
                  dataKey="cumulative"
                  stroke="var(--bui-fg-primary)"
                  strokeWidth={1.5}
                  dot={{
                    r: 2.5,
                    fill: 'var(--report-surface)',
                    stroke: 'var(--bui-fg-primary)',
                  }}
                  activeDot={false}
                  isAnimationActive={false}
                />
              )}
            </ComposedChart>
          );
        }}
      </ChartArea>
    </>
  );
}
