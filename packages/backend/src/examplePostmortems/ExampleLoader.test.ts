import {
  createMockDirectory,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { ImportResult } from 'backstage-plugin-postmortem-common';
import { ExampleLoader } from './ExampleLoader';
import { ExampleStore } from './ExampleStore';
import type { Example, ImportTarget } from './ImportTarget';

async function answer(status: number): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response('{}', { status }) as Parameters<
      typeof ResponseError.fromResponse
    >[0],
  );
}

/** Keeps imported documents by title, which here is the whole document. */
class FakePortal implements ImportTarget {
  readonly imported: string[] = [];
  readonly entityRefs: string[][] = [];
  catalog = ['component:default/checkout'];
  afterImport: (markdown: string) => Promise<void> = async () => {};
  ready = jest.fn(async () => {});

  async preview({ markdown, entityRefs }: Example) {
    if (markdown === 'broken') {
      throw await answer(400);
    }
    return {
      document: {
        title: markdown,
        entities: (entityRefs.length > 0
          ? entityRefs
          : ['component:default/checkout']
        ).map(entityRef => ({ entityRef, role: 'cause' })),
      },
    } as ImportResult;
  }

  async import({ markdown, entityRefs }: Example) {
    this.imported.push(markdown);
    this.entityRefs.push(entityRefs);
    await this.afterImport(markdown);
    return `PM-${this.imported.length}`;
  }

  async findImported({ document }: ImportResult) {
    const index = this.imported.indexOf(document.title);
    return index < 0 ? undefined : `PM-${index + 1}`;
  }

  async missingFromCatalog(refs: string[]) {
    return refs.filter(ref => !this.catalog.includes(ref));
  }
}

describe('ExampleLoader', () => {
  const databases = TestDatabases.create();
  const directory = createMockDirectory();
  const signal = new AbortController().signal;

  beforeEach(() => {
    directory.setContent({
      'README.md': 'about the examples',
      'a.md': 'first',
      'b.md': 'second',
      'notes.txt': 'not an example',
    });
  });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function setup() {
      const knex = await databases.init(databaseId);
      const portal = new FakePortal();
      const logger = mockServices.logger.mock();
      const start = async () =>
        new ExampleLoader({
          directory: directory.path,
          store: await ExampleStore.create(
            mockServices.database({ knex, migrations: { skip: false } }),
          ),
          target: portal,
          logger,
          pauseMs: 1,
        }).load(signal);
      return { portal, logger, start };
    }

    it('loads each file once, however often the portal starts', async () => {
      const { portal, start } = await setup();

      await expect(start()).resolves.toEqual({
        loaded: ['a.md', 'b.md'],
        known: [],
        refused: [],
        failed: [],
      });
      await expect(start()).resolves.toEqual({
        loaded: [],
        known: ['a.md', 'b.md'],
        refused: [],
        failed: [],
      });
      expect(portal.imported).toEqual(['first', 'second']);
    });

    it('does not bring back what was deleted', async () => {
      const { portal, start } = await setup();
      await start();
      portal.imported.length = 0;

      await start();

      expect(portal.imported).toEqual([]);
    });

    it('loads a file that is added later', async () => {
      const { portal, start } = await setup();
      await start();
      directory.addContent({ 'c.md': 'third' });

      await expect(start()).resolves.toMatchObject({ loaded: ['c.md'] });
      expect(portal.imported).toEqual(['first', 'second', 'third']);
    });

    it('adds the entities that the index gives a file', async () => {
      const { portal, start } = await setup();
      portal.catalog.push('component:default/web-shop');
      directory.addContent({
        'entities.json': JSON.stringify({ 'b.md': ['component:web-shop'] }),
      });
      await start();
      expect(portal.imported).toEqual(['first', 'second']);
      expect(portal.entityRefs).toEqual([[], ['component:default/web-shop']]);
    });

    it('loads nothing when the index is broken', async () => {
      const { portal, start } = await setup();
      directory.addContent({ 'entities.json': '{"b.md": ["checkout"]}' });
      await expect(start()).rejects.toThrow(
        'Entity reference "checkout" had missing or empty kind',
      );
      expect(portal.imported).toEqual([]);
    });

    it('does not import twice when the answer to an import was lost', async () => {
      const { portal, start } = await setup();
      let lost = false;
      portal.afterImport = async () => {
        if (!lost) {
          lost = true;
          throw new TypeError('fetch failed');
        }
      };

      await expect(start()).resolves.toMatchObject({
        loaded: ['a.md', 'b.md'],
      });
      expect(portal.imported).toEqual(['first', 'second']);
    });

    it('finds what was stored before the process died', async () => {
      const { portal, start } = await setup();
      portal.afterImport = async () => {
        throw new TypeError('fetch failed');
      };
      // As a crash would leave it: stored by the portal, noted as loading.
      portal.findImported = async () => {
        throw new TypeError('fetch failed');
      };
      await expect(start()).resolves.toMatchObject({
        failed: ['a.md', 'b.md'],
      });
      portal.afterImport = async () => {};
      portal.findImported = FakePortal.prototype.findImported;

      await expect(start()).resolves.toMatchObject({
        loaded: ['a.md', 'b.md'],
        failed: [],
      });
      expect(portal.imported).toEqual(['first', 'second']);
    });

    it('reports a refused file, goes on, and tries it again later', async () => {
      const { portal, logger, start } = await setup();
      directory.addContent({ 'a.md': 'broken' });

      await expect(start()).resolves.toMatchObject({
        loaded: ['b.md'],
        refused: ['a.md'],
      });
      expect(logger.error).toHaveBeenCalledWith(
        expect.stringContaining('The example a.md was refused'),
      );

      directory.addContent({ 'a.md': 'mended' });
      await expect(start()).resolves.toMatchObject({ loaded: ['a.md'] });
      expect(portal.imported).toEqual(['second', 'mended']);
    });

    it('waits for the backend and for the catalog', async () => {
      const { portal, start } = await setup();
      portal.ready.mockRejectedValueOnce(await answer(503));
      portal.ready.mockRejectedValueOnce(new TypeError('fetch failed'));
      portal.catalog = [];
      const missing = jest.spyOn(portal, 'missingFromCatalog');
      missing.mockResolvedValueOnce(['component:default/checkout']);
      missing.mockResolvedValueOnce([]);

      await expect(start()).resolves.toMatchObject({
        loaded: ['a.md', 'b.md'],
      });
      expect(portal.ready).toHaveBeenCalledTimes(3);
      expect(missing).toHaveBeenCalledTimes(2);
    });

    it('says that nothing could be loaded when the backend never comes', async () => {
      const { portal, start } = await setup();
      portal.ready.mockRejectedValue(await answer(503));

      await expect(start()).rejects.toMatchObject({ statusCode: 503 });
      expect(portal.imported).toEqual([]);
    });
  });
});
