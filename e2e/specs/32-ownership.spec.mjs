// Ownership follows the catalog: a component moves to another team, and
// another one is deleted.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../support/api.mjs';
import { launch, openNewPage, PEOPLE } from '../support/browser.mjs';
import { Portal } from '../support/portal.mjs';

/** Asks until the answer is right; the catalog reads its files at times. */
async function until(what, ask, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    if (await ask()) {
      return;
    }
    assert.ok(Date.now() < end, `waited ${seconds} s until ${what}`);
    await sleep(500);
  }
}

describe('ownership', () => {
  let portal;
  let browser;
  let page;
  let call;
  before(async () => {
    portal = await Portal.start({ ownCatalog: true });
    browser = await launch();
    page = await openNewPage(browser, {
      baseUrl: portal.baseUrl,
      person: PEOPLE.lead.ref,
    });
    call = await signIn(portal.baseUrl, PEOPLE.lead);
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const file = () => join(portal.catalogFolder, 'money.yaml');
  /** The file's entities, each as its text. */
  const entities = async () =>
    (await readFile(file(), 'utf8')).split(/^---\n/m);
  const isNamed = name => text =>
    new RegExp(`^  name: ${name}$`, 'm').test(text) &&
    text.includes('kind: Component');
  const titles = async teamRef =>
    (await call('GET', `/postmortems?teamRef=${teamRef}&limit=100`)).items.map(
      ({ title }) => title,
    );
  const itemTitles = async query =>
    (await call('GET', `/action-items?${query}&limit=100`)).items.map(
      ({ title }) => title,
    );

  const POSTMORTEM = 'Refunds stopped for an hour';
  const ITEM = 'Count the refunds that wait';

  it('moves with a component to another team, on both of their pages', async () => {
    await call('POST', '/postmortems', {
      title: POSTMORTEM,
      severity: 'SEV3',
      incident: { startedAt: '2026-11-20T10:00:00.000Z' },
      entities: [{ entityRef: 'component:default/refunds', role: 'cause' }],
      actionItems: [{ title: ITEM, entityRef: 'component:default/refunds' }],
    });
    assert.ok((await titles('group:default/payments')).includes(POSTMORTEM));
    assert.ok(!(await titles('group:default/runtime')).includes(POSTMORTEM));

    const moved = (await entities()).map(text =>
      isNamed('refunds')(text)
        ? text.replace('owner: payments', 'owner: runtime')
        : text,
    );
    await writeFile(file(), moved.join('---\n'));

    await until('the component has moved', async () =>
      (await titles('group:default/runtime')).includes(POSTMORTEM),
    );
    assert.ok(!(await titles('group:default/payments')).includes(POSTMORTEM));
    assert.ok(
      (await itemTitles('teamRef=group:default/runtime&state=open')).includes(
        ITEM,
      ),
    );
    assert.ok(
      !(await itemTitles('teamRef=group:default/payments&state=open')).includes(
        ITEM,
      ),
    );
    for (const [team, isThere] of [
      ['runtime', true],
      ['payments', false],
    ]) {
      await page.goto(`/catalog/default/group/${team}/postmortems`);
      await page.getByRole('table', { name: 'Latest postmortems' }).waitFor();
      assert.equal(
        await page.getByRole('link', { name: POSTMORTEM }).count(),
        isThere ? 1 : 0,
        team,
      );
    }
  });

  it('puts what a deleted component leaves behind where somebody finds it', async () => {
    const without = (await entities()).filter(
      text => !isNamed('refunds')(text),
    );
    await writeFile(file(), without.join('---\n'));

    await until('its items are found to need an owner', async () =>
      (await itemTitles('state=needs_owner')).includes(ITEM),
    );
    await page.goto('/postmortems/needs-owner');
    await page.getByRole('link', { name: ITEM }).waitFor();
    await page.getByRole('link', { name: new RegExp(POSTMORTEM) }).waitFor();

    await page
      .getByRole('combobox', { name: `What it changes now: ${ITEM}` })
      .fill('payments');
    await page
      .getByRole('option', { name: /^payments( |$)/ })
      .first()
      .click();
    await page.getByRole('button', { name: `Save: ${ITEM}` }).click();
    await page.getByRole('link', { name: ITEM }).waitFor({ state: 'detached' });
    assert.ok(!(await itemTitles('state=needs_owner')).includes(ITEM));
  });
});
