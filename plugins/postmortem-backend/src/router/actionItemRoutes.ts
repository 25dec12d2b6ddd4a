import type { JsonObject } from '@backstage/types';
import {
  listActionItems,
  patchActionItem,
} from '../api/operations/actionItems';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';
import { etag } from './postmortemRoutes';

/** Routes of action items on their own. */
export function mountActionItems(
  mount: Mount,
  service: PostmortemService,
): void {
  mount(listActionItems, async ({ query, credentials }) => ({
    json: await service.listActionItems(query, { credentials }),
  }));
  mount(patchActionItem, async ({ params, body, ifMatch, credentials }) => {
    const { actionItem, postmortemVersion } = await service.patchActionItem(
      params.id,
      body as JsonObject,
      { credentials, ifMatch },
    );
    return { headers: etag(postmortemVersion), json: actionItem };
  });
}
