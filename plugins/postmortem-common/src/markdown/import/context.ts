import type { z } from 'zod';
import type {
  postmortemInputSchema,
  PostmortemStatus,
} from '../../schema/postmortem';
import type { Day, Moment } from './moment';
import type { MomentContext, Reading } from './resolveMoment';
import { resolveMoment } from './resolveMoment';
import { Notes } from './notes';
import type { Section } from './sections';
import type { Block, Source } from './source';
import { onlyZoneIn, Zone } from './zones';

type Draft = z.input<typeof postmortemInputSchema>;

/** The fields that hold running text. */
export type TextField =
  | 'summary'
  | 'impact'
  | 'business'
  | 'detection'
  | 'response'
  | 'resolution'
  | 'trigger'
  | 'technical'
  | 'process'
  | 'humanFactors'
  | 'outcome';

/** The times of an incident, by their field. */
export type TimeField =
  | 'startedAt'
  | 'detectedAt'
  | 'declaredAt'
  | 'acknowledgedAt'
  | 'mitigatedAt'
  | 'resolvedAt';

/** Where a time was read: what says it outright goes before what tells it. */
export type TimeRank = 'stated' | 'told';

type TimeFact = { iso: string; raw: string; rank: TimeRank };

export type ImportOptions = {
  severities: string[];
  fileName?: string;
  defaultTimezone?: string;
};

type TextPiece = { heading: Section['heading']; text: string };

/** Everything that the readers of the parts share while one document is read. */
export class ImportContext {
  readonly draft: Draft & {
    lessons: NonNullable<Draft['lessons']>;
    timeline: NonNullable<Draft['timeline']>;
    actionItems: NonNullable<Draft['actionItems']>;
    communications: NonNullable<Draft['communications']>;
    participants: NonNullable<Draft['participants']>;
    links: NonNullable<Draft['links']>;
    tags: NonNullable<Draft['tags']>;
    impact: NonNullable<Draft['impact']>;
    detection: NonNullable<Draft['detection']>;
    followUp: NonNullable<Draft['followUp']>;
  } = {
    title: '',
    lessons: [],
    timeline: [],
    actionItems: [],
    communications: [],
    participants: [],
    links: [],
    tags: [],
    impact: {},
    detection: {},
    followUp: {},
  };
  readonly factors: NonNullable<
    NonNullable<Draft['rootCause']>['contributingFactors']
  > = [];
  readonly notes = new Notes();
  readonly times: Partial<Record<TimeField, TimeFact>> = {};
  /** The zone that the document states for all its times. */
  zone: Zone | null = null;
  /** The zone of those of its times that have one, where it is the same. */
  private readonly onlyZone: Zone | null;
  /** The day, and the year, that the document states for itself. */
  day: Day | null = null;
  year: number | null = null;
  triggerCategory: string | null = null;
  status: PostmortemStatus | null = null;
  /** Whether another place than the text at the top holds the summary. */
  hasSummary = false;
  private readonly texts = new Map<TextField, TextPiece[]>();
  private readonly said = new Set<string>();

  constructor(
    readonly source: Source,
    readonly options: ImportOptions,
    readonly defaultZone: string,
  ) {
    this.onlyZone = onlyZoneIn(source.text);
  }

  /** Says something once that a person should look at. */
  warn(message: string) {
    this.said.add(message);
  }

  get warnings(): string[] {
    return [...this.said];
  }

  /** Adds verbatim text to a field. */
  addText(field: TextField, heading: Section['heading'], text: string) {
    if (/^[\s*_-]*$/.test(text)) {
      this.notes.keepHeading(heading);
      return;
    }
    const pieces = this.texts.get(field) ?? [];
    pieces.push({ heading, text });
    this.texts.set(field, pieces);
    if (pieces.length === 1) {
      this.notes.keepHeading(heading);
    }
  }

  /** The whole text of a field, under the headings of its later sections. */
  text(field: TextField): string | null {
    const pieces = this.texts.get(field);
    if (!pieces) {
      return null;
    }
    return pieces
      .flatMap(({ heading, text }, index) => {
        if (index === 0 || !heading) {
          return [text];
        }
        const raw = heading.raw.startsWith('#')
          ? heading.raw.replace(/^#+/, '####')
          : heading.raw;
        return [raw.replace(/\n[=-]+\s*$/, ''), text];
      })
      .join('\n\n');
  }

  hasText(field: TextField): boolean {
    return this.texts.has(field);
  }

  /** Keeps the text of some blocks in the notes, under its heading. */
  leave(section: Section, blocks: Block[]) {
    for (const block of blocks) {
      this.notes.add(section, block.start, this.source.textOf([block]));
    }
  }

  /** Keeps the link definitions that no text came to need. */
  placeDefinitions() {
    for (const { node, start, placed } of this.source.definitions) {
      if (!placed) {
        this.notes.add(null, start, this.source.slice(node));
      }
    }
  }

  momentContext(zone: Zone | null, day: Day | null): MomentContext {
    return { zone, day, year: this.year, defaultZone: this.defaultZone };
  }

  /** Turns a moment into a time, and says what was assumed for it. */
  resolve(moment: Moment, zone = this.zone, day = this.day): Reading {
    const isOnly = !moment.zone && !zone && this.onlyZone !== null;
    const known = isOnly ? this.onlyZone : zone;
    const reading = resolveMoment(moment, this.momentContext(known, day));
    if (isOnly && reading.iso) {
      this.warn(
        `Times without a zone are read as ${
          this.onlyZone!.label
        }, the only zone that the document states.`,
      );
    }
    if (reading.remark) {
      this.warn(`Time zone ${reading.remark}.`);
    }
    if (reading.iso && !reading.zoneStated) {
      this.warn(
        `No time zone is stated: times are read as ${this.defaultZone}.`,
      );
    }
    return reading;
  }

  /** Sets a time of the incident, unless it is known from a better place. */
  setTime(field: TimeField, iso: string, raw: string, rank: TimeRank) {
    const known = this.times[field];
    if (!known || (known.rank === 'told' && rank === 'stated')) {
      this.times[field] = { iso, raw, rank };
    }
    if (known && known.iso !== iso) {
      const used = this.times[field]!;
      const other = used.iso === iso ? known : { iso, raw };
      this.warn(
        `Two times for ${field}: "${used.raw}" is used, "${other.raw}" is not.`,
      );
    }
  }
}
