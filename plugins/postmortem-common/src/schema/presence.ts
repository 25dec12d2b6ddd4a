import { z } from 'zod';
import { documentPartSchema } from './comments';
import { timeSchema } from './primitives';

/** For how long a heartbeat counts, in seconds. */
export const PRESENCE_SECONDS = 20;

export const presenceInputSchema = z.strictObject({
  /** Tells the windows of a person apart; made up by the window. */
  clientId: z
    .string()
    .max(100)
    .regex(/^[\w-]+$/, 'must be letters, digits, hyphens and underscores'),
  /** Where in the document the person is. */
  part: documentPartSchema.nullable().default(null),
});

/** One window in which somebody has the document open. */
export const presentPersonSchema = z.strictObject({
  userRef: z.string(),
  part: documentPartSchema.nullable(),
  clientId: z.string(),
  since: timeSchema,
});

/** Who has the document open, who came first, first. */
export const presenceSchema = z.strictObject({
  people: z.array(presentPersonSchema),
});

/**
 * What the channel `postmortem:<id>` tells those who are present: a hint to
 * ask again, never the content.
 */
export type PostmortemSignal =
  | { event: 'presence' }
  | { event: 'written'; version: number; updatedBy: string };

/**
 * The signals channel of a postmortem.
 *
 * @param id - the uuid, not the key.
 */
export function postmortemChannel(id: string): string {
  return `postmortem:${id}`;
}

export type PresenceInput = z.input<typeof presenceInputSchema>;
export type PresentPerson = z.output<typeof presentPersonSchema>;
export type Presence = z.output<typeof presenceSchema>;
