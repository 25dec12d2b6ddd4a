import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import {
  launch,
  openContext,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';
import { waitUntilSaved, write } from '../support/form.mjs';

const baseUrl = process.env.E2E_BASE_URL;

describe('two people who write in the same postmortem', () => {
  let browser;
  let call;
  before(async () => {
    browser = await launch();
    call = await signIn(baseUrl, PEOPLE.onCall);
  });
  after(() => browser.close());

  async function open(key, person) {
    const context = await openContext(browser, { baseUrl, person: person.ref });
    const page = await context.newPage();
    await page.goto(`/postmortems/${key}/edit`);
    await page.getByRole('heading', { name: new RegExp(`^${key} `) }).waitFor();
    return page;
  }

  it('keep what each wrote in another part', async () => {
    const { id, key } = await call('POST', '/postmortems', {
      title: 'Slots shown twice',
      entities: [{ entityRef: 'component:default/refunds', role: 'cause' }],
    });
    const dele = await open(key, PEOPLE.onCall);
    const ana = await open(key, PEOPLE.lead);

    await Promise.all([
      write(dele, 'What ended it', 'A restart ended it.'),
      write(ana, 'How it was detected', 'A customer called.'),
    ]);
    await write(dele, 'Technical cause', 'Two workers took the same slot.');
    await write(ana, /^What was done/, 'Payments was paged.');
    await Promise.all([waitUntilSaved(dele), waitUntilSaved(ana)]);

    const stored = await call('GET', `/postmortems/${id}`);
    assert.equal(stored.resolution.description, 'A restart ended it.');
    assert.equal(stored.detection.description, 'A customer called.');
    assert.equal(stored.response.description, 'Payments was paged.');
    assert.equal(stored.rootCause.technical, 'Two workers took the same slot.');
    await dele.context().close();
    await ana.context().close();
  });

  it('are offered both versions of the same sentence', async () => {
    const { id, key } = await call('POST', '/postmortems', {
      title: 'Slots shown three times',
      summary: 'Some slots were shown more than once.',
    });
    const dele = await open(key, PEOPLE.onCall);
    const ana = await open(key, PEOPLE.lead);

    // Else she would see his sentence before she has written her own.
    await ana.context().setOffline(true);
    await write(
      dele,
      /What happened, in a paragraph/,
      'Forty slots were shown three times.',
    );
    await waitUntilSaved(dele);
    await write(
      ana,
      /What happened, in a paragraph/,
      'Slots of the north depot were shown to several people.',
    );
    await ana.context().setOffline(false);
    const panel = ana.getByRole('region', { name: /^Two versions of/ });
    await panel
      .getByText('Forty slots were shown three times.', { exact: false })
      .waitFor();
    await panel
      .getByText('Slots of the north depot', { exact: false })
      .first()
      .waitFor();
    await screenshot(ana, 'editor-two-versions');

    await panel.getByRole('button', { name: 'Combine both' }).click();
    await panel.getByRole('button', { name: 'Use this text' }).click();
    await panel.waitFor({ state: 'hidden' });
    await waitUntilSaved(ana);

    const { summary } = await call('GET', `/postmortems/${id}`);
    assert.match(summary, /Forty slots were shown three times\./);
    assert.match(summary, /Slots of the north depot were shown to several/);
    await dele.context().close();
    await ana.context().close();
  });
});
