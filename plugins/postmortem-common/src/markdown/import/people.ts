import type { List } from 'mdast';
import { participantSchema } from '../../schema/parts';
import type { ImportContext } from './context';
import { itemBlocks, plainText } from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';

const REF_AND_ROLE =
  /^((?:user|group):[\w.-]+\/[\w.-]+)(?:\s*(?:\(([^()]+)\)|[-–—:,]\s*(\S.*)))?$/;

/**
 * Reads who took part, where they are named by their refs. Names alone could
 * mean anybody: they stay in the notes.
 */
export function readPeople(ctx: ImportContext, section: Section) {
  let named = false;
  ctx.notes.keepHeading(section.heading);
  for (const block of section.blocks) {
    if (block.node?.type !== 'list') {
      named = true;
      ctx.leave(section, [block]);
      continue;
    }
    for (const item of (block.node as List).children) {
      const blocks = itemBlocks(ctx.source, item, block.indent);
      const match = plainText(item).trim().match(REF_AND_ROLE);
      const parsed = participantSchema.safeParse({
        entityRef: match?.[1],
        role: match?.[2] ?? match?.[3] ?? null,
      });
      if (
        parsed.success &&
        ctx.draft.participants.length < MAX_ROWS.participants
      ) {
        ctx.draft.participants.push(parsed.data);
      } else {
        named = true;
        ctx.leave(section, blocks);
      }
    }
  }
  if (named) {
    ctx.warn(
      `The people under "${section.heading?.plain}" are not named by entity refs; they are in the notes.`,
    );
  }
}
