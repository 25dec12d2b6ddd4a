import type { PatternsReport } from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { HeatTable } from '../charts/HeatTable';
import { number, periodLabel, range, refName } from '../format';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { heatColumns } from './heatColumns';

const SHOWN = 20;

/** Which services had incidents, and when. */
export function ServicesCard(props: {
  patterns: PatternsReport;
  finding: Finding | undefined;
}) {
  const { patterns, finding } = props;
  const { services, periods, interval, n } = patterns;
  const drill = useDrill(patterns);
  const shown = services.items.slice(0, SHOWN);
  return (
    <ReportCard
      anchor="services"
      isWide
      name="Services by period"
      finding={finding?.text ?? 'Services with the most incidents'}
      n={`n = ${number(n)} incidents in ${number(services.total)} services`}
      period={patterns}
      empty={services.items.length === 0 && 'No incident names a service.'}
      table={{
        columns: [
          { name: 'Service' },
          { name: 'Incidents', digits: 0 },
          { name: 'Lower 95% limit', digits: 2 },
          { name: 'Upper 95% limit', digits: 2 },
          { name: 'As the cause', digits: 0 },
          ...periods.map(period => ({
            name: periodLabel(period, interval),
            digits: 0,
          })),
        ],
        rows: services.items.map(service => ({
          cells: [
            refName(service.entityRef),
            service.n,
            service.limits.lower,
            service.limits.upper,
            service.asCause,
            ...service.periods,
          ],
          href: drill.href({ entityRef: service.entityRef }),
        })),
      }}
      notes={[
        'An incident counts once for each service that it involves, however often it names it. All services had as long to have incidents, and the intervals (Poisson, exact) tell which of them can be told apart: where two overlap widely, their order is chance.',
        services.total > shown.length &&
          `The ${number(shown.length)} with the most are shown, of ${number(
            services.total,
          )}; the table has ${number(services.items.length)}.`,
      ]}
    >
      <HeatTable
        label="Incidents by service and period"
        rowsName="Service"
        columns={heatColumns(periods, interval)}
        after={['All', '95% interval', 'As cause']}
        rows={shown.map(service => ({
          key: service.entityRef,
          name: refName(service.entityRef),
          href: drill.href({ entityRef: service.entityRef }),
          values: service.periods,
          hrefOf: at =>
            drill.href({
              entityRef: service.entityRef,
              start: periods[at].start,
              end: periods[at].end,
            }),
          after: [
            number(service.n),
            range(service.limits),
            number(service.asCause),
          ],
        }))}
      />
    </ReportCard>
  );
}
