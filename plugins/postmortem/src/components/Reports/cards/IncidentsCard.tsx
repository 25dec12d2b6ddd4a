import { Select } from '@backstage/ui';
import type { Trends } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { PeriodColumns } from '../charts/PeriodColumns';
import {
  comparisonText,
  number,
  periodLabel,
  range,
  timeSpan,
  VERDICT_NAMES,
} from '../format';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { EXCLUSIVE_GROUPINGS, GROUPING_NAMES } from '../names';
import { groupName, incidentsTable, seriesOf } from './incidents';
import { IncidentGroups } from './IncidentGroups';
import { useSeverities } from '../../shared';

const GROUPINGS = Object.entries(GROUPING_NAMES).map(([value, label]) => ({
  value,
  label,
}));

const INTERVAL_WORDS = { week: 'week', month: 'month', quarter: 'quarter' };

/** How many incidents began in each period, and whether that changed. */
export function IncidentsCard(props: {
  trends: Trends;
  finding: Finding | undefined;
  /** Left out where the figures are kept as they were. */
  onGroup?: (groupBy: string) => void;
}) {
  const { trends, finding, onGroup } = props;
  const { periods, totals, interval, groupBy } = trends;
  const drill = useDrill(trends);
  const severities = useSeverities();
  const series = seriesOf(trends, severities);
  const isStacked = EXCLUSIVE_GROUPINGS.includes(groupBy);
  const name = `Incidents by ${INTERVAL_WORDS[interval]}`;
  const hrefOf = (index: number, at?: number) => {
    const { start, end } = periods[index];
    const key = at === undefined ? undefined : series[at]?.key;
    return drill.href({
      start,
      end,
      severity: groupBy === 'severity' ? key : undefined,
    });
  };
  const { comparison, latestPeriod } = totals;
  return (
    <ReportCard
      anchor="incidents"
      isWide
      name={name}
      finding={finding?.text ?? `${number(totals.n)} incidents`}
      n={`n = ${number(totals.n)}, ${number(totals.repeats)} of them repeats`}
      period={trends}
      empty={totals.n === 0 && 'No incident began in this time.'}
      table={incidentsTable(trends, index => hrefOf(index))}
      controls={
        onGroup && (
          <Select
            label="Group by"
            size="small"
            options={GROUPINGS}
            value={groupBy}
            onChange={value => onGroup(String(value))}
          />
        )
      }
      notes={[
        comparison &&
          `Compared with ${timeSpan(comparison.previous)}: ${comparisonText(
            comparison,
          )}.`,
        latestPeriod &&
          `The latest complete ${INTERVAL_WORDS[interval]}, ${
            latestPeriod.key
          }, and the one before: ${
            VERDICT_NAMES[latestPeriod.verdict]
          } (${number(latestPeriod.n)} after ${number(
            latestPeriod.previous.n,
          )}).`,
        `All ${number(totals.n)} with their exact Poisson interval: ${range(
          totals.limits,
        )}. Two counts are compared with the conditional exact test of two Poisson rates at a level of 0.05.`,
        !isStacked &&
          'An incident can be in several groups, so that the groups are not stacked: each has a row below.',
        groupBy === 'team' &&
          'Teams are listed by name: who owns more has more incidents. Below are their rates.',
        trends.omittedGroups > 0 &&
          `${number(trends.omittedGroups)} smaller groups are left out.`,
      ]}
    >
      <PeriodColumns
        periods={periods}
        interval={interval}
        series={series}
        isStacked
        limits={periods.map(({ limits }) => limits)}
        repeats={periods.map(({ repeats }) => repeats)}
        hideLegend={false}
        description={`${name}, stacked by ${groupBy}. ${
          finding?.text ?? ''
        }. ${periods
          .map(period => `${periodLabel(period, interval)}: ${period.n}`)
          .join(', ')}.`}
        tipOf={index => [
          `${number(periods[index].n)} in all, 95% interval ${range(
            periods[index].limits,
          )}`,
          periods[index].repeats > 0 &&
            `${number(periods[index].repeats)} of them repeat an earlier one`,
        ]}
        onOpen={(index, at, event) => drill.open(hrefOf(index, at), event)}
      />
      {!isStacked && (
        <IncidentGroups
          trends={trends}
          nameOf={key => groupName(groupBy, key)}
        />
      )}
    </ReportCard>
  );
}
