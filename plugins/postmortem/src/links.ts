import {
  type Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import {
  actionItemsRouteRef,
  editRouteRef,
  importRouteRef,
  needsOwnerRouteRef,
  newRouteRef,
  postmortemRouteRef,
  reportsRouteRef,
  rootRouteRef,
  snapshotRouteRef,
  teamRouteRef,
} from './routes';

/** What a new postmortem, or an import, begins with. */
export type Involved = {
  /** The entity from whose page somebody came. */
  entityRef?: string;
  /** The team from whose page somebody came. */
  teamRef?: string;
};

/** What a postmortem begins with that is written from an entity's page. */
export function involvedIn(entity: Entity): Involved {
  const [owner] = getEntityRelations(entity, RELATION_OWNED_BY, {
    kind: 'group',
  });
  return {
    entityRef: stringifyEntityRef(entity),
    teamRef: owner && stringifyEntityRef(owner),
  };
}

function withInvolved(path: string, { entityRef, teamRef }: Involved): string {
  const query = new URLSearchParams();
  if (entityRef) {
    query.set('entityRef', entityRef);
  }
  if (teamRef) {
    query.set('teamRef', teamRef);
  }
  const search = query.toString();
  return search ? `${path}?${search}` : path;
}

/** The addresses of the plugin's pages in this portal. */
export interface PostmortemLinks {
  /** The list, with filters in the form of its query parameters. */
  list(query?: URLSearchParams): string;
  postmortem(key: string): string;
  /** Where a postmortem tells of one of its action items. */
  actionItem(key: string, itemId: string): string;
  /** All action items, with filters in the form of its query parameters. */
  actionItems(query?: Record<string, string>): string;
  /** A team's own page. */
  team(teamRef: string): string;
  needsOwner(): string;
  /** The report, with filters in the form of its query parameters. */
  reports(query?: URLSearchParams): string;
  /** A report as it was when somebody shared it. */
  snapshot(id: string): string;
  edit(key: string): string;
  create(involved?: Involved): string;
  import(involved?: Involved): string;
}

/** Gives the addresses of the plugin's pages in this portal. */
export function usePostmortemLinks(): PostmortemLinks {
  const root = useRouteRef(rootRouteRef);
  const postmortem = useRouteRef(postmortemRouteRef);
  const actionItems = useRouteRef(actionItemsRouteRef);
  const team = useRouteRef(teamRouteRef);
  const needsOwner = useRouteRef(needsOwnerRouteRef);
  const reports = useRouteRef(reportsRouteRef);
  const snapshot = useRouteRef(snapshotRouteRef);
  const edit = useRouteRef(editRouteRef);
  const create = useRouteRef(newRouteRef);
  const importPage = useRouteRef(importRouteRef);
  return useMemo(
    () => ({
      list: query => {
        const search = query?.toString();
        return search ? `${root()}?${search}` : root();
      },
      postmortem: key => postmortem({ idOrKey: key }),
      actionItem: (key, itemId) =>
        `${postmortem({ idOrKey: key })}#action-item-${itemId}`,
      actionItems: query => {
        const search = new URLSearchParams(query).toString();
        return search ? `${actionItems()}?${search}` : actionItems();
      },
      team: teamRef => {
        const { namespace, name } = parseEntityRef(teamRef);
        return team({ namespace, name });
      },
      needsOwner: () => needsOwner(),
      reports: query => {
        const search = query?.toString();
        return search ? `${reports()}?${search}` : reports();
      },
      snapshot: id => snapshot({ id }),
      edit: key => edit({ idOrKey: key }),
      create: (involved = {}) => withInvolved(create(), involved),
      import: (involved = {}) => withInvolved(importPage(), involved),
    }),
    [
      root,
      postmortem,
      actionItems,
      team,
      needsOwner,
      reports,
      snapshot,
      edit,
      create,
      importPage,
    ],
  );
}
