import { useApi } from '@backstage/core-plugin-api';
import type { Overview } from 'backstage-plugin-postmortem-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';

/** Loads what the tab and the card of an entity, a team or a person show. */
export function useOverview(
  scope: { entityRef: string } | { teamRef: string } | { userRef: string },
) {
  const api = useApi(postmortemApiRef);
  const [[name, ref]] = Object.entries(scope);
  return useAsyncRetry(
    (): Promise<Overview> => api.getOverview({ [name]: ref }),
    [api, name, ref],
  );
}
