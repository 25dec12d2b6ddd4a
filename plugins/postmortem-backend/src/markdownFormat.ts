import * as markdown from 'backstage-plugin-postmortem-common/markdown';
import type { MarkdownFormat } from './service/PostmortemImporter';

const { parsePostmortemMarkdown, formatPostmortemMarkdown } = markdown as any;

/** The markdown of this product, as the import and the export use it. */
export const markdownFormat: MarkdownFormat = {
  parse: parsePostmortemMarkdown,
  format: formatPostmortemMarkdown,
};
