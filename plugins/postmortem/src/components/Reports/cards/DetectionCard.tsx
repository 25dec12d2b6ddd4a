import type { PatternsReport } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { IntervalPlot } from '../charts/IntervalPlot';
import { PeriodColumns } from '../charts/PeriodColumns';
import { number, percent, periodLabel, shareText } from '../format';
import { CATEGORY_STYLES, REST_STYLE } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { DETECTION_NAMES } from '../names';

/** Who finds out first: monitoring, customers, or the people who work here. */
export function DetectionCard(props: {
  patterns: PatternsReport;
  finding: Finding | undefined;
}) {
  const { patterns, finding } = props;
  const { periods, interval, detection } = patterns;
  const drill = useDrill(patterns);
  const known = detection.methods[0]?.share.of ?? 0;
  const href = drill.href();
  return (
    <ReportCard
      anchor="detection"
      name="How incidents are detected"
      finding={finding?.text ?? 'How incidents are detected'}
      n={`n = ${number(known)}, ${number(detection.missing)} do not say`}
      period={patterns}
      empty={
        known === 0 && 'No incident of this time says how it was detected.'
      }
      table={{
        columns: [
          { name: 'Detected by' },
          { name: 'Incidents', digits: 0 },
          { name: 'Share of the known (%)', digits: 1 },
          { name: 'Lower 95% limit (%)', digits: 1 },
          { name: 'Upper 95% limit (%)', digits: 1 },
          ...periods.map(period => ({
            name: periodLabel(period, interval),
            digits: 0,
          })),
        ],
        rows: [
          ...detection.methods.map(({ method, n, share, periods: counts }) => ({
            cells: [
              DETECTION_NAMES[method],
              n,
              share.share === null ? null : share.share * 100,
              share.limits ? share.limits.lower * 100 : null,
              share.limits ? share.limits.upper * 100 : null,
              ...counts,
            ],
          })),
          {
            cells: [
              'Not known',
              detection.missing,
              null,
              null,
              null,
              ...detection.missingByPeriod,
            ],
          },
        ],
      }}
      notes={[
        'Shares are of the incidents whose way of detection is known, with Wilson’s 95% interval; those that do not say are counted beside them.',
        'A click leads to all postmortems of the time: the list has no filter for the way of detection.',
      ]}
    >
      <IntervalPlot
        rows={detection.methods.map(({ method, share }) => ({
          key: method,
          name: DETECTION_NAMES[method],
          value: share.share,
          limits: share.limits,
          lines: [shareText(share)],
          href,
        }))}
        max={1}
        format={percent}
        description={`Share of the incidents by who detected them: ${detection.methods
          .map(
            ({ method, share }) =>
              `${DETECTION_NAMES[method]} ${shareText(share)}`,
          )
          .join('; ')}.`}
        onOpen={drill.open}
      />
      <PeriodColumns
        periods={periods}
        interval={interval}
        isStacked
        height={180}
        series={[
          ...detection.methods.map(({ method, periods: values }, index) => ({
            name: DETECTION_NAMES[method],
            style: CATEGORY_STYLES[index],
            values,
          })),
          {
            name: 'Not known',
            style: REST_STYLE,
            values: detection.missingByPeriod,
          },
        ]}
        description="The same by period, as counts."
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
