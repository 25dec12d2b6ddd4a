import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, openContext, PEOPLE } from '../support/browser.mjs';
import {
  appFolder,
  initialBytes,
  initialBytesWithout,
} from '../support/bundle.mjs';
import { listPages, openPage } from '../support/pages.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const BUDGET = 15 * 1024;

const pages = await listPages(baseUrl);

describe('what it costs', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  ['component-tab', 'component-overview', 'team-tab'].forEach(name =>
    it(`${name}: one request to the plugin's backend`, async () => {
      const context = await openContext(browser, {
        baseUrl,
        person: PEOPLE.onCall.ref,
      });
      const page = await context.newPage();
      const requests = [];
      page.on('request', request => {
        const { pathname } = new URL(request.url());
        if (pathname.startsWith('/api/postmortem/')) {
          requests.push(`${request.method()} ${pathname}`);
        }
      });
      await openPage(
        page,
        pages.find(each => each.name === name),
      );
      assert.deepEqual(requests, ['GET /api/postmortem/overview']);
      await context.close();
    }),
  );

  it('adds less than 15 KiB to what the app loads first', async t => {
    const without = await initialBytesWithout('backstage-plugin-postmortem');
    const added = (await initialBytes(appFolder)) - without;
    t.diagnostic(`${added} of ${without} bytes, after gzip`);
    assert.ok(added < BUDGET, `the plugin adds ${added} bytes`);
    // A build that had it after all would make the comparison worthless.
    assert.ok(added > 0, 'the app was built without the plugin');
  });
});
