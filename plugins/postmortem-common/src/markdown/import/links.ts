import type { List, Paragraph } from 'mdast';
import { urlSchema } from '../../schema/primitives';
import type { ImportContext } from './context';
import { innerText, itemBlocks, plainText } from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';
import type { Block } from './source';

/** The link that a paragraph is, if it is nothing else. */
function linkOf(ctx: ImportContext, paragraph: Paragraph) {
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

function paragraphsOf(ctx: ImportContext, block: Block): Block[] {
  return (block.node as List).children.flatMap(item => {
    const blocks = itemBlocks(ctx.source, item, block.indent);
    return blocks.length === 1 && blocks[0].node?.type === 'paragraph'
      ? blocks
      : [ctx.source.blockOf(item, item.position!.start.column - 1)];
  });
}

/** Reads links; whatever says more than a link does stays in the notes. */
export function readLinks(ctx: ImportContext, section: Section) {
  const blocks = section.blocks.flatMap(block =>
    block.node?.type === 'list' ? paragraphsOf(ctx, block) : [block],
  );
  ctx.notes.keepHeading(section.heading);
  for (const block of blocks) {
    const link =
      block.node?.type === 'paragraph' ? linkOf(ctx, block.node) : null;
    if (link && ctx.draft.links.length < MAX_ROWS.links) {
      ctx.draft.links.push(link);
    } else {
      ctx.leave(section, [block]);
    }
  }
}
