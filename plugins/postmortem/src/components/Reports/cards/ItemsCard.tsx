import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { PeriodColumns } from '../charts/PeriodColumns';
import { number, periodLabel } from '../format';
import { CATEGORY_STYLES } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';

const SERIES = [
  { name: 'Opened', key: 'opened', style: CATEGORY_STYLES[0] },
  { name: 'Done', key: 'done', style: CATEGORY_STYLES[1] },
  {
    name: 'Verified to be effective',
    key: 'verified',
    style: CATEGORY_STYLES[2],
  },
] as const;

/** How many action items were opened, done and verified in each period. */
export function ItemsCard(props: {
  followThrough: FollowThroughReport;
  finding: Finding | undefined;
}) {
  const { followThrough, finding } = props;
  const { periods, interval, open } = followThrough;
  const drill = useDrill(followThrough);
  const sums = SERIES.map(({ key }) =>
    periods.reduce((sum, period) => sum + period[key], 0),
  );
  const hrefs = [
    drill.items({ state: 'any' }),
    drill.items({ state: 'done' }),
    drill.items({ state: 'done' }),
  ];
  return (
    <ReportCard
      anchor="action_items"
      isWide
      name="Action items"
      finding={finding?.text ?? 'Action items'}
      n={SERIES.map(
        ({ name }, at) =>
          `${number(sums[at])} ${name.toLocaleLowerCase('en-US')}`,
      ).join(', ')}
      period={followThrough}
      empty={
        sums.every(sum => sum === 0) &&
        open.n === 0 &&
        'No action item was opened, done or verified in this time.'
      }
      table={{
        columns: [
          { name: 'Period' },
          ...SERIES.map(({ name }) => ({ name, digits: 0 })),
        ],
        rows: periods.map(period => ({
          cells: [
            periodLabel(period, interval),
            ...SERIES.map(({ key }) => period[key]),
          ],
        })),
      }}
      notes={[
        'Items of all incidents that pass the filters, whenever these began. A click leads to the list of action items, which has no filter for when they were opened or done.',
      ]}
    >
      <PeriodColumns
        periods={periods}
        interval={interval}
        height={220}
        series={SERIES.map(({ name, key, style }) => ({
          name,
          style,
          values: periods.map(period => period[key]),
        }))}
        description={`Action items by period: ${periods
          .map(
            period =>
              `${periodLabel(period, interval)} ${period.opened} opened, ${
                period.done
              } done, ${period.verified} verified`,
          )
          .join('; ')}.`}
        onOpen={(_index, at, event) => drill.open(hrefs[at ?? 0], event)}
      />
    </ReportCard>
  );
}
