import { ConflictError } from '@backstage/errors';
import type { ExternalVersion } from 'backstage-plugin-postmortem-common';
import { escape } from 'lodash';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  .use(rehypeStringify)
  .freeze();

const STYLE = `
  body { margin: 3rem auto; max-width: 42rem; padding: 0 1rem;
    color: #1a1a1a; background: #fff;
    font: 1rem/1.6 system-ui, -apple-system, 'Segoe UI', sans-serif; }
  h1, h2, h3 { line-height: 1.25; }
  pre { overflow-x: auto; padding: 0.75rem; background: #f4f4f4; }
  table { border-collapse: collapse; }
  th, td { padding: 0.25rem 0.75rem; border: 1px solid #c8c8c8; }
  img { max-width: 100%; }
  @media print {
    body { margin: 0; max-width: none; }
    pre { white-space: pre-wrap; }
    h1, h2, h3 { break-after: avoid; }
  }`;

/**
 * The version for people outside, of which there has to be a text. Nothing
 * else of the document goes into what they get, its title and key neither:
 * whoever formats it is given nothing else.
 *
 * @throws ConflictError when nothing was written for them.
 */
export function writtenExternalVersion(
  version: ExternalVersion | null,
): ExternalVersion & { text: string } {
  if (!version?.text) {
    throw new ConflictError(
      'Nothing is written for people outside yet; write externalVersion.text first',
    );
  }
  return { title: version.title, text: version.text };
}

/** The version for people outside as markdown. */
export function externalMarkdown({
  title,
  text,
}: ExternalVersion & { text: string }): string {
  return title === null ? `${text}\n` : `# ${title}\n\n${text}\n`;
}

/** The same as a page of its own that can be printed, without any script. */
export function externalHtml({
  title,
  text,
}: ExternalVersion & { text: string }): string {
  const heading = title === null ? '' : `<h1>${escape(title)}</h1>\n`;
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'">
<title>${escape(title ?? 'Incident report')}</title>
<style>${STYLE}
</style>
</head>
<body>
${heading}${processor.processSync(text)}
</body>
</html>
`;
}
