import type { BenchUser } from './plugins/auth';
import type { Ownership } from './plugins/catalog';

/** A company that grows with its postmortems, as companies do. */
export interface World {
  entityRefs: string[];
  teamRefs: string[];
  userRefs: string[];
  ownership: Ownership;
  /** The one who asks: a member of one team, on the call of a few incidents. */
  user: Pick<BenchUser, 'userEntityRef' | 'ownershipEntityRefs'>;
}

function refs(kind: string, count: number): string[] {
  return Array.from(
    { length: Math.ceil(count) },
    (_, index) => `${kind}:default/bench-${index + 1}`,
  );
}

/**
 * Every entity is in some thirty postmortems, however many there are in all:
 * more postmortems mean a larger company, not one that never learns.
 */
export function worldOf(rows: number): World {
  const entityRefs = refs('component', Math.max(40, rows / 10));
  const teamRefs = refs('group', Math.max(6, rows / 500));
  const userRefs = refs('user', Math.max(25, rows / 100));
  const ownership: Ownership = {};
  entityRefs.forEach((entityRef, index) => {
    (ownership[teamRefs[index % teamRefs.length]] ??= []).push(entityRef);
  });
  return {
    entityRefs,
    teamRefs,
    userRefs,
    ownership,
    user: {
      userEntityRef: userRefs[0],
      ownershipEntityRefs: [userRefs[0], teamRefs[0]],
    },
  };
}
