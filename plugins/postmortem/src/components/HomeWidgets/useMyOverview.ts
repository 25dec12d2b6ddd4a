import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import type { Overview } from 'backstage-plugin-postmortem-common';
import useSWR from 'swr';
import { postmortemApiRef } from '../../api';

/**
 * The overview of whoever is signed in. All widgets of a page share one
 * request.
 */
export function useMyOverview(): {
  overview?: Overview;
  error?: Error;
  retry: () => void;
} {
  const api = useApi(postmortemApiRef);
  const identity = useApi(identityApiRef);
  const person = useSWR<string, Error>('postmortem/person', async () => {
    const { userEntityRef } = await identity.getBackstageIdentity();
    return userEntityRef;
  });
  const userRef = person.data;
  const { data, error, mutate } = useSWR<Overview, Error>(
    userRef && ['postmortem/overview', userRef],
    () => api.getOverview({ userRef }),
    { revalidateOnFocus: false, shouldRetryOnError: false },
  );
  return {
    overview: data,
    error: person.error ?? error,
    retry: () => {
      person.mutate();
      mutate();
    },
  };
}
