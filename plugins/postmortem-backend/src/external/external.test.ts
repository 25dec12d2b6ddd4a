import fc from 'fast-check';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import { startPlugin, type RunningPlugin } from '../__testUtils__/startPlugin';
import { externalHtml, writtenExternalVersion } from './externalVersion';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const html = (text: string, title: string | null = null) =>
  externalHtml(writtenExternalVersion({ title, text }));

describe('externalHtml', () => {
  it('is a page of its own', () => {
    const page = html(
      'Orders **failed**.\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      'A & B',
    );
    expect(page).toContain('<title>A &amp; B</title>');
    expect(page).toContain('<h1>A &amp; B</h1>');
    expect(page).toContain('<strong>failed</strong>');
    expect(page).toContain('<td>2</td>');
    expect(page).toContain('@media print');
  });

  it('shows a title as it is written', () => {
    const title = '<script>alert(1)</script>';
    expect(html('Text', title)).not.toContain('<script');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](javascript:alert(1))',
    '<iframe src="https://example.com"></iframe>',
    '[x](data:text/html,<script>alert(1)</script>)',
  ])('runs nothing of %j', text => {
    const [, body] = html(text).split('<body>');
    expect(body).not.toMatch(
      /<script|<iframe|\son\w+=|(?:href|src)="(?!https?:)/i,
    );
  });
});

/** The document with each text, number and address replaced. */
function marked(value: unknown, mark: () => string, name = ''): unknown {
  if (Array.isArray(value)) {
    return value.map(item => marked(item, mark, name));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        marked(item, mark, key),
      ]),
    );
  }
  if (typeof value !== 'string') {
    return value;
  }
  if (/url$/i.test(name)) {
    return `https://internal.example.com/${mark()}`;
  }
  return /^(?:title|description|technical|process|humanFactors|text|summary|business|notes|outcome|category|channel|tags|successCriterion|evidence|resolutionNote)$/.test(
    name,
  )
    ? mark()
    : value;
}

describe.each(databases.each)('what is taken along, on %s', id => {
  let plugin: RunningPlugin;

  beforeAll(async () => {
    plugin = await startPlugin({
      knex: await databases.init(id),
      config: { app: { baseUrl: 'https://portal.example.com/' } },
    });
  });

  const create = async (input: object) => {
    const { status, body } = await plugin
      .as('author')
      .post('/postmortems', { ...FULL_INPUT, ...input });
    expect(status).toBe(201);
    return body;
  };

  it('has nothing internal in it for people outside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[a-z]{6,12}$/),
        fc.option(fc.constantFrom('Late orders', 'Slow *search*')),
        fc.constantFrom('Orders were late.', '## What happened\n\n- Slow'),
        async (seed, title, text) => {
          let marks = 0;
          const mark = () => `internal${seed}n${(marks += 1)}`;
          const input = marked(FULL_INPUT, mark) as object;
          const { id: postmortemId, key } = await create({
            ...input,
            externalVersion: { title, text },
          });
          expect(marks).toBeGreaterThan(30);
          for (const format of ['markdown', 'html']) {
            const answer = await plugin
              .as('author')
              .get(
                `/postmortems/${key}/export?audience=external&format=${format}`,
              );
            expect(answer.status).toBe(200);
            const sent = JSON.stringify([answer.text, answer.headers]);
            for (const internal of [
              `internal${seed}`,
              'internal.example.com',
              postmortemId,
              key,
              'user:',
              'group:',
              'component:',
              'SEV2',
              '2026-08',
            ]) {
              expect(sent).not.toContain(internal);
            }
          }
        },
      ),
      { numRuns: 5 },
    );
  });

  it('is what was written for people outside', async () => {
    const { key } = await create({
      externalVersion: { title: 'Late orders', text: 'They were *late*.' },
    });
    const path = `/postmortems/${key}/export?audience=external`;
    const markdown = await plugin.as('author').get(path);
    expect(markdown.text).toBe('# Late orders\n\nThey were *late*.\n');
    expect(markdown.headers['content-disposition']).toBe(
      'attachment; filename="incident-report.md"',
    );
    const page = await plugin.as('author').get(`${path}&format=html`);
    expect(page.type).toBe('text/html');
    expect(page.text).toContain('They were <em>late</em>.');
    expect((await plugin.as('author').get(`${path}&format=json`)).status).toBe(
      400,
    );
    const inside = `/postmortems/${key}/export?format=html`;
    expect((await plugin.as('author').get(inside)).status).toBe(400);
  });

  it('has to be written first', async () => {
    const { key } = await create({
      externalVersion: { title: ' ', text: null },
      followUp: {},
    });
    const author = plugin.as('author');
    const { body } = await author.get(`/postmortems/${key}`);
    expect(body.externalVersion).toBeNull();
    for (const path of ['export?audience=external', 'review.ics']) {
      const answer = await author.get(`/postmortems/${key}/${path}`);
      expect([path, answer.status]).toEqual([path, 409]);
    }
  });

  it('puts the review into a calendar', async () => {
    const { id: postmortemId, key } = await create({ title: 'Late; orders' });
    const author = plugin.as('author');
    const lines = async () => {
      const { text, type } = await author
        .get(`/postmortems/${key}/review.ics`)
        .buffer(true);
      expect(type).toBe('text/calendar');
      return text.replace(/\r\n[ \t]/g, '').split('\r\n');
    };
    const before = await lines();
    expect(before).toEqual(
      expect.arrayContaining([
        'BEGIN:VEVENT',
        `UID:${postmortemId}@postmortem`,
        'SEQUENCE:1',
        'DTSTART:20260819T120000Z',
        'DURATION:PT60M',
        `SUMMARY:Postmortem review: Late\\; orders (${key})`,
        `URL:https://portal.example.com/postmortems/${key}`,
      ]),
    );
    await author.patch(`/postmortems/${key}`, 1, {
      followUp: { reviewAt: '2026-08-20T09:00:00Z' },
    });
    const after = await lines();
    expect(after).toEqual(
      expect.arrayContaining([
        `UID:${postmortemId}@postmortem`,
        'SEQUENCE:2',
        'DTSTART:20260820T090000Z',
      ]),
    );
  });
});
