import type { ListItem } from 'mdast';
import { Participant, participantSchema } from '../../schema/parts';
import type { ImportContext } from './context';
import { plainText } from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';

const REF_AND_ROLE =
  /^((?:user|group):[\w.-]+\/[\w.-]+)(?:\s*(?:\(([^()]+)\)|[-–—:,]\s*(\S.*)))?$/;

/** The participant that a list item names by a ref. */
function participantOf(item: ListItem): Participant | null {
  const match = plainText(item).trim().match(REF_AND_ROLE);
  const parsed = participantSchema.safeParse({
    entityRef: match?.[1],
    role: match?.[2] ?? match?.[3] ?? null,
  });
  return parsed.success ? parsed.data : null;
}

/**
 * Reads who took part, where they are named by their refs. Names alone could
 * mean anybody: they stay in the notes.
 */
export function readPeople(ctx: ImportContext, section: Section) {
  const { participants } = ctx.draft;
  let named = false;
  ctx.notes.keepHeading(section.heading);
  for (const block of section.blocks) {
    const items = block.node?.type === 'list' ? block.node.children : [];
    const people = items.map(participantOf);
    if (
      people.length > 0 &&
      participants.length + people.length <= MAX_ROWS.participants &&
      people.every(person => person !== null)
    ) {
      participants.push(...people);
    } else {
      named = true;
      ctx.leave(section, [block]);
    }
  }
  if (named) {
    ctx.warn(
      `The people under "${section.heading?.plain}" are not all named by entity refs; they are in the notes.`,
    );
  }
}
