import type { Nodes } from 'mdast';
import { readActionItems } from './actionItems';
import { readCommunications } from './communications';
import type { ImportContext, TextField } from './context';
import { isPlaceholder, plainText } from './inline';
import { readLinks } from './links';
import { readPeople } from './people';
import { readFactors, readLessons } from './rows';
import type { Section } from './sections';
import type { Block } from './source';
import { TimelineReader } from './timeline';
import { looksLikeTimeline } from './timelineShape';
import { isUnfilled } from './unfilled';
import type { Destination } from './vocabulary';

const TEXT_FIELDS: Partial<Record<Destination, TextField>> = {
  summary: 'summary',
  impact: 'impact',
  business: 'business',
  detection: 'detection',
  response: 'response',
  resolution: 'resolution',
  technical: 'technical',
  trigger: 'trigger',
  process: 'process',
  humanFactors: 'humanFactors',
  followUp: 'outcome',
  outcome: 'outcome',
};

type Reader = (ctx: ImportContext, section: Section) => void;

const READERS: Partial<Record<Destination, Reader>> = {
  contributingFactors: readFactors,
  lessons: readLessons,
  wentWell: readLessons,
  wentWrong: readLessons,
  gotLucky: readLessons,
  toImprove: readLessons,
  timeline: (ctx, section) => new TimelineReader(ctx, section).read(),
  actionItems: readActionItems,
  shortTerm: readActionItems,
  longTerm: readActionItems,
  communication: readCommunications,
  internalCommunication: readCommunications,
  externalCommunication: readCommunications,
  links: readLinks,
  people: readPeople,
};

/** Fewer words than this are a placeholder of a template, not a summary. */
const FEWEST_WORDS = 4;

/** Whether a block at the top says something about the document. */
function isMetadata(node: Nodes | null): boolean {
  switch (node?.type) {
    case 'paragraph': {
      const lines = plainText(node).trim().split('\n');
      return lines.every(
        line => /^[^.:]{1,40}:(\s|$)/.test(line) || /^https?:\S+$/.test(line),
      );
    }
    case undefined:
    case 'code':
      return false;
    default:
      return true;
  }
}

/** Text before the first heading is the summary where there is no other. */
function placePreamble(ctx: ImportContext, section: Section): void {
  const blocks = [...section.blocks];
  const about: Block[] = [];
  while (blocks.length > 0 && isMetadata(blocks[0].node)) {
    about.push(blocks.shift()!);
  }
  ctx.leave(section, about);
  if (blocks.length === 0) {
    return;
  }
  const text = ctx.source.textOf(blocks);
  const words = text.split(/\s+/).filter(word => !isPlaceholder(word));
  if (!ctx.hasSummary && words.length >= FEWEST_WORDS) {
    ctx.addText('summary', null, text);
    ctx.warn('The text before the first heading is taken for the summary.');
    return;
  }
  ctx.leave(section, blocks);
  ctx.warn('Text without a heading is in the notes.');
}

function placeUnknown(ctx: ImportContext, section: Section): void {
  const timelines = section.blocks.filter(block =>
    looksLikeTimeline(ctx.source, block),
  );
  for (const block of timelines) {
    new TimelineReader(ctx, { ...section, blocks: [block] }).read();
  }
  const others = section.blocks.filter(block => !timelines.includes(block));
  ctx.notes.keepHeading(section.heading);
  if (others.length === 0) {
    return;
  }
  ctx.leave(section, others);
  ctx.warn(
    section.heading
      ? `The section "${section.heading.plain}" is none that is known; it is in the notes.`
      : 'Text that belongs to no section is in the notes.',
  );
}

/** Puts the text of one section where it belongs. */
export function placeSection(ctx: ImportContext, section: Section): void {
  const { destination, heading, blocks } = section;
  if (blocks.length === 0) {
    ctx.notes.keepHeading(heading);
    return;
  }
  const field = destination && TEXT_FIELDS[destination];
  const reader = destination && READERS[destination];
  if (destination && isUnfilled(blocks)) {
    ctx.notes.keepHeading(heading);
    ctx.leave(section, blocks);
  } else if (field) {
    ctx.addText(field, heading, ctx.source.textOf(blocks));
  } else if (reader) {
    reader(ctx, section);
  } else if (destination) {
    ctx.notes.keepHeading(heading);
    ctx.leave({ ...section, heading: null }, blocks);
  } else if (section.isPreamble) {
    placePreamble(ctx, section);
  } else {
    placeUnknown(ctx, section);
  }
}
