import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { postmortemApiRef } from '../../api';

/** Which hints somebody said do not fit, as the server keeps it. */
export function useDismissals(options: {
  /** The uuid of the postmortem. */
  postmortemId: string;
  /** The server knows a hint only once it has the text. */
  save: () => Promise<void>;
}) {
  const { postmortemId, save } = options;
  const api = useApi(postmortemApiRef);
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(
    new Map(),
  );
  const { value: kept, loading } = useAsync(async () => {
    const { items } = await api.listHints(postmortemId);
    return new Set(
      items.filter(({ dismissal }) => dismissal !== null).map(({ id }) => id),
    );
  }, [api, postmortemId]);

  const set = useCallback(
    async (hintId: string, isDismissed: boolean) => {
      if (isDismissed) {
        await save();
        await api.dismissHint(postmortemId, hintId);
      } else {
        await api.undismissHint(postmortemId, hintId);
      }
      setChanges(before => new Map(before).set(hintId, isDismissed));
    },
    [api, postmortemId, save],
  );
  const isDismissed = useCallback(
    (hintId: string) => changes.get(hintId) ?? kept?.has(hintId) ?? false,
    [changes, kept],
  );
  const wasDecidedHere = useCallback(
    (hintId: string) => changes.has(hintId),
    [changes],
  );
  return { isDismissed, wasDecidedHere, set, loading };
}
