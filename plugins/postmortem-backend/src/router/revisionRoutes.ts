import { NotFoundError } from '@backstage/errors';
import {
  getRevision,
  listRevisions,
  restoreRevision,
} from '../api/operations/revisions';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';
import { etag } from './postmortemRoutes';

const VERSION = /^[1-9][0-9]{0,8}$/;

/** @throws NotFoundError when the text in the path is no version. */
function versionOf({ version }: Record<string, string>): number {
  if (!VERSION.test(version)) {
    throw new NotFoundError(`There is no version ${version}`);
  }
  return Number(version);
}

/** Routes of the history. */
export function mountRevisions(mount: Mount, service: PostmortemService): void {
  mount(listRevisions, async ({ params, query, credentials }) => ({
    json: await service.listRevisions(params.idOrKey, query, { credentials }),
  }));
  mount(getRevision, async ({ params, credentials }) => ({
    json: await service.getRevision(params.idOrKey, versionOf(params), {
      credentials,
    }),
  }));
  mount(restoreRevision, async ({ params, ifMatch, credentials }) => {
    const postmortem = await service.restoreRevision(
      params.idOrKey,
      versionOf(params),
      { credentials, ifMatch },
    );
    return { headers: etag(postmortem.version), json: postmortem };
  });
}
