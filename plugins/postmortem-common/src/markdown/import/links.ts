import type { Paragraph } from 'mdast';
import type { Link } from '../../schema/parts';
import { urlSchema } from '../../schema/primitives';
import type { ImportContext } from './context';
import { innerText, plainText } from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';
import type { Block } from './source';

/** The link that a paragraph is, if it is nothing else. */
function linkOf(ctx: ImportContext, paragraph: Paragraph): Link | null {
  const [link, ...others] = paragraph.children;
  if (others.length > 0 || link?.type !== 'link' || link.title) {
    return null;
  }
  const title = innerText(ctx.source, link).trim() || plainText(link);
  // An autolink is in brackets, or bare.
  const bare = ctx.source.slice(link).replace(/^<|>$/g, '');
  return urlSchema.safeParse(link.url).success &&
    (bare === link.url || bare === `[${title}](${link.url})`)
    ? { title, url: link.url }
    : null;
}

/** The links that a list, or a paragraph, is made of, if of nothing else. */
function linksOf(ctx: ImportContext, { node }: Block): Link[] | null {
  const paragraphs =
    node?.type === 'list'
      ? node.children.map(({ children }) =>
          children.length === 1 ? children[0] : null,
        )
      : [node];
  const links = paragraphs.map(paragraph =>
    paragraph?.type === 'paragraph' ? linkOf(ctx, paragraph) : null,
  );
  return links.every(link => link !== null) ? links : null;
}

/** Reads links; whatever says more than a link does stays in the notes. */
export function readLinks(ctx: ImportContext, section: Section) {
  ctx.notes.keepHeading(section.heading);
  for (const block of section.blocks) {
    const links = linksOf(ctx, block);
    if (links && ctx.draft.links.length + links.length <= MAX_ROWS.links) {
      ctx.draft.links.push(...links);
    } else {
      ctx.leave(section, [block]);
    }
  }
}
