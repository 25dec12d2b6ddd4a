import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import { assertAccessible } from '../support/axe.mjs';
import {
  launch,
  openContext,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';
import { add, waitUntilSaved, write } from '../support/form.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const SUMMARY = /What happened, in a paragraph/;

describe('two people in the same document', () => {
  let browser;
  let call;
  before(async () => {
    browser = await launch();
    call = await signIn(baseUrl, PEOPLE.onCall);
  });
  after(() => browser.close());

  async function begin(document) {
    return call('POST', '/postmortems', {
      entities: [{ entityRef: 'component:default/refunds', role: 'cause' }],
      ...document,
    });
  }

  async function open(key, person) {
    const context = await openContext(browser, { baseUrl, person: person.ref });
    const page = await context.newPage();
    await page.goto(`/postmortems/${key}/edit`);
    await page.getByRole('heading', { name: new RegExp(`^${key} `) }).waitFor();
    return page;
  }

  it('see each other, where the other is, and what the other wrote', async () => {
    const { key } = await begin({ title: 'Refunds paid twice' });
    const dele = await open(key, PEOPLE.onCall);
    const ana = await open(key, PEOPLE.lead);
    const also = dele.getByRole('list', { name: 'Also here' });
    await also.getByText(/Ana Castellanos is here too/).waitFor();

    await ana.getByRole('textbox', { name: 'What ended it' }).focus();
    await dele
      .locator('#part-resolution')
      .getByText(/Ana Castellanos is at this part/)
      .waitFor();

    await write(ana, 'What ended it', 'A restart ended it.');
    await waitUntilSaved(ana);
    const field = dele.getByRole('textbox', { name: 'What ended it' });
    await dele.waitForFunction(
      element => element.value === 'A restart ended it.',
      await field.elementHandle(),
      { timeout: 10_000 },
    );
    await dele
      .getByRole('status')
      .filter({ hasText: /merged with changes of Ana Castellanos/ })
      .waitFor();
    await screenshot(dele, 'editor-together');
    await assertAccessible(dele, 'the editor with somebody else in it');

    await ana.context().close();
    await also
      .getByText(/Ana Castellanos/)
      .waitFor({ state: 'hidden', timeout: 40_000 });
    await dele.context().close();
  });

  it('lose nothing when the network of one is cut meanwhile', async () => {
    const { id, key } = await begin({
      title: 'Refunds paid three times',
      summary: 'Some refunds were paid more than once.',
      timeline: [
        { kind: 'event', text: 'A deployment began', at: null, url: null },
        { kind: 'event', text: 'Refunds were sent', at: null, url: null },
      ],
    });
    const dele = await open(key, PEOPLE.onCall);
    const ana = await open(key, PEOPLE.lead);
    await ana.context().setOffline(true);

    const rows = page =>
      page.getByRole('textbox', { name: 'What happened', exact: true });
    await write(dele, 'What ended it', 'A restart ended it.');
    await rows(dele).nth(0).fill('A deployment of the worker began');
    await write(dele, SUMMARY, 'Forty refunds were paid three times.');
    await waitUntilSaved(dele);

    await write(ana, 'How it was detected', 'A customer called.');
    await rows(ana).nth(1).fill('Refunds were sent to the bank twice');
    await add(ana, 'Add to the timeline', 'Support was told');
    await write(ana, SUMMARY, 'Refunds of the north region were paid twice.');
    await ana.getByText(/Your text is kept in this browser/).waitFor();
    await ana.context().setOffline(false);

    const panel = ana.getByRole('region', { name: /^Two versions of/ });
    await panel.getByText(/Forty refunds were paid three times/).waitFor();
    await panel
      .getByText(/Refunds of the north region/)
      .first()
      .waitFor();
    assert.equal(await panel.count(), 1, 'one true conflict');
    await panel.getByRole('button', { name: 'Combine both' }).click();
    await panel.getByRole('button', { name: 'Use this text' }).click();
    await panel.waitFor({ state: 'hidden' });
    await waitUntilSaved(ana, 60_000);

    const stored = await call('GET', `/postmortems/${id}`);
    assert.equal(stored.resolution.description, 'A restart ended it.');
    assert.equal(stored.detection.description, 'A customer called.');
    assert.deepEqual(
      stored.timeline.map(({ text }) => text),
      [
        'A deployment of the worker began',
        'Refunds were sent to the bank twice',
        'Support was told',
      ],
    );
    assert.match(stored.summary, /Forty refunds were paid three times\./);
    assert.match(stored.summary, /Refunds of the north region were paid twice/);
    await dele.context().close();
    await ana.context().close();
  });

  it('are advised while writing, and can tell the advice to go', async () => {
    const { id, key } = await begin({ title: 'Refunds sent late' });
    const page = await open(key, PEOPLE.onCall);
    await write(page, SUMMARY, 'It was obviously overloaded.');
    const hints = page
      .locator('#part-summary')
      .getByRole('list', { name: 'Hints' })
      .first();
    await hints.getByText(/It sounds easier/).click();
    await hints.getByText(/^Rather: /).waitFor();
    await screenshot(page, 'editor-hints');
    await assertAccessible(page, 'the editor with a hint');
    await hints.getByRole('button', { name: 'Dismiss' }).click();
    await hints.getByText(/dismissed/).waitFor();

    const { items } = await call('GET', `/postmortems/${id}/hints`);
    const dismissed = items.filter(({ dismissal }) => dismissal !== null);
    assert.deepEqual(
      dismissed.map(({ quote }) => quote),
      ['obviously'],
    );
    await page.context().close();
  });
});
