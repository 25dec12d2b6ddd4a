import { Text } from '@backstage/ui';
import type {
  FollowThroughReport,
  WithinDays,
} from 'backstage-plugin-postmortem-common';
import { DoneCurve } from '../charts/DoneCurve';
import { number, percent, percentRange, periodLabel } from '../format';
import { ReportCard } from '../frame/ReportCard';
import styles from '../frame/ReportCard.module.css';
import type { ChartTable } from '../frame/table';

function inWords(curve: WithinDays[]): string {
  const known = [90, 60, 30]
    .map(after => curve.find(({ days }) => days === after))
    .find(each => each && each.share !== null);
  return known?.share !== null && known?.share !== undefined
    ? `${percent(known.share)} are done within ${known.days} days${
        known.limits ? ` (${percentRange(known.limits)})` : ''
      }`
    : 'Too early to tell how many get done in 30 days';
}

const asPercent = (share: number | null | undefined) =>
  typeof share === 'number' ? share * 100 : null;

function cohortTable({
  done,
  periods,
  interval,
}: FollowThroughReport): ChartTable {
  return {
    columns: [
      { name: 'Opened in' },
      { name: 'Items', digits: 0 },
      { name: 'Of unknown date', digits: 0 },
      ...[30, 60, 90].flatMap(days => [
        { name: `Done in ${days} days (%)`, digits: 0 },
        { name: `${days} days, lower`, digits: 0 },
        { name: `${days} days, upper`, digits: 0 },
      ]),
    ],
    rows: done.cohorts
      .filter(({ n }) => n > 0)
      .map(({ key, n, unknown, within }) => {
        const period = periods.find(each => each.key === key);
        return {
          cells: [
            period ? periodLabel(period, interval) : key,
            n,
            unknown,
            ...within.flatMap(({ share, limits }) => [
              asPercent(share),
              asPercent(limits?.lower),
              asPercent(limits?.upper),
            ]),
          ],
        };
      }),
  };
}

/** How long action items take to be done, the open ones as far as they got. */
export function DoneCard(props: { followThrough: FollowThroughReport }) {
  const { done } = props.followThrough;
  const isKnown = done.curve.some(
    ({ days, share }) => days > 0 && share !== null,
  );
  return (
    <ReportCard
      name="Share done since opening"
      isWide
      finding={inWords(done.curve)}
      n={`n = ${number(done.n - done.unknown)}, ${number(
        done.unknown,
      )} of unknown date`}
      period={props.followThrough}
      empty={done.n === 0 && 'No action item was opened in this time.'}
      table={{
        columns: [
          { name: 'Days' },
          { name: 'Done (%)', digits: 1 },
          { name: 'Lower 95% limit (%)', digits: 1 },
          { name: 'Upper 95% limit (%)', digits: 1 },
          { name: 'Watched so long', digits: 0 },
        ],
        rows: done.curve.map(({ days, share, limits, atRisk }) => ({
          cells: [
            String(days),
            asPercent(share),
            asPercent(limits?.lower),
            asPercent(limits?.upper),
            atRisk,
          ],
        })),
      }}
      details={{
        name: 'Done within 30, 60 and 90 days, by when they were opened',
        label: 'CSV, cohorts',
        table: cohortTable(props.followThrough),
        isAlwaysShown: true,
      }}
      notes={[
        'After Kaplan and Meier: items that are still open count for as long as they have been open, so that young ones do not look like failures. A dash: nothing was watched that long.',
        done.unknown > 0 &&
          `${number(
            done.unknown,
          )} were done before they were written here, or nobody knows when; they are in no share.`,
      ]}
    >
      {isKnown ? (
        <DoneCurve
          curve={done.curve}
          description={`Share of action items done by days since opening. ${inWords(
            done.curve,
          )}.`}
        />
      ) : (
        <Text as="p" color="secondary" className={styles.empty}>
          Nothing was watched for a day yet, so that there is no curve to draw.
        </Text>
      )}
    </ReportCard>
  );
}
