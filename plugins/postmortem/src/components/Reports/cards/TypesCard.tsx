import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import { ITEM_TYPE_NAMES } from '../../ActionItem';
import { IntervalPlot } from '../charts/IntervalPlot';
import { number, percent, periodLabel, shareText } from '../format';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';

/** What action items are for, and how that mix changes. */
export function TypesCard(props: { followThrough: FollowThroughReport }) {
  const { types, periods, interval } = props.followThrough;
  const drill = useDrill(props.followThrough);
  const of = types[0]?.share.of ?? 0;
  const most = [...types].sort((a, b) => b.share.n - a.share.n)[0];
  return (
    <ReportCard
      name="Types of action items"
      finding={
        of > 0
          ? `${ITEM_TYPE_NAMES[most.type]}: ${shareText(most.share)}`
          : 'Types of action items'
      }
      n={`n = ${number(of)} opened`}
      period={props.followThrough}
      empty={of === 0 && 'No action item was opened in this time.'}
      table={{
        columns: [
          { name: 'Type' },
          { name: 'Opened', digits: 0 },
          { name: 'Share (%)', digits: 1 },
          { name: 'Lower 95% limit (%)', digits: 1 },
          { name: 'Upper 95% limit (%)', digits: 1 },
          ...periods.map(period => ({
            name: periodLabel(period, interval),
            digits: 0,
          })),
        ],
        rows: types.map(({ type, share, periods: counts }) => ({
          cells: [
            ITEM_TYPE_NAMES[type],
            share.n,
            share.share === null ? null : share.share * 100,
            share.limits ? share.limits.lower * 100 : null,
            share.limits ? share.limits.upper * 100 : null,
            ...counts,
          ],
          href: drill.items({ state: 'any', type }),
        })),
      }}
      notes={[
        'Of the items that were opened in this time, with Wilson’s 95% interval; the table has each period.',
      ]}
    >
      <IntervalPlot
        rows={types.map(({ type, share }) => ({
          key: type,
          name: ITEM_TYPE_NAMES[type],
          value: share.share,
          limits: share.limits,
          lines: [shareText(share)],
          href: drill.items({ state: 'any', type }),
        }))}
        max={1}
        format={percent}
        description={`Share of the opened action items by type: ${types
          .map(
            ({ type, share }) => `${ITEM_TYPE_NAMES[type]} ${shareText(share)}`,
          )
          .join('; ')}.`}
        onOpen={drill.open}
      />
    </ReportCard>
  );
}
