import { useApi } from '@backstage/core-plugin-api';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { useState, type Dispatch, type SetStateAction } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';

/** A postmortem as it was last loaded or written. */
export interface LoadedPostmortem {
  /** Absent until it has been loaded. */
  postmortem?: Postmortem;
  error?: Error;
  retry: () => void;
  /** Shows what a write answered, instead of asking again. */
  setPostmortem: Dispatch<SetStateAction<Postmortem | undefined>>;
}

/**
 * Loads a postmortem.
 *
 * @param idOrKey - the same for the life of the component
 * @param version - of the revision to load; the present one when left out;
 * the same for the life of the component
 */
export function usePostmortem(
  idOrKey: string,
  version?: number,
): LoadedPostmortem {
  const api = useApi(postmortemApiRef);
  const [postmortem, setPostmortem] = useState<Postmortem>();
  const { error, retry } = useAsyncRetry(
    async () =>
      setPostmortem(
        version === undefined
          ? await api.getPostmortem(idOrKey)
          : await api.getRevision(idOrKey, version),
      ),
    [api, idOrKey, version],
  );
  return { postmortem, error, retry, setPostmortem };
}
