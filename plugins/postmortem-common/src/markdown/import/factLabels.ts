import type { DetectionMethod } from '../../schema/parts';
import type { PostmortemStatus } from '../../schema/postmortem';
import type { TimeField } from './context';
import { normalizeHeading } from './headings';

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

/** Labels of the day of the incident. */
export const DATE_LABELS = new Set([
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

/** Labels of its severity. */
export const SEVERITY_LABELS = new Set([
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

/** Labels of the status of the document. */
export const STATUS_LABELS = new Set([
  'status',
  'report status',
  'document status',
  'postmortem status',
]);

/** Labels of how many people the incident concerned. */
export const USERS_LABELS = new Set([
  'users affected',
  'affected users',
  'customers affected',
  'affected customers',
  'number of users affected',
  'number of affected users',
  'number of customers affected',
]);

/** Labels of what noticed the incident. */
export const METHOD_LABELS = new Set([
  'detection method',
  'detected by',
  'method of detection',
  'source of detection',
  'reported by',
]);

/** What noticed it, where it is one of these words alone. */
export const METHODS: Record<string, DetectionMethod> = {
  monitoring: 'monitoring',
  alert: 'monitoring',
  alerts: 'monitoring',
  alerting: 'monitoring',
  'automated alert': 'monitoring',
  'monitoring alert': 'monitoring',
  customer: 'customer',
  customers: 'customer',
  'customer report': 'customer',
  'customer reports': 'customer',
  user: 'customer',
  users: 'customer',
  employee: 'employee',
  employees: 'employee',
};

/** Statuses of a postmortem, as they are written. */
export const STATUSES: Record<string, PostmortemStatus> = {
  draft: 'draft',
  'in review': 'in_review',
  published: 'published',
  closed: 'closed',
};

/** Which time of the incident a label names. */
export function timeLabel(text: string): TimeField | null {
  return TIME_LABELS.get(normalizeHeading(text.replace(/_/g, ' '))) ?? null;
}
