import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { store } from '../__testUtils__/documents';
import { ActionItemList } from '../database/ActionItemList';
import { LessonList } from '../database/LessonList';
import { OverviewStore } from '../database/OverviewStore';
import { PostmortemList } from '../database/PostmortemList';
import type { ListOptions } from '../database/scope';
import { StateReader } from '../database/StateReader';
import { seedPostmortems } from '../dev/seedPostmortems';
import { OwnershipGapList } from '../ownership/OwnershipGapList';
import type { PostmortemFilter } from '../permissions/filter';
import { OverviewBuilder, type OverviewSubject } from './OverviewBuilder';
import { PersonalDutiesBuilder } from './PersonalDutiesBuilder';
import { TeamDutiesBuilder } from './TeamDutiesBuilder';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const START = '2026-08-01T10:15:00.000Z';
const ENTITIES = ['component:default/a', 'component:default/b'];
const TEAM = { groupRefs: ['group:default/team'], entityRefs: ENTITIES };
const SUBJECT: OverviewSubject = {
  teamRef: 'group:default/team',
  waiting: { scope: 'waiting', entityRefs: ENTITIES, paths: [], tags: [] },
};

const ALL: PostmortemFilter | undefined = undefined;
const INTERNAL: PostmortemFilter = {
  property: 'visibility',
  values: ['internal'],
};

function newBuilder(knex: Knex): OverviewBuilder {
  const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4'];
  const lists = {
    postmortems: new PostmortemList(knex, severities),
    actionItems: new ActionItemList(knex),
    lessons: new LessonList(knex, severities),
    stats: new OverviewStore(knex),
  };
  const parts = { ...lists, ownershipGaps: new OwnershipGapList(knex, lists) };
  return new OverviewBuilder({
    ...parts,
    teams: new TeamDutiesBuilder(parts),
    people: new PersonalDutiesBuilder(parts),
    state: new StateReader(knex),
    severities,
  });
}

describe.each(databases.each)('overviews that are kept on %s', id => {
  let knex: Knex;
  let kept: OverviewBuilder;
  let statements = 0;

  beforeAll(async () => {
    knex = await databases.init(id);
    await seedPostmortems(knex, {
      count: 60,
      entityRefs: ENTITIES,
      teamRefs: TEAM.groupRefs,
      until: new Date(START),
      days: 500,
    });
    kept = newBuilder(knex);
    knex.on('query', () => {
      statements += 1;
    });
  });

  const options = (
    now: string,
    visible: PostmortemFilter | undefined = ALL,
  ): ListOptions => ({ now, visible, team: TEAM });

  /** What is kept, which has to be what is made anew. */
  async function overviewAt(now: string, visible?: PostmortemFilter) {
    statements = 0;
    const overview = await kept.build(SUBJECT, options(now, visible));
    const asked = statements;
    expect(overview).toEqual(
      await newBuilder(knex).build(SUBJECT, options(now, visible)),
    );
    return { overview, asked };
  }

  it('are made anew when time changes them, and not before', async () => {
    const state = new StateReader(knex);
    let now = START;
    for (let moment = 0; moment < 40; moment++) {
      await overviewAt(now);
      const { until } = await state.state(now);
      expect(until > now).toBe(true);
      const before = new Date(Date.parse(until) - 1).toISOString();
      const { asked } = await overviewAt(before);
      expect(asked).toBe(1);
      now = until;
    }
    // Weeks went by: what was due then is overdue by now.
    const first = await overviewAt(START);
    const last = await overviewAt(now);
    expect(last.overview.counts.overdueActionItems).toBeGreaterThan(
      first.overview.counts.overdueActionItems,
    );
  });

  it('are made anew after a write', async () => {
    const { overview: before } = await overviewAt(START);
    await store(knex, {
      entities: [{ entityRef: ENTITIES[0], role: 'cause' }],
      actionItems: [{ title: 'Another one', dueAt: '2026-01-01' }],
    });
    const { overview: after } = await overviewAt(START);
    expect(after.counts.postmortems).toBe(before.counts.postmortems + 1);
    expect(after.counts.overdueActionItems).toBe(
      before.counts.overdueActionItems + 1,
    );
  });

  it('are not given to those who may see less', async () => {
    await store(knex, {
      visibility: 'restricted',
      entities: [{ entityRef: ENTITIES[0], role: 'cause' }],
    });
    const { overview: all } = await overviewAt(START);
    const { overview: some } = await overviewAt(START, INTERNAL);
    expect(some.counts.postmortems).toBeLessThan(all.counts.postmortems);
  });
});
