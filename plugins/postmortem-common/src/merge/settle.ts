import equal from 'fast-deep-equal';
import type { Versions } from './shape';

type Passage = Versions<string[]>;

const isBlank = (line: string) => line.trim() === '';

/** Whether a markdown item or heading begins here: a text of its own. */
const isItem = (line: string) => /^\s*([-*+]|\d+[.)])\s|^#{1,6}\s/.test(line);

const startsBlock = (line: string) => isBlank(line) || isItem(line);

const blocks = (lines: string[]) => lines.filter(startsBlock).length;

/** One side added paragraphs or items; the other reworded those beside them. */
function addedBeside(
  base: string[],
  adder: string[],
  editor: string[],
): string[] | undefined {
  const addsBlocks = blocks(adder) > blocks(base);
  const onlyRewords = editor.length > 0 && blocks(editor) <= blocks(base);
  if (!addsBlocks || !onlyRewords || base.every(isBlank)) {
    return undefined;
  }
  const added = adder.length - base.length;
  if (equal(adder.slice(0, base.length), base)) {
    const after = adder.slice(base.length);
    return startsBlock(after[0]) ? [...editor, ...after] : undefined;
  }
  if (equal(adder.slice(added), base)) {
    const before = adder.slice(0, added);
    return isBlank(before[added - 1]) || isItem(base[0])
      ? [...before, ...editor]
      : undefined;
  }
  return undefined;
}

/** Each side changed other items of a list, of a line each. */
function differentItems({ base, mine, theirs }: Passage): string[] | undefined {
  const lists = [base, mine, theirs];
  const comparable = lists.every(
    lines => lines.length === base.length && lines.every(isItem),
  );
  const apart = base.every(
    (line, index) => mine[index] === line || theirs[index] === line,
  );
  return comparable && apart
    ? base.map((line, index) =>
        mine[index] === line ? theirs[index] : mine[index],
      )
    : undefined;
}

/**
 * Merges a passage that a comparison of lines finds changed on both sides, where
 * the changes are only neighbors: the same change, or changes of different
 * paragraphs or list items.
 *
 * @returns undefined where both wrote in the same place.
 */
export function settle(passage: Passage): string[] | undefined {
  const { base, mine, theirs } = passage;
  if (equal(mine, theirs)) {
    return mine;
  }
  if (base.length === 0) {
    return undefined;
  }
  return (
    addedBeside(base, mine, theirs) ??
    addedBeside(base, theirs, mine) ??
    differentItems(passage)
  );
}
