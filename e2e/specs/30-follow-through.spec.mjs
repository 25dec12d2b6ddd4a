// A lesson of a database's postmortem, read two hops away, becomes an action
// item that its team accepts and does; the team's page shows each step.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  launch,
  openNewPage,
  PEOPLE,
  screenshot,
} from '../support/browser.mjs';

const baseUrl = process.env.E2E_BASE_URL;
const TITLE = 'Give the reconciler a pool of connections of its own';
const TEAM = '/postmortems/teams/default/payments';

describe('what is done about a lesson', () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl,
      person: PEOPLE.lead.ref,
    });
  });
  after(() => browser.close());

  const figure = async name =>
    Number(
      (
        await page
          .getByRole('list', { name: 'What the team owes' })
          .getByRole('link', { name: new RegExp(`^\\d+ ${name}$`) })
          .innerText()
      ).match(/\d+/)[0],
    );
  const openTeam = async () => {
    await page.goto(TEAM);
    await page.getByRole('list', { name: 'What the team owes' }).waitFor();
  };
  let proposedBefore;
  let openBefore;
  let source;

  it('is read on the page of a component two hops away, and answered', async () => {
    await openTeam();
    proposedBefore = await figure('Proposed to the team');
    openBefore = await figure('Open in all');

    await page.goto('/catalog/default/component/ledger.reconciler/postmortems');
    const panel = page.getByRole('region', { name: 'Lessons from around it' });
    await panel.waitFor();
    const lesson = panel
      .getByRole('listitem')
      .filter({ hasText: /job-scheduler.*commerce-db/ })
      .first();
    // The closest come first; this one may be on a later page.
    const more = panel.getByRole('button', { name: /^Show more of \d+$/ });
    while (!(await lesson.isVisible())) {
      const shown = await panel.getByRole('listitem').count();
      await more.click();
      await panel.getByRole('listitem').nth(shown).waitFor();
    }
    source = (await lesson.innerText()).match(/PM-\d+/)[0];
    await lesson.getByRole('button', { name: 'Applies' }).click();
    await screenshot(page, 'lesson-answering');
    await page
      .getByRole('textbox', { name: /What is to be done here/ })
      .fill(TITLE);
    await page.getByRole('textbox', { name: 'Due' }).fill('in 3 days');
    await page.getByRole('button', { name: 'Add the action item' }).click();

    await panel.getByText('Applies', { exact: true }).first().waitFor();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('is proposed to the team, and accepted on its page', async () => {
    await openTeam();
    assert.equal(await figure('Proposed to the team'), proposedBefore + 1);
    assert.equal(await figure('Open in all'), openBefore);
    const proposed = page.getByRole('region', { name: 'Proposed to the team' });
    await proposed.getByText(TITLE).waitFor();
    await screenshot(page, 'team-proposal');
    await proposed.getByRole('button', { name: `Accept ${TITLE}` }).click();
    await proposed.getByText(TITLE).waitFor({ state: 'detached' });

    assert.equal(await figure('Proposed to the team'), proposedBefore);
    assert.equal(await figure('Open in all'), openBefore + 1);
  });

  it('is done once something shows it', async () => {
    await page
      .getByRole('list', { name: 'What the team owes' })
      .getByRole('link', { name: /Due in two weeks$/ })
      .click();
    await page
      .getByRole('button', { name: `Open: change the status of ${TITLE}` })
      .click();
    await page.getByRole('menuitem', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('Say what shows it, or paste a link.').waitFor();
    await page
      .getByRole('textbox', { name: /What shows that/ })
      .fill('https://tracker.example.com/PAY-990');
    await page.getByRole('button', { name: 'Mark as done' }).click();
    await page.getByText('Done: https://tracker.example.com/PAY-990').waitFor();
    await screenshot(page, 'action-item-done');

    await openTeam();
    assert.equal(await figure('Open in all'), openBefore);
  });

  it('is told of on the postmortem that the lesson is of', async () => {
    await page.goto(`/postmortems/${source}#lessons`);
    const lessons = page.getByRole('region', { name: 'Lessons', exact: true });
    await lessons.getByText('ledger.reconciler').waitFor();
    await lessons.getByText('Applies', { exact: true }).waitFor();
    await page
      .getByRole('region', { name: 'Action items', exact: true })
      .getByText(TITLE)
      .waitFor();
  });
});
