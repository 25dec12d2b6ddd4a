import type { WithinDays } from 'backstage-plugin-postmortem-common';
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartArea } from '../frame/ChartArea';
import { Tip } from '../frame/Tip';
import { number, percent, percentRange } from '../format';
import { AXIS } from './axes';

interface Point {
  days: number;
  share: number;
  band: [number, number] | undefined;
  lines: string[];
}

/** The share that is done by each day since opening: a step at each day. */
export function DoneCurve(props: { curve: WithinDays[]; description: string }) {
  const points = props.curve.flatMap(
    ({ days, share, limits, atRisk }): Point[] =>
      share === null
        ? []
        : [
            {
              days,
              share,
              band: limits ? [limits.lower, limits.upper] : undefined,
              lines: [
                `${percent(share)} done${
                  limits ? ` (${percentRange(limits)})` : ''
                }`,
                `${number(atRisk)} watched so long and not done before`,
              ],
            },
          ],
  );
  const last = props.curve.at(-1)?.days ?? 90;
  return (
    <ChartArea description={props.description} height={240}>
      {width => (
        <ComposedChart
          width={width}
          height={240}
          data={points}
          accessibilityLayer={false}
          margin={{ top: 8, right: 16, bottom: 16, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--bui-border-1)" />
          <XAxis
            {...AXIS}
            type="number"
            dataKey="days"
            domain={[0, last]}
            ticks={[0, 30, 60, 90].filter(day => day <= last)}
            label={{
              value: 'days since opening',
              position: 'insideBottom',
              offset: -8,
            }}
          />
          <YAxis
            {...AXIS}
            axisLine={false}
            width={44}
            domain={[0, 1]}
            ticks={[0, 0.25, 0.5, 0.75, 1]}
            tickFormatter={percent}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ active, payload }) => {
              const point = payload?.[0]?.payload as Point | undefined;
              return active && point ? (
                <Tip title={`Within ${point.days} days`} lines={point.lines} />
              ) : null;
            }}
          />
          {[30, 60, 90].map(day => (
            <ReferenceLine
              key={day}
              x={day}
              stroke="var(--bui-border-2)"
              strokeDasharray="2 3"
            />
          ))}
          <Area
            type="stepAfter"
            dataKey="band"
            stroke="none"
            fill="var(--report-blue)"
            fillOpacity={0.2}
            isAnimationActive={false}
            activeDot={false}
          />
          <Line
            type="stepAfter"
            dataKey="share"
            stroke="var(--report-blue)"
            strokeWidth={2}
            dot={false}
            isAnimationActive={false}
          />
        </ComposedChart>
      )}
    </ChartArea>
  );
}
