import {
  formatPostmortemMarkdown,
  parsePostmortemMarkdown,
} from 'backstage-plugin-postmortem-common/markdown';
import type { MarkdownFormat } from './service/PostmortemImporter';

/** The markdown of this product, as the import and the export use it. */
export const markdownFormat: MarkdownFormat = {
  parse: parsePostmortemMarkdown,
  format: formatPostmortemMarkdown,
};
