import { useApi } from '@backstage/core-plugin-api';
import type { Overview } from 'backstage-plugin-postmortem-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';

/** Loads what the tab and the card of an entity or a team show. */
export function useOverview(
  scope: { entityRef: string } | { teamRef: string },
) {
  const api = useApi(postmortemApiRef);
  const [[name, ref]] = Object.entries(scope);
  return useAsyncRetry(
    (): Promise<Overview> =>
      api.getOverview(
        name === 'teamRef' ? { teamRef: ref } : { entityRef: ref },
      ),
    [api, name, ref],
  );
}
