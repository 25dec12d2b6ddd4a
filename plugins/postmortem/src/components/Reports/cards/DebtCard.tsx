import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { IntervalPlot } from '../charts/IntervalPlot';
import { RowBars } from '../charts/RowBars';
import { number, percent, percentRange, shareText } from '../format';
import { CATEGORY_STYLES, REST_STYLE } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';

const SERIES = [
  { name: 'Written', style: CATEGORY_STYLES[0] },
  { name: 'In review', style: CATEGORY_STYLES[1] },
  { name: 'Draft', style: REST_STYLE },
];

/** Which incidents have their postmortem, and how long it takes. */
export function DebtCard(props: {
  followThrough: FollowThroughReport;
  finding: Finding | undefined;
}) {
  const { followThrough, finding } = props;
  const { severities, written, published, reviews } = followThrough.debt;
  const drill = useDrill(followThrough);
  const nameOf = (severity: string | null) => severity ?? 'No severity';
  return (
    <>
      <ReportCard
        anchor="debt"
        name="Postmortems written"
        finding={finding?.text ?? `${shareText(written)} are written`}
        n={`n = ${number(written.of)} required`}
        period={followThrough}
        empty={written.of === 0 && 'No incident of this time requires one.'}
        table={{
          columns: [
            { name: 'Severity' },
            { name: 'Required', digits: 0 },
            { name: 'Written', digits: 0 },
            { name: 'In review', digits: 0 },
            { name: 'Draft', digits: 0 },
            { name: 'Written (%)', digits: 1 },
            { name: 'Lower 95% limit (%)', digits: 1 },
            { name: 'Upper 95% limit (%)', digits: 1 },
          ],
          rows: severities.map(each => ({
            cells: [
              nameOf(each.severity),
              each.written.of,
              each.written.n,
              each.inReview,
              each.draft,
              each.written.share === null ? null : each.written.share * 100,
              each.written.limits ? each.written.limits.lower * 100 : null,
              each.written.limits ? each.written.limits.upper * 100 : null,
            ],
            href: drill.href({
              severity: each.severity,
              status: ['draft', 'in_review'],
            }),
          })),
        }}
        notes={[
          'Every incident requires a postmortem, which is written when it is published. A click leads to those that are not.',
        ]}
      >
        <RowBars
          rows={severities.map(each => ({
            key: nameOf(each.severity),
            name: nameOf(each.severity),
            values: [each.written.n, each.inReview, each.draft],
            label: `${number(each.written.n)}/${number(each.written.of)}`,
            lines: [shareText(each.written)],
            href: drill.href({
              severity: each.severity,
              status: ['draft', 'in_review'],
            }),
          }))}
          series={SERIES}
          description={`Postmortems written by severity: ${severities
            .map(each => `${nameOf(each.severity)} ${shareText(each.written)}`)
            .join('; ')}.`}
          onOpen={drill.open}
        />
      </ReportCard>
      <ReportCard
        name="Time to publication, and reviews"
        finding={`Reviews held: ${shareText(reviews.held)}; ${number(
          reviews.overdue,
        )} overdue, ${number(reviews.unplanned)} not planned`}
        n={`n = ${number(written.of)}`}
        period={followThrough}
        empty={written.of === 0 && 'No incident of this time requires one.'}
        table={{
          columns: [
            { name: 'Published within' },
            { name: 'Share (%)', digits: 1 },
            { name: 'Lower 95% limit (%)', digits: 1 },
            { name: 'Upper 95% limit (%)', digits: 1 },
            { name: 'Watched so long', digits: 0 },
          ],
          rows: published.map(({ days, share, limits, atRisk }) => ({
            cells: [
              `${days} days`,
              share === null ? null : share * 100,
              limits ? limits.lower * 100 : null,
              limits ? limits.upper * 100 : null,
              atRisk,
            ],
          })),
        }}
        notes={[
          'Days from the beginning of the impact to publication, after Kaplan and Meier: recent incidents count for as long as they have had.',
        ]}
      >
        <IntervalPlot
          rows={published.map(({ days, share, limits, atRisk }) => ({
            key: String(days),
            name: `within ${days} days`,
            value: share,
            limits,
            lines: [
              share === null
                ? 'cannot be told'
                : `${percent(share)}${
                    limits ? ` (${percentRange(limits)})` : ''
                  }`,
              `${number(atRisk)} watched so long`,
            ],
            href: drill.href(),
          }))}
          max={1}
          format={percent}
          description={`Share of postmortems published: ${published
            .map(
              ({ days, share }) =>
                `within ${days} days ${
                  share === null ? 'not known' : percent(share)
                }`,
            )
            .join(', ')}.`}
          onOpen={drill.open}
        />
      </ReportCard>
    </>
  );
}
