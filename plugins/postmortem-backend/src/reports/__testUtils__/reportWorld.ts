import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { columnsOf } from '../../database/columns';
import { PROJECTIONS } from '../../database/projections';
import type { StoredPostmortem } from '../../database/rows';
import { insertAll } from '../../database/sql';
import { Random } from '../../dev/Random';
import { syntheticPostmortem } from '../../dev/syntheticPostmortem';

const DAY_MS = 24 * 60 * 60 * 1_000;

function names(kind: string, name: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${kind}:default/${name}-${index + 1}`,
  );
}

export const SERVICES = names('component', 'service', 60);
export const TEAMS = ['group:default/payments', ...names('group', 'team', 7)];
/** Has the first two teams below it. */
export const DEPARTMENT = 'group:default/department';
export const SYSTEMS = names('system', 'system', 9);
export const DOMAINS = names('domain', 'domain', 3);

const PARTS_OF_A_SYSTEM = 6;
const SYSTEMS_OF_A_DOMAIN = 3;

/** The last services belong to no system. */
export const systemOf = (index: number): string | undefined =>
  SYSTEMS[Math.floor(index / PARTS_OF_A_SYSTEM)];

/** The last service belongs to nobody. */
export const ownerOf = (index: number): string | undefined =>
  index === SERVICES.length - 1 ? undefined : TEAMS[index % TEAMS.length];

export const domainOf = (system: number): string =>
  DOMAINS[Math.floor(system / SYSTEMS_OF_A_DOMAIN)];

function entity(
  ref: string,
  relations: Array<[type: string, targetRef: string | undefined]>,
): Entity {
  const [kind, name] = ref.split(':default/');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: `${kind[0].toUpperCase()}${kind.slice(1)}`,
    metadata: { name, namespace: 'default' },
    relations: relations.flatMap(([type, targetRef]) =>
      targetRef ? { type, targetRef } : [],
    ),
  };
}

/** A catalog with services, their systems, domains and teams. */
export const CATALOG: Entity[] = [
  ...SERVICES.map((ref, index) =>
    entity(ref, [
      ['partOf', systemOf(index)],
      ['ownedBy', ownerOf(index)],
    ]),
  ),
  ...SYSTEMS.map((ref, index) =>
    entity(ref, [
      ['partOf', domainOf(index)],
      ...SERVICES.filter((_, at) => systemOf(at) === ref).map(
        (part): [string, string] => ['hasPart', part],
      ),
    ]),
  ),
  ...DOMAINS.map(ref =>
    entity(
      ref,
      SYSTEMS.filter((_, at) => domainOf(at) === ref).map(
        (part): [string, string] => ['hasPart', part],
      ),
    ),
  ),
  entity(DEPARTMENT, [
    ['parentOf', TEAMS[0]],
    ['parentOf', TEAMS[1]],
  ]),
  ...TEAMS.map((ref, index) =>
    entity(ref, [['childOf', index < 2 ? DEPARTMENT : undefined]]),
  ),
];

const WORLD = {
  seed: 'reports',
  entityRefs: SERVICES,
  teamRefs: TEAMS,
  userRefs: names('user', 'person', 40),
  severities: ['SEV1', 'SEV2', 'SEV3', 'SEV4'],
  until: new Date('2026-11-01T00:00:00.000Z'),
  days: 900,
};

const later = (at: string, days: number) =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString();

/** What an invented postmortem mostly has is missing in some. */
function withGaps(
  random: Random,
  postmortem: Omit<StoredPostmortem, 'number'>,
  earlier: string[],
): Omit<StoredPostmortem, 'number'> {
  const { content, kept } = postmortem;
  const { incident } = content;
  const lacks = (share: number) => random.chance(share);
  const times = {
    ...incident,
    detectedAt: lacks(0.2) ? null : incident.detectedAt,
    acknowledgedAt: lacks(0.5) ? null : incident.acknowledgedAt,
    resolvedAt: lacks(0.1) ? null : incident.resolvedAt,
  };
  return {
    ...postmortem,
    deletedAt: lacks(0.03) ? later(kept.createdAt, 1) : null,
    content: {
      ...content,
      title: lacks(0.1) ? `${content.title} zebra` : content.title,
      severity: lacks(0.1) ? null : content.severity,
      visibility: lacks(0.1) ? 'restricted' : 'internal',
      incident: lacks(0.02) ? { ...times, startedAt: null } : times,
      entities: lacks(0.05)
        ? []
        : content.entities.map(each =>
            lacks(0.1) ? { ...each, role: 'affected' } : each,
          ),
      teams: lacks(0.05)
        ? []
        : [...new Set([...content.teams, ...random.sample(TEAMS, 1)])],
      impact: {
        ...content.impact,
        financial: lacks(0.7)
          ? null
          : {
              amount: random.int(0, 900) / 4,
              currency: random.pick(['EUR', 'USD', 'JPY']),
            },
      },
      detection: {
        ...content.detection,
        method: random.pick(['monitoring', 'customer', 'other', null]),
      },
      rootCause: {
        ...content.rootCause,
        trigger: lacks(0.2) ? null : content.rootCause.trigger,
        contributingFactors: lacks(0.2)
          ? []
          : content.rootCause.contributingFactors,
      },
      actionItems: content.actionItems.slice(0, random.int(0, 6)).map(item => ({
        ...item,
        completedAt:
          item.completedAt && lacks(0.1)
            ? random.pick([null, later(kept.createdAt, -40)])
            : item.completedAt,
        verification:
          item.status === 'done' && lacks(0.5)
            ? {
                verdict: random.pick([
                  'pending',
                  'effective',
                  'partial',
                  'ineffective',
                  'cannot_tell',
                ] as const),
                evidence: null,
                verifiedBy: null,
                verifiedAt: lacks(0.1)
                  ? null
                  : later(item.completedAt ?? kept.createdAt, 30),
              }
            : null,
      })),
      followUp: {
        ...content.followUp,
        reviewAt: lacks(0.3) ? null : content.followUp.reviewAt,
        heldAt: lacks(0.6) ? content.followUp.reviewAt : null,
      },
      related:
        earlier.length > 0 && lacks(0.15)
          ? random.sample(earlier, random.int(1, 2)).map(postmortemId => ({
              postmortemId,
              relation: random.pick(['repeat_of', 'related'] as const),
            }))
          : [],
      lessons: [],
      timeline: [],
      communications: [],
    },
  };
}

/** Postmortems that are the same each time, of which some lack anything. */
export function randomPostmortems(count: number): StoredPostmortem[] {
  const random = new Random('gaps');
  const all: StoredPostmortem[] = [];
  for (let number = 1; number <= count; number++) {
    const earlier = all.slice(-50).map(({ kept }) => kept.id);
    all.push({
      ...withGaps(random, syntheticPostmortem(WORLD, number), earlier),
      number,
    });
  }
  return all;
}

/** Stores postmortems as they are, in few statements. */
export async function storeAll(
  knex: Knex,
  postmortems: StoredPostmortem[],
): Promise<void> {
  await knex.transaction(async trx => {
    await insertAll(
      trx,
      'postmortems',
      postmortems.map(each => ({ number: each.number, ...columnsOf(each) })),
    );
    for (const { table, rows } of PROJECTIONS) {
      await insertAll(
        trx,
        table,
        postmortems.flatMap(({ number, content, kept }) =>
          rows(content, kept, number).map(row => ({
            postmortem_number: number,
            ...row,
          })),
        ),
      );
    }
  });
}
