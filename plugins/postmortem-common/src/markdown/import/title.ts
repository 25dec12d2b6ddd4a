import type { Paragraph } from 'mdast';
import { UNTITLED_POSTMORTEM } from '../untitled';
import { sameWords } from '../words/sameWords';
import { TitleAndRest, titleOf } from './titleOf';
import type { ImportContext } from './context';
import { isPlaceholder, plainText } from './inline';
import type { Outline } from './sections';

/** The longest title made of a sentence. */
const LONGEST = 120;

/** Fewer words than this are a remark, not a sentence about the incident. */
const FEWEST_WORDS = 4;

/** A paragraph as one line, without its marks where that joins no words. */
function oneLine(ctx: ImportContext, node: Paragraph): string {
  const raw = ctx.source.slice(node);
  const plain = plainText(node);
  const text = sameWords(plain, raw) ? plain : raw;
  return text.replace(/\s+/g, ' ').trim();
}

/** The first sentence of the text, for a document without a title. */
function firstSentence(ctx: ImportContext): string {
  const paragraphs = ctx.source.root.children
    .filter((node): node is Paragraph => node.type === 'paragraph')
    .map(node => oneLine(ctx, node));
  const text =
    paragraphs.find(
      each =>
        !/https?:\/\//.test(each) && each.split(' ').length >= FEWEST_WORDS,
    ) ??
    paragraphs[0] ??
    '';
  const sentence = text.match(/^.+?[.!?](?=\s|$)/)?.[0] ?? text;
  return sentence.length <= LONGEST
    ? sentence.replace(/\.$/, '')
    : sentence.slice(0, LONGEST).replace(/\s+\S*$/, '');
}

/** What a title leaves out of its heading, addresses included. */
function leftOut({ rest, url }: TitleAndRest, raw: string): string {
  if (!url || raw.split(url).length === rest.split(url).length) {
    return rest;
  }
  return rest === '' ? `<${url}>` : `${rest} <${url}>`;
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
      const raw = ctx.source.slice(title.node);
      ctx.notes.add(null, title.section.start, leftOut(made, raw));
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
  return { title: UNTITLED_POSTMORTEM, fromFrontMatter: false };
}
