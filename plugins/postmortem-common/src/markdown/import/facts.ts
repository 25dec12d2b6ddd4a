import type { PostmortemStatus } from '../../schema/postmortem';
import type { List, Nodes, Paragraph, Table } from 'mdast';
import type { ImportContext, TimeField, TimeRank } from './context';
import { leadingMoment, Moment, wholeMoment } from './dates';
import { normalizeHeading } from './headings';
import { plainText } from './inline';
import type { Section } from './sections';
import { readSeverity } from './severity';
import { isZoneNote, zoneIn } from './zones';

const LABELS: Record<TimeField, string[]> = {
  startedAt: [
    'start',
    'started',
    'started at',
    'start time',
    'start date',
    'began',
    'incident start',
    'incident started',
    'incident start time',
    'impact start',
    'impact started',
    'impact began',
    'start of impact',
    'start of incident',
    'outage start',
    'outage started',
    'outage start time',
    'start of outage',
    'fault occurs',
    'fault occurred',
    'start date time',
    'time started',
    'time of incident start',
    'impact start time',
    'incident began',
    'start date and time',
    'date time started',
    'incident starts',
    'start at',
    'beginning',
    'occurred at',
    'incident start date',
    'onset',
    'issue started',
    'problem started',
    'start time of impact',
    'start of the incident',
    'start of the outage',
    'outage began',
    'impact begins',
    'outage starts',
  ],
  detectedAt: [
    'detected',
    'detected at',
    'first detected',
    'detection',
    'detection time',
    'time detected',
    'time of detection',
    'incident detected',
    'discovered',
    'issue detected',
    'problem detected',
    'detection date',
    'first alert',
    'first noticed',
    'noticed',
  ],
  declaredAt: [
    'declared',
    'declared at',
    'incident declared',
    'declaration',
    'incident declaration',
    'incident opened',
    'incident raised',
  ],
  acknowledgedAt: [
    'acknowledged',
    'acknowledged at',
    'alert acknowledged',
    'acknowledgement',
    'time acknowledged',
    'page acknowledged',
  ],
  mitigatedAt: [
    'mitigated',
    'mitigated at',
    'mitigation time',
    'time mitigated',
    'repaired',
    'incident repaired',
    'time of mitigation',
    'impact mitigated',
    'incident mitigated',
    'mitigation',
  ],
  resolvedAt: [
    'resolved',
    'resolved at',
    'resolution time',
    'time resolved',
    'end',
    'incident resolved',
    'ended',
    'ended at',
    'end time',
    'end date',
    'impact end',
    'impact ended',
    'end of impact',
    'incident end',
    'finish',
    'incident ended',
    'incident ends',
    'outage end',
    'outage ended',
    'fixed',
    'end of incident',
    'end of outage',
    'end date time',
    'recovered',
    'finished',
    'time of resolution',
    'recovery',
    'recovery time',
    'service restored',
    'end date and time',
    'restored',
    'incident end time',
    'impact end time',
    'outage end time',
    'issue resolved',
    'problem resolved',
    'end at',
    'incident closed',
    'end of the incident',
    'end of the outage',
    'fix time',
    'resolution',
  ],
};

const TIME_LABELS = new Map<string, TimeField>(
  Object.entries(LABELS).flatMap(([field, names]) =>
    names.map(name => [name, field as TimeField] as const),
  ),
);

const DATE_LABELS = new Set([
  'date',
  'incident date',
  'date of incident',
  'date of the incident',
  'when',
  'outage date',
  'date of outage',
  'date and time',
  'day',
  'occurred',
  'date of occurrence',
  'incident dates',
  'dates',
  'event date',
]);

const SEVERITY_LABELS = new Set([
  'severity',
  'incident severity',
  'sev',
  'severity level',
  'priority',
  'incident priority',
  'level',
  'sev level',
  'incident level',
]);

const STATUS_LABELS = new Set([
  'status',
  'report status',
  'document status',
  'postmortem status',
]);

const STATUSES: Record<string, PostmortemStatus> = {
  draft: 'draft',
  'in review': 'in_review',
  published: 'published',
  closed: 'closed',
};

/** Which time of the incident a label names. */
export function timeLabel(text: string): TimeField | null {
  return TIME_LABELS.get(normalizeHeading(text.replace(/_/g, ' '))) ?? null;
}

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
  const field = TIME_LABELS.get(name);
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

type Pair = { label: string; value: string };

/** `label: value` of one line, or `label 2020-02-18 14:13` without a colon. */
function pairOf(line: string): Pair | null {
  const plain = line.replace(/\*\*|__/g, '').trim();
  const colon = plain.match(/^([^:|]{1,60}?)\s*[:：]\s+(\S.*)$/);
  if (colon) {
    return { label: colon[1], value: colon[2] };
  }
  const bare = plain.match(
    /^(\p{L}[\p{L} /-]{2,40}?)\s+(?:at\s+|on\s+)?(\d.*)$/u,
  );
  return bare && timeLabel(bare[1]) && wholeMoment(bare[2])
    ? { label: bare[1], value: bare[2] }
    : null;
}

function tablePairs(table: Table): Pair[] {
  const rows = table.children.map(row =>
    row.children.map(cell => plainText(cell).trim()),
  );
  const pairs: Pair[] = [];
  for (const row of rows) {
    for (let at = 0; at + 1 < row.length; at += 2) {
      pairs.push({ label: row[at].replace(/:$/, ''), value: row[at + 1] });
    }
  }
  if (rows.length === 2) {
    rows[0].forEach((label, at) =>
      pairs.push({ label, value: rows[1][at] ?? '' }),
    );
  }
  return pairs;
}

function pairsOf(node: Nodes): Pair[] {
  switch (node.type) {
    case 'paragraph':
      return plainText(node as Paragraph)
        .split('\n')
        .slice(0, 50)
        .flatMap(line => pairOf(line) ?? []);
    case 'list':
      return (node as List).children.flatMap(item =>
        item.children.flatMap(child =>
          child.type === 'paragraph' || child.type === 'list'
            ? pairsOf(child)
            : [],
        ),
      );
    case 'listItem':
      return node.children.flatMap(child => pairsOf(child));
    case 'table':
      return tablePairs(node);
    case 'blockquote':
      return node.children.flatMap(child => pairsOf(child));
    default:
      return [];
  }
}

const WITH_FACTS = [null, 'summary', 'impact', 'detection', 'resolution'];

function sectionPairs(section: Section): Pair[] {
  const pairs = section.blocks.flatMap(({ node }) =>
    node ? pairsOf(node) : [],
  );
  section.blocks.forEach(({ node }, at) => {
    const next = section.blocks[at + 1]?.node;
    if (node?.type === 'heading' && next?.type === 'paragraph') {
      pairs.push({ label: plainText(node), value: plainText(next) });
    }
  });
  const [first] = section.blocks;
  if (section.heading && first?.node?.type === 'paragraph') {
    pairs.push({
      label: section.heading.plain,
      value: plainText(first.node),
    });
  }
  return pairs;
}

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

/** Reads the facts that labels state anywhere but in lists of rows. */
export function readFacts(ctx: ImportContext, sections: Section[]) {
  const pairs = sections
    .filter(({ destination }) => WITH_FACTS.includes(destination))
    .flatMap(sectionPairs);
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
