import { IANAZone } from 'luxon';

/** A time zone that a document states. */
export type Zone = {
  /** The words of the document. */
  label: string;
  /** What luxon knows it by; null when the words could mean several zones. */
  name: string | null;
  /**
   * For an abbreviation of winter time: the region's zone. Such a time in
   * summer is doubtful, as people write CET for Berlin time all year.
   */
  region?: string;
};

type Entry = { name: string | null; region?: string };

/** Hours east of UTC that an abbreviation means. */
const ABBREVIATIONS: Record<string, Entry> = {
  Z: { name: 'UTC' },
  UTC: { name: 'UTC' },
  GMT: { name: 'UTC' },
  WET: { name: 'UTC', region: 'Europe/Lisbon' },
  WEST: { name: 'UTC+1' },
  CET: { name: 'UTC+1', region: 'Europe/Berlin' },
  CEST: { name: 'UTC+2' },
  EET: { name: 'UTC+2', region: 'Europe/Helsinki' },
  EEST: { name: 'UTC+3' },
  MSK: { name: 'UTC+3' },
  EST: { name: 'UTC-5', region: 'America/New_York' },
  EDT: { name: 'UTC-4' },
  CST: { name: 'UTC-6', region: 'America/Chicago' },
  CDT: { name: 'UTC-5' },
  MST: { name: 'UTC-7', region: 'America/Denver' },
  MDT: { name: 'UTC-6' },
  PST: { name: 'UTC-8', region: 'America/Los_Angeles' },
  PDT: { name: 'UTC-7' },
  ET: { name: 'America/New_York' },
  CT: { name: 'America/Chicago' },
  MT: { name: 'America/Denver' },
  PT: { name: 'America/Los_Angeles' },
  JST: { name: 'UTC+9' },
  KST: { name: 'UTC+9' },
  SGT: { name: 'UTC+8' },
  HKT: { name: 'UTC+8' },
  AEST: { name: 'UTC+10', region: 'Australia/Sydney' },
  AEDT: { name: 'UTC+11' },
  ACST: { name: 'UTC+9:30', region: 'Australia/Adelaide' },
  AWST: { name: 'UTC+8' },
  NZST: { name: 'UTC+12', region: 'Pacific/Auckland' },
  NZDT: { name: 'UTC+13' },
  BRT: { name: 'UTC-3' },
  // India, Ireland or Israel; Britain or Bangladesh.
  IST: { name: null },
  BST: { name: 'UTC+1' },
};

const PHRASES: Array<[RegExp, Entry]> = [
  [/\b(coordinated )?universal time\b/i, { name: 'UTC' }],
  [/\bcentral european summer time\b/i, ABBREVIATIONS.CEST],
  [/\bcentral european( standard)? time\b/i, ABBREVIATIONS.CET],
  [/\beastern european time\b/i, ABBREVIATIONS.EET],
  [/\bpacific standard time\b/i, ABBREVIATIONS.PST],
  [/\bpacific daylight time\b/i, ABBREVIATIONS.PDT],
  [/\bpacific( time)?\b/i, ABBREVIATIONS.PT],
  [/\beastern standard time\b/i, ABBREVIATIONS.EST],
  [/\beastern daylight time\b/i, ABBREVIATIONS.EDT],
  [/\b(us )?eastern( time)?\b/i, ABBREVIATIONS.ET],
  [/\b(us )?central( time)?\b/i, ABBREVIATIONS.CT],
  [/\b(us )?mountain( time)?\b/i, ABBREVIATIONS.MT],
  [/\bgreenwich mean time\b/i, ABBREVIATIONS.GMT],
  [/\bbritish summer time\b/i, ABBREVIATIONS.BST],
  [/\bindian? standard time\b/i, { name: 'Asia/Kolkata' }],
  [/\bjapan standard time\b/i, ABBREVIATIONS.JST],
];

const OFFSET = /(?:\b(?:UTC|GMT) ?)?([+-]|\u2212)(\d{1,2})(?::?(\d{2}))?(?!\d)/;

function offsetZone(match: RegExpMatchArray): Zone | null {
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 14 || minutes > 59) {
    return null;
  }
  const sign = match[1] === '+' ? '+' : '-';
  const rest = minutes ? `:${String(minutes).padStart(2, '0')}` : '';
  return { label: match[0].trim(), name: `UTC${sign}${hours}${rest}` };
}

type LeadingZone = { zone: Zone; length: number };

/**
 * The zone that stands at the start of a text, such as ` UTC` or `+02:00`
 * after a time, and how many characters it takes.
 */
export function leadingZone(text: string): LeadingZone | null {
  const offset = text.match(
    /^\s*\(?(?:(?:UTC|GMT) ?)?([+-]|\u2212)(\d{1,2})(?::?(\d{2}))?\)?(?![\d:-])/,
  );
  if (offset && (offset[3] || /UTC|GMT/.test(offset[0]))) {
    const zone = offsetZone(offset);
    if (zone) {
      return { zone, length: offset[0].length };
    }
  }
  return named(text) ?? abbreviated(text);
}

/** A zone by its name: `America/New_York`, `Pacific Time`. */
function named(text: string): LeadingZone | null {
  const gap = text.match(/^\s*\(?/)![0];
  const rest = text.slice(gap.length, gap.length + 60);
  const close = (length: number) =>
    gap.endsWith('(') && rest[length] === ')' ? 1 : 0;
  const iana = rest.match(/^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_]+){1,2}/)?.[0];
  if (iana && IANAZone.isValidZone(iana)) {
    const length = gap.length + iana.length + close(iana.length);
    return { zone: { label: iana, name: iana }, length };
  }
  for (const [pattern, entry] of PHRASES) {
    const match = rest.match(pattern);
    if (match?.index === 0 && /\btime$/i.test(match[0])) {
      const [label] = match;
      const length = gap.length + label.length + close(label.length);
      return { zone: { label, ...entry }, length };
    }
  }
  return null;
}

/** A zone by its abbreviation; in small letters only where that is no word. */
function abbreviated(text: string): LeadingZone | null {
  const match = text.match(
    /^\s*(\()?([A-Z]{1,4}|utc|gmt|cet|cest|pst|pdt|edt|cdt)(?![\p{L}\p{N}])/u,
  );
  const entry = match && ABBREVIATIONS[match[2].toUpperCase()];
  if (!entry) {
    return null;
  }
  const closes = match[1] && text[match[0].length] === ')';
  return {
    zone: { label: match[2], ...entry },
    length: match[0].length + (closes ? 1 : 0),
  };
}

/** The zone that a short text such as a column heading or a note names. */
export function zoneIn(text: string): Zone | null {
  const iana = text.match(/\b[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+\b/);
  if (iana && IANAZone.isValidZone(iana[0])) {
    return { label: iana[0], name: iana[0] };
  }
  const offset = text.match(new RegExp(`\\b(?:UTC|GMT) ?${OFFSET.source}`));
  if (offset) {
    const zone = offsetZone(offset.slice(0, 4) as unknown as RegExpMatchArray);
    if (zone) {
      return zone;
    }
  }
  for (const [word] of text.matchAll(/\b[A-Z]{1,4}\b/g)) {
    const entry = ABBREVIATIONS[word];
    if (entry && word !== 'Z') {
      return { label: word, ...entry };
    }
  }
  for (const [pattern, entry] of PHRASES) {
    const match = text.match(pattern);
    if (match) {
      return { label: match[0], ...entry };
    }
  }
  return null;
}

const CLOCK =
  /(?<![T\d:])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:\s?[ap]\.?m\b\.?)?/gi;

/** The zone of all times of a text that have one; null where they differ. */
export function onlyZoneIn(text: string): Zone | null {
  let only: Zone | null = null;
  for (const { 0: clock, index } of text.matchAll(CLOCK)) {
    const end = index + clock.length;
    const zone = leadingZone(text.slice(end, end + 60))?.zone ?? null;
    if (zone && only && zone.name !== only.name) {
      return null;
    }
    only = only ?? zone;
  }
  return only;
}

/** Whether a line says in which zone the document's times are. */
export function isZoneNote(text: string): boolean {
  return (
    text.length < 200 &&
    /\b(all )?times?\b.*\b(are|is|in)\b|\btime ?zone\b|\ball times\b/i.test(
      text,
    ) &&
    zoneIn(text) !== null
  );
}
