import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import { count } from '../../shared';
import { RowBars } from '../charts/RowBars';
import { number } from '../format';
import { CATEGORY_STYLES } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { AGE_NAMES } from '../names';

/** How long open action items have been open, and how many are late. */
export function OpenItemsCard(props: { followThrough: FollowThroughReport }) {
  const { open } = props.followThrough;
  const drill = useDrill(props.followThrough);
  const href = drill.items({ state: 'open' });
  return (
    <ReportCard
      name="Age of open items"
      finding={`${count(open.n, 'item')} open, ${number(open.overdue)} overdue`}
      n={`n = ${number(open.n)}`}
      period={props.followThrough}
      empty={open.n === 0 && 'No action item is open.'}
      table={{
        columns: [{ name: 'Age' }, { name: 'Open items', digits: 0 }],
        rows: [
          ...open.ages.map(({ age, n }) => ({ cells: [AGE_NAMES[age], n] })),
          {
            cells: ['Of all, overdue', open.overdue],
            href: drill.items({ state: 'overdue' }),
          },
        ],
      }}
      notes={['Days since they were opened, as of now.']}
    >
      <RowBars
        rows={open.ages.map(({ age, n }) => ({
          key: age,
          name: AGE_NAMES[age],
          values: [n],
          href,
          lines: [count(n, 'open item')],
        }))}
        series={[{ name: 'Open items', style: CATEGORY_STYLES[0] }]}
        description={`Age of open action items: ${open.ages
          .map(({ age, n }) => `${AGE_NAMES[age]} ${n}`)
          .join(', ')}; ${open.overdue} overdue.`}
        onOpen={drill.open}
      />
    </ReportCard>
  );
}
