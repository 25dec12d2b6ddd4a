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

/** What reaches beyond the window and cannot be scrolled to. */
function cutOff(page) {
  return page.evaluate(() => {
    // What can be scrolled to, and what only screen readers are to find.
    const isMeant = element => {
      for (let at = element.parentElement; at; at = at.parentElement) {
        const { width, height, right } = at.getBoundingClientRect();
        const { overflowX } = getComputedStyle(at);
        if (
          (overflowX === 'hidden' && (width <= 1 || height <= 1)) ||
          (['auto', 'scroll'].includes(overflowX) &&
            right <= window.innerWidth + 1)
        ) {
          return true;
        }
      }
      return false;
    };
    return [...document.querySelectorAll('main *')]
      .filter(element => {
        const { width, height, right } = element.getBoundingClientRect();
        return width > 1 && height > 1 && right > window.innerWidth + 1;
      })
      .filter(element => !isMeant(element))
      .map(({ outerHTML }) => outerHTML.slice(0, 200));
  });
}

const pages = await listPages(baseUrl);

describe('every page', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  ['light', 'dark'].forEach(theme =>
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

      pages.forEach(target => {
        const { name } = target;
        it(`${name}: no serious violation, and readable at 420 pixels`, async () => {
          await page.setViewportSize(WIDE);
          await openPage(page, target);
          await screenshot(page, `${name}-1400-${theme}`);
          await assertAccessible(page, `${name}, wide`);

          await page.setViewportSize(NARROW);
          await target.landmark(page).first().waitFor();
          await screenshot(page, `${name}-420-${theme}`);
          assert.deepEqual(await cutOff(page), [], `${name}, cut off`);
          if (theme === 'light') {
            // What depends on the width does not depend on the colors.
            await assertAccessible(page, `${name}, narrow`);
          }
        });
      });
    }),
  );
});
