import type {
  FactorKind,
  PatternsReport,
} from 'backstage-plugin-postmortem-common';
import type { Finding } from 'backstage-plugin-postmortem-common/statistics';
import { Text } from '@backstage/ui';
import { HeatTable } from '../charts/HeatTable';
import { RowBars } from '../charts/RowBars';
import {
  number,
  percent,
  periodLabel,
  pValueText,
  shareText,
  VERDICT_NAMES,
} from '../format';
import { CATEGORY_STYLES } from '../frame/fills';
import { ReportCard } from '../frame/ReportCard';
import styles from '../frame/ReportCard.module.css';
import { useDrill } from '../frame/ReportContext';
import { heatColumns } from './heatColumns';

type Category = PatternsReport['triggers']['items'][number] & {
  kind?: FactorKind | null;
};

const SHOWN = 10;

/** `4 after 2`, and whether a test tells these apart. */
function change({ comparison }: Category): string {
  if (!comparison) {
    return '–';
  }
  const { n, previous, verdict } = comparison;
  const counts = `${number(n)} after ${number(previous.n)}`;
  return verdict === 'not_distinguishable'
    ? counts
    : `${VERDICT_NAMES[verdict]}, ${counts}`;
}

/** What sets incidents off, or adds to them: Pareto's chart, and its change. */
export function CategoriesCard(props: {
  patterns: PatternsReport;
  finding: Finding | undefined;
  what: 'triggers' | 'factors';
}) {
  const { patterns, finding, what } = props;
  const { periods, interval, n } = patterns;
  const { items, omitted } = patterns[what];
  const all: Category[] = items;
  const drill = useDrill(patterns);
  const one = what === 'triggers' ? 'trigger' : 'contributing factor';
  const named = all.filter(({ key }) => key !== null);
  const without = all.find(
    ({ key, kind }) => key === null && (kind === null || kind === undefined),
  );
  // A factor can lack a category and still be one.
  const nameOf = ({ key, kind }: Category) => {
    if (key === null) {
      return kind ? `${kind}, without a category` : `No ${one} named`;
    }
    const isShared = all.filter(item => item.key === key).length > 1;
    return isShared && kind ? `${key} (${kind})` : key;
  };
  const idOf = (item: Category) => `${item.kind ?? ''} ${item.key ?? ''}`;
  const hrefOf = ({ key }: Category) => drill.href({ q: key });
  const mentions = named.reduce((sum, item) => sum + item.n, 0);
  const shown = named.slice(0, SHOWN);
  let sum = 0;
  const bars = shown.map(item => {
    sum += item.n;
    return {
      key: idOf(item),
      name: nameOf(item),
      values: [item.n],
      cumulative: mentions > 0 ? sum / mentions : 0,
      lines: [
        `in ${shareText(item.share)} of the incidents`,
        `${percent(
          sum / Math.max(mentions, 1),
        )} of what is named, with those above`,
        `compared with the time before: ${change(item)}`,
      ],
      href: hrefOf(item),
    };
  });
  const name = what === 'triggers' ? 'Triggers' : 'Contributing factors';
  return (
    <ReportCard
      anchor={what}
      isWide
      name={name}
      finding={finding?.text ?? name}
      n={`n = ${number(n)} incidents${
        without ? `, ${number(without.n)} name none` : ''
      }`}
      period={patterns}
      empty={named.length === 0 && `No incident of this time names a ${one}.`}
      table={{
        columns: [
          { name: name },
          ...(what === 'factors' ? [{ name: 'Kind' }] : []),
          { name: 'Incidents', digits: 0 },
          { name: 'Share (%)', digits: 1 },
          { name: 'Lower 95% limit (%)', digits: 1 },
          { name: 'Upper 95% limit (%)', digits: 1 },
          { name: 'Time before', digits: 0 },
          { name: 'Compared' },
          { name: 'p', digits: 4 },
          ...periods.map(period => ({
            name: periodLabel(period, interval),
            digits: 0,
          })),
        ],
        rows: all.map(item => ({
          cells: [
            nameOf(item),
            ...(what === 'factors' ? [item.kind ?? '–'] : []),
            item.n,
            item.share.share === null ? null : item.share.share * 100,
            item.share.limits ? item.share.limits.lower * 100 : null,
            item.share.limits ? item.share.limits.upper * 100 : null,
            item.comparison?.previous.n ?? null,
            item.comparison ? VERDICT_NAMES[item.comparison.verdict] : '–',
            item.comparison?.pValue ?? null,
            ...item.periods,
          ],
          href: item.key === null ? undefined : hrefOf(item),
        })),
      }}
      notes={[
        what === 'triggers'
          ? 'An incident has one trigger. The line is the share of the incidents that name one.'
          : `An incident can have several factors and counts once in each.${
              omitted === 0
                ? ' The line is the share of all factors that are named.'
                : ''
            }`,
        'A click searches the postmortems of the time for the words, since the list has no filter for them: it can find more than are counted here.',
        named.length > 1 &&
          `Of ${number(
            named.length,
          )} comparisons with the time before, some would differ by chance: beside the chart a test of its own says “more” or “fewer”, the title speaks of a change only where p is under 0.05 divided by their number (${pValueText(
            0.05 / named.length,
          )}).`,
        named.length + omitted > shown.length &&
          `The first ${number(shown.length)} of ${number(
            named.length + omitted,
          )} are drawn; the table has ${number(all.length)}.`,
      ]}
    >
      <div className={styles.split}>
        <div>
          <RowBars
            rows={bars}
            series={[{ name: 'Incidents', style: CATEGORY_STYLES[0] }]}
            cumulativeName={
              omitted === 0 ? 'These and those above, of all named' : undefined
            }
            description={`${name}, the most frequent first: ${shown
              .map(item => `${nameOf(item)} ${item.n}`)
              .join(', ')}.`}
            onOpen={drill.open}
          />
        </div>
        <div>
          <Text as="p" variant="body-small" weight="bold">
            How the mix changes
          </Text>
          <HeatTable
            label={`${name} by period`}
            rowsName=""
            isDense
            columns={heatColumns(periods, interval)}
            after={['All, time before']}
            rows={shown.map(item => ({
              key: idOf(item),
              name: nameOf(item),
              values: item.periods,
              hrefOf: at =>
                drill.href({
                  q: item.key,
                  start: periods[at].start,
                  end: periods[at].end,
                }),
              after: [change(item)],
            }))}
          />
        </div>
      </div>
    </ReportCard>
  );
}
