import { RELATION_CHILD_OF } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import {
  type CatalogApi,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';
import { useMe } from './useMe';

/** Whether one of the groups is one of the teams, or above one of them. */
async function areAbove(
  groupRefs: readonly string[],
  teamRefs: readonly string[],
  catalogApi: CatalogApi,
): Promise<boolean> {
  const seen = new Set(teamRefs);
  let level = [...seen];
  while (level.length > 0) {
    if (level.some(ref => groupRefs.includes(ref))) {
      return true;
    }
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs: level,
      fields: ['relations'],
    });
    const above = items
      .flatMap(group => group?.relations ?? [])
      .filter(({ type }) => type === RELATION_CHILD_OF)
      .map(({ targetRef }) => targetRef);
    level = [...new Set(above)].filter(ref => !seen.has(ref));
    level.forEach(ref => seen.add(ref));
  }
  return false;
}

/**
 * Whether the reader may speak for one of the teams: as a member of it, or of
 * a group above it. A sign-in names only the groups that somebody is in
 * themselves; which ones are above, the catalog says. False until it is known.
 *
 * @param teamRefs - of none, nothing is asked
 */
export function useStandsFor(teamRefs: readonly string[]): boolean {
  const catalogApi = useApi(catalogApiRef);
  const mine = useMe()?.ownershipRefs;
  const teams = teamRefs.join(' ');
  const { value = false } = useAsync(
    async () =>
      mine !== undefined &&
      teams !== '' &&
      areAbove(mine, teams.split(' '), catalogApi),
    [catalogApi, mine, teams],
  );
  return value;
}
