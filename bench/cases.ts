import type { PostmortemPage } from 'backstage-plugin-postmortem-common';
import { FLOOR_ROWS } from './plugins/floor';
import type { Case } from './measure';
import type { Portal } from './portal';
import type { World } from './world';

const API = '/api/postmortem';

// A number without common divisors: one after the other, all of a list.
const STRIDE = 37;

// What people type: words of every second document and of few, the beginning
// of one, and several.
const SEARCHED = [
  'certificate',
  'failover',
  'two million messages',
  'resolv',
  'nightly export retries',
];

export const floor: Case = {
  name: 'floor',
  path: round => `/api/floor?after=${(round * STRIDE) % (FLOOR_ROWS - 100)}`,
};

/** The newer half of the list of all: its keys, and the cursor behind it. */
async function newerHalf(
  portal: Portal,
  rows: number,
): Promise<{ keys: string[]; cursor: string }> {
  const keys: string[] = [];
  let cursor = '';
  while (keys.length < rows / 2) {
    const page: PostmortemPage = JSON.parse(
      await portal.get(
        `${API}/postmortems?limit=100${cursor && `&cursor=${cursor}`}`,
      ),
    );
    keys.push(...page.items.map(item => item.key));
    cursor = page.pageInfo.nextCursor!;
  }
  return { keys, cursor };
}

/** What people ask for most, and what grows with the number of postmortems. */
export async function casesOf(
  portal: Portal,
  { entityRefs, teamRefs, division }: World,
  rows: number,
): Promise<Case[]> {
  const { keys, cursor } = await newerHalf(portal, rows);
  const pick = (of: string[], round: number) =>
    of[(round * STRIDE) % of.length];
  const components = entityRefs.filter(ref => ref.startsWith('component:'));
  return [
    {
      name: 'list by entity',
      path: round => `${API}/postmortems?entityRef=${pick(entityRefs, round)}`,
    },
    {
      name: 'list by team',
      path: round => `${API}/postmortems?teamRef=${pick(teamRefs, round)}`,
    },
    { name: 'list of all', path: () => `${API}/postmortems` },
    {
      name: 'deep page',
      path: () => `${API}/postmortems?cursor=${cursor}`,
    },
    {
      name: 'overview of a component',
      asksCatalog: true,
      path: round => `${API}/overview?entityRef=${pick(components, round)}`,
    },
    {
      name: 'overview of a team of 500 entities',
      asksCatalog: true,
      path: () => `${API}/overview?teamRef=${division[0].ref}`,
    },
    {
      name: 'lessons through dependencies',
      asksCatalog: true,
      path: round =>
        `${API}/lessons?scope=dependencies&entityRef=${pick(
          components,
          round,
        )}`,
    },
    {
      name: 'q',
      path: round =>
        `${API}/postmortems?q=${encodeURIComponent(pick(SEARCHED, round))}`,
    },
    {
      name: 'read',
      path: round => `${API}/postmortems/${pick(keys, round)}`,
    },
  ];
}
