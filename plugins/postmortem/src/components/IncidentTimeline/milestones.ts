import {
  minutesBetween,
  type Incident,
} from 'backstage-plugin-postmortem-common';

type IncidentTime = keyof Omit<Incident, 'source'>;

/** A time of the incident, and how long after the impact began it came. */
export interface Milestone {
  field: IncidentTime;
  name: string;
  at: string | null;
  /** Whole minutes since the impact began; null where either is unknown. */
  minutes: number | null;
  /** How `minutes` is counted; absent for the beginning itself. */
  formula?: string;
}

const NAMES: Array<[IncidentTime, string, string?]> = [
  ['startedAt', 'Impact began'],
  ['detectedAt', 'Detected', 'Time to detect'],
  ['declaredAt', 'Declared', 'Time to declare'],
  ['acknowledgedAt', 'Acknowledged', 'Time to acknowledge'],
  ['mitigatedAt', 'Mitigated', 'Time to mitigate'],
  ['resolvedAt', 'Resolved', 'Time to resolve'],
];

function explain(name: string, duration: string, known: boolean): string {
  const formula = `${duration} = ${name.toLocaleLowerCase(
    'en-US',
  )} − impact began`;
  return known ? formula : `${formula}, which is not known`;
}

/** The times of an incident in the order in which they usually come. */
export function milestonesOf(incident: Incident): Milestone[] {
  return NAMES.map(([field, name, duration]) => {
    const at = incident[field];
    const minutes = minutesBetween(incident.startedAt, at);
    return {
      field,
      name,
      at,
      minutes,
      formula: duration && explain(name, duration, minutes !== null),
    };
  });
}
