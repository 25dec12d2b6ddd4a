import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The list of postmortems, and the root of every other page of the plugin. */
export const rootRouteRef = createRouteRef({ id: 'postmortem' });

/** One postmortem, by its key (`PM-42`) or id. */
export const postmortemRouteRef = createSubRouteRef({
  id: 'postmortem.postmortem',
  parent: rootRouteRef,
  path: '/:idOrKey',
});

/** Writing one postmortem. */
export const editRouteRef = createSubRouteRef({
  id: 'postmortem.edit',
  parent: rootRouteRef,
  path: '/:idOrKey/edit',
});

/** The five questions that begin a postmortem. */
export const newRouteRef = createSubRouteRef({
  id: 'postmortem.new',
  parent: rootRouteRef,
  path: '/new',
});

/** Importing markdown documents. */
export const importRouteRef = createSubRouteRef({
  id: 'postmortem.import',
  parent: rootRouteRef,
  path: '/import',
});

/** What postmortems promised. */
export const actionItemsRouteRef = createSubRouteRef({
  id: 'postmortem.action-items',
  parent: rootRouteRef,
  path: '/action-items',
});

/** What lost its owner or its entity in the catalog. */
export const needsOwnerRouteRef = createSubRouteRef({
  id: 'postmortem.needs-owner',
  parent: rootRouteRef,
  path: '/needs-owner',
});

/** What a team owes and learns. */
export const teamRouteRef = createSubRouteRef({
  id: 'postmortem.team',
  parent: rootRouteRef,
  path: '/teams/:namespace/:name',
});

/** What many incidents tell together. */
export const reportsRouteRef = createSubRouteRef({
  id: 'postmortem.reports',
  parent: rootRouteRef,
  path: '/reports',
});

/** A report as it was when somebody shared it. */
export const snapshotRouteRef = createSubRouteRef({
  id: 'postmortem.snapshot',
  parent: rootRouteRef,
  path: '/reports/snapshots/:id',
});

/** The tab on entity pages. */
export const entityContentRouteRef = createRouteRef({
  id: 'postmortem.entity-content',
});

/** The tab as seen from the card, for portals that may not have the tab. */
export const entityTabRouteRef = createExternalRouteRef({
  id: 'postmortem.entity-tab',
  optional: true,
  defaultTarget: 'postmortem.entityContent',
});
