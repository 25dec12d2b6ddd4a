import {
  actionItemQuerySchema,
  lessonQuerySchema,
  postmortemQuerySchema,
} from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { NOW } from '../__testUtils__/documents';
import { seedPostmortems } from '../dev/seedPostmortems';
import type { PostmortemFilter } from '../permissions/filter';
import type { Reach } from '../lessons/ReachResolver';
import { OverviewBuilder } from '../overview/OverviewBuilder';
import { PersonalDutiesBuilder } from '../overview/PersonalDutiesBuilder';
import { TeamDutiesBuilder } from '../overview/TeamDutiesBuilder';
import { OwnershipGapList } from '../ownership/OwnershipGapList';
import { ActionItemList } from './ActionItemList';
import { LessonList } from './LessonList';
import { OverviewStore } from './OverviewStore';
import { PostmortemList } from './PostmortemList';
import { StateReader } from './StateReader';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const SEVERITIES = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];
const ENTITY = 'component:default/busy';
const USER = 'user:default/ana';
const TEAM = { groupRefs: ['group:default/busy'], entityRefs: [ENTITY] };

const VISIBLE: PostmortemFilter = {
  anyOf: [
    { property: 'visibility', values: ['internal'] },
    { property: 'viewer', values: [USER, ...TEAM.groupRefs] },
  ],
};

type Ask = () => Promise<unknown>;

function questions(knex: Knex): Record<string, Ask> {
  const lists = {
    postmortems: new PostmortemList(knex, SEVERITIES),
    actionItems: new ActionItemList(knex),
    lessons: new LessonList(knex, SEVERITIES),
  };
  const parts = {
    ...lists,
    stats: new OverviewStore(knex),
    ownershipGaps: new OwnershipGapList(knex, lists),
  };
  const overviews = new OverviewBuilder({
    ...parts,
    teams: new TeamDutiesBuilder(parts),
    people: new PersonalDutiesBuilder(parts),
    state: new StateReader(knex),
    severities: SEVERITIES,
  });
  const reach = (scope: Reach['scope']): Reach => ({
    scope,
    entityRefs: [ENTITY],
    paths: [{ refs: [ENTITY, 'component:default/other'] }],
    tags: [{ entityRef: ENTITY, tag: 'cache' }],
  });
  const all = { visible: VISIBLE, now: NOW };
  const team = { ...all, team: TEAM };
  const entityRef = [ENTITY];
  const postmortems = (query: object) => postmortemQuerySchema.parse(query);
  return {
    'all postmortems': () => lists.postmortems.list(postmortems({}), all),
    'postmortems of an entity': () =>
      lists.postmortems.list(postmortems({ entityRef }), all),
    'postmortems of a team': () =>
      lists.postmortems.list(postmortems({}), team),
    'postmortems with every filter': () =>
      lists.postmortems.list(
        postmortems({
          entityRef: [ENTITY, 'component:default/other'],
          status: ['published', 'closed', 'draft'],
          severity: SEVERITIES,
          tag: ['cache', 'database', 'network'],
          from: '2000-01-01',
          to: '2100-01-01',
          q: 'the',
          orderBy: 'severity',
        }),
        all,
      ),
    'all action items': () =>
      lists.actionItems.list(actionItemQuerySchema.parse({}), all),
    'overdue action items of a team': () =>
      lists.actionItems.list(
        actionItemQuerySchema.parse({ state: 'overdue' }),
        team,
      ),
    'action items that need an owner': () =>
      lists.actionItems.list(
        actionItemQuerySchema.parse({ state: 'needs_owner' }),
        team,
      ),
    'action items proposed to a team': () =>
      lists.actionItems.list(
        actionItemQuerySchema.parse({ state: 'proposed' }),
        team,
      ),
    'all lessons': () => lists.lessons.list(lessonQuerySchema.parse({}), all),
    'lessons of an entity': () =>
      lists.lessons.list(lessonQuerySchema.parse({ entityRef }), all),
    'lessons through dependencies': () =>
      lists.lessons.list(lessonQuerySchema.parse({}), {
        ...all,
        reach: reach('dependencies'),
      }),
    'what has no owner': () => parts.ownershipGaps.list({ limit: 20 }, all),
    'the overview of an entity': () =>
      overviews.build(
        {
          entityRef: ENTITY,
          entityRefs: [ENTITY],
          reach: { ...reach('dependencies'), siblingsFrom: 1 },
        },
        all,
      ),
    'the overview of a team': () =>
      overviews.build(
        { teamRef: TEAM.groupRefs[0], waiting: reach('waiting') },
        team,
      ),
    'the overview of a person': () => overviews.build({ userRef: USER }, all),
  };
}

describe.each(databases.each)('SQL statements on %s', id => {
  // PostgreSQL is asked for several things at once; to SQLite there is no way.
  const overviews =
    id === 'SQLITE_3'
      ? {
          'the overview of an entity': 5,
          'the overview of a team': 11,
          'the overview of a person': 8,
        }
      : {
          'the overview of an entity': 1,
          'the overview of a team': 1,
          'the overview of a person': 2,
        };

  /** How many statements each question takes, the first time it is asked. */
  async function statements(rows: number): Promise<Record<string, number>> {
    const knex = await databases.init(id);
    await seedPostmortems(knex, {
      count: rows,
      entityRefs: [ENTITY, 'component:default/other'],
      teamRefs: TEAM.groupRefs,
      userRefs: [USER, 'user:default/bo'],
      severities: SEVERITIES,
    });
    let count = 0;
    knex.on('query', () => {
      count += 1;
    });
    const counts: Record<string, number> = {};
    for (const [name, ask] of Object.entries(questions(knex))) {
      count = 0;
      await ask();
      counts[name] = count;
    }
    return counts;
  }

  it('are as many for a thousand postmortems as for ten', async () => {
    const few = await statements(10);
    const many = await statements(1_000);
    expect(many).toEqual(few);
    expect(many).toEqual({
      'all postmortems': 1,
      'postmortems of an entity': 1,
      'postmortems of a team': 1,
      'postmortems with every filter': 2,
      'all action items': 1,
      'overdue action items of a team': 1,
      'action items that need an owner': 1,
      'action items proposed to a team': 1,
      'all lessons': 1,
      'lessons of an entity': 1,
      'lessons through dependencies': 1,
      'what has no owner': 3,
      ...overviews,
    });
  });
});
