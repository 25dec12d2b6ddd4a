import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { RowBars } from '../charts/RowBars';
import { number } from '../format';
import { CATEGORY_STYLES } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { EARLIER_STATE_NAMES } from '../names';

/** Incidents that repeat, by how the action items of the earlier one stood. */
export function FixesCard(props: {
  followThrough: FollowThroughReport;
  finding: Finding | undefined;
}) {
  const { followThrough, finding } = props;
  const { repeats, n } = followThrough;
  const drill = useDrill(followThrough);
  const href = drill.href();
  return (
    <ReportCard
      anchor="fixes"
      name="Repeats, by the earlier action items"
      finding={finding?.text ?? 'Repeats of earlier incidents'}
      n={`n = ${number(repeats.n)} of ${number(n)} incidents`}
      period={followThrough}
      empty={
        repeats.n === 0 &&
        'No incident of this time says that it repeats an earlier one.'
      }
      table={{
        columns: [
          { name: 'The earlier action items were' },
          { name: 'Repeats', digits: 0 },
        ],
        rows: repeats.states.map(({ state, n: of }) => ({
          cells: [EARLIER_STATE_NAMES[state], of],
        })),
      }}
      notes={[
        'How the action items of the earlier incident stood when it happened again. Where a repeat comes after they were done and verified, the fix did not hold.',
        'A click leads to all postmortems of the time: the list has no filter for repeats.',
      ]}
    >
      <RowBars
        rows={repeats.states.map(({ state, n: of }) => ({
          key: state,
          name: EARLIER_STATE_NAMES[state],
          values: [of],
          lines: [`${number(of)} of ${number(repeats.n)} repeats`],
          href,
        }))}
        series={[{ name: 'Repeats', style: CATEGORY_STYLES[0] }]}
        description={`Repeats by the state of the earlier action items: ${repeats.states
          .map(({ state, n: of }) => `${EARLIER_STATE_NAMES[state]} ${of}`)
          .join(', ')}.`}
        onOpen={drill.open}
      />
    </ReportCard>
  );
}
