import type { z } from 'zod';
import type { Lesson } from '../../schema/parts';
import type {
  PostmortemContent,
  PostmortemInput,
  postmortemInputSchema,
  PostmortemStatus,
} from '../../schema/postmortem';
import { actionRows } from './actionRows';
import { readFrontMatter } from './frontMatter';
import {
  COMMUNICATION_HEADER,
  HeadingKey,
  HEADINGS,
  LESSON_KINDS,
  TIMELINE_HEADER,
} from './headings';
import { itemsOf } from './items';
import { outlineOf, Region, textOf } from './outline';
import { readRow } from './rowForms';
import {
  documentationRows,
  factorRows,
  lessonRows,
  linkRows,
  RowFormat,
} from './rows';
import { communication, readTimed, timelineEntry } from './timedRows';

/** What a document of the format says. */
export type ReadDocument = {
  input: PostmortemInput;
  status: PostmortemStatus;
  warnings: string[];
};

/** Where text may stand without a heading of its own, and what it is there. */
const DIRECT: Partial<Record<HeadingKey, HeadingKey>> = {
  rootCause: 'technical',
  actionItems: 'short',
  followUp: 'outcome',
};

const TEXTS: readonly HeadingKey[] = [
  'summary',
  'impact',
  'business',
  'detection',
  'response',
  'resolution',
  'trigger',
  'technical',
  'process',
  'humanFactors',
  'outcome',
  'externalText',
  'notes',
];

/** What was read so far: texts by their heading, and rows. */
class Draft {
  readonly lessons: Array<Omit<Lesson, 'id'>> = [];
  readonly timeline: z.output<typeof postmortemInputSchema>['timeline'] = [];
  readonly communications: PostmortemContent['communications'] = [];
  readonly actionItems: PostmortemContent['actionItems'] = [];
  readonly factors: PostmortemContent['rootCause']['contributingFactors'] = [];
  readonly documentation: PostmortemContent['followUp']['documentation'] = [];
  readonly links: PostmortemContent['links'] = [];
  readonly #text: string;
  readonly #texts = new Map<HeadingKey, string>();

  constructor(text: string) {
    this.#text = text;
  }

  textUnder(key: HeadingKey): string | null {
    return this.#texts.get(key) ?? null;
  }

  addText(key: HeadingKey, text: string) {
    const before = this.#texts.get(key);
    this.#texts.set(key, before ? `${before}\n\n${text}` : text);
  }

  /** Takes what stands in a region; false when it is not what belongs there. */
  take(key: HeadingKey, region: Region): boolean {
    if (TEXTS.includes(key)) {
      const text = textOf(this.#text, region);
      if (text !== null) {
        this.addText(key, text);
      }
      return text !== null;
    }
    const lesson = LESSON_KINDS.find(kind => kind === key);
    if (lesson) {
      return this.#addAll(
        this.lessons,
        this.#list(region, lessonRows)?.map(row => ({ kind: lesson, ...row })),
      );
    }
    switch (key) {
      case 'timeline':
        return this.#addAll(this.timeline, this.#timeline(region));
      case 'internal':
      case 'external':
        return this.#addAll(
          this.communications,
          this.#communications(region, key),
        );
      case 'short':
      case 'long':
        return this.#addAll(
          this.actionItems,
          this.#list(region, actionRows(key)),
        );
      case 'contributingFactors':
        return this.#addAll(this.factors, this.#list(region, factorRows));
      case 'documentation':
        return this.#addAll(
          this.documentation,
          this.#list(region, documentationRows),
        );
      case 'links':
        return this.#addAll(this.links, this.#list(region, linkRows));
      default:
        return false;
    }
  }

  #addAll<T>(to: T[], rows: T[] | undefined): boolean {
    to.push(...(rows ?? []));
    return rows !== undefined;
  }

  #list<T extends object>(
    { nodes }: Region,
    { read, parse }: RowFormat<T>,
  ): T[] | undefined {
    return allOf(
      itemsOf(this.#text, nodes)?.map(item => readRow(item, read, parse)),
    );
  }

  #timeline(region: Region) {
    return allOf(
      readTimed(this.#text, region, TIMELINE_HEADER)?.map(
        ({ at, short, text, url }) =>
          timelineEntry({ at, kind: short ?? undefined, text, url }),
      ),
    );
  }

  #communications(region: Region, audience: 'internal' | 'external') {
    return allOf(
      readTimed(this.#text, region, COMMUNICATION_HEADER)?.map(
        ({ at, short, text, url }) =>
          communication({ audience, channel: short, sentAt: at, text, url }),
      ),
    );
  }
}

/** The rows, if every one of them could be read. */
function allOf<T>(rows: Array<T | undefined> | undefined): T[] | undefined {
  return rows?.every(row => row !== undefined) ? (rows as T[]) : undefined;
}

/** The headings and the text of what could not be read, for the notes. */
function leftOver({ section, sub, raw }: Region): string {
  return [
    ...(section ? [`#### ${HEADINGS[section]}`] : []),
    ...(sub ? [`##### ${HEADINGS[sub]}`] : []),
    raw,
  ].join('\n\n');
}

/**
 * Reads a document of the product's own format. What somebody changed so that
 * it cannot be read any more goes to the notes, with a warning.
 */
export function readDocument(
  text: string,
  frontMatter: Record<string, unknown>,
): ReadDocument {
  const { facts, rest, warnings } = readFrontMatter(frontMatter);
  const { title, regions } = outlineOf(text);
  const draft = new Draft(text);
  const left = rest ? [rest] : [];
  for (const region of regions.filter(({ raw }) => raw !== '')) {
    const { section, sub } = region;
    const key = sub ?? (section && (DIRECT[section] ?? section));
    if (!key || !draft.take(key, region)) {
      left.push(leftOver(region));
      warnings.push(
        section
          ? `What stands under "${
              HEADINGS[sub ?? section]
            }" is not in the form that the export gives it; it is in the notes.`
          : 'Text before the first section is in the notes.',
      );
    }
  }
  if (facts.title && title) {
    left.push(title);
  }
  left.forEach(each => draft.addText('notes', each));
  const { status = 'draft', ...stated } = facts;
  return { input: assemble(stated, title, draft), status, warnings };
}

function assemble(
  facts: Omit<ReturnType<typeof readFrontMatter>['facts'], 'status'>,
  title: string | null,
  draft: Draft,
): PostmortemInput {
  const triggerText = draft.textUnder('trigger');
  const trigger = facts.rootCause?.trigger;
  const externalText = draft.textUnder('externalText');
  return {
    ...facts,
    title: facts.title ?? title ?? '',
    summary: draft.textUnder('summary'),
    impact: {
      ...facts.impact,
      description: draft.textUnder('impact'),
      business: draft.textUnder('business'),
    },
    detection: {
      ...facts.detection,
      description: draft.textUnder('detection'),
    },
    response: { description: draft.textUnder('response') },
    resolution: { description: draft.textUnder('resolution') },
    rootCause: {
      trigger:
        trigger || triggerText
          ? { ...trigger, description: triggerText }
          : null,
      technical: draft.textUnder('technical'),
      process: draft.textUnder('process'),
      humanFactors: draft.textUnder('humanFactors'),
      contributingFactors: draft.factors,
    },
    lessons: draft.lessons,
    timeline: draft.timeline,
    actionItems: draft.actionItems,
    followUp: {
      ...facts.followUp,
      outcome: draft.textUnder('outcome'),
      documentation: draft.documentation,
    },
    communications: draft.communications,
    externalVersion:
      facts.externalVersion || externalText
        ? { ...facts.externalVersion, text: externalText }
        : null,
    links: draft.links,
    notes: draft.textUnder('notes'),
  };
}
