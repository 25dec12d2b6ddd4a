import {
  diffPostmortems,
  mergePostmortems,
  resolveConflict,
  type Conflict,
  type Postmortem,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { contentOf, reuse } from './content';
import type { AutosaveSnapshot, UnsavedWork } from './types';

type Reconciled = Pick<AutosaveSnapshot, 'server' | 'content' | 'conflicts'>;

/** Whether two documents say the same. */
export function saysTheSame(
  one: PostmortemContent,
  other: PostmortemContent,
): boolean {
  return Object.keys(diffPostmortems(one, other)).length === 0;
}

/**
 * What the form started from: the server's document, and what both sides
 * started from at each undecided conflict.
 */
export function startOf({ server, conflicts }: Reconciled): PostmortemContent {
  return conflicts.reduce(
    (merged, conflict) =>
      resolveConflict(
        { merged, conflicts: [{ ...conflict, mine: conflict.base }] },
        conflict.path,
        'mine',
      ).merged,
    contentOf(server),
  );
}

/** Whether everything of what was sent is in a later document of the server. */
export function contains(
  current: Postmortem,
  sent: PostmortemContent,
  base: PostmortemContent,
): boolean {
  const now = contentOf(current);
  const { merged, conflicts } = mergePostmortems(base, sent, now);
  return conflicts.length === 0 && saysTheSame(now, merged);
}

/** Merges what somebody else wrote into the form. */
export function mergeIn(state: Reconciled, current: Postmortem): Reconciled {
  const { merged, conflicts } = mergePostmortems(
    startOf(state),
    state.content,
    contentOf(current),
  );
  return {
    server: current,
    content: reuse(state.content, merged),
    conflicts,
  };
}

/**
 * Takes over what the server made of what was sent, and keeps what was typed
 * since.
 */
export function takeOver(
  state: Reconciled,
  saved: Postmortem,
  sent: PostmortemContent,
): Reconciled {
  const { merged, conflicts } = mergePostmortems(
    sent,
    state.content,
    contentOf(saved),
  );
  return {
    server: saved,
    content: reuse(state.content, merged),
    conflicts: [...state.conflicts, ...conflicts],
  };
}

/** Puts back what earlier pages could not save. */
export function putBack(
  server: Postmortem,
  unsaved: UnsavedWork[],
): Reconciled & { isMerged: boolean } {
  const opened = contentOf(server);
  let content = opened;
  let conflicts: Conflict[] = [];
  for (const { base, mine } of unsaved) {
    const result = mergePostmortems(base, mine, content);
    content = result.merged;
    conflicts = [
      ...conflicts.filter(
        ({ path }) => !result.conflicts.some(other => other.path === path),
      ),
      ...result.conflicts,
    ];
  }
  return {
    server,
    content,
    conflicts,
    isMerged:
      unsaved.some(({ baseVersion }) => baseVersion !== server.version) &&
      !saysTheSame(opened, content),
  };
}
