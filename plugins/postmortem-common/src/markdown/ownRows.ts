import type { List, Table } from 'mdast';
import { DateTime } from 'luxon';
import { timelineKindSchema } from '../schema/parts';
import { postmortemInputSchema } from '../schema/postmortem';
import type { ImportContext } from './context';
import { bodyRows, cellText, itemBlocks, plainText } from './inline';
import { MAX_ROWS } from './limits';
import type { Section } from './sections';
import type { Block } from './source';

/** The kinds of a timeline entry. */
export const KINDS = timelineKindSchema.options;

/** Column headings of the product's own tables. */
export const TIMELINE_HEADER = ['Time (UTC)', 'Kind', 'Event', 'Link'];
export const COMMUNICATION_HEADER = [
  'Time (UTC)',
  'Channel',
  'Message',
  'Link',
];

const KIND_LABELS: Record<string, (typeof KINDS)[number]> = {
  detection: 'detection',
  detected: 'detection',
  escalation: 'escalation',
  escalated: 'escalation',
  communication: 'communication',
  mitigation: 'mitigation',
  mitigated: 'mitigation',
  resolution: 'resolution',
  resolved: 'resolution',
  recovery: 'resolution',
};

/** The kind that an entry's own bold label names; an event otherwise. */
export function timelineKind(text: string): (typeof KINDS)[number] {
  const label = text.match(/^\*\*(\w+):?\*\*:?/);
  return KIND_LABELS[label?.[1].toLowerCase() ?? ''] ?? 'event';
}

const FORMATS = [
  'yyyy-MM-dd HH:mm',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm:ss.SSS',
];

/** A time as the product's tables write it; null when it is no such time. */
export function readOwnTime(text: string): string | null {
  for (const format of FORMATS) {
    const at = DateTime.fromFormat(text, format, { zone: 'UTC' });
    if (at.isValid) {
      return at.toISO();
    }
  }
  return null;
}

/** Writes a time in the shortest of those forms that loses nothing. */
export function writeOwnTime(iso: string): string {
  const at = DateTime.fromISO(iso, { zone: 'UTC' });
  const { second, millisecond } = at;
  const [minutes, seconds, all] = FORMATS;
  const short = second === 0 ? minutes : seconds;
  return at.toFormat(millisecond === 0 ? short : all);
}

function isHeader(table: Table, expected: string[]): boolean {
  const header = table.children[0].children.map(cell => plainText(cell).trim());
  return (
    (header.length === 3 || header.length === 4) &&
    header.every((text, at) => text === expected[at])
  );
}

/** A row of an own table: time, the short middle column, text and link. */
type OwnRow = { at: string | null; short: string; text: string; url: string };

function tableRows(ctx: ImportContext, table: Table): OwnRow[] | null {
  const rows: OwnRow[] = [];
  for (const cells of bodyRows(table)) {
    const [time, short, text, url] = [0, 1, 2, 3].map(at =>
      cells[at] ? cellText(ctx.source, cells[at]!) : '',
    );
    const at = time === '' ? null : readOwnTime(time);
    if (text === '' && short === '' && time === '') {
      continue;
    }
    if ((time !== '' && !at) || text === '') {
      return null;
    }
    rows.push({ at, short, text, url });
  }
  return rows;
}

const HEAD =
  /^\*\*Time:\*\* (\S[^*]*?) · \*\*(?:Kind|Channel):\*\* ([^*]*?)(?: · \*\*Link:\*\* (\S+))?$/;

/** Rows too long for a table: `- **Time:** … · **Kind:** …`, then the text. */
function listRows(ctx: ImportContext, block: Block): OwnRow[] | null {
  const rows: OwnRow[] = [];
  for (const item of (block.node as List).children) {
    const [first, ...others] = itemBlocks(ctx.source, item, block.indent);
    if (!first || others.length === 0) {
      return null;
    }
    const head = ctx.source.text.slice(first.start, first.end).match(HEAD);
    if (!head) {
      return null;
    }
    const at = head[1] === '—' ? null : readOwnTime(head[1]);
    if (head[1] !== '—' && !at) {
      return null;
    }
    const short = head[2] === '—' ? '' : head[2];
    const text = ctx.source.textOf(others);
    rows.push({ at, short, text, url: head[3] ?? '' });
  }
  return rows;
}

function ownRows(
  ctx: ImportContext,
  section: Section,
  header: string[],
): OwnRow[] | null {
  if (section.blocks.length !== 1) {
    return null;
  }
  const [block] = section.blocks;
  if (block.node?.type === 'table' && isHeader(block.node, header)) {
    return tableRows(ctx, block.node);
  }
  return block.node?.type === 'list' ? listRows(ctx, block) : null;
}

/** Reads a timeline that the product wrote; false when it is another's. */
export function readOwnTimeline(ctx: ImportContext, section: Section): boolean {
  const rows = ownRows(ctx, section, TIMELINE_HEADER);
  if (!rows) {
    return false;
  }
  const entries = rows.map(({ at, short, text, url }) => ({
    at,
    kind: (short || 'event') as 'event',
    text,
    url: url || null,
  }));
  const all = [...ctx.draft.timeline, ...entries];
  if (
    all.length > MAX_ROWS.timeline ||
    !postmortemInputSchema.shape.timeline.safeParse(entries).success
  ) {
    return false;
  }
  ctx.draft.timeline = all;
  return true;
}

/** Reads communications that the product wrote; false when another's. */
export function readOwnCommunications(
  ctx: ImportContext,
  section: Section,
  audience: 'internal' | 'external',
): boolean {
  const rows = ownRows(ctx, section, COMMUNICATION_HEADER);
  if (!rows) {
    return false;
  }
  const entries = rows.map(({ at, short, text, url }) => ({
    audience,
    channel: short || null,
    sentAt: at,
    text,
    url: url || null,
  }));
  const all = [...ctx.draft.communications, ...entries];
  if (
    all.length > MAX_ROWS.communications ||
    !postmortemInputSchema.shape.communications.safeParse(entries).success
  ) {
    return false;
  }
  ctx.draft.communications = all;
  return true;
}
