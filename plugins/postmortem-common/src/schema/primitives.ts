import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { DateTime } from 'luxon';
import { z } from 'zod';

/**
 * The longest a single text field may be, in characters. A whole request is
 * limited further by the backend's body limit.
 */
export const MAX_TEXT_LENGTH = 2_000_000;

/** The longest title, in characters. */
export const MAX_TITLE_LENGTH = 500;

const NUL = String.fromCharCode(0);

function toUtc(value: string): string {
  return DateTime.fromISO(value, { setZone: true })
    .toUTC()
    .toISO({ suppressMilliseconds: false })!;
}

/** Years of four digits: other times would not sort as text. */
const FOUR_DIGIT_YEAR = [
  (value: string | null) => value === null || /^[0-9]{4}-/.test(value),
  'must lie in the years 0000 to 9999 in UTC',
] as const;

const ISO_WITH_ZONE = z.iso.datetime({
  offset: true,
  abort: true,
  error:
    'must be an ISO 8601 time with its zone, such as 2026-11-24T10:15:00Z or 2026-11-24T11:15:00+01:00',
});

/**
 * A point in time. Any offset is accepted; it is stored and returned in UTC
 * with milliseconds, `2026-11-24T10:15:00.000Z`.
 */
export const timeSchema = ISO_WITH_ZONE.overwrite(toUtc)
  .refine(...FOUR_DIGIT_YEAR)
  .meta({ examples: ['2026-11-24T10:15:00.000Z'] });

/**
 * A point in time that people mostly give as a day, such as a deadline.
 * `2026-11-24` is taken as midnight UTC.
 */
export const dayOrTimeSchema = z
  .union([z.iso.date(), ISO_WITH_ZONE], {
    error:
      'must be a day such as 2026-11-24 or an ISO 8601 time with its zone such as 2026-11-24T10:15:00Z',
  })
  .overwrite(value => toUtc(value.length === 10 ? `${value}T00:00:00Z` : value))
  .refine(...FOUR_DIGIT_YEAR)
  .meta({ examples: ['2026-11-24T00:00:00.000Z'] });

/**
 * Brings an entity ref to its full, lower-case form
 * (`component:default/checkout`).
 *
 * @throws TypeError when the text is not an entity ref with a kind.
 */
export function normalizeEntityRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref.trim(), { defaultNamespace: DEFAULT_NAMESPACE }),
  ).toLocaleLowerCase('en-US');
}

// The shapes that the catalog itself accepts for a kind, namespace and name.
const REF_PATTERN =
  /^[a-z][a-z0-9+.-]{0,62}:[a-z0-9][a-z0-9-]{0,62}\/[a-z0-9]([a-z0-9_.-]{0,252})$/;

function refSchema(what: string, kinds?: string[]) {
  return z
    .string()
    .max(400)
    .overwrite(value => {
      try {
        return normalizeEntityRef(value);
      } catch {
        return value;
      }
    })
    .refine(
      value =>
        REF_PATTERN.test(value) &&
        (!kinds || kinds.includes(value.slice(0, value.indexOf(':')))),
      `must be ${what}`,
    );
}

/** The full, lower-case ref of any catalog entity. */
export const entityRefSchema = refSchema(
  'an entity ref such as component:default/checkout',
);

/** The full, lower-case ref of a group. */
export const groupRefSchema = refSchema(
  'the ref of a group, such as group:default/payments',
  ['group'],
);

/** The full, lower-case ref of a system. */
export const systemRefSchema = refSchema(
  'the ref of a system, such as system:default/checkout',
  ['system'],
);

/** The full, lower-case ref of a domain. */
export const domainRefSchema = refSchema(
  'the ref of a domain, such as domain:default/commerce',
  ['domain'],
);

/** The full, lower-case ref of a user or a group. */
export const ownerRefSchema = refSchema(
  'the ref of a user or a group, such as user:default/ana or group:default/payments',
  ['user', 'group'],
);

/** Markdown or plain text; empty text is kept as `null`, an absent fact. */
export const textSchema = z
  .string()
  .max(MAX_TEXT_LENGTH)
  .refine(text => !text.includes(NUL), 'must not contain NUL characters')
  .nullable()
  .overwrite(text => (text === null || text.trim() === '' ? null : text));

/** Text that a row cannot do without. */
export const requiredTextSchema = z
  .string()
  .max(MAX_TEXT_LENGTH)
  .refine(text => text.trim() !== '', 'must not be empty')
  .refine(text => !text.includes(NUL), 'must not contain NUL characters');

/** A short, single-line text such as a channel or a category. */
export const shortTextSchema = z
  .string()
  .max(MAX_TITLE_LENGTH)
  .refine(text => !text.includes(NUL), 'must not contain NUL characters')
  .nullable()
  .overwrite(text =>
    text === null || text.trim() === '' ? null : text.trim(),
  );

function isWebUrl(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** An absolute http or https address: anything else could run script. */
export const urlSchema = z
  .string()
  .max(4000)
  .refine(isWebUrl, 'must be an http or https address');

/** An absolute http or https address, or none. */
export const optionalUrlSchema = z
  .string()
  .max(4000)
  .nullable()
  .overwrite(value =>
    value === null || value.trim() === '' ? null : value.trim(),
  )
  .refine(
    value => value === null || isWebUrl(value),
    'must be an http or https address',
  );

/** A title of a postmortem or an action item. */
export const titleSchema = z
  .string()
  .max(MAX_TITLE_LENGTH, `must be at most ${MAX_TITLE_LENGTH} characters`)
  .overwrite(text => text.trim())
  .refine(text => text !== '', 'must not be empty')
  .refine(text => !text.includes(NUL), 'must not contain NUL characters');
