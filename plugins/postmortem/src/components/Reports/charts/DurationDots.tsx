import type {
  DurationMetric,
  DurationsReport,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import {
  CartesianGrid,
  ErrorBar,
  ReferenceArea,
  ReferenceLine,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { severityLevel, useSeverities } from '../../shared';
import { ChartArea } from '../frame/ChartArea';
import { Legend } from '../frame/Legend';
import styles from '../frame/ReportCard.module.css';
import { Tip } from '../frame/Tip';
import { minutes, shortPeriodName } from '../format';
import { AXIS, INTERVAL, periodStep } from './axes';
import {
  type Dot,
  dotsOf,
  middlesOf,
  ticksFor,
  tickText,
} from './durationMarks';
import { PATHS, SeverityShape } from './SeverityShape';

const LABEL = styles.strong;

// So many dots are drawn smaller.
const MANY = 200;

/** Each incident as a dot, by when it began and how long something took. */
export function DurationDots(props: {
  durations: DurationsReport;
  metric: DurationMetric;
  description: string;
  onOpen: (
    key: string,
    event: { ctrlKey?: boolean; metaKey?: boolean },
  ) => void;
}) {
  const { durations, metric, onOpen } = props;
  const { periods, interval, points } = durations;
  const severities = useSeverities();
  const figures = durations.metrics.find(each => each.metric === metric)!;
  const { median, p90 } = figures;
  const dots = dotsOf(durations, metric, severities);
  const middles = middlesOf(durations, metric);
  const ticks = ticksFor(dots, middles);
  const low = ticks[0];
  const start = Date.parse(periods[0]?.start ?? durations.from);
  const end = Date.parse(periods.at(-1)?.end ?? durations.to);
  const current = periods.find(({ isCurrent }) => isCurrent);
  const used = severities.filter(severity =>
    points.items.some(
      item => item.severity === severity && item[metric] !== null,
    ),
  );

  return (
    <>
      <Legend
        series={[]}
        marks={[
          ...used.map(severity => ({
            name: severity,
            shape: (
              <path
                d={PATHS[severityLevel(severity, severities) ?? 3]}
                style={{ fill: 'var(--report-blue)' }}
              />
            ),
          })),
          {
            name: 'Median of a period, of 3 or more',
            shape: (
              <path
                d="M0 6H12"
                strokeWidth={2.5}
                style={{ stroke: 'var(--bui-fg-primary)' }}
              />
            ),
          },
        ]}
      />
      <ChartArea description={props.description} height={320}>
        {width => {
          const step = periodStep(periods.length, interval, width - 64) + 1;
          return (
            <ScatterChart
              width={width}
              height={320}
              accessibilityLayer={false}
              margin={{ top: 12, right: 12, bottom: 4, left: 0 }}
            >
              <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
              <XAxis
                {...AXIS}
                type="number"
                dataKey="x"
                domain={[start, end]}
                allowDataOverflow
                ticks={periods
                  .filter((_, index) => index % step === 0)
                  .map(period => Date.parse(period.start))}
                interval={0}
                tickFormatter={(at: number) => {
                  const period = periods.find(
                    each => Date.parse(each.start) === at,
                  );
                  return period
                    ? shortPeriodName(period, interval)
                    : DateTime.fromMillis(at).toFormat('LLL yy');
                }}
              />
              <YAxis
                {...AXIS}
                type="number"
                dataKey="y"
                scale="log"
                domain={[low, ticks.at(-1)!]}
                ticks={ticks}
                interval={0}
                width={60}
                tickFormatter={tickText}
              />
              <Tooltip
                isAnimationActive={false}
                cursor={false}
                content={({ active, payload }) => {
                  const dot = payload?.[0]?.payload as Dot | undefined;
                  return active && dot ? (
                    <Tip title={dot.title} lines={dot.lines} />
                  ) : null;
                }}
              />
              {current && (
                <ReferenceArea
                  x1={Date.parse(current.start)}
                  x2={Date.parse(current.end)}
                  fill="var(--bui-fg-secondary)"
                  fillOpacity={0.1}
                  stroke="var(--bui-border-2)"
                  strokeDasharray="3 2"
                  label={{
                    value: 'so far',
                    position: 'insideTop',
                    className: LABEL,
                  }}
                />
              )}
              {median?.limits && (
                <ReferenceArea
                  y1={Math.max(median.limits.lower, low)}
                  y2={median.limits.upper}
                  fill="var(--report-blue)"
                  fillOpacity={0.12}
                />
              )}
              {p90?.limits && (
                <ReferenceArea
                  y1={Math.max(p90.limits.lower, low)}
                  y2={p90.limits.upper}
                  fill="var(--report-purple)"
                  fillOpacity={0.12}
                />
              )}
              {median && (
                <ReferenceLine
                  y={Math.max(median.value, low)}
                  stroke="var(--bui-fg-primary)"
                  label={{
                    value: `median ${minutes(median.value)}`,
                    position: 'insideTopLeft',
                    className: LABEL,
                  }}
                />
              )}
              {p90 && (
                <ReferenceLine
                  y={Math.max(p90.value, low)}
                  stroke="var(--bui-fg-primary)"
                  strokeDasharray="5 4"
                  label={{
                    value: `p90 ${minutes(p90.value)}`,
                    position: 'insideBottomLeft',
                    className: LABEL,
                  }}
                />
              )}
              <Scatter
                data={dots}
                isAnimationActive={false}
                cursor="pointer"
                shape={({ cx, cy, payload }: ShapeProps) => (
                  <SeverityShape
                    cx={cx}
                    cy={cy}
                    level={payload?.level ?? null}
                    isSmall={dots.length > MANY}
                  />
                )}
                onClick={(dot: { payload?: Dot }, _index, event) =>
                  dot.payload && onOpen(dot.payload.incident, event)
                }
              />
              {/* Where nothing can be said of the interval, none is drawn. */}
              {[true, false].map(hasLimits => (
                <Scatter
                  key={String(hasLimits)}
                  data={middles.filter(
                    ({ error }) => Boolean(error) === hasLimits,
                  )}
                  isAnimationActive={false}
                  shape={({ cx = 0, cy = 0 }: ShapeProps) => (
                    <path
                      d={`M${cx - 9} ${cy}H${cx + 9}`}
                      strokeWidth={2.5}
                      style={{ stroke: 'var(--bui-fg-primary)' }}
                    />
                  )}
                >
                  {hasLimits && (
                    <ErrorBar dataKey="error" direction="y" {...INTERVAL} />
                  )}
                </Scatter>
              ))}
            </ScatterChart>
          );
        }}
      </ChartArea>
    </>
  );
}

interface ShapeProps {
  cx?: number;
  cy?: number;
  payload?: Dot;
}
