import { Select } from '@backstage/ui';
import type {
  DurationMetric,
  DurationsReport,
  Quantile,
} from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { usePostmortemLinks } from '../../../links';
import { DurationDots } from '../charts/DurationDots';
import { minutes, number, periodLabel } from '../format';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { METRIC_NAMES } from '../names';

const METRICS = Object.entries(METRIC_NAMES).map(([value, label]) => ({
  value,
  label,
}));

type Figures = DurationsReport['metrics'][number];

function quantileText(quantile: Quantile): string {
  const { value, limits } = quantile;
  return limits
    ? `${minutes(value)} (${minutes(limits.lower)} to ${minutes(limits.upper)})`
    : minutes(value);
}

/** In words, for the metrics that the findings do not speak of. */
function inWords(figures: Figures): string {
  const { metric, n, median, missing } = figures;
  const unknown = missing > 0 ? `; ${number(missing)} have no time` : '';
  return median?.limits
    ? `${METRIC_NAMES[metric]}: half of ${number(n)} within ${quantileText(
        median,
      )}${unknown}`
    : `${METRIC_NAMES[metric]}: ${number(
        n,
      )} known, too few for an interval${unknown}`;
}

function quantileCells(quantile: Quantile | null) {
  return [
    quantile?.value ?? null,
    quantile?.limits?.lower ?? null,
    quantile?.limits?.upper ?? null,
  ];
}

/** How long things took, each incident a dot; what is missing is said. */
export function DurationsCard(props: {
  durations: DurationsReport;
  finding: Finding | undefined;
}) {
  const { durations, finding } = props;
  const { periods, interval, points } = durations;
  const [metric, setMetric] = useState<DurationMetric>('timeToResolve');
  const links = usePostmortemLinks();
  const drill = useDrill(durations);
  const figures = durations.metrics.find(each => each.metric === metric)!;
  const name = METRIC_NAMES[metric];
  const title =
    metric === 'timeToResolve' && finding ? finding.text : inWords(figures);
  const rowOf = (label: string, each: Omit<Figures, 'metric' | 'periods'>) => [
    label,
    each.n,
    each.missing,
    ...quantileCells(each.median),
    ...quantileCells(each.p90),
  ];
  return (
    <ReportCard
      anchor="durations"
      isWide
      name={name}
      finding={title}
      n={`n = ${number(figures.n)}, ${number(figures.missing)} missing`}
      period={durations}
      empty={
        figures.n === 0 &&
        metric === 'timeToResolve' &&
        'No incident of this time has both times.'
      }
      controls={
        <Select
          label="Measure"
          size="small"
          options={METRICS}
          value={metric}
          onChange={value => setMetric(value as DurationMetric)}
        />
      }
      table={{
        columns: [
          { name: 'Period' },
          { name: 'Known', digits: 0 },
          { name: 'Missing', digits: 0 },
          { name: 'Median (min)', digits: 1 },
          { name: 'Median, lower 95% limit', digits: 1 },
          { name: 'Median, upper 95% limit', digits: 1 },
          { name: 'p90 (min)', digits: 1 },
          { name: 'p90, lower 95% limit', digits: 1 },
          { name: 'p90, upper 95% limit', digits: 1 },
        ],
        rows: [
          { cells: rowOf('All', figures), href: drill.href() },
          ...figures.periods.map((each, index) => ({
            cells: rowOf(periodLabel(periods[index], interval), each),
            href:
              each.n + each.missing > 0
                ? drill.href({
                    start: periods[index].start,
                    end: periods[index].end,
                  })
                : undefined,
          })),
        ],
      }}
      details={{
        name: 'Incidents',
        label: 'CSV, incidents',
        table: {
          columns: [
            { name: 'Incident' },
            { name: 'Title' },
            { name: 'Severity' },
            { name: 'Began (UTC)' },
            { name: `${name} (min)`, digits: 0 },
          ],
          rows: points.items.map(item => ({
            cells: [
              item.key,
              item.title,
              item.severity ?? '–',
              DateTime.fromISO(item.startedAt, { zone: 'utc' }).toFormat(
                'yyyy-MM-dd HH:mm',
              ),
              item[metric],
            ],
            href: links.postmortem(item.key),
          })),
        },
      }}
      notes={[
        [
          figures.median && `Median ${quantileText(figures.median)}`,
          figures.p90 && `p90 ${quantileText(figures.p90)}`,
          `${number(
            figures.missing,
          )} incidents lack one of the two times and are in none of these, not zero`,
        ]
          .filter(Boolean)
          .join('; ')
          .concat('.'),
        'From the beginning of the impact, on a logarithmic axis. Intervals are of order statistics, which hold for any distribution; a median takes 6 durations for one, a p90 29: with fewer there is the value alone.',
        points.isSample &&
          `The dots are a random sample of ${number(
            points.items.length,
          )}; the figures are of all.`,
      ]}
    >
      {figures.n > 0 && (
        <DurationDots
          durations={durations}
          metric={metric}
          description={`${name} of ${number(
            figures.n,
          )} incidents, a dot each, on a logarithmic axis. ${inWords(
            figures,
          )}.`}
          onOpen={(key, event) => drill.open(links.postmortem(key), event)}
        />
      )}
    </ReportCard>
  );
}
