import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, openNewPage, PEOPLE } from '../support/browser.mjs';
import { listPages, openPage } from '../support/pages.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const folder = new URL('../../docs/images/', import.meta.url);

// First of all, while there is nothing but the examples to see.
it(
  "makes the README's pictures anew",
  { skip: !process.env.E2E_UPDATE_DOCS && 'asked for with --update-docs' },
  async () => {
    const browser = await launch();
    const page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.onCall.ref,
    });
    for (const target of await listPages(baseUrl)) {
      if (['component-tab', 'postmortem', 'reports'].includes(target.name)) {
        await openPage(page, target);
        await page.screenshot({
          path: fileURLToPath(new URL(`${target.name}.png`, folder)),
          animations: 'disabled',
        });
      }
    }
    await browser.close();
  },
);
