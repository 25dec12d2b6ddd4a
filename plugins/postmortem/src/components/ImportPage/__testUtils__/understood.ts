import {
  type ImportResult,
  type PostmortemInput,
  postmortemInputSchema,
} from 'backstage-plugin-postmortem-common';

/** What a dry run answers about a document. */
export function understood(
  document: PostmortemInput,
  changes: Partial<ImportResult> = {},
): ImportResult {
  return {
    document: postmortemInputSchema.parse(document),
    status: 'draft',
    parts: [],
    warnings: [],
    postmortem: null,
    ...changes,
  };
}
