// Filling in forms, by the names that people read.

/** Writes into a field whose label has these words. */
export async function write(scope, label, text) {
  await scope.getByRole('textbox', { name: label }).fill(text);
}

/** Chooses in a list of a few values. */
export async function choose(page, scope, label, option) {
  await scope.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
}

/** Finds something in the catalog by typing, and picks it. */
export async function pick(page, scope, label, typed, option) {
  await scope.getByRole('combobox', { name: label }).fill(typed);
  await page.getByRole('option', { name: option }).first().click();
  // A picker of several stays open for the next one.
  const list = page.getByRole('listbox');
  if (await list.isVisible()) {
    await page.keyboard.press('Escape');
  }
  await list.waitFor({ state: 'hidden' });
}

/** Adds rows, each with Enter. */
export async function add(scope, label, ...texts) {
  const field = scope.getByRole('textbox', { name: label, exact: true });
  for (const text of texts) {
    await field.fill(text);
    await field.press('Enter');
  }
}

/** Waits until the editor says that all of it is saved. */
export async function waitUntilSaved(page, timeout = 20_000) {
  // What was just typed is on its way only after the next frame.
  await page.evaluate(
    () =>
      new Promise(resolve => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
      }),
  );
  await page
    .getByRole('status')
    .filter({ hasText: /^(Saved(?!, but)|Everything is saved)/ })
    .waitFor({ timeout });
}
