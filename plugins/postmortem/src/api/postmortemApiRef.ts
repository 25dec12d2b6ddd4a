import { createApiRef } from '@backstage/core-plugin-api';
import type { PostmortemApi } from 'backstage-plugin-postmortem-common';

/**
 * The REST API of the postmortem backend.
 *
 * @public
 */
export const postmortemApiRef = createApiRef<PostmortemApi>({
  id: 'plugin.postmortem.api',
});
