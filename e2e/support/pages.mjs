// The pages of the product, with something to see on each.
import { signIn } from './api.mjs';
import { PEOPLE } from './browser.mjs';

async function keyOf(call, title) {
  const { items } = await call(
    'GET',
    `/postmortems?q=${encodeURIComponent(title)}`,
  );
  return items.find(item => item.title.startsWith(title)).key;
}

/**
 * Each page's name, address, and what is on it once it is complete.
 *
 * @returns {Promise<{ name: string, path: string,
 *   landmark: (page: import('playwright-core').Page) =>
 *   import('playwright-core').Locator }[]>}
 */
export async function listPages(baseUrl) {
  const call = await signIn(baseUrl, PEOPLE.onCall);
  const key = await keyOf(call, "The ledger's database failed over");
  const title = page =>
    page.getByRole('heading', { name: /ledger's database/ });
  const latest = page =>
    page.getByRole('heading', { name: /postmortems$/i }).last();
  return [
    {
      name: 'home',
      path: '/',
      landmark: page => page.getByRole('heading', { name: /^Hello, / }),
    },
    {
      name: 'list',
      path: '/postmortems',
      landmark: page =>
        page.getByRole('status').filter({ hasText: /\d postmortems?$/ }),
    },
    {
      name: 'component-overview',
      path: '/catalog/default/component/payments',
      landmark: page => page.getByRole('region', { name: 'Postmortems' }),
    },
    {
      name: 'component-tab',
      path: '/catalog/default/component/payments/postmortems',
      landmark: latest,
    },
    {
      name: 'team-tab',
      path: '/catalog/default/group/payments/postmortems',
      landmark: latest,
    },
    {
      name: 'user-tab',
      path: `/catalog/default/user/dele.adeyemi/postmortems`,
      landmark: latest,
    },
    {
      name: 'team',
      path: '/postmortems/teams/default/payments',
      landmark: latest,
    },
    {
      name: 'action-items',
      path: '/postmortems/action-items',
      landmark: page => page.getByRole('table', { name: 'Action items' }),
    },
    {
      name: 'action-items-board',
      path: '/postmortems/action-items?view=board',
      landmark: page => page.getByRole('region', { name: /^In progress/ }),
    },
    {
      name: 'needs-owner',
      path: '/postmortems/needs-owner',
      landmark: page => page.getByText('Everything has an owner'),
    },
    {
      name: 'reports',
      path: '/postmortems/reports',
      landmark: page =>
        page.getByRole('region', { name: /^Between systems, most go from/ }),
    },
    {
      name: 'reports-system',
      path: '/catalog/default/system/shop/postmortems?view=report',
      landmark: page => page.getByRole('region', { name: /postmortems are/ }),
    },
    { name: 'postmortem', path: `/postmortems/${key}`, landmark: title },
    { name: 'editor', path: `/postmortems/${key}/edit`, landmark: title },
    {
      name: 'new',
      path: '/postmortems/new?entityRef=component:default/payments',
      landmark: page => page.getByRole('form', { name: 'New postmortem' }),
    },
    {
      name: 'import',
      path: '/postmortems/import?entityRef=component:default/payments',
      landmark: page => page.getByRole('button', { name: 'Choose files' }),
    },
  ];
}

/** Opens a page and waits until nothing on it is loading any more. */
export async function openPage(page, { path, landmark }) {
  await page.goto(path);
  await landmark(page).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.bui-Skeleton').first().waitFor({ state: 'hidden' });
}
