import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { signIn } from '../support/api.mjs';
import { launch, openContext, PEOPLE } from '../support/browser.mjs';

const baseUrl = process.env.E2E_BASE_URL;

// What can be used. Parts of a widget that arrow keys move between have no
// tab stop of their own; one of them has.
const CONTROLS =
  'a[href], button, input, textarea, select, summary, [tabindex="0"]';

/** Numbers the controls of the page that somebody could use now. */
function markControls(selector) {
  return [...document.querySelectorAll(selector)]
    .filter(
      element =>
        element.closest('main') !== null &&
        !element.disabled &&
        element.tabIndex >= 0 &&
        element.type !== 'hidden' &&
        element.closest('[aria-hidden="true"], [inert]') === null &&
        element.getClientRects().length > 0 &&
        // What is folded away comes with the button that unfolds it.
        element.checkVisibility(),
    )
    .map((element, index) => {
      element.setAttribute('data-control', String(index));
      return (
        element.getAttribute('aria-label') ??
        element.labels?.[0]?.textContent ??
        element.textContent ??
        element.outerHTML.slice(0, 120)
      );
    });
}

describe('the keyboard', () => {
  let browser;
  let key;
  before(async () => {
    browser = await launch();
    const call = await signIn(baseUrl, PEOPLE.onCall);
    ({ key } = await call('POST', '/postmortems', {
      title: 'Written with the keyboard',
      severity: 'SEV3',
      entities: [{ entityRef: 'component:default/refunds', role: 'cause' }],
      lessons: [{ kind: 'to_improve', text: 'A row of a list' }],
      timeline: [{ text: 'Another row' }],
      actionItems: [{ title: 'Alert on the age of the queue' }],
    }));
  });
  after(() => browser.close());

  async function assertAllReached(path) {
    const context = await openContext(browser, {
      baseUrl,
      person: PEOPLE.onCall.ref,
    });
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.waitForTimeout(1500);
    const names = await page.evaluate(markControls, CONTROLS);
    assert.ok(names.length > 2, `only ${names.length} controls`);

    const reached = new Set();
    const steps = names.length * 2 + 80;
    for (let step = 0; step < steps && reached.size < names.length; step += 1) {
      await page.keyboard.press('Tab');
      // A group of tags hands its focus on to the first of them.
      const controls = await page.evaluate(() =>
        [
          document.activeElement,
          document.activeElement?.closest('[role="grid"]'),
        ].map(element => element?.getAttribute('data-control')),
      );
      controls
        .filter(control => control !== null && control !== undefined)
        .forEach(control => reached.add(Number(control)));
    }
    assert.deepEqual(
      names.filter((_, index) => !reached.has(index)),
      [],
    );
    await context.close();
  }

  it('reaches every control of the page that begins one', () =>
    assertAllReached('/postmortems/new'));

  it('reaches every control of the editor', () =>
    assertAllReached(`/postmortems/${key}/edit`));

  it('reaches every control of the page to read', () =>
    assertAllReached(`/postmortems/${key}`));

  it('reaches every control of the import', () =>
    assertAllReached('/postmortems/import'));
});
