import { getOpenApi, getOverview, getSettings } from '../api/operations/views';
import openApi from '../schema/openapi.json';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';

/** Routes that gather from many postmortems, and the API's description. */
export function mountViews(mount: Mount, service: PostmortemService): void {
  mount(getOverview, async ({ query, credentials }) => ({
    json: await service.overview(query, { credentials }),
  }));
  mount(getSettings, async () => ({ json: service.settings() }));
  mount(getOpenApi, async ({ req }) => ({
    json: { ...openApi, servers: [{ url: req.baseUrl || '/' }] },
  }));
}
