import {
  diffPostmortems,
  mergePostmortems,
  type Conflict,
  type Postmortem,
} from 'backstage-plugin-postmortem-common';
import fc from 'fast-check';
import { set, uniq } from 'lodash';
import { randomUUID } from 'node:crypto';
import { migratedDatabases } from '../__testUtils__/databases';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(180_000);

const RUNS = { numRuns: 12 };

/** A change of one place; changes of different places do not touch. */
interface Edit {
  place: string;
  apply(document: Postmortem, word: string): void;
}

const FIELDS = [
  'summary',
  'impact.description',
  'rootCause.technical',
  'notes',
  'lessons[0].text',
  'lessons[2].text',
  'timeline[0].text',
  'timeline[1].url',
  'actionItems[0].title',
  'actionItems[1].description',
  'externalVersion.text',
];

const fieldEdit = fc.constantFrom(...FIELDS).map(
  (place): Edit => ({
    place,
    apply: (document, word) => {
      set(
        document,
        place,
        place.endsWith('url') ? `https://${word}.example.com/` : word,
      );
    },
  }),
);

const rowEdit = fc.constantFrom<Edit>(
  {
    place: 'lessons[1]',
    apply: ({ lessons }) => {
      lessons.splice(1, 1);
    },
  },
  {
    place: 'a new action item',
    apply: ({ actionItems }, word) => {
      // An id of one's own, so that a save that was repeated adds it once.
      actionItems.push({
        id: randomUUID(),
        title: word,
      } as Postmortem['actionItems'][number]);
    },
  },
  {
    place: 'tags',
    apply: ({ tags }, word) => {
      tags.push(word);
    },
  },
);

const edits = (places: number) =>
  fc.uniqueArray(fc.oneof({ weight: 3, arbitrary: fieldEdit }, rowEdit), {
    maxLength: places,
    selector: ({ place }) => place,
  });

function edited(base: Postmortem, changes: Edit[], prefix: string): Postmortem {
  const document = structuredClone(base);
  // Last: the places of the others go by position.
  const removals = changes.filter(({ place }) => place === 'lessons[1]');
  const others = changes.filter(({ place }) => place !== 'lessons[1]');
  [...others, ...removals].forEach(({ place, apply }) =>
    apply(document, wordOf(prefix, place)),
  );
  return document;
}

function wordOf(prefix: string, place: string): string {
  return `${prefix}${place.replace(/\W/g, '').toLocaleLowerCase('en-US')}`;
}

/** How often the words of a side stand in a value. */
function countsOf(value: unknown): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of JSON.stringify(value).matchAll(/(?:mine|their)\w+/g)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What was written, apart from what the server gives. */
function written(postmortem: Postmortem): unknown {
  const { id, key, version, createdAt, updatedAt, updatedBy, ...rest } =
    postmortem;
  return JSON.parse(
    JSON.stringify(rest, (name, value) =>
      name === 'id' || name === 'postmortemId' ? undefined : value,
    ),
  );
}

describe.each(databases.each)('edits at the same time on %s', id => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({ knex: await databases.init(id) });
  });

  async function newDocument(): Promise<Postmortem> {
    const { body } = await plugin.as('author').post('/postmortems', {
      title: 'An outage',
      summary: 'What happened',
      lessons: ['one', 'two', 'three'].map(text => ({
        kind: 'to_improve',
        text,
      })),
      timeline: [
        { kind: 'event', text: 'first' },
        { kind: 'event', text: 'second' },
      ],
      actionItems: [{ title: 'do this' }, { title: 'do that' }],
      externalVersion: { title: 'Outside', text: 'Late orders' },
      teams: ['group:default/payments'],
    });
    return body;
  }

  /** Saves as an editor does: what was refused is merged and sent again. */
  async function save(
    who: string,
    base: Postmortem,
    mine: Postmortem,
  ): Promise<Conflict[]> {
    const conflicts: Conflict[] = [];
    let current = base;
    let sent = mine as Parameters<typeof diffPostmortems>[1];
    for (;;) {
      const { status, body } = await plugin
        .as(who)
        .patch(
          `/postmortems/${base.id}`,
          current.version,
          diffPostmortems(current, sent),
        );
      if (status !== 412) {
        expect([status, body.error]).toEqual([200, undefined]);
        return conflicts;
      }
      const result = mergePostmortems(current, sent, body.current);
      conflicts.push(...result.conflicts);
      current = body.current;
      sent = result.merged;
    }
  }

  const read = async ({ id: idOfOne }: Postmortem): Promise<Postmortem> =>
    (await plugin.as('author').get(`/postmortems/${idOfOne}`)).body;

  it('lose nothing and double nothing, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(edits(6), edits(6), async (mine, theirs) => {
        const base = await newDocument();
        const sides = [
          edited(base, mine, 'mine'),
          edited(base, theirs, 'their'),
        ];
        const conflicts = await Promise.all([
          save('author', base, sides[0]),
          save('member', base, sides[1]),
        ]);
        const final = await read(base);
        const counts = countsOf(final);
        const kept = new Set([...counts.keys(), ...countsOf(conflicts).keys()]);
        const wrote = sides.flatMap(side => [...countsOf(side).keys()]);
        expect(wrote.filter(word => !kept.has(word))).toEqual([]);
        const doubled = [...counts].filter(([, count]) => count > 1);
        expect(doubled).toEqual([]);
        const ids = final.actionItems.map(item => item.id);
        expect(uniq(ids)).toEqual(ids);
        // Nobody touched these.
        expect(final.title).toBe('An outage');
        expect(final.externalVersion!.title).toBe('Outside');
      }),
      RUNS,
    );
  });

  it('come to the same in either order where they do not touch', async () => {
    const apart = edits(10).chain(all =>
      fc.tuple(
        fc.constant(all),
        fc.array(fc.boolean(), {
          minLength: all.length,
          maxLength: all.length,
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(apart, async ([all, isMine]) => {
        const results: unknown[] = [];
        for (const order of [
          ['author', 'member'],
          ['member', 'author'],
        ]) {
          const base = await newDocument();
          const side = (who: string) =>
            edited(
              base,
              all.filter((_, index) => isMine[index] === (who === 'author')),
              who === 'author' ? 'mine' : 'their',
            );
          for (const who of order) {
            expect(await save(who, base, side(who))).toEqual([]);
          }
          results.push(written(await read(base)));
        }
        expect(results[0]).toEqual(results[1]);
      }),
      RUNS,
    );
  });
});
