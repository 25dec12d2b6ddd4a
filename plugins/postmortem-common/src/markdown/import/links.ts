import type { Paragraph } from 'mdast';
import type { Link } from '../../schema/parts';
import { urlSchema } from '../../schema/primitives';
import type { ImportContext } from './context';
import { innerText, plainText } from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';
import type { Block } from './source';

/** The link that a paragraph is, or that it names: `Dashboard: https://…`. */
function linkOf(ctx: ImportContext, paragraph: Paragraph): Link | null {
  const { children } = paragraph;
  const link = children[children.length - 1];
  const [name] = children;
  const label =
    name.type === 'text' ? name.value.match(/^(.+?)\s*:\s*$/s) : null;
  const isNamed = children.length === 2 && label !== null;
  if (
    link.type !== 'link' ||
    link.title ||
    !(children.length === 1 || isNamed)
  ) {
    return null;
  }
  const inner = innerText(ctx.source, link).trim() || plainText(link);
  // An autolink is in brackets, or bare.
  const bare = ctx.source.slice(link).replace(/^<|>$/g, '');
  const isBare = bare === link.url;
  const title = isNamed
    ? ctx.source.slice(name).replace(/\s*:\s*$/, '')
    : inner;
  const says = isBare || (!isNamed && bare === `[${inner}](${link.url})`);
  return says && urlSchema.safeParse(link.url).success
    ? { title, url: link.url }
    : null;
}

/** The blocks of which each could be a link: those of a list are its items. */
function candidates(ctx: ImportContext, block: Block): Block[] {
  return block.node?.type === 'list'
    ? block.node.children.map(item =>
        ctx.source.blockOf(item, item.position!.start.column - 1),
      )
    : [block];
}

function paragraphOf({ node }: Block): Paragraph | null {
  const only =
    node?.type === 'listItem' && node.children.length === 1
      ? node.children[0]
      : node;
  return only?.type === 'paragraph' ? only : null;
}

/** Reads links; whatever says more than a link does stays in the notes. */
export function readLinks(ctx: ImportContext, section: Section) {
  ctx.notes.keepHeading(section.heading);
  const left: Block[] = [];
  for (const block of section.blocks.flatMap(each => candidates(ctx, each))) {
    const paragraph = paragraphOf(block);
    const link = paragraph && linkOf(ctx, paragraph);
    if (link && ctx.draft.links.length < MAX_ROWS.links) {
      ctx.draft.links.push(link);
    } else {
      left.push(block);
    }
  }
  if (left.length > 0) {
    ctx.notes.add(section, left[0].start, ctx.source.textOf(left));
  }
}
