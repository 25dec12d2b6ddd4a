import {
  isFinished,
  type ActionItemType,
  type PostmortemContent,
} from '../../schema';

type Item = PostmortemContent['actionItems'][number];

/** Whether the work is still ahead. */
export function isOpen({ status }: Item): boolean {
  return !isFinished(status);
}

/** What the items that were or will be carried out are for. */
export function typesOf({ actionItems }: PostmortemContent): ActionItemType[] {
  return actionItems
    .filter(({ status }) => status !== 'wont_do')
    .map(({ type }) => type ?? 'mitigate');
}

// With fewer items, one type says nothing.
const ENOUGH = 3;

/** The type that all items have, when they are enough for that to matter. */
export function soleType(
  postmortem: PostmortemContent,
): ActionItemType | undefined {
  const types = typesOf(postmortem);
  return types.length >= ENOUGH && new Set(types).size === 1
    ? types[0]
    : undefined;
}
