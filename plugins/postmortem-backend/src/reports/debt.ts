import type { FollowThroughReport } from 'backstage-plugin-postmortem-common';
import type { WrittenCounts } from '../database/reports/OutcomeStore';
import { shareOf, withinDays } from './figures';

type Debt = FollowThroughReport['debt'];

/** Within how many days of the beginning the share of published ones is told. */
const PUBLICATION_DAYS = [7, 14, 30];
export const MAX_PUBLICATION_DAYS = 30;

/** What is not written of the incidents of a report, and not reviewed. */
export function debtOf(
  { bySeverity, published, reviews }: WrittenCounts,
  severities: string[],
): Debt {
  const count = (rows: WrittenCounts['bySeverity'], statuses: string[]) =>
    rows
      .filter(({ status }) => statuses.includes(status))
      .reduce((sum, { n }) => sum + n, 0);
  const written = (rows: WrittenCounts['bySeverity']) =>
    shareOf(
      count(rows, ['published', 'closed']),
      rows.reduce((sum, { n }) => sum + n, 0),
    );
  const all = written(bySeverity);
  return {
    severities: rankedSeverities(bySeverity, severities).map(severity => {
      const rows = bySeverity.filter(row => row.severity === severity);
      return {
        severity,
        draft: count(rows, ['draft']),
        inReview: count(rows, ['in_review']),
        written: written(rows),
      };
    }),
    written: all,
    published: withinDays(
      published.map(({ days, isPublished, n }) => ({
        time: Math.max(0, days),
        events: isPublished ? n : 0,
        censored: isPublished ? 0 : n,
      })),
      PUBLICATION_DAYS,
    ),
    reviews: {
      held: shareOf(reviews.held, all.of),
      overdue: reviews.overdue,
      unplanned: reviews.unplanned,
    },
  };
}

/** Those that there are: the configured ones by rank, then others, then none. */
function rankedSeverities(
  rows: Array<{ severity: string | null }>,
  severities: string[],
): Array<string | null> {
  const found = new Set(rows.map(({ severity }) => severity));
  const others = [...found]
    .filter(name => name !== null && !severities.includes(name))
    .sort();
  return [
    ...severities.filter(name => found.has(name)),
    ...others,
    ...(found.has(null) ? [null] : []),
  ];
}
