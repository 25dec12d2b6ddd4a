import type { Spread } from './traceSpread';

/** What an entity was in the incident, or beside it. */
export type Role = 'cause' | 'affected' | 'undeclared' | 'onTheWay' | 'spared';

/** Each role in words, with a shape so that color is not the only difference. */
export const ROLES: Record<Role, { mark: string; words: string }> = {
  cause: { mark: '◆', words: 'Cause' },
  affected: { mark: '▲', words: 'Affected' },
  undeclared: { mark: '△', words: 'Affected, undeclared' },
  onTheWay: { mark: '→', words: 'On the way' },
  spared: { mark: '○', words: 'Not affected' },
};

// More neighbors than these make a graph that nobody can read.
const SPARED_IN_GRAPH = 12;

/** What is drawn of a spread, by its ref: the neighbors only in part. */
export function rolesOf(spread: Spread): Map<string, Role> {
  const { causes, affected, unaffectedDependents } = spread;
  const roles = new Map<string, Role>();
  [...unaffectedDependents, ...spread.unaffectedDependencies]
    .slice(0, SPARED_IN_GRAPH)
    .forEach(ref => roles.set(ref, 'spared'));
  affected
    .flatMap(({ path }) => path ?? [])
    .forEach(ref => roles.set(ref, 'onTheWay'));
  affected.forEach(({ entityRef, isUndeclared }) =>
    roles.set(entityRef, isUndeclared ? 'undeclared' : 'affected'),
  );
  causes.forEach(ref => roles.set(ref, 'cause'));
  return roles;
}
