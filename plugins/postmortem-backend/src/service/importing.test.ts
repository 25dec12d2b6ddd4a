import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { rowCounts } from '../__testUtils__/rowCounts';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const MARKDOWN = `# Checkout errors after the cache failover

Severity: SEV2

## Summary

Nobody could pay for **100 minutes**.

## Root cause

The cache was cold.

## Action items

- Warm the cache before each failover

## Colophon

Set in Garamond.
`;

describe.each(databases.each)('importing on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let author: Client;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
    author = plugin.as('author');
  });

  it('shows what a document would become, and stores nothing', async () => {
    const before = await rowCounts(knex);
    const { status, body } = await author.importMarkdown(
      MARKDOWN,
      '?dryRun=true',
    );
    expect(status).toBe(200);
    expect(body.postmortem).toBeNull();
    expect(body.document).toMatchObject({
      title: 'Checkout errors after the cache failover',
      severity: 'SEV2',
      summary: 'Nobody could pay for **100 minutes**.',
    });
    expect(body.parts).toEqual(
      expect.arrayContaining(['summary', 'rootCause', 'actionItems']),
    );
    expect(await rowCounts(knex)).toEqual(before);
  });

  it('stores what the dry run showed, as its first version', async () => {
    const dry = await author.importMarkdown(MARKDOWN, '?dryRun=true');
    const wet = await author.importMarkdown(MARKDOWN);
    expect(wet.status).toBe(201);
    expect(wet.headers.etag).toBe('"1"');
    expect(wet.body.document).toEqual(dry.body.document);
    const { postmortem } = wet.body;
    expect(wet.headers.location).toBe(
      `/api/postmortem/postmortems/${postmortem.id}`,
    );
    const read = await author.get(`/postmortems/${postmortem.key}`);
    expect(read.body).toEqual(postmortem);
    expect(read.body).toMatchObject({
      createdBy: 'user:default/author',
      notes: expect.stringContaining('Set in Garamond.'),
    });
    const history = await author.get(
      `/postmortems/${postmortem.key}/revisions`,
    );
    expect(history.body.items).toMatchObject([{ action: 'imported' }]);
  });

  it('takes the entities and teams that the importer chose', async () => {
    const chosen = await author.importMarkdown(
      MARKDOWN,
      '?entityRef=component:checkout&entityRef=component:default/ledger-db',
    );
    expect(chosen.body.postmortem).toMatchObject({
      entities: [
        { entityRef: 'component:default/checkout', role: 'cause' },
        { entityRef: 'component:default/ledger-db', role: 'cause' },
      ],
      teams: ['group:default/payments', 'group:default/ledger'],
    });
    const named = await author.importMarkdown(
      MARKDOWN,
      '?entityRef=component:checkout&teamRef=group:search&teamRef=group:ledger',
    );
    expect(named.body.postmortem.teams).toEqual([
      'group:default/search',
      'group:default/ledger',
    ]);
  });

  it('keeps in the notes what no field takes', async () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${index}`);
    const { status, body } = await author.importMarkdown(
      `# ${words.join(' ')}\n\nText.\n`,
    );
    expect(status).toBe(201);
    const { title, notes } = body.postmortem;
    expect(title.length).toBeLessThanOrEqual(500);
    const kept = new Set(`${title} ${notes}`.split(/\s+/));
    expect(words.filter(word => !kept.has(word))).toEqual([]);
    expect(body.warnings).not.toEqual([]);
  });

  it('imports what was exported as the same document', async () => {
    const first = await author.importMarkdown(MARKDOWN);
    const exported = await author.get(
      `/postmortems/${first.body.postmortem.key}/export`,
    );
    const again = await author.importMarkdown(exported.text, '?dryRun=true');
    expect(again.body.document).toEqual(first.body.document);
    expect(again.body.warnings).toEqual([]);
  });
});
