import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertAccessible } from '../support/axe.mjs';
import {
  launch,
  openContext,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';
import { listPages, openPage } from '../support/pages.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const WIDE = { width: 1400, height: 1000 };
const NARROW = { width: 420, height: 900 };

const pages = await listPages(baseUrl);

describe('every page', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  for (const theme of ['light', 'dark']) {
    describe(`in the ${theme} theme`, () => {
      let page;
      before(async () => {
        const context = await openContext(browser, {
          baseUrl,
          person: PEOPLE.onCall.ref,
          theme,
        });
        page = await context.newPage();
      });
      after(() => page.context().close());

      for (const target of pages) {
        const { name } = target;
        it(`${name}: no serious violation, and readable at 420 pixels`, async () => {
          await page.setViewportSize(WIDE);
          await openPage(page, target);
          await screenshot(page, `${name}-1400-${theme}`);
          await assertAccessible(page, `${name}, wide`);

          await page.setViewportSize(NARROW);
          await openPage(page, target);
          await screenshot(page, `${name}-420-${theme}`);
          const width = await page.evaluate(
            () => document.documentElement.scrollWidth,
          );
          assert.ok(width <= NARROW.width, `${name} is ${width} pixels wide`);
          await assertAccessible(page, `${name}, narrow`);
        });
      }
    });
  }
});
