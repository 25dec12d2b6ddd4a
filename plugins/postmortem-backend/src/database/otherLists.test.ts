import {
  actionItemQuerySchema,
  lessonQuerySchema,
} from 'backstage-plugin-postmortem-common';
import type { z } from 'zod';
import { migratedDatabases } from '../__testUtils__/databases';
import { NOW, store } from '../__testUtils__/documents';
import { ActionItemList } from './ActionItemList';
import { LessonList } from './LessonList';
import type { ListOptions } from './scope';

const databases = migratedDatabases();

jest.setTimeout(60_000);

describe.each(databases.each)('the list of action items on %s', id => {
  async function lister() {
    const knex = await databases.init(id);
    await store(knex, {
      entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
      teams: ['group:default/payments'],
      actionItems: [
        { title: 'b', dueAt: '2026-11-20', ownerRef: 'user:default/ana' },
        { title: 'a', dueAt: '2026-11-10' },
        { title: 'never' },
        { title: 'done', dueAt: '2026-11-01', status: 'done' },
      ],
    });
    await store(knex, {
      actionItems: [
        { title: 'c', dueAt: '2026-12-01', entityRef: 'component:checkout' },
        { title: 'dropped', status: 'wont_do', ownerRef: 'group:payments' },
        { title: 'tie', dueAt: '2026-11-20' },
      ],
    });
    await store(
      knex,
      { actionItems: [{ title: 'of a deleted one' }] },
      { deletedAt: NOW },
    );
    const list = new ActionItemList(knex);
    return (
      query: z.input<typeof actionItemQuerySchema> = {},
      options: Partial<ListOptions> = {},
    ) =>
      list.list(actionItemQuerySchema.parse(query), { now: NOW, ...options });
  }

  it('orders by date, and pages over ties and absent dates', async () => {
    const list = await lister();
    for (const [orderBy, last] of [
      ['dueAt', ['c']],
      ['-dueAt', ['a', 'done']],
    ] as const) {
      const titles: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ orderBy, limit: 2, cursor });
        expect(page.totalItems).toBe(7);
        titles.push(...page.items.map(item => item.title));
        cursor = page.pageInfo.nextCursor;
      } while (cursor);
      expect(new Set(titles).size).toBe(7);
      // Those without a date come last in either direction.
      expect(new Set(titles.slice(-2))).toEqual(new Set(['never', 'dropped']));
      expect(titles.slice(-2 - last.length, -2)).toEqual(last);
      expect(Math.abs(titles.indexOf('b') - titles.indexOf('tie'))).toBe(1);
    }
  });

  it('filters by state, owner, entity and team', async () => {
    const list = await lister();
    const titles = async (
      query: z.input<typeof actionItemQuerySchema>,
      options?: Partial<ListOptions>,
    ) => {
      const page = await list(query, options);
      expect(page.totalItems).toBe(page.items.length);
      return page.items.map(item => item.title).sort();
    };
    expect(await titles({ state: 'open' })).toEqual([
      'a',
      'b',
      'c',
      'never',
      'tie',
    ]);
    expect(await titles({ state: 'overdue' })).toEqual(['a', 'b', 'tie']);
    expect(await titles({ state: 'done' })).toEqual(['done', 'dropped']);
    expect(await titles({ ownerRef: ['user:default/ana'] })).toEqual(['b']);
    expect(await titles({ entityRef: ['component:checkout'] })).toEqual([
      'a',
      'b',
      'c',
      'done',
      'never',
    ]);
    const team = { groupRefs: ['group:default/payments'], entityRefs: [] };
    expect(await titles({}, { team })).toEqual([
      'a',
      'b',
      'done',
      'dropped',
      'never',
    ]);
    expect(await titles({ state: 'overdue' }, { team })).toEqual(['a', 'b']);
  });

  it('says whether an item is overdue, and where it belongs', async () => {
    const list = await lister();
    const { items } = await list({ ownerRef: ['user:default/ana'] });
    expect(items[0]).toMatchObject({
      overdue: true,
      postmortem: { key: 'PM-1', title: 'An outage', version: 1 },
    });
    expect(items[0].postmortemId).toBe(items[0].postmortem.id);
    const dropped = await list({ ownerRef: ['group:payments'] });
    expect(dropped.items[0].overdue).toBe(false);
  });
});

describe.each(databases.each)('the list of lessons on %s', id => {
  async function lister() {
    const knex = await databases.init(id);
    const lesson = (text: string) => ({ kind: 'to_improve' as const, text });
    await store(knex, {
      incident: { startedAt: '2026-01-01T00:00:00.000Z' },
      entities: [
        { entityRef: 'component:default/index', role: 'affected' },
        { entityRef: 'component:default/checkout', role: 'cause' },
      ],
      lessons: [lesson('first'), lesson('second: WARM it')],
    });
    await store(knex, { lessons: [lesson('undated')] });
    await store(knex, {
      incident: { startedAt: NOW },
      teams: ['group:default/payments'],
      lessons: [lesson('newest')],
    });
    await store(knex, { lessons: [lesson('gone')] }, { deletedAt: NOW });
    const list = new LessonList(knex, ['SEV1', 'SEV2', 'SEV3', 'SEV4']);
    return (
      query: z.input<typeof lessonQuerySchema> = {},
      options: Partial<ListOptions> = {},
    ) => list.list(lessonQuerySchema.parse(query), { now: NOW, ...options });
  }

  it('gives those of the newest incident first, page by page', async () => {
    const list = await lister();
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 1, cursor });
      expect(page.totalItems).toBe(4);
      texts.push(...page.items.map(item => item.text));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    expect(texts).toEqual(['newest', 'first', 'second: WARM it', 'undated']);
  });

  it('filters, and names the entity that a lesson comes from', async () => {
    const list = await lister();
    const asked = await list({ entityRef: ['component:index'] });
    expect(asked.items.map(item => [item.text, item.entityRef])).toEqual([
      ['first', 'component:default/index'],
      ['second: WARM it', 'component:default/index'],
    ]);
    const found = await list({ q: 'warm' });
    expect(found.items.map(item => [item.text, item.entityRef])).toEqual([
      ['second: WARM it', 'component:default/checkout'],
    ]);
    const team = { groupRefs: ['group:default/payments'], entityRefs: [] };
    const ours = await list({}, { team });
    expect(ours.items.map(item => [item.text, item.entityRef])).toEqual([
      ['newest', null],
    ]);
  });
});
