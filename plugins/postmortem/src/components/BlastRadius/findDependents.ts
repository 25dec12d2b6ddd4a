import { NEEDED_BY, refOf, targetsOf } from './relations';
import type { LookUp } from './traceSpread';

/** What needs a cause, directly or by way of one other. */
export interface Dependent {
  entityRef: string;
  /** From the cause to the dependent, both included. */
  path: string[];
}

const MAX_HOPS = 2;

// More than anybody would choose from.
const MAX_DEPENDENTS = 100;

/**
 * What depends on the causes of an incident: first what does so directly, then
 * what is one hop farther away.
 */
export async function findDependents(
  causes: string[],
  lookUp: LookUp,
): Promise<Dependent[]> {
  const seen = new Set(causes);
  const found: Dependent[] = [];
  let level: Dependent[] = causes.map(ref => ({ entityRef: ref, path: [ref] }));
  for (let hop = 0; hop < MAX_HOPS && level.length > 0; hop++) {
    const entities = new Map(
      (await lookUp(level.map(({ entityRef }) => entityRef))).map(entity => [
        refOf(entity),
        entity,
      ]),
    );
    const next: Dependent[] = [];
    for (const { entityRef, path } of level) {
      for (const ref of targetsOf(entities.get(entityRef), NEEDED_BY)) {
        if (!seen.has(ref) && seen.size < MAX_DEPENDENTS) {
          seen.add(ref);
          next.push({ entityRef: ref, path: [...path, ref] });
        }
      }
    }
    found.push(...next);
    level = next;
  }
  return found;
}
