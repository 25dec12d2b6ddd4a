import type { PostmortemContent } from '../schema';
import { contentOf } from './contentOf';
import { mergeFields } from './mergeField';
import { POSTMORTEM_FIELDS } from './postmortemShape';
import type { MergeResult } from './types';

/**
 * Merges what two people made of one postmortem, such as the document that
 * somebody is writing and the one that the server holds by now.
 *
 * What one side changed is changed, and what both changed alike is changed once.
 * Texts are merged by their lines, lists by their rows: rows with an id by that
 * id (give a new row one of your own, and a save whose answer was lost merges
 * with itself), other rows by what they say. Where both wrote different things
 * in one place, that is a {@link Conflict}, and no word of either is lost. Rows
 * that one side moved are moved. When nothing is in conflict, it makes no
 * difference to the result who of the two is `mine`.
 *
 * @param base - what both started from
 * @param mine - what I made of it
 * @param theirs - what it is now; to save the result, send
 * `diffPostmortems(theirs, merged)` with the version of this one in `If-Match`
 *
 * @public
 */
export function mergePostmortems(
  base: PostmortemContent,
  mine: PostmortemContent,
  theirs: PostmortemContent,
): MergeResult {
  const { value, conflicts } = mergeFields(
    POSTMORTEM_FIELDS,
    {
      base: contentOf(base),
      mine: contentOf(mine),
      theirs: contentOf(theirs),
    },
    { steps: [], labels: [] },
  );
  return { merged: value as unknown as PostmortemContent, conflicts };
}
