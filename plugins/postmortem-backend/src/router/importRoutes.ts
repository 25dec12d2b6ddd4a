import { importPostmortem } from '../api/operations/imports';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';
import { etag } from './postmortemRoutes';

/** The route that reads markdown. */
export function mountImport(mount: Mount, service: PostmortemService): void {
  mount(importPostmortem, async ({ query, body, credentials, req }) => {
    const result = await service.importMarkdown(
      {
        markdown: body,
        dryRun: query.dryRun === 'true',
        entityRefs: query.entityRef ?? [],
        teamRefs: query.teamRef ?? [],
      },
      { credentials },
    );
    const { postmortem } = result;
    return postmortem
      ? {
          status: 201,
          headers: {
            ...etag(postmortem.version),
            Location: `${req.baseUrl}/postmortems/${postmortem.id}`,
          },
          json: result,
        }
      : { json: result };
  });
}
