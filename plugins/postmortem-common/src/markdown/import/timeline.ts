import type { TimelineKind } from '../../schema/parts';
import type { List, Nodes, Table } from 'mdast';
import { MAX_ROWS } from './limits';
import type { ImportContext } from './context';
import type { Day, Moment } from './moment';
import { leadingMoment, wholeMoment } from './dates';
import { tellTime } from './facts';
import { innerText, isPlaceholder, listItems, plainText } from './inline';
import { startsWithMoment } from './timelineShape';
import { repeats } from '../words/repeats';
import type { Section } from './sections';
import type { Block } from './source';
import { splitMoment } from './splitMoment';
import { timelineKind } from './timelineKind';
import { readTimelineTable } from './timelineTable';
import { timedLines } from './timedLines';
import { Trail } from './trail';
import { isZoneNote, Zone, zoneIn } from './zones';

/** Reads one section of a timeline, entry by entry. */
export class TimelineReader {
  readonly ctx: ImportContext;
  readonly section: Section;
  zone: Zone | null;
  day: Day | null;
  private readonly trail: Trail;
  private previous: { iso: string; day: Day } | null = null;
  /** The entry that a heading began, whose text follows it. */
  private open: {
    at: string | null;
    written: { raw: string; cut: boolean; start: number };
    blocks: Block[];
    first: string;
  } | null = null;

  constructor(ctx: ImportContext, section: Section) {
    this.ctx = ctx;
    this.section = section;
    this.trail = new Trail(section);
    this.zone = zoneIn(section.heading?.plain ?? '') ?? ctx.zone;
    this.day = ctx.day;
  }

  read() {
    const before = this.ctx.draft.timeline.length;
    this.ctx.notes.keepHeading(this.section.heading);
    this.section.blocks.forEach(block => this.block(block));
    this.close();
    this.trail.leave(this.ctx, this.section);
    if (
      this.ctx.draft.timeline.length === before &&
      this.section.blocks.length
    ) {
      this.ctx.warn('No entries were recognized in the timeline.');
    }
  }

  /** Keeps a date or time as it is written. */
  keep(raw: string, start: number) {
    this.trail.keep(raw, start);
  }

  /**
   * Adds an entry whose time was cut off its text. The time is kept as it is
   * written, unless its stored form says the same.
   */
  addTimed(
    written: { raw: string; cut: boolean; start: number },
    at: string,
    text: string,
    kind?: TimelineKind,
  ) {
    const isStored = this.add(at, text, kind);
    if (written.cut && !(isStored && repeats(at, written.raw))) {
      this.keep(written.raw, written.start);
    }
  }

  /**
   * The time of an entry. A time of day without a date belongs to the date
   * above it; one that would jump back is doubtful and gives none.
   */
  timeOf(moment: Moment, raw: string): string | null {
    const reading = this.ctx.resolve(moment, this.zone, this.day);
    if (reading.day) {
      this.day = reading.day;
    }
    if (!reading.iso) {
      this.ctx.warn(
        `Timeline "${raw.trim()}": ${reading.problem}; the entry has no time.`,
      );
      return null;
    }
    const last = this.previous;
    if (
      !moment.date &&
      last &&
      last.day === this.day &&
      Date.parse(last.iso) - Date.parse(reading.iso) > 6 * 3600_000
    ) {
      this.ctx.warn(
        `Timeline "${raw.trim()}": perhaps of the next day, which is not stated; the entry has no time.`,
      );
      return null;
    }
    this.previous = { iso: reading.iso, day: this.day! };
    return reading.iso;
  }

  /** Adds an entry; false when there is no text, or no room. */
  add(at: string | null, text: string, kind?: TimelineKind): boolean {
    if (isPlaceholder(text)) {
      return false;
    }
    if (this.ctx.draft.timeline.length >= MAX_ROWS.timeline) {
      this.ctx.warn(
        `Only ${MAX_ROWS.timeline} entries fit the timeline; the rest is in the notes.`,
      );
      this.ctx.notes.add(this.section, this.section.start + 2, text);
      return false;
    }
    if (at) {
      tellTime(this.ctx, at, text);
    }
    this.ctx.draft.timeline.push({
      at,
      kind: kind ?? timelineKind(text),
      text,
    });
    return true;
  }

  private close() {
    if (!this.open) {
      return;
    }
    const { at, written, blocks, first } = this.open;
    const text = [first, this.ctx.source.textOf(blocks)]
      .filter(part => part.trim() !== '')
      .join('\n\n');
    this.open = null;
    if (at) {
      this.addTimed(written, at, text);
    } else {
      this.add(null, text);
    }
  }

  private block(block: Block) {
    const { node } = block;
    if (node?.type === 'heading') {
      this.close();
      this.heading(block, innerText(this.ctx.source, node));
    } else if (node?.type === 'table') {
      this.close();
      readTimelineTable(this, node as Table, block);
    } else if (node?.type === 'list') {
      this.list(block);
    } else if (node?.type === 'paragraph' || node === null) {
      this.paragraph(block);
    } else if (this.open) {
      this.open.blocks.push(block);
    } else if (node.type !== 'thematicBreak') {
      this.ctx.leave(this.section, [block]);
    }
  }

  private heading(block: Block, raw: string) {
    const split = splitMoment(raw);
    if (!split) {
      const moment = leadingMoment(raw.replace(/^[*_`]+/, ''));
      if (moment?.date && !moment.time) {
        this.dayFrom(moment, raw);
      }
      this.keep(raw, block.start);
      return;
    }
    const at = this.timeOf(split.moment, split.raw);
    const { start } = block;
    this.open = {
      at,
      written: { ...split, start },
      blocks: [],
      first: at ? split.rest : raw,
    };
  }

  private dayFrom(moment: Moment, raw: string) {
    const { day, problem } = this.ctx.resolve(moment, this.zone, this.day);
    if (day) {
      this.day = day;
      this.previous = null;
    } else {
      this.day = null;
      this.ctx.warn(`Timeline "${raw.trim()}": ${problem}.`);
    }
  }

  private paragraph(block: Block) {
    const { source } = this.ctx;
    const raw = source.text.slice(block.start, block.end);
    const plain = block.node ? plainText(block.node) : raw;
    if (isZoneNote(plain)) {
      this.zone = zoneIn(plain) ?? this.zone;
    }
    const whole = wholeMoment(plain.replace(/:\s*$/, ''));
    if (whole && !whole.time && (whole.date || whole.year)) {
      this.close();
      this.dayFrom(whole, plain);
      this.keep(raw, block.start);
      return;
    }
    const [first] = raw.split('\n', 1);
    if (splitMoment(raw)) {
      this.close();
      this.lines(block);
    } else if (
      this.isDay(first) &&
      splitMoment(raw.slice(first.length).trimStart())
    ) {
      // A day, and the times of that day on the lines below.
      this.close();
      this.dayFrom(leadingMoment(first)!, first);
      this.keep(first, block.start);
      this.lines({
        ...block,
        node: null,
        start: block.start + first.length + 1,
      });
    } else if (this.open) {
      this.open.blocks.push(block);
    } else {
      this.ctx.leave(this.section, [block]);
    }
  }

  /** Whether a line is a day and nothing else. */
  private isDay(line: string): boolean {
    const moment = wholeMoment(line.replace(/:\s*$/, ''));
    return Boolean(moment && moment.date && !moment.time);
  }

  /** A paragraph whose lines begin with times holds an entry a line. */
  private lines(block: Block) {
    const raw = this.ctx.source.text.slice(block.start, block.end);
    for (const { start, end } of timedLines(raw)) {
      const from = block.start + start;
      this.timed([
        { ...block, node: null, start: from, end: block.start + end },
      ]);
    }
  }

  /** Blocks of one entry, the first of which begins with its time. */
  private timed(blocks: Block[]) {
    const { source } = this.ctx;
    const [first, ...others] = blocks;
    const raw = source.text.slice(first.start, first.end);
    const split = splitMoment(raw);
    const at = split ? this.timeOf(split.moment, split.raw) : null;
    if (!split || !at) {
      this.add(null, source.textOf(blocks));
      return;
    }
    const start = first.end - split.rest.length;
    const rest = split.rest ? [{ ...first, node: null, start }] : [];
    this.addTimed(
      { ...split, start: first.start },
      at,
      source.textOf([...rest, ...others]),
    );
  }

  private list(block: Block) {
    const { source } = this.ctx;
    const items = listItems(source, block);
    const timed = items.some(({ blocks }) =>
      startsWithMoment(source, blocks[0]),
    );
    if (this.open && !timed) {
      this.open.blocks.push(block);
      return;
    }
    this.close();
    for (const { blocks } of items) {
      this.item(blocks);
    }
  }

  private item(blocks: Block[]) {
    const { source } = this.ctx;
    const [first, ...others] = blocks;
    const raw = source.text.slice(first.start, first.end);
    const nested = others.filter(({ node }) => node?.type === 'list');
    const below = nested.some(list =>
      (list.node as List).children.some(item =>
        item.children.some(
          child =>
            child.type === 'paragraph' && splitMoment(source.slice(child)),
        ),
      ),
    );
    if (below && !splitMoment(raw)) {
      const moment = leadingMoment(raw.replace(/^[*_`]+/, ''));
      if (moment && wholeMoment(plainText(first.node as Nodes))) {
        this.dayFrom(moment, raw);
        this.keep(raw, first.start);
      } else {
        this.add(null, source.textOf([first]));
      }
      others.forEach(other =>
        other.node?.type === 'list'
          ? this.list(other)
          : this.ctx.leave(this.section, [other]),
      );
      return;
    }
    const moment = leadingMoment(raw.replace(/^[*_`]+/, ''));
    if (moment?.date && !moment.time) {
      const { day } = this.ctx.resolve(moment, this.zone, this.day);
      this.day = day ?? this.day;
      this.ctx.warn(
        `Timeline "${raw.slice(0, 40).trim()}": ${
          moment.doubt ?? 'the time of day is not stated'
        }; the entry has no time.`,
      );
    }
    this.timed(blocks);
  }
}
