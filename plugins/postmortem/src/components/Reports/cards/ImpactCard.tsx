import type {
  CoveredSum,
  PatternsReport,
} from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { PeriodColumns } from '../charts/PeriodColumns';
import { number, periodLabel } from '../format';
import { CATEGORY_STYLES } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';

/** How much is known, in words. */
function coverage({ known, of }: CoveredSum): string {
  return `known for ${number(known)} of ${number(of)}`;
}

/** What incidents cost, users or one currency, and of how many it is known. */
export function ImpactCard(props: {
  patterns: PatternsReport;
  finding: Finding | undefined;
  /** `users`, or the code of a currency. */
  what: string;
}) {
  const { patterns, finding, what } = props;
  const { periods, interval, impact } = patterns;
  const drill = useDrill(patterns);
  const sum =
    what === 'users'
      ? impact.users
      : impact.money.find(({ currency }) => currency === what);
  if (!sum) {
    return null;
  }
  const isUsers = what === 'users';
  const name = isUsers ? 'Users affected' : `Money, ${what}`;
  return (
    <ReportCard
      anchor={isUsers ? 'impact' : undefined}
      name={name}
      finding={
        (isUsers && finding?.text) ||
        `${number(sum.sum)} ${what}, ${coverage(sum)} incidents`
      }
      n={coverage(sum)}
      period={patterns}
      empty={sum.known === 0 && 'No incident of this time says so.'}
      table={{
        columns: [
          { name: 'Period' },
          { name, digits: 0 },
          { name: 'Known for', digits: 0 },
          { name: 'Incidents', digits: 0 },
        ],
        rows: sum.periods.map((period, index) => ({
          cells: [
            periodLabel(periods[index], interval),
            period.known > 0 ? period.sum : null,
            period.known,
            period.of,
          ],
          href:
            period.of > 0
              ? drill.href({
                  start: periods[index].start,
                  end: periods[index].end,
                })
              : undefined,
        })),
      }}
      notes={[
        'A sum of what is known is the least that it was: what is not known is not zero.',
        !isUsers && 'Currencies are never added up.',
      ]}
    >
      <PeriodColumns
        periods={periods}
        interval={interval}
        height={200}
        hideLegend
        series={[
          {
            name,
            style: CATEGORY_STYLES[isUsers ? 0 : 2],
            values: sum.periods.map(period => period.sum),
          },
        ]}
        tipOf={index => [coverage(sum.periods[index])]}
        description={`${name} by period, ${coverage(
          sum,
        )} incidents: ${sum.periods
          .map(
            (period, index) =>
              `${periodLabel(periods[index], interval)} ${
                period.known > 0 ? number(period.sum) : 'not known'
              }`,
          )
          .join(', ')}.`}
        onOpen={(index, _series, event) =>
          drill.open(
            drill.href({
              start: periods[index].start,
              end: periods[index].end,
            }),
            event,
          )
        }
      />
    </ReportCard>
  );
}
