import type { JsonValue } from '@backstage/types';
import type { Versions } from './shape';
import type { Conflict } from './types';

/** Where in a document a merge is, for programs and for people. */
export interface Place {
  steps: string[];
  labels: string[];
}

/** What the merge of one place gives. */
export interface Merged<T = JsonValue | undefined> {
  value: T;
  conflicts: Conflict[];
}

export function stepInto(place: Place, step: string, label: string): Place {
  return {
    steps: [...place.steps, step],
    labels: [...place.labels, label],
  };
}

/** A conflict at a place; absent versions are null. */
export function conflictAt(
  place: Place,
  kind: Conflict['kind'],
  { base, mine, theirs }: Versions,
): Conflict {
  return {
    path: place.steps.join('.'),
    steps: place.steps,
    label: place.labels.join(' › '),
    kind,
    base: base ?? null,
    mine: mine ?? null,
    theirs: theirs ?? null,
  };
}
