import type { JsonObject } from '@backstage/types';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import {
  createPostmortem,
  deletePostmortem,
  getPostmortem,
  listPostmortems,
  patchPostmortem,
  restorePostmortem,
  transitionPostmortem,
} from '../api/operations/postmortems';
import type { PostmortemService } from '../service/PostmortemService';
import type { Answer, Mount } from './mount';

/** The ETag of a version. */
export function etag(version: number): Record<string, string> {
  return { ETag: `"${version}"` };
}

function documentAnswer(postmortem: Postmortem): Answer {
  return { headers: etag(postmortem.version), json: postmortem };
}

/** Routes of the whole document. */
export function mountPostmortems(
  mount: Mount,
  service: PostmortemService,
): void {
  mount(listPostmortems, async ({ query, credentials }) => ({
    json: await service.list(query, { credentials }),
  }));
  mount(createPostmortem, async ({ body, credentials, req }) => {
    const postmortem = await service.create(body, { credentials });
    return {
      status: 201,
      headers: {
        ...etag(postmortem.version),
        Location: `${req.baseUrl}/postmortems/${postmortem.id}`,
      },
      json: postmortem,
    };
  });
  mount(getPostmortem, async ({ params, credentials }) =>
    documentAnswer(await service.get(params.idOrKey, { credentials })),
  );
  mount(patchPostmortem, async ({ params, body, ifMatch, credentials }) =>
    documentAnswer(
      await service.patch(params.idOrKey, body as JsonObject, {
        credentials,
        ifMatch,
      }),
    ),
  );
  mount(deletePostmortem, async ({ params, ifMatch, credentials }) => {
    await service.delete(params.idOrKey, { credentials, ifMatch });
    return { status: 204 };
  });
  mount(restorePostmortem, async ({ params, credentials }) =>
    documentAnswer(await service.restore(params.idOrKey, { credentials })),
  );
  mount(transitionPostmortem, async ({ params, body, ifMatch, credentials }) =>
    documentAnswer(
      await service.transition(params.idOrKey, body, {
        credentials,
        ifMatch,
      }),
    ),
  );
}
