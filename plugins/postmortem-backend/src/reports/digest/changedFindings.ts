import {
  findingsOf,
  type Finding,
  type Reports,
} from 'backstage-plugin-postmortem-common/statistics';

const SHOWN = 3;

/** How sure it is that something changed; the surest first. */
function rank({ verdict, pValue }: Finding): [number, number] {
  if (verdict === null) {
    // What was counted and not tested: it may be chance.
    return [1, 0];
  }
  return verdict === 'not_distinguishable' ? [2, 0] : [0, pValue ?? 1];
}

/**
 * The findings that changed most from one period to the next: first those that
 * a test can tell apart, the surest first; then what was counted; and last what
 * cannot be told apart. What reads as it did before has not changed.
 */
export function changedFindings(now: Reports, before: Reports): Finding[] {
  const earlier = new Map(
    findingsOf(before).map(({ chart, text }) => [chart, text]),
  );
  return findingsOf(now)
    .filter(({ chart, text }) => earlier.get(chart) !== text)
    .map((finding, index) => ({ finding, order: [...rank(finding), index] }))
    .sort((a, b) => {
      const place = a.order.findIndex((value, at) => value !== b.order[at]);
      return place === -1 ? 0 : a.order[place] - b.order[place];
    })
    .slice(0, SHOWN)
    .map(({ finding }) => finding);
}
