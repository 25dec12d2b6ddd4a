import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import { launch, openContext, PEOPLE } from '../support/browser.mjs';
import { waitUntilSaved } from '../support/form.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const AT_MOST = 60;

/** A person at the page, each of whose clicks and keys beside text counts. */
class Person {
  count = 0;
  #page;

  constructor(page) {
    this.#page = page;
  }

  async click(target) {
    await target.click();
    this.count += 1;
  }

  /** Goes into a field and types; the letters do not count. */
  async write(scope, label, text) {
    const field = scope.getByRole('textbox', { name: label }).first();
    await this.click(field);
    await field.fill(text);
  }

  async choose(scope, label, option) {
    await this.click(scope.getByRole('button', { name: label }));
    await this.click(this.#page.getByRole('option', { name: option }));
  }

  async press(key) {
    await this.#page.keyboard.press(key);
    this.count += 1;
  }
}

describe('from New postmortem to a published one', () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());

  it(`takes fewer than ${AT_MOST} interactions, every part written`, async t => {
    const context = await openContext(browser, {
      baseUrl,
      person: PEOPLE.onCall.ref,
    });
    const page = await context.newPage();
    const person = new Person(page);
    const part = name => page.getByRole('region', { name, exact: true });
    const button = name => page.getByRole('button', { name, exact: true });
    await page.goto('/catalog/default/component/refunds/postmortems');

    await person.click(
      page.getByRole('link', { name: 'New postmortem' }).first(),
    );
    const form = page.getByRole('form', { name: 'New postmortem' });
    await person.write(form, 'What happened?', 'Refunds held up');
    await person.choose(form, /How severe was it/, 'SEV3');
    await person.write(form, /When did the impact/, '2026-11-20 14:05 UTC');
    await person.write(form, /What did people notice/, 'No refund was paid.');
    await form
      .getByText(/Responsible: /)
      .getByRole('link')
      .waitFor();
    await person.click(button('Create and continue'));
    await page.waitForURL(/\/postmortems\/PM-\d+\/edit/);
    const [key] = page.url().match(/PM-\d+/);
    await page.getByRole('meter').waitFor();

    await person.write(part('When'), 'Resolved', '2026-11-20 15:45 UTC');
    await person.write(part('Summary'), /^What happened/, 'A queue was full.');
    await person.write(part('Impact'), 'What people noticed', 'No money.');
    await person.choose(part('Detection'), /Noticed by/, 'A customer');
    await person.write(part('Response'), /^What was done/, 'It was drained.');
    await person.write(part('Resolution'), 'What ended it', 'A restart.');
    await person.write(part('Timeline'), /^Add to/, '14:15 a customer calls');
    await person.press('Enter');
    await person.write(page, 'Technical cause', 'Nothing was acknowledged.');
    await person.write(page, /^Add a lesson: To improve/, 'Watch its age');
    await person.press('Enter');
    await person.write(page, /^Add an action item: Short/, 'Alert on its age');
    await person.press('Enter');
    await person.write(page, 'Review planned for', '2026-12-01 13:00 UTC');
    await person.write(page, /^Add a message: Inside/, 'Refunds are late');
    await person.press('Enter');
    await waitUntilSaved(page);
    assert.equal(
      await page.getByText(/\d+ needed to publish/).count(),
      0,
      'nothing is said to be needed any more',
    );
    await person.click(button('Done'));
    await page.waitForURL(url => url.pathname === `/postmortems/${key}`);
    await person.click(button('Send to review'));
    await person.click(button('Publish'));

    const call = await signIn(baseUrl, PEOPLE.onCall);
    let stored;
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      stored = await call('GET', `/postmortems/${key}`);
      if (stored.status === 'published') {
        break;
      }
      await page.waitForTimeout(200);
    }
    assert.equal(stored.status, 'published');
    assert.deepEqual(stored.completeness.missing, []);
    t.diagnostic(`${person.count} interactions`);
    assert.ok(person.count < AT_MOST, `${person.count} interactions`);
    await context.close();
  });
});
