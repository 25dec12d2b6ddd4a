import type { PostmortemInput } from '../../schema';
import { mergePostmortems } from '../mergePostmortems';
import { contentWith } from './documents';

type InputVersions = Record<
  'base' | 'mine' | 'theirs',
  Partial<PostmortemInput>
>;

/** Merges documents; what a side does not name is as in the base. */
export function mergeInputs({ base, mine, theirs }: InputVersions) {
  return mergePostmortems(
    contentWith(base),
    contentWith({ ...base, ...mine }),
    contentWith({ ...base, ...theirs }),
  );
}
