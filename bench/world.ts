import type { BenchUser } from './plugins/auth';

/** What a group owns by itself, and the groups below it. */
export interface BenchGroup {
  ref: string;
  children: string[];
}

/** A company that grows with its postmortems, as companies do. */
export interface World {
  /** Components, APIs and databases. */
  entityRefs: string[];
  /** Those who own the entities: the one at a position, that at it, wrapped around. */
  teamRefs: string[];
  userRefs: string[];
  /** What entities are tagged with in the catalog. */
  tags: string[];
  /** A group of three levels, whose teams own 500 entities. */
  division: BenchGroup[];
  /** The one who asks: a member of one team, on the call of a few incidents. */
  user: Pick<BenchUser, 'userEntityRef' | 'ownershipEntityRefs'>;
}

const ENTITIES_OF_A_TEAM = 50;
const TEAMS_OF_THE_DIVISION = 10;
const TEAMS_OF_A_DEPARTMENT = 4;

/** How many entities in a row are a system: six components and what they use. */
export const SYSTEM_SIZE = 10;

const KINDS = [
  ...Array.from({ length: 6 }, () => 'component'),
  ...Array.from({ length: 2 }, () => 'api'),
  ...Array.from({ length: 2 }, () => 'resource'),
];

function refs(kind: string, count: number): string[] {
  return Array.from(
    { length: Math.ceil(count) },
    (_, index) => `${kind}:default/bench-${index + 1}`,
  );
}

function divisionOf(teamRefs: string[]): BenchGroup[] {
  // Not the team of the one who asks.
  const teams = teamRefs.slice(1, 1 + TEAMS_OF_THE_DIVISION);
  const departments: BenchGroup[] = [];
  for (let start = 0; start < teams.length; start += TEAMS_OF_A_DEPARTMENT) {
    departments.push({
      ref: `group:default/bench-department-${departments.length + 1}`,
      children: teams.slice(start, start + TEAMS_OF_A_DEPARTMENT),
    });
  }
  return [
    {
      ref: 'group:default/bench-division',
      children: departments.map(({ ref }) => ref),
    },
    ...departments,
  ];
}

/**
 * Every entity is in some thirty postmortems, however many there are in all:
 * more postmortems mean a larger company, not one that never learns.
 */
export function worldOf(rows: number): World {
  const entityCount = Math.max(40, Math.ceil(rows / 10));
  const entityRefs = Array.from(
    { length: entityCount },
    (_, index) => `${KINDS[index % KINDS.length]}:default/bench-${index + 1}`,
  );
  const teamRefs = refs('group', Math.max(6, entityCount / ENTITIES_OF_A_TEAM));
  const userRefs = refs('user', Math.max(25, rows / 100));
  return {
    entityRefs,
    teamRefs,
    userRefs,
    tags: Array.from(
      { length: Math.max(5, Math.ceil(rows / 2_000)) },
      (_, index) => `bench-${index + 1}`,
    ),
    division: divisionOf(teamRefs),
    user: {
      userEntityRef: userRefs[0],
      ownershipEntityRefs: [userRefs[0], teamRefs[0]],
    },
  };
}
