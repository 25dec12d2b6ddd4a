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

const baseUrl = process.env.E2E_BASE_URL;

const DOCUMENT = {
  title: 'Refunds waited for a lock',
  severity: 'SEV3',
  summary: 'For **an hour** no refund was paid, because a report held a lock.',
  incident: {
    startedAt: '2026-11-02T08:00:00.000Z',
    detectedAt: '2026-11-02T08:10:00.000Z',
    resolvedAt: '2026-11-02T09:00:00.000Z',
  },
  entities: [{ entityRef: 'component:default/refunds', role: 'cause' }],
  impact: { description: '# Who waited\n\nTwo hundred customers.' },
  detection: { method: 'customer', description: 'A customer called.' },
  response: { description: 'Payments was paged.' },
  resolution: { description: 'The report was ended.' },
  rootCause: { technical: 'The report read without a timeout.' },
  timeline: [{ at: '2026-11-02T08:00:00.000Z', text: 'The report begins' }],
  externalVersion: {
    title: 'Late refunds',
    text: 'Refunds were an hour late.',
  },
  followUp: { reviewAt: '2026-12-01T10:00:00.000Z' },
};

/** The toolkit announces a button that works by an element of its own. */
async function checkAccessible(page, what) {
  await page.waitForFunction(
    () => !document.querySelector('[data-live-announcer] [role="img"]'),
  );
  await assertAccessible(page, what);
}

describe('a postmortem that is reviewed', () => {
  let browser;
  let call;
  let document;
  before(async () => {
    browser = await launch();
    call = await signIn(baseUrl, PEOPLE.onCall);
    document = await call('POST', '/postmortems', DOCUMENT);
  });
  after(() => browser.close());

  async function open(person, search = '', options = {}) {
    const context = await openContext(browser, {
      baseUrl,
      person: person.ref,
      ...options,
    });
    const page = await context.newPage();
    await page.goto(`/postmortems/${document.key}${search}`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    return page;
  }

  const button = (page, name) =>
    page.getByRole('button', { name, exact: true });

  it('is discussed beside its parts', async () => {
    const page = await open(PEOPLE.lead);
    await button(page, 'Comment on Summary').click();
    const field = page.getByRole('textbox', { name: /^Your comment on/ });
    await field.pressSequentially('Which report was it, @Dele');
    await page.waitForFunction(() =>
      document.querySelector('[role="option"]')?.textContent.startsWith('Dele'),
    );
    await page.keyboard.press('Enter');
    await field.pressSequentially('?');
    await screenshot(page, 'comment-writing');
    // What is not sent outlives the page.
    await page.reload();
    assert.match(
      await field.inputValue(),
      /^Which report was it, @\[Dele Adeyemi\]\(user:default\/dele\.adeyemi\) \?$/,
    );
    await field.press('Control+Enter');
    await screenshot(page, 'comment-sent');
    const comments = page.getByRole('region', { name: 'Comments on Summary' });
    await comments.getByRole('link', { name: '@Dele Adeyemi' }).waitFor();
    await checkAccessible(page, 'comments in the margin');

    const dele = await open(PEOPLE.onCall, '/edit', { width: 420 });
    const below = dele.getByRole('region', { name: 'Comments on Summary' });
    await below.getByRole('button', { name: 'Answer' }).click();
    await below.getByRole('textbox').fill('The **monthly** one.');
    await below.getByRole('button', { name: 'Answer' }).click();
    await below.getByText('monthly').waitFor();
    await below.getByRole('button', { name: 'Resolve' }).click();
    await below.getByRole('button', { name: 'Show 1 resolved' }).waitFor();
    await screenshot(dele, 'comment-editor-420');
    await checkAccessible(dele, 'comments in the editor');
    await page.context().close();
    await dele.context().close();
  });

  it('keeps the headings of its texts below its own', async () => {
    const page = await open(PEOPLE.lead);
    const level = await page
      .getByRole('heading', { name: 'Who waited' })
      .evaluate(({ tagName }) => tagName);
    assert.equal(level, 'H5');
    await page.context().close();
  });

  it('is approved by somebody else, and published without a point', async () => {
    const dele = await open(PEOPLE.onCall);
    await button(dele, 'Send to review').click();
    await button(dele, 'Publish').waitFor();

    const ana = await open(PEOPLE.lead);
    await button(ana, 'Review').click();
    const dialog = ana.getByRole('dialog', { name: /^Review PM-/ });
    await dialog.getByRole('radio', { name: 'Approve' }).check();
    await dialog.getByRole('textbox').fill('Worth reading.');
    await checkAccessible(ana, 'the review');
    await dialog.getByRole('button', { name: 'Approve' }).click();
    const approvals = ana.getByRole('region', { name: 'Approvals' });
    await approvals.getByText('Worth reading.').waitFor();

    await button(ana, 'Publish').click();
    const refusal = ana.getByRole('dialog', {
      name: /cannot be published yet/,
    });
    const point = refusal.getByRole('link', { name: /lesson/ });
    assert.equal(
      await point.getAttribute('href'),
      `/postmortems/${document.key}/edit#lessons`,
    );
    const waive = refusal.getByRole('button', { name: /^Waive: / });
    await waive.first().waitFor();
    while ((await waive.count()) > 0) {
      await waive.first().click();
    }
    for (const reason of await refusal.getByRole('textbox').all()) {
      await reason.fill('Nothing that we did not know.');
    }
    await screenshot(ana, 'refusal');
    await checkAccessible(ana, 'what is missing');
    await refusal.getByRole('button', { name: 'Publish all the same' }).click();
    await button(ana, 'Close').waitFor();
    await approvals
      .getByText('Nothing that we did not know.')
      .first()
      .waitFor();
    await screenshot(ana, 'approvals');
    await ana.context().close();
    await dele.context().close();
  });

  it('goes out as an external version and a calendar file', async () => {
    const page = await open(PEOPLE.lead);
    for (const [item, file, words] of [
      ['External version (HTML)', 'external.html', /Refunds were an hour late/],
      ['Review meeting (.ics)', 'review.ics', /BEGIN:VCALENDAR/],
    ]) {
      await button(page, 'More actions').click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const saved = await download;
      assert.equal(saved.suggestedFilename(), `${document.key}-${file}`);
      const chunks = await (await saved.createReadStream()).toArray();
      assert.match(Buffer.concat(chunks).toString(), words);
    }
    await page.context().close();
  });

  it('shows what changed between versions, and goes back to one', async () => {
    const { id, key } = document;
    const earlier = await call('GET', `/postmortems/${id}`);
    await call(
      'PATCH',
      `/postmortems/${id}`,
      {
        summary: earlier.summary.replace('an hour', 'two hours'),
        lessons: [{ kind: 'to_improve', text: 'Reports read from a replica' }],
      },
      { 'If-Match': `"${earlier.version}"` },
    );

    const page = await open(PEOPLE.lead);
    await button(page, 'More actions').click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    await page
      .getByRole('link', { name: /^What changed in version/ })
      .first()
      .click();
    const summary = page.getByRole('region', { name: 'Summary', exact: true });
    await summary.getByRole('insertion').getByText('two').waitFor();
    await page
      .getByRole('region', { name: 'Lessons' })
      .getByText('Reports read from a replica')
      .first()
      .waitFor();
    await screenshot(page, 'compare');
    await checkAccessible(page, 'the comparison');
    await button(page, `Restore version ${earlier.version}`).click();
    await page.waitForURL(`**/postmortems/${key}`);
    await page.getByText('For an hour no refund').waitFor();

    const restored = await call('GET', `/postmortems/${id}`);
    assert.equal(restored.version, earlier.version + 2);
    assert.equal(restored.summary, earlier.summary);
    assert.deepEqual(restored.lessons, []);
    await page.context().close();
  });
});
