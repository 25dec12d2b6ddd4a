import type { ImportContext, TimeField, TimeRank } from './context';
import { leadingMoment, wholeMoment } from './dates';
import {
  DATE_LABELS,
  METHOD_LABELS,
  METHODS,
  SEVERITY_LABELS,
  STATUS_LABELS,
  STATUSES,
  timeLabel,
  USERS_LABELS,
} from './factLabels';
import { normalizeHeading } from './headings';
import type { Moment } from './moment';
import { Pair, sectionPairs } from './pairs';
import { plainText } from './inline';
import type { Section } from './sections';
import { readSeverity } from './severity';
import { isZoneNote, zoneIn } from './zones';

/** Takes a document's own date, or what is certain of it, from a moment. */
export function noteDay(ctx: ImportContext, moment: Moment | null) {
  if (moment?.year && ctx.year === null) {
    ctx.year = moment.year;
  }
  if (moment?.date && ctx.day === null) {
    const year = moment.date.year ?? ctx.year;
    if (year !== null) {
      ctx.day = { ...moment.date, year };
    }
  }
}

/** Looks for the one day, or at least the one year, in a title. */
export function dayOfTitle(ctx: ImportContext, title: string) {
  const starts = [...title.matchAll(/(?<![\w.-])[\p{L}\d]/gu)];
  for (const { index } of starts) {
    const moment = leadingMoment(title.slice(index));
    if (moment && (moment.date || moment.year)) {
      noteDay(ctx, moment);
      return;
    }
  }
}

function readTime(
  ctx: ImportContext,
  field: TimeField,
  label: string,
  value: string,
  rank: TimeRank,
): boolean {
  const moment = wholeMoment(value);
  if (!moment) {
    return false;
  }
  const reading = ctx.resolve(moment, zoneIn(label) ?? ctx.zone);
  if (reading.iso) {
    ctx.setTime(field, reading.iso, `${label}: ${value}`.trim(), rank);
    return true;
  }
  ctx.warn(`"${label} ${value}": ${reading.problem}; ${field} is left empty.`);
  return false;
}

/** A number that is written out; undefined for an estimate. */
function countOf(text: string): number | undefined {
  return /^(?:\d{1,3}(?:,\d{3})+|\d{1,12})$/.test(text)
    ? Number(text.replace(/,/g, ''))
    : undefined;
}

/**
 * Takes what a label and its value state of the incident: a time, its date,
 * the severity, the status. The words themselves stay where they are.
 */
export function readFact(ctx: ImportContext, label: string, value: string) {
  const name = normalizeHeading(label.replace(/_/g, ' '));
  const text = value.trim();
  if (name === '' || text === '' || text.length > 120) {
    return;
  }
  const field = timeLabel(label);
  if (field) {
    readTime(ctx, field, label, text, 'stated');
  } else if (SEVERITY_LABELS.has(name) && !ctx.draft.severity) {
    const severity = readSeverity(text, ctx.options.severities);
    if (severity) {
      ctx.draft.severity = severity;
      if (severity.toLowerCase() !== text.toLowerCase()) {
        ctx.warn(`Severity "${text}" is read as ${severity}.`);
      }
    } else if (!name.includes('priority')) {
      ctx.warn(
        `Severity "${text}" is none of ${ctx.options.severities.join(', ')}.`,
      );
    }
  } else if (USERS_LABELS.has(name)) {
    ctx.draft.impact.usersAffected ??= countOf(text);
  } else if (METHOD_LABELS.has(name)) {
    ctx.draft.detection.method ??= METHODS[normalizeHeading(text)];
  } else if (STATUS_LABELS.has(name) && !ctx.status) {
    const status = STATUSES[normalizeHeading(text.replace(/_/g, ' '))];
    if (status) {
      ctx.status = status;
    } else {
      ctx.warn(`Status "${text}" is not one of a postmortem.`);
    }
  }
}

/** Notes the date that a label states, before times are read. */
export function readDateLabel(
  ctx: ImportContext,
  label: string,
  value: string,
) {
  if (DATE_LABELS.has(normalizeHeading(label.replace(/_/g, ' ')))) {
    noteDay(ctx, leadingMoment(value.trim().replace(/^[*_`]+/, '')));
  }
}

/** Where facts are stated: at the top, or in a part about the incident. */
const WITH_FACTS = [null, 'summary', 'impact', 'detection', 'resolution'];

/** Finds the time zone that the document states for its times. */
export function readZone(ctx: ImportContext, sections: Section[]) {
  for (const section of sections) {
    for (const { node } of section.blocks) {
      if (node?.type === 'paragraph' || node?.type === 'blockquote') {
        const line = plainText(node)
          .split('\n')
          .find(text => isZoneNote(text));
        if (line) {
          ctx.zone = ctx.zone ?? zoneIn(line);
        }
      }
    }
  }
  const timeline = sections.find(
    ({ destination, heading }) => destination === 'timeline' && heading,
  );
  ctx.zone = ctx.zone ?? zoneIn(timeline?.heading?.plain ?? '');
}

/** What labels state anywhere but in lists of rows. */
export function statedPairs(sections: Section[]): Pair[] {
  return sections
    .filter(({ destination }) => WITH_FACTS.includes(destination))
    .flatMap(sectionPairs);
}

/** Reads the facts that labels state. */
export function readFacts(ctx: ImportContext, sections: Section[]) {
  const pairs = statedPairs(sections);
  pairs.forEach(({ label, value }) => readDateLabel(ctx, label, value));
  pairs.forEach(({ label, value }) => readFact(ctx, label, value));
}

/**
 * Takes a time of the incident from an entry of the timeline that says so
 * outright: a bold label, or a sentence that is such a label and nothing else.
 */
export function tellTime(ctx: ImportContext, iso: string, text: string) {
  const label = text.match(/^\*\*([^*]{1,40}?)\s*:?\*\*\s*:?/);
  const sentences = text.split(/(?<=[.!])\s+|\n+/).slice(0, 12);
  const names = [label?.[1] ?? '', ...sentences];
  for (const name of names) {
    const field = name.length < 50 ? timeLabel(name) : null;
    if (field && (name === label?.[1] || /\s/.test(name.trim()))) {
      ctx.setTime(field, iso, `${name} ${iso}`, 'told');
    }
  }
}
