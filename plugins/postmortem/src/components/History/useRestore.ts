import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import { useNavigate } from '../../routing';
import { useAction } from '../shared';

/**
 * Makes what an earlier version says the newest version, and goes there. All
 * versions between the two stay in the history, so that can be undone alike.
 */
export function useRestore() {
  const api = useApi(postmortemApiRef);
  const alertApi = useApi(alertApiRef);
  const links = usePostmortemLinks();
  const navigate = useNavigate();
  const action = useAction();
  const restore = (earlier: Postmortem) => {
    const { id, key, version } = earlier;
    return action.run(`Version ${version} was not restored`, async () => {
      const current = await api.getPostmortem(id);
      const { version: now } = await api.restoreRevision(
        id,
        version,
        current.version,
      );
      alertApi.post({
        message:
          now === current.version
            ? `${key} already says what version ${version} says`
            : `Version ${version} of ${key} is back, as version ${now}`,
        severity: 'success',
        display: 'transient',
      });
      navigate(links.postmortem(key));
    });
  };
  return { ...action, restore };
}
