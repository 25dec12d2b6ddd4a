import type { Incident } from './schema/parts';
import type { Metrics } from './schema/postmortem';

/** The incident's times, without where it was recorded. */
export type IncidentTimes = Omit<Incident, 'source'>;

const MINUTE_MS = 60_000;

/**
 * Whole minutes from one time to another, rounded to the nearest; null where
 * either is unknown.
 */
export function minutesBetween(
  from: string | null,
  to: string | null,
): number | null {
  if (!from || !to) {
    return null;
  }
  return Math.round((Date.parse(to) - Date.parse(from)) / MINUTE_MS);
}

/**
 * The durations of an incident, in whole minutes, all from the beginning of
 * the impact (`startedAt`); null where a time is missing.
 */
export function incidentMetrics(incident: IncidentTimes): Metrics {
  const since = (at: string | null) => minutesBetween(incident.startedAt, at);
  return {
    timeToDetect: since(incident.detectedAt),
    timeToAcknowledge: since(incident.acknowledgedAt),
    timeToMitigate: since(incident.mitigatedAt),
    timeToResolve: since(incident.resolvedAt),
  };
}
