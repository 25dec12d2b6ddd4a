import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import { ITEM_TYPE_NAMES } from '../../ActionItem';
import { RowBars } from '../charts/RowBars';
import { number, shareText } from '../format';
import { CATEGORY_STYLES, REST_STYLE } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';

const VERDICTS = [
  { key: 'effective', name: 'It worked', style: CATEGORY_STYLES[0] },
  { key: 'partial', name: 'In part', style: CATEGORY_STYLES[1] },
  { key: 'ineffective', name: 'It did not work', style: CATEGORY_STYLES[3] },
  { key: 'cannotTell', name: 'Cannot tell', style: CATEGORY_STYLES[5] },
  { key: 'pending', name: 'Not verified yet', style: REST_STYLE },
] as const;

/** Whether what was done works, by what it was for. */
export function EffectivenessCard(props: {
  followThrough: FollowThroughReport;
}) {
  const { effectiveness } = props.followThrough;
  const drill = useDrill(props.followThrough);
  const sum = (key: 'done' | 'effective' | 'pending') =>
    effectiveness.reduce((all, each) => all + each[key], 0);
  const told = effectiveness.reduce((all, { share }) => all + share.of, 0);
  const done = sum('done');
  return (
    <ReportCard
      name="Whether action items worked"
      finding={`${number(sum('effective'))} of ${number(
        told,
      )} that were verified worked; ${number(sum('pending'))} of ${number(
        done,
      )} done ones wait for it`}
      n={`n = ${number(done)} done`}
      period={props.followThrough}
      empty={done === 0 && 'No action item of these incidents is done.'}
      table={{
        columns: [
          { name: 'Type' },
          { name: 'Done', digits: 0 },
          ...VERDICTS.map(({ name }) => ({ name, digits: 0 })),
          { name: 'Worked, of those told (%)', digits: 1 },
          { name: 'Lower 95% limit (%)', digits: 1 },
          { name: 'Upper 95% limit (%)', digits: 1 },
        ],
        rows: effectiveness.map(each => ({
          cells: [
            ITEM_TYPE_NAMES[each.type],
            each.done,
            ...VERDICTS.map(({ key }) => each[key]),
            each.share.share === null ? null : each.share.share * 100,
            each.share.limits ? each.share.limits.lower * 100 : null,
            each.share.limits ? each.share.limits.upper * 100 : null,
          ],
          href: drill.items({ state: 'done', type: each.type }),
        })),
      }}
      notes={[
        'Of the incidents of this time. Shares, with Wilson’s 95% interval, are of those where somebody could tell.',
      ]}
    >
      <RowBars
        rows={effectiveness.map(each => ({
          key: each.type,
          name: ITEM_TYPE_NAMES[each.type],
          values: VERDICTS.map(({ key }) => each[key]),
          lines: [`worked: ${shareText(each.share)} of those told`],
          href: drill.items({ state: 'done', type: each.type }),
        }))}
        series={[...VERDICTS]}
        description={`Done action items by type: ${effectiveness
          .map(
            each =>
              `${ITEM_TYPE_NAMES[each.type]}, worked ${shareText(each.share)}`,
          )
          .join('; ')}.`}
        onOpen={drill.open}
      />
    </ReportCard>
  );
}
