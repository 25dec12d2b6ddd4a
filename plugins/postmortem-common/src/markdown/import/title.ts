import type { Paragraph } from 'mdast';
import { titleOf } from './titleOf';
import type { ImportContext } from './context';
import { isPlaceholder, plainText } from './inline';
import type { Outline } from './sections';

/** The title of a document that has neither a title nor a sentence. */
export const UNTITLED = 'Untitled postmortem';

/** The longest title made of a sentence. */
const LONGEST = 120;

/** The first sentence of the text, for a document without a title. */
function firstSentence(ctx: ImportContext): string {
  const paragraph = ctx.source.root.children.find(
    (node): node is Paragraph =>
      node.type === 'paragraph' && !/https?:\/\//.test(plainText(node)),
  );
  const text = paragraph
    ? plainText(paragraph).replace(/\s+/g, ' ').trim()
    : '';
  const sentence = text.match(/^.+?[.!?](?=\s|$)/)?.[0] ?? text;
  return sentence.length <= LONGEST
    ? sentence.replace(/\.$/, '')
    : sentence.slice(0, LONGEST).replace(/\s+\S*$/, '');
}

/**
 * Finds the title: the first heading that names no part, else what the front
 * matter says, else the first sentence, which stays where it is as well.
 */
export function readTitle(
  ctx: ImportContext,
  { title }: Outline,
  fromFrontMatter: string | null,
): { title: string; fromFrontMatter: boolean } {
  if (title) {
    const made = titleOf(ctx.source, title.node.children);
    if (!isPlaceholder(made.title)) {
      const rest = [
        made.rest,
        made.url && !made.rest.includes(made.url) ? `<${made.url}>` : '',
      ];
      ctx.notes.add(null, title.section.start, rest.filter(Boolean).join(' '));
      return { title: made.title, fromFrontMatter: false };
    }
    ctx.notes.add(null, title.section.start, ctx.source.slice(title.node));
  }
  if (fromFrontMatter && fromFrontMatter.length <= 500) {
    return { title: fromFrontMatter, fromFrontMatter: true };
  }
  const sentence = firstSentence(ctx);
  if (!isPlaceholder(sentence)) {
    ctx.warn('The document has no title: its first sentence is taken.');
    return { title: sentence, fromFrontMatter: false };
  }
  ctx.warn('The document has no title.');
  return { title: UNTITLED, fromFrontMatter: false };
}
