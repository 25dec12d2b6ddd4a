import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { CALENDAR_TYPE, HTML_TYPE, MARKDOWN_TYPE } from '../api/operation';
import {
  exportPostmortem,
  getReviewCalendar,
} from '../api/operations/revisions';
import {
  externalHtml,
  externalMarkdown,
  writtenExternalVersion,
} from '../external/externalVersion';
import { reviewCalendar } from '../external/reviewCalendar';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { MarkdownFormat } from '../service/PostmortemImporter';
import type { PostmortemService } from '../service/PostmortemService';
import type { Answer, Mount } from './mount';
import { etag } from './postmortemRoutes';

function file(type: string, name: string, text: string): Answer {
  return {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name}"`,
    },
    text,
  };
}

function internalFile(
  postmortem: Postmortem,
  format: 'markdown' | 'json',
  markdown: MarkdownFormat,
): Answer {
  const { headers, ...answer } =
    format === 'json'
      ? {
          headers: {
            'Content-Disposition': `attachment; filename="${postmortem.key}.json"`,
          },
          json: postmortem,
        }
      : file(
          MARKDOWN_TYPE,
          `${postmortem.key}.md`,
          markdown.format(postmortem),
        );
  return { headers: { ...etag(postmortem.version), ...headers }, ...answer };
}

/** Routes of taking a document along. */
export function mountExport(
  mount: Mount,
  options: {
    service: PostmortemService;
    guard: PostmortemGuard;
    markdown: MarkdownFormat;
    portalUrl: string | undefined;
  },
): void {
  const { service, guard, markdown, portalUrl } = options;
  mount(exportPostmortem, async ({ params, query, credentials }) => {
    const postmortem = await service.get(params.idOrKey, { credentials });
    const { format, audience } = query;
    if (audience === 'internal' && format !== 'html') {
      return internalFile(postmortem, format, markdown);
    }
    // The name of the file goes outside, too.
    const version = writtenExternalVersion(postmortem.externalVersion);
    return format === 'html'
      ? file(HTML_TYPE, 'incident-report.html', externalHtml(version))
      : file(MARKDOWN_TYPE, 'incident-report.md', externalMarkdown(version));
  });
  mount(getReviewCalendar, async ({ params, credentials }) => {
    const postmortem = await guard.find(params.idOrKey, credentials);
    return file(
      CALENDAR_TYPE,
      'review.ics',
      reviewCalendar(postmortem, portalUrl),
    );
  });
}
