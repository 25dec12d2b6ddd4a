import type { ImportContext } from './context';
import { normalizeHeading } from './headings';
import type { Pair } from './pairs';

/** How long after the beginning of the impact something happened. */
const LABELS = new Map<string, 'detectedAt' | 'resolvedAt'>([
  ['time to detection', 'detectedAt'],
  ['time to detect', 'detectedAt'],
  ['ttd', 'detectedAt'],
  ['time to recovery', 'resolvedAt'],
  ['time to recover', 'resolvedAt'],
  ['time to restore', 'resolvedAt'],
  ['time to resolution', 'resolvedAt'],
  ['time to resolve', 'resolvedAt'],
  ['ttr', 'resolvedAt'],
]);

const HOURS = /^(\d{1,4})\s*h(?:ours?|rs?)?\b[\s,]*(?:and\s+)?/i;
const MINUTES = /^(\d{1,6})\s*m(?:in(?:ute)?s?)?\b\.?$/i;

/** Whole minutes of a text such as `88 minutes` or `1h 30m`. */
function minutesOf(text: string): number | null {
  const hours = text.match(HOURS);
  const rest = text.slice(hours?.[0].length ?? 0).trim();
  const minutes = rest.match(MINUTES);
  if (!minutes && (rest !== '' || !hours)) {
    return null;
  }
  return Number(hours?.[1] ?? 0) * 60 + Number(minutes?.[1] ?? 0);
}

/**
 * Finds when the impact began where the document states how long it took to
 * notice and to recover, and exactly one entry of its timeline is that long
 * before others.
 */
export function readDurations(ctx: ImportContext, pairs: Pair[]) {
  const stated = pairs.flatMap(({ label, value }) => {
    const field = LABELS.get(normalizeHeading(label));
    const minutes = minutesOf(value.trim());
    return field && minutes !== null ? [{ field, minutes, label }] : [];
  });
  const longest = Math.max(0, ...stated.map(({ minutes }) => minutes));
  if (longest === 0 || ctx.times.startedAt) {
    return;
  }
  const times = new Set(
    ctx.draft.timeline.flatMap(({ at }) => (at ? [Date.parse(at)] : [])),
  );
  const fitting = [...times].filter(start =>
    stated.every(({ minutes }) => times.has(start + minutes * 60_000)),
  );
  if (fitting.length !== 1) {
    return;
  }
  const [start] = fitting;
  const iso = (minutes: number) =>
    new Date(start + minutes * 60_000).toISOString();
  const labels = stated.map(({ label }) => `"${label}"`).join(' and ');
  ctx.setTime('startedAt', iso(0), labels, 'told');
  for (const { field, minutes, label } of stated) {
    if (!ctx.times[field]) {
      ctx.setTime(field, iso(minutes), label, 'told');
    }
  }
  ctx.warn(
    `When the impact began is worked out from ${labels} and the one entry of the timeline that both fit.`,
  );
}
