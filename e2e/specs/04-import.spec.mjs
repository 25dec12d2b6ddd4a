import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import {
  launch,
  openNewPage,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';

const baseUrl = process.env.E2E_BASE_URL;

const RUN = Date.now();
const MANY = 60;
const QUEUE = `Label printers waited for a queue (${RUN})`;
const CLOCK = `A clock was nine minutes late (${RUN})`;

function markdown(name, text) {
  return { name, mimeType: 'text/markdown', buffer: Buffer.from(text) };
}

const FILES = [
  markdown(
    '2024-03-04-printers.md',
    `# ${QUEUE}

**Severity:** SEV2
**Start:** 2024-03-04 07:10 CET
**End:** 2024-03-04 08:25 CET

## Summary

Labels came out of the printers of two depots more than an hour late.

## Timeline

| Time (CET) | What |
| --- | --- |
| 07:10 | The first label is missing |
| 08:25 | The queue is empty again |

## Action items

- [ ] Alert on the length of the queue (@dele, 2024-04-01)

## Weather

It rained in the north.
`,
  ),
  markdown(
    '2024-05-02-clock.md',
    `# ${CLOCK}

## What happened

One node had no time server, and its tokens were refused.

## Lessons learned

- A clock needs an alert like a disk does.
`,
  ),
];

describe('importing markdown', () => {
  let browser;
  let page;
  let keys;
  before(async () => {
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.lead.ref,
    });
    // A slow test leaves the page while something runs only by mistake.
    page.on('dialog', dialog => dialog.accept());
  });
  after(() => browser.close());

  const button = name => page.getByRole('button', { name });

  it('shows what was understood of two files before anything is stored', async () => {
    await page.goto('/catalog/default/component/warehouse/postmortems');
    await page.getByRole('link', { name: 'Import' }).click();
    await page.getByLabel('Markdown files').setInputFiles([
      ...FILES,
      {
        name: 'photo.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
      },
      {
        name: 'latin-1.md',
        mimeType: 'text/markdown',
        buffer: Buffer.from([0x23, 0x20, 0xfc, 0x62]),
      },
    ]);
    await page
      .getByText('4 documents: 2 ready, 2 cannot be imported')
      .waitFor();
    await page.getByText(/It is a binary file/).waitFor();
    await page.getByText(/It is not UTF-8 text/).waitFor();

    await button(new RegExp(`^Label printers.*4 Mar 2024.*SEV2`)).click();
    await page
      .getByText(/4 Mar 2024, 07:10 UTC\+01:00 \(4 Mar.* 06:10 UTC/)
      .waitFor();
    await page.getByText(/2 timeline rows, 1 action item/).waitFor();
    const notes = page.getByRole('region', { name: 'Kept in the notes' });
    await notes.getByText('It rained in the north.').waitFor();
    await screenshot(page, 'import-understood');

    const call = await signIn(baseUrl, PEOPLE.lead);
    const { totalItems } = await call('GET', `/postmortems?q=${RUN}`);
    assert.equal(totalItems, 0);
  });

  it('imports them, and leads to what they became', async () => {
    await button('Import 2 documents').click();
    await page.getByText('2 imported', { exact: false }).waitFor();
    const opened = page.getByRole('link', { name: /^Open PM-/ });
    keys = await opened.evaluateAll(links =>
      links.map(link => link.getAttribute('href').split('/').pop()),
    );
    assert.equal(keys.length, 2);
    await screenshot(page, 'import-done');

    await opened.first().click();
    await page.getByRole('heading', { name: QUEUE }).waitFor();
    await page.getByText('It rained in the north.').waitFor();
    await page.goBack();
    await page.getByText(`Imported as ${keys[1]}`).waitFor();
  });

  it('shows them on the component and on the team', async () => {
    for (const address of [
      '/catalog/default/component/warehouse/postmortems',
      '/catalog/default/group/depot-systems/postmortems',
    ]) {
      await page.goto(address);
      await page.getByRole('link', { name: QUEUE }).first().waitFor();
      await page.getByRole('link', { name: CLOCK }).first().waitFor();
    }
  });

  it('does not import a file again unless told to', async () => {
    await page.goto('/postmortems/import');
    await page.getByLabel('Markdown files').setInputFiles(FILES);
    await page.getByText('2 documents: 2 there already').waitFor();
    assert.ok(await button('Import 0 documents').isDisabled());
    await page.getByRole('link', { name: keys[0], exact: true }).waitFor();
    await button('Clear the list').click();
  });

  it('keeps a pasted text over a reload, imports it and takes it back', async () => {
    const title = `Pasted from a wiki (${RUN})`;
    await page
      .getByRole('textbox', { name: 'Or paste the text of one' })
      .fill(`# ${title}\n\n## Summary\n\nA short one.\n`);
    await page.reload();
    await button('Read the text').click();
    await button(new RegExp('^Pasted from a wiki')).waitFor();
    await page.reload();
    await button(new RegExp('^Pasted from a wiki')).waitFor();

    await button('Import 1 document').click();
    await button(new RegExp('^Undo: Pasted')).click();
    await page.getByText('Deleted again', { exact: true }).waitFor();
    const call = await signIn(baseUrl, PEOPLE.lead);
    const { totalItems } = await call(
      'GET',
      `/postmortems?q=${encodeURIComponent(title)}`,
    );
    assert.equal(totalItems, 0);
  });

  it('takes many files at once', async () => {
    const many = Array.from({ length: MANY }, (_, index) =>
      markdown(
        `${index}.md`,
        `# Incident ${index} of many (${RUN})\n\n## Summary\n\nNumber ${index}.\n`,
      ),
    );
    await page.goto('/postmortems/import');
    await page.getByLabel('Markdown files').setInputFiles(many);
    await page
      .getByRole('status')
      .filter({ hasText: `${MANY} documents: ${MANY} ready` })
      .waitFor({ timeout: 120_000 });
    await button(`Import ${MANY} documents`).click();
    await page.getByRole('progressbar', { name: 'Import' }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${MANY} documents: ${MANY} imported` })
      .waitFor({ timeout: 120_000 });
    await button('Undo all').click();
    await page
      .getByRole('status')
      .filter({ hasText: `${MANY} documents: ${MANY} deleted again` })
      .waitFor({ timeout: 120_000 });
  });
});
