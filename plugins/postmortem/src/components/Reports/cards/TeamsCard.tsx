import type { PatternsReport } from 'backstage-plugin-postmortem-common';
import { IntervalPlot } from '../charts/IntervalPlot';
import { number, range, refName } from '../format';
import { ReportCard } from '../frame/ReportCard';
import { useDrill } from '../frame/ReportContext';
import { count } from '../../shared';

const SHOWN = 15;

/** How often what a team owns has incidents, by how much it owns. */
export function TeamsCard({ patterns }: { patterns: PatternsReport }) {
  const { teams } = patterns;
  const drill = useDrill(patterns);
  const rated = teams.items.filter(({ rate }) => rate !== null);
  const [first] = rated;
  const hrefOf = (teamRef: string) => drill.href({ teamRef });
  return (
    <ReportCard
      anchor="teams"
      name="Rates of teams"
      finding={
        first?.limits
          ? `${refName(first.teamRef, 'group')}: ${number(
              first.rate!,
              2,
            )} incidents per component and year (${range(first.limits, 2)})`
          : 'No team owns a component that had an incident'
      }
      n={`${count(teams.total, 'team')}`}
      period={patterns}
      empty={teams.items.length === 0 && 'No incident names a team.'}
      table={{
        columns: [
          { name: 'Team' },
          { name: 'Incidents per component and year', digits: 2 },
          { name: 'Lower 95% limit', digits: 2 },
          { name: 'Upper 95% limit', digits: 2 },
          { name: 'Incidents', digits: 0 },
          { name: 'Components', digits: 0 },
          { name: 'Months', digits: 1 },
        ],
        rows: teams.items.map(team => ({
          cells: [
            refName(team.teamRef, 'group'),
            team.rate,
            team.limits?.lower ?? null,
            team.limits?.upper ?? null,
            team.n,
            team.components,
            team.months,
          ],
          href: hrefOf(team.teamRef),
        })),
      }}
      notes={[
        'Ordered by the lower limit, not by the count: who owns more has more incidents. Intervals that overlap widely cannot be told apart. Components are those that a team owns in the catalog now.',
        teams.items.length > rated.length &&
          `${count(
            teams.items.length - rated.length,
            'team',
          )} that own no component now have no rate; they are in the table.`,
        teams.total > teams.items.length &&
          `${number(teams.items.length)} of ${number(teams.total)} are shown.`,
      ]}
    >
      <IntervalPlot
        rows={rated.slice(0, SHOWN).map(team => ({
          key: team.teamRef,
          name: refName(team.teamRef, 'group'),
          value: team.rate,
          limits: team.limits,
          lines: [
            `${number(team.rate ?? 0, 2)} per component and year`,
            team.limits ? `95% interval ${range(team.limits, 2)}` : '',
            `${count(team.n, 'incident')}, ${count(
              team.components,
              'component',
            )}, ${number(team.months, 1)} months`,
          ],
          href: hrefOf(team.teamRef),
        }))}
        format={value => number(value, 1)}
        description={`Incidents per component and year, with 95% intervals: ${rated
          .slice(0, SHOWN)
          .map(
            team =>
              `${refName(team.teamRef, 'group')} ${number(team.rate ?? 0, 2)}`,
          )
          .join(', ')}.`}
        onOpen={drill.open}
      />
    </ReportCard>
  );
}
