import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, openContext, PEOPLE } from '../support/browser.mjs';

const baseUrl = process.env.E2E_BASE_URL;

describe('signing in', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it('takes a new user from the sign-in page to a component', async () => {
    const context = await openContext(browser, { baseUrl });
    const page = await context.newPage();
    await page.goto('/');
    await page
      .getByRole('button', { name: new RegExp(PEOPLE.onCall.name) })
      .click();
    await page.getByRole('heading', { name: /^Hello, / }).waitFor();
    await page.getByRole('link', { name: 'Catalog', exact: true }).click();
    await page.waitForURL('**/catalog**');
    assert.match(await page.title(), /./);
    await context.close();
  });
});
