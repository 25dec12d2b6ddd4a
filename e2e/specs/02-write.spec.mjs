import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  launch,
  openNewPage,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';
import { add, choose, pick, waitUntilSaved, write } from '../support/form.mjs';

const baseUrl = process.env.E2E_BASE_URL;

const TITLE = `Refunds stuck behind a full queue, ${Date.now()}`;

describe('writing a postmortem', () => {
  let browser;
  let page;
  let key;
  before(async () => {
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.onCall.ref,
    });
  });
  after(() => browser.close());

  it('begins on the page of a component, with five answers', async () => {
    await page.goto('/catalog/default/component/refunds/postmortems');
    await page.getByRole('link', { name: 'New postmortem' }).first().click();

    const form = page.getByRole('form', { name: 'New postmortem' });
    await write(form, 'What happened?', TITLE);
    await choose(page, form, /How severe was it/, 'SEV3');
    await write(form, /When did the impact begin/, '2026-11-20 14:05 UTC');
    await write(form, /What did people notice/, 'No refund was paid out.');
    await form
      .getByText(/Responsible: /)
      .getByRole('link')
      .waitFor();
    await form.getByRole('button', { name: 'Create and continue' }).click();

    await page.waitForURL(/\/postmortems\/PM-\d+\/edit/);
    [key] = page.url().match(/PM-\d+/);
    await page.getByRole('heading', { name: `${key} ${TITLE}` }).waitFor();
  });

  it('takes every part', async () => {
    const part = name => page.getByRole('region', { name, exact: true });

    const about = part('The incident');
    await write(about, 'Detected', '2026-11-20 14:15 UTC');
    await write(about, 'Declared', '2026-11-20 14:20 UTC');
    await write(about, 'Acknowledged', '2026-11-20 14:22 UTC');
    await write(about, 'Mitigated', '2026-11-20 15:00 UTC');
    await write(about, 'Resolved', '2026-11-20 15:45 UTC');
    await pick(page, about, /Add a component/, 'ledg', /^ledger( |$)/);
    await pick(page, about, 'Add a person or a team', 'Bea', /Bea Kowalska/);
    await add(about, 'Add a tag', 'queue');

    await write(part('Summary'), /What happened, in a/, 'A queue was full.');
    const impact = part('Impact');
    await write(impact, 'What people noticed', 'Customers waited for money.');
    await write(impact, 'Users affected', '420');
    await write(impact, 'Cost', '1200');
    await write(impact, /What it meant for the/, 'Calls to support doubled.');

    const detection = part('Detection');
    await choose(page, detection, /Noticed by/, 'A customer');
    await write(detection, 'How it was detected', 'A customer called.');
    await write(part('Response'), /What was done/, 'Payments was paged.');
    await write(part('Resolution'), 'What ended it', 'The queue was drained.');
    await add(
      part('Timeline'),
      'Add to the timeline',
      '14:15 a customer calls',
      '15:00 the consumer is restarted',
    );

    const cause = part('Root-cause analysis');
    await write(cause, 'Kind of trigger', 'Deployment');
    await write(part('Trigger'), 'What set it off', 'A new consumer.');
    await write(cause, /^Technical/, 'The consumer acknowledged nothing.');
    await write(cause, /^Process/, 'Nobody reviewed the queue limits.');
    await write(cause, /^Human/, 'The alert was muted.');
    await add(
      part('Contributing factors'),
      'Add a factor',
      'Alerts muted for a week',
    );

    await add(
      part('Lessons'),
      'Add a lesson: To improve',
      'A queue needs an alert on its age',
    );
    await add(
      part('Short term'),
      'Add an action item: Short term',
      'Alert on the age of the oldest refund',
    );
    await add(
      part('Long term'),
      'Add an action item: Long term',
      'Let the queue spill to disk',
    );
    const item = part('Short term');
    await pick(page, item, /^Owner of/, 'Dele', /Dele Adeyemi/);
    await write(item, /^Due day of/, '3 Dec 2026');

    const followUp = part('Follow-up');
    await write(followUp, 'Review planned for', '2026-12-01 13:00 UTC');
    await write(followUp, 'Outcome of the review', 'Agreed on the alert.');
    await add(followUp, 'Add a document', 'Runbook of refunds');
    await add(
      part('Communication'),
      'Add a message: Inside the company',
      'Refunds are late today',
    );
    await add(
      part('Links'),
      'Add a link',
      'https://dashboards.example.com/d/r',
    );
    await write(part('Notes'), 'Notes', 'Log of the chat is with Bea.');

    await waitUntilSaved(page);
    await screenshot(page, 'editor-every-part');
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.waitForURL(url => url.pathname === `/postmortems/${key}`);
  });

  it('shows all of it to a reader, after a reload too', async () => {
    await page.reload();
    await page.getByRole('heading', { name: TITLE }).waitFor();
    const text = await page.getByRole('main').innerText();
    for (const written of [
      'A queue was full.',
      'Customers waited for money.',
      '420',
      'Calls to support doubled.',
      'A customer called.',
      'Payments was paged.',
      'The queue was drained.',
      'a customer calls',
      'the consumer is restarted',
      'The consumer acknowledged nothing.',
      'Nobody reviewed the queue limits.',
      'The alert was muted.',
      'Alerts muted for a week',
      'A queue needs an alert on its age',
      'Alert on the age of the oldest refund',
      'Let the queue spill to disk',
      'Agreed on the alert.',
      'Runbook of refunds',
      'Refunds are late today',
      'Log of the chat is with Bea.',
    ]) {
      assert.ok(text.includes(written), `not shown: ${written}`);
    }
    await screenshot(page, 'postmortem-every-part');
  });

  it('is in the tab and on the card of its component', async () => {
    await page.goto('/catalog/default/component/refunds');
    const card = page.getByRole('region', { name: 'Postmortems' });
    await card.getByRole('link', { name: /Refunds stuck/ }).waitFor();

    await page.goto('/catalog/default/component/refunds/postmortems');
    await page.getByRole('link', { name: TITLE }).first().waitFor();
    await page.getByText('A queue needs an alert on its age').first().waitFor();
    const items = page.getByRole('region', { name: 'Action items' });
    const more = items.getByRole('button', { name: /^Show \d+ more/ });
    if (await more.isVisible()) {
      await more.click();
    }
    await items
      .getByText('Alert on the age of the oldest refund')
      .first()
      .waitFor();
  });

  it('is on the page of the team that owns the component', async () => {
    await page.goto('/catalog/default/group/payments/postmortems');
    await page.getByRole('link', { name: TITLE }).first().waitFor();
  });

  it('is found in the list by its words', async () => {
    await page.goto('/postmortems');
    await page.getByRole('searchbox').fill(TITLE);
    await page
      .getByRole('status')
      .filter({ hasText: '1 postmortem' })
      .waitFor();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { name: TITLE }).waitFor();
  });
});
