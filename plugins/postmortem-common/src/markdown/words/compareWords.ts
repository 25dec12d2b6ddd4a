import type { PostmortemInput } from '../../schema/postmortem';
import { normalizeText } from '../text';
import { documentWords } from './documentWords';
import { missingWords } from './missingWords';
import { sourceWords } from './sourceWords';

/** How often some words stand among others, one after the other. */
function occurrences(words: string[], run: string[]): number {
  return run.length === 0
    ? 0
    : ` ${words.join('  ')} `.split(` ${run.join('  ')} `).length - 1;
}

/**
 * Compares the words of a markdown document with those of the postmortem that
 * an import made of it, from these two alone.
 *
 * Words count as often as they occur: a sentence that stands twice in the
 * source and once in the document has lost its words once. What is syntax is
 * no word: list numbers, check boxes, the headings that stand for a part that
 * the document has. A time, a severity or a status is a fact: its stored form
 * stands for the same words in the source, and invents none. The title, names
 * and addresses may be repeated; link definitions and the headings of a
 * table's columns too, as each part that uses them needs its own.
 *
 * @param markdown - the source document
 * @param document - what is stored, or would be
 * @returns the words of the source that are nowhere in the document, and those
 *   of the document that are nowhere in the source, in lower case
 * @throws ZodError when the document is none that could be stored
 * @public
 */
export function compareWords(
  markdown: string,
  document: PostmortemInput,
): { lost: string[]; invented: string[] } {
  const source = sourceWords(normalizeText(markdown));
  const stored = documentWords(document, source.isOwnFormat);
  const { texts, claims, facts, title } = stored;
  // A sentence that serves as the title as well does not occur twice by that.
  const copies = occurrences(texts, title);
  const isOwn = copies === 0 || occurrences(source.words, title) > copies;
  const said = source.words.concat(source.syntax);
  const known = new Set(said);
  const repeatable = new Set(source.repeatable);
  return {
    lost: missingWords(
      source.words,
      texts.concat(claims, facts, isOwn ? title : []),
    ),
    invented: missingWords(texts, said)
      .filter(word => !repeatable.has(word))
      .concat(claims.concat(title).filter(word => !known.has(word))),
  };
}
