import type { CommunicationInput } from '../../schema/parts';
import type { ImportContext } from './context';
import { isPlaceholder, listItems } from './inline';
import { MAX_ROWS } from './limits';
import { repeats } from '../words/repeats';
import type { Section } from './sections';
import type { Block } from './source';
import { splitMoment } from './splitMoment';

/** The time with which a message begins, and the message. */
function timed(
  ctx: ImportContext,
  blocks: Block[],
): { sentAt: string | null; raw: string; text: string } {
  const { source } = ctx;
  const [first, ...others] = blocks;
  const split = splitMoment(source.text.slice(first.start, first.end));
  const sentAt = split?.cut ? ctx.resolve(split.moment).iso : null;
  if (!split || !sentAt || split.rest === '') {
    return { sentAt: null, raw: '', text: source.textOf(blocks) };
  }
  const start = first.end - split.rest.length;
  const text = source.textOf([{ ...first, node: null, start }, ...others]);
  return { sentAt, raw: split.raw, text };
}

/** Reads what was told to whom: one communication an item or paragraph. */
export function readCommunications(ctx: ImportContext, section: Section) {
  const audience: CommunicationInput['audience'] =
    section.destination === 'externalCommunication' ? 'external' : 'internal';
  const kept: string[] = [];
  const before = ctx.draft.communications.length;
  ctx.notes.keepHeading(section.heading);
  for (const block of section.blocks) {
    const type = block.node?.type ?? 'paragraph';
    const messages =
      type === 'list'
        ? listItems(ctx.source, block).map(({ blocks }) => blocks)
        : [[block]];
    for (const blocks of messages) {
      const { sentAt, raw, text } = timed(ctx, blocks);
      const fits =
        ['paragraph', 'list', 'blockquote'].includes(type) &&
        !isPlaceholder(text) &&
        ctx.draft.communications.length < MAX_ROWS.communications;
      if (fits) {
        ctx.draft.communications.push({ audience, sentAt, text });
        if (raw && !repeats(sentAt ?? '', raw)) {
          kept.push(raw);
        }
      } else {
        ctx.leave(section, blocks);
      }
    }
  }
  ctx.notes.add(section, section.start + 1, kept.join(' · '));
  if (
    section.destination === 'communication' &&
    ctx.draft.communications.length > before
  ) {
    ctx.warn(
      'It is not stated who was told: the communications are set to internal.',
    );
  }
}
