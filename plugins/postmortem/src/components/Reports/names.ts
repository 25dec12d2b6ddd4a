import type {
  AgeGroup,
  detectionMethodSchema,
  DurationMetric,
  EarlierState,
  ReportGrouping,
  ReportInterval,
} from 'backstage-plugin-postmortem-common';
import type { z } from 'zod';

export const INTERVAL_NAMES: Record<ReportInterval, string> = {
  week: 'Weeks',
  month: 'Months',
  quarter: 'Quarters',
};

export const GROUPING_NAMES: Record<ReportGrouping, string> = {
  severity: 'Severity',
  team: 'Team',
  entity: 'Component',
  system: 'System',
  trigger: 'Trigger',
  factor: 'Contributing factor',
  detection: 'How it was detected',
};

/** Those of which each incident has one, so that they can be stacked. */
export const EXCLUSIVE_GROUPINGS: readonly ReportGrouping[] = [
  'severity',
  'trigger',
  'detection',
];

export const METRIC_NAMES: Record<DurationMetric, string> = {
  timeToDetect: 'Time to detect',
  timeToAcknowledge: 'Time to acknowledge',
  timeToMitigate: 'Time to mitigate',
  timeToResolve: 'Time to resolve',
};

type DetectionMethod = z.output<typeof detectionMethodSchema>;

export const DETECTION_NAMES: Record<DetectionMethod, string> = {
  monitoring: 'Monitoring',
  customer: 'Customers',
  employee: 'Employees',
  other: 'Others',
};

export const AGE_NAMES: Record<AgeGroup, string> = {
  under_30: 'Under 30 days',
  '30_to_89': '30 to 89 days',
  '90_to_179': '90 to 179 days',
  '180_to_364': '180 to 364 days',
  '365_or_more': 'A year or more',
};

export const EARLIER_STATE_NAMES: Record<EarlierState, string> = {
  open: 'Still open',
  given_up: 'Given up',
  done: 'Done, not verified',
  verified: 'Done and verified',
  without: 'There were none',
  unknown: 'Not known',
};
