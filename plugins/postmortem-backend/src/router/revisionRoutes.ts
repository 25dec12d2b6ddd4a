import { NotFoundError } from '@backstage/errors';
import {
  exportPostmortem,
  getRevision,
  listRevisions,
} from '../api/operations/revisions';
import type { MarkdownFormat } from '../service/PostmortemImporter';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';
import { etag } from './postmortemRoutes';

const VERSION = /^[1-9][0-9]{0,8}$/;

/** Routes of the history, and of taking a document along. */
export function mountRevisions(
  mount: Mount,
  service: PostmortemService,
  markdown: MarkdownFormat,
): void {
  mount(listRevisions, async ({ params, query, credentials }) => ({
    json: await service.listRevisions(params.idOrKey, query, { credentials }),
  }));
  mount(getRevision, async ({ params, credentials }) => {
    if (!VERSION.test(params.version)) {
      throw new NotFoundError(`There is no version ${params.version}`);
    }
    return {
      json: await service.getRevision(params.idOrKey, Number(params.version), {
        credentials,
      }),
    };
  });
  mount(exportPostmortem, async ({ params, query, credentials }) => {
    const postmortem = await service.get(params.idOrKey, { credentials });
    const isJson = query.format === 'json';
    const headers = {
      ...etag(postmortem.version),
      'Content-Disposition': `attachment; filename="${postmortem.key}.${
        isJson ? 'json' : 'md'
      }"`,
    };
    return isJson
      ? { headers, json: postmortem }
      : {
          headers: {
            ...headers,
            'Content-Type': 'text/markdown; charset=utf-8',
          },
          text: markdown.format(postmortem),
        };
  });
}
