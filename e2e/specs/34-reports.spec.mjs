// What many incidents tell together: findings, charts, what is behind them,
// and figures that stay as they were.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import { assertAccessible } from '../support/axe.mjs';
import {
  launch,
  openNewPage,
  PEOPLE,
  resultsFolder,
  screenshot,
} from '../support/browser.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const ADDRESS = '/postmortems/reports';

const region = (page, name) => page.getByRole('region', { name });
const incidentsOf = page =>
  region(page, /^(More|Fewer) incidents|incidents? after \d+/);
const loaded = page => region(page, /^Between systems, most go from/).waitFor();

describe('the report', () => {
  let browser;
  let page;
  let call;
  before(async () => {
    call = await signIn(baseUrl, PEOPLE.director);
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.director.ref,
    });
  });
  after(() => browser.close());

  it('is linked from the list, comes with four requests, and says what it found', async () => {
    const asked = [];
    page.on('request', request => {
      if (request.url().includes('/api/postmortem/reports/')) {
        asked.push(new URL(request.url()).pathname.split('/').pop());
      }
    });
    await page.goto('/postmortems');
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await loaded(page);
    assert.deepEqual(asked.sort(), [
      'durations',
      'follow-through',
      'patterns',
      'trends',
    ]);

    const trends = await call('GET', '/reports/trends');
    const findings = page.getByRole('region', { name: 'Findings' });
    await findings
      .getByText(new RegExp(`${trends.n} after \\d+ in the time before`))
      .waitFor();
    await findings.getByText(/^Monitoring found \d+ of \d+/).waitFor();
    // What is found is the title of the chart that it leads to.
    const [first] = await findings.getByRole('link').allInnerTexts();
    await findings.getByRole('link').first().click();
    await page.getByRole('heading', { name: first }).waitFor();
  });

  it('has the same numbers in the table and as CSV as the API', async () => {
    const { periods } = await call('GET', '/reports/trends');
    const card = incidentsOf(page);
    await card.getByRole('button', { name: /show the table/ }).click();
    const rows = await card.getByRole('row').allInnerTexts();
    assert.deepEqual(
      rows.slice(1).map(row => Number(row.split('\t')[1])),
      periods.map(({ n }) => n),
    );
    assert.match(rows.at(-1), /so far/);

    const [file] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: /download as CSV/ }).click(),
    ]);
    assert.match(file.suggestedFilename(), /^incidents-by-month-.*\.csv$/);
    const csv = await readFile(await file.path(), 'utf8');
    assert.deepEqual(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map(line => Number(line.split(',')[1])),
      periods.map(({ n }) => n),
    );
    await card.getByRole('button', { name: /show the table/ }).click();
  });

  it('leads from a column to the postmortems behind it', async () => {
    const card = incidentsOf(page);
    await card.scrollIntoViewIfNeeded();
    await card.locator('.recharts-bar-rectangle').first().click();
    await page.waitForURL(/\/postmortems\?.*severity=SEV\d.*from=/);
    await page
      .getByRole('status')
      .filter({ hasText: /^[1-9]\d* postmortems?$/ })
      .waitFor();
    await page.goBack();
    await loaded(page);
  });

  it('keeps every filter in the address', async () => {
    await page.getByRole('button', { name: /Period/ }).click();
    await page.getByRole('option', { name: 'Last 6 months' }).click();
    await page.waitForURL(/months=6/);
    await incidentsOf(page)
      .getByRole('button', { name: /Group by/ })
      .click();
    await page.getByRole('option', { name: 'Team' }).click();
    await page.waitForURL(/months=6.*groupBy=team/);
    await incidentsOf(page)
      .getByRole('table', { name: 'Incidents by Team' })
      .waitFor();
    await page.reload();
    await incidentsOf(page)
      .getByRole('table', { name: 'Incidents by Team' })
      .waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL(url => !url.search.includes('months'));
  });

  it('prints as charts and tables, without what is to be pressed', async () => {
    await page.goto(`${ADDRESS}?tables=all`);
    await loaded(page);
    await page.emulateMedia({ media: 'print' });
    assert.equal(
      await page.getByRole('button', { name: 'Share this report' }).isVisible(),
      false,
    );
    assert.equal(
      await page.getByRole('search', { name: 'Filter the report' }).isVisible(),
      false,
    );
    assert.ok(await incidentsOf(page).getByRole('table').isVisible());
    await page.pdf({
      path: join(resultsFolder, 'reports.pdf'),
      format: 'A4',
      printBackground: true,
    });
    await page.emulateMedia({ media: null });
  });
});

describe('a shared report', () => {
  let browser;
  let link;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it('keeps its figures under a link', async () => {
    const page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.lead.ref,
    });
    await page.goto(ADDRESS);
    await loaded(page);
    await page.getByRole('button', { name: 'Share this report' }).click();
    const shared = page.getByRole('link', { name: /reports\/snapshots\// });
    await shared.waitFor();
    link = await shared.getAttribute('href');
    const { origin } = new URL(baseUrl);
    assert.equal(
      await page.evaluate(() => navigator.clipboard.readText()),
      `${origin}${link}`,
    );
    const then = await incidentsOf(page).getByRole('heading').innerText();

    // One more since then.
    const call = await signIn(baseUrl, PEOPLE.lead);
    await call('POST', '/postmortems', {
      title: 'Labels were printed twice',
      severity: 'SEV4',
      incident: { startedAt: '2026-11-21T10:00:00.000Z' },
      entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
    });
    await page.goto(link);
    await page.getByRole('note').filter({ hasText: 'As of' }).waitFor();
    assert.equal(
      await incidentsOf(page).getByRole('heading').innerText(),
      then,
    );
    await screenshot(page, 'reports-snapshot');
    await assertAccessible(page, 'a shared report');
  });

  it('opens for those who may read all that it is of, and says so to others', async () => {
    const call = await signIn(baseUrl, PEOPLE.lead);
    await call('POST', '/postmortems', {
      title: 'A key was found in a public place',
      severity: 'SEV2',
      visibility: 'restricted',
      incident: { startedAt: '2026-11-22T10:00:00.000Z' },
      entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
    });
    const { id } = await call('POST', '/reports/snapshots', {});
    const page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.otherTeam.ref,
    });
    await page.goto(`${ADDRESS}/snapshots/${id}`);
    await page
      .getByText('There is no such report, or it is not for you to see')
      .waitFor();
    await assertAccessible(page, 'a shared report that is not for the reader');
  });
});
