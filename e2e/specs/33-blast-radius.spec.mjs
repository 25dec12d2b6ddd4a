// How far an incident went, what the catalog does not say of it, and what a
// person sees of all this on the home page.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import { assertAccessible } from '../support/axe.mjs';
import {
  launch,
  openNewPage,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';
import { waitUntilSaved } from '../support/form.mjs';

const baseUrl = process.env.E2E_BASE_URL;

/** A component with many dependents, and two that it does not know of. */
const ENTITIES = [
  { entityRef: 'resource:default/ledger-db', role: 'cause' },
  { entityRef: 'component:default/payments', role: 'affected' },
  { entityRef: 'component:default/route-planner', role: 'affected' },
];
const ITEM = 'Declare in the catalog that route-planner depends on ledger-db';

describe('blast radius', () => {
  let browser;
  let page;
  let key;
  before(async () => {
    const call = await signIn(baseUrl, PEOPLE.lead);
    ({ key } = await call('POST', '/postmortems', {
      title: 'Routes were planned without prices',
      severity: 'SEV3',
      incident: { startedAt: '2026-11-20T10:00:00.000Z' },
      entities: ENTITIES,
    }));
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.lead.ref,
    });
  });
  after(() => browser.close());

  it('is drawn, and told as a list with the way that it took', async () => {
    await page.goto(`/postmortems/${key}`);
    const radius = page.getByRole('region', { name: 'Blast radius' });
    await radius.getByRole('heading', { name: 'Affected (2)' }).waitFor();
    const payments = radius
      .getByRole('listitem')
      .filter({ hasText: /ledger-db.*ledger.*payments/ });
    await payments.waitFor();
    await radius
      .getByRole('heading', { name: /^Depends on the cause, not affected/ })
      .waitFor();
    // The words of the graph are for the eye only.
    await radius.locator('svg').getByText('ledger-db').first().waitFor();
    await screenshot(page, 'blast-radius');
    await assertAccessible(page, 'a postmortem with its blast radius');
  });

  it('flags an undeclared dependency, and makes an action item of it', async () => {
    const radius = page.getByRole('region', { name: 'Blast radius' });
    const planner = radius
      .getByRole('listitem')
      .filter({ hasText: 'Undeclared dependency' });
    assert.equal(await planner.count(), 1);
    await planner
      .getByRole('button', { name: /^Add an action item to declare/ })
      .click();
    const link = planner.getByRole('link', { name: ITEM });
    await link.waitFor();
    assert.equal(
      await link.evaluate(element => element === document.activeElement),
      true,
    );
    await link.press('Enter');
    await page
      .getByRole('region', { name: 'Action items', exact: true })
      .getByText(ITEM)
      .waitFor();

    // It is on the server, not only on the page.
    await page.reload();
    await planner.getByRole('link', { name: ITEM }).waitFor();
  });

  it('proposes what depends on the cause while somebody writes', async () => {
    await page.goto(`/postmortems/${key}/edit`);
    const proposals = page.getByRole('group', {
      name: 'Depends on the cause. Was it affected?',
    });
    await proposals.waitFor();
    await proposals
      .getByRole('button', { name: /^Add component:default\/ledger as / })
      .click();
    await waitUntilSaved(page);
    await screenshot(page, 'blast-radius-proposals');

    await page.goto(`/postmortems/${key}`);
    await page
      .getByRole('region', { name: 'Blast radius' })
      .getByRole('heading', { name: 'Affected (3)' })
      .waitFor();
  });
});

describe('the pages of wholes', () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.lead.ref,
    });
  });
  after(() => browser.close());

  ['system/payment-processing', 'domain/money'].forEach(whole =>
    it(`rolls up what happened to the parts: ${whole}`, async () => {
      await page.goto(`/catalog/default/${whole}/postmortems`);
      await page
        .getByText(/^With its \d+ parts: \d+ incidents in 12 months/)
        .waitFor();
      // An incident that hit three parts is one row.
      const keys = await page
        .getByRole('table', { name: 'Latest postmortems' })
        .getByText(/^PM-\d+$/)
        .allInnerTexts();
      assert.ok(keys.length > 1);
      assert.equal(new Set(keys).size, keys.length);
      await assertAccessible(page, whole);
    }),
  );

  it('asks for what a lesson takes without anything that axe finds', async () => {
    await page.goto('/catalog/default/component/checkout/postmortems');
    const panel = page.getByRole('region', { name: 'Lessons from around it' });
    await panel.getByRole('button', { name: /^Show more of \d+$/ }).click();
    const buttons = panel.getByRole('button', { name: 'Applies' });
    await buttons.nth(10).waitFor();
    await buttons.first().click();
    await panel
      .getByRole('textbox', { name: /What is to be done here/ })
      .waitFor();
    await panel.getByRole('button', { name: 'Does not apply' }).first().click();
    await panel
      .getByRole('textbox', { name: /Why it does not apply/ })
      .waitFor();
    await assertAccessible(page, 'answering lessons');
  });
});

describe('the home page', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it('has what a person owes and what is worth remembering, from one request', async () => {
    const page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.onCall.ref,
    });
    const asked = [];
    page.on('request', request => {
      if (request.url().includes('/api/postmortem/overview')) {
        asked.push(request.url());
      }
    });
    await page.goto('/');
    for (const title of [
      'My action items',
      'This week in past incidents',
      'Recent lessons',
    ]) {
      await page.getByText(title, { exact: true }).waitFor();
    }
    await page.getByRole('link', { name: /^All \d+ open$/ }).waitFor();
    await page.locator('.bui-Skeleton').first().waitFor({ state: 'hidden' });
    assert.equal(asked.length, 1);
    await assertAccessible(page, 'the home page');

    await page.getByRole('link', { name: /^All \d+ open$/ }).click();
    await page.waitForURL(/\/postmortems\/action-items\?.*ownerRef=/);
  });
});
