import leven from 'leven';
import { HEADINGS_IN_OTHER_LANGUAGES } from './headingsInOtherLanguages';
import { HEADINGS_OF_LISTS } from './headingsOfLists';
import { HEADINGS_OF_TEXTS } from './headingsOfTexts';
import { CANONICAL_HEADINGS, Destination, ONLY_BELOW } from './vocabulary';

/** How a heading was recognized, the surest first. */
export type Certainty = 'canonical' | 'known' | 'misspelt' | 'similar';

export type HeadingMatch = { destination: Destination; certainty: Certainty };

const KNOWN = new Map<string, Destination>(
  [HEADINGS_OF_TEXTS, HEADINGS_OF_LISTS, HEADINGS_IN_OTHER_LANGUAGES].flatMap(
    headings =>
      Object.entries(headings).flatMap(([destination, names]) =>
        names.map(name => [name, destination as Destination] as const),
      ),
  ),
);
const CANONICAL = new Map(Object.entries(CANONICAL_HEADINGS));
const NORMAL_CANONICAL = new Map(
  [...CANONICAL].map(([name, destination]) => [
    normalizeHeading(name),
    destination,
  ]),
);

/** Names long enough that a slip of the keyboard leaves them recognisable. */
const SPELLABLE: Array<[string, Destination]> = [
  ...NORMAL_CANONICAL,
  ...KNOWN,
].filter(([name]) => name.length >= 6);

/** Words that decide in a heading that is not a known one as a whole. */
const SIMILAR: Array<[RegExp, Destination]> = [
  [/\btime ?line\b/, 'timeline'],
  [/\bcontributing (factors?|causes?)\b/, 'contributingFactors'],
  [/\broot causes?\b/, 'technical'],
  [
    /\b(action items?|next steps|corrective actions?|preventive actions?|follow ?up (actions?|items?|tasks?))\b/,
    'actionItems',
  ],
  [/\bwent well\b|\bworked well\b/, 'wentWell'],
  [
    /\bwent (wrong|badly|poorly)\b|\b(did not|didn t) (go|work) (so )?well\b/,
    'wentWrong',
  ],
  [/\b(got|get|were|was) lucky\b/, 'gotLucky'],
  [
    /\bcould (have )?(be|been|gone|go|do|done) (improved|better)\b|\bimprove\b/,
    'toImprove',
  ],
  [/\blessons?\b|\blearned\b|\blearnings?\b|\blearnt\b/, 'lessons'],
  [/\bimpact(ed)?\b/, 'impact'],
  [/\bdetect(ed|ion)\b/, 'detection'],
  [
    /\b(resolution|resolved|mitigat(ed|ion)|remediation|recovery)\b/,
    'resolution',
  ],
  [/\btriggers?\b/, 'trigger'],
  [/^(?:why|how) (?:did|could) .*happen$/, 'technical'],
  [/\bcauses?d?\b/, 'technical'],
  [/\bresponse\b/, 'response'],
  [/\bsummary\b|\btl ?dr\b/, 'summary'],
];

/** Longest heading, in words, of which a single word may decide. */
const MOST_WORDS_WHEN_SIMILAR = 6;

/**
 * A heading's text without what does not tell one heading from another:
 * case, numbering, punctuation, emoji, and what stands in parentheses.
 */
export function normalizeHeading(text: string): string {
  return text
    .toLocaleLowerCase('en-US')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/^\W*(?:\d+|[a-z])(?:\.\d+)*[.):]\s+/, '')
    .replace(/post[ -]mortem/g, 'postmortem')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** First headings that are about the document, and no title of it. */
const NO_TITLES = new Set([
  'status',
  'current status',
  'metadata',
  'details',
  'incident details',
  'general information',
  'incident information',
  'information',
  'date',
  'severity',
  'contents',
  'table of contents',
]);

/** Whether the first heading of a document could be its title. */
export function canBeTitle(text: string): boolean {
  const name = normalizeHeading(text);
  return name !== '' && !NO_TITLES.has(name) && find(text, 'none') === null;
}

/** Whether a heading is one that the product writes itself, word for word. */
export function isCanonicalHeading(text: string): boolean {
  return CANONICAL.has(text.trim().toLocaleLowerCase('en-US'));
}

function misspelt(name: string, shortest: number): Destination | null {
  if (name.length < shortest || name.length > 45) {
    return null;
  }
  const allowed = name.length >= 9 ? 2 : 1;
  let best: Destination | null = null;
  let distance = allowed + 1;
  for (const [known, destination] of SPELLABLE) {
    if (Math.abs(known.length - name.length) < distance) {
      const found = leven(name, known);
      if (found < distance) {
        distance = found;
        best = destination;
      }
    }
  }
  return best;
}

/** How much a heading may differ from a known one. */
type Tolerance = 'none' | 'spelling' | 'wording';

function find(text: string, tolerance: Tolerance): HeadingMatch | null {
  if (text.length > 200) {
    return null;
  }
  const canonical = CANONICAL.get(text.trim().toLocaleLowerCase('en-US'));
  if (canonical) {
    return { destination: canonical, certainty: 'canonical' };
  }
  const name = normalizeHeading(text);
  const known = NORMAL_CANONICAL.get(name) ?? KNOWN.get(name);
  if (known) {
    return { destination: known, certainty: 'known' };
  }
  if (tolerance === 'none') {
    return null;
  }
  const near = misspelt(name, tolerance === 'spelling' ? 9 : 6);
  if (near) {
    return { destination: near, certainty: 'misspelt' };
  }
  if (
    tolerance === 'wording' &&
    name.split(' ').length <= MOST_WORDS_WHEN_SIMILAR
  ) {
    for (const [pattern, destination] of SIMILAR) {
      if (pattern.test(name)) {
        return { destination, certainty: 'similar' };
      }
    }
  }
  return null;
}

const LESSONS: Destination[] = [
  'lessons',
  'wentWell',
  'wentWrong',
  'gotLucky',
  'toImprove',
];
const ACTIONS: Destination[] = ['actionItems', 'shortTerm', 'longTerm'];
const CAUSES: Destination[] = [
  'technical',
  'trigger',
  'process',
  'humanFactors',
  'contributingFactors',
];

/** Whether a heading names a kind of contributing factors. */
function namesKind(text: string): boolean {
  return /^(?:technical|process|human)(?: factors?)?$/.test(
    normalizeHeading(text),
  );
}

/** Parts below which only these headings begin another part. */
const CLOSED: Array<[Destination[], Destination[]]> = [
  [LESSONS, [...LESSONS, ...ACTIONS, 'timeline']],
  [ACTIONS, [...ACTIONS, ...LESSONS, 'timeline']],
  [['timeline'], [...LESSONS, ...ACTIONS, 'technical', 'contributingFactors']],
  [
    ['communication', 'internalCommunication', 'externalCommunication'],
    [
      'communication',
      'internalCommunication',
      'externalCommunication',
      ...ACTIONS,
      ...LESSONS,
    ],
  ],
  [['impact'], CAUSES.concat(LESSONS, ACTIONS, 'timeline', 'resolution')],
  [CAUSES, CAUSES.concat(LESSONS, ACTIONS, 'timeline', 'resolution')],
  [['notes', 'people', 'links'], []],
];

/**
 * What a heading stands for, given the part below which it stands (`null` at
 * the top). Below a part, a heading that means the same part again, or that
 * may not begin another one there, is a plain sub-heading of its text: null.
 */
export function classifyHeading(
  text: string,
  below: Destination | null,
  options: { loose?: boolean } = {},
): HeadingMatch | null {
  const { loose = true } = options;
  // Below a part, a few of its words may stand for anything.
  const tolerance = below === null ? 'wording' : 'spelling';
  const match = find(text, loose ? tolerance : 'none');
  if (!match || (below === 'contributingFactors' && namesKind(text))) {
    return null;
  }
  const { destination } = match;
  const needs = ONLY_BELOW[destination];
  if (needs && !(below && needs.includes(below))) {
    const alone =
      match.certainty !== 'canonical' && destination.endsWith('Communication');
    if (!alone) {
      return null;
    }
  }
  if (below === null) {
    return match;
  }
  if (destination === below && match.certainty !== 'canonical') {
    return null;
  }
  const closed = CLOSED.find(([parts]) => parts.includes(below));
  if (closed && !closed[1].includes(destination)) {
    return null;
  }
  return match;
}

/** Whether two destinations belong to the same group of headings. */
export function isLesson(destination: Destination | null): boolean {
  return destination !== null && LESSONS.includes(destination);
}

export function isAction(destination: Destination | null): boolean {
  return destination !== null && ACTIONS.includes(destination);
}
