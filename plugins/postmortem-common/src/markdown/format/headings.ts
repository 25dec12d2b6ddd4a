import type { LessonKind } from '../../schema/parts';

/** The name of the format, and its version, as the front matter states it. */
export const FORMAT = 'backstage-postmortem/1';

/** The headings of the format, by what stands under them. */
export const HEADINGS = {
  summary: 'Summary',
  impact: 'Impact',
  business: 'Business impact',
  detection: 'Detection',
  response: 'Response',
  resolution: 'Resolution',
  rootCause: 'Root cause',
  trigger: 'Trigger',
  technical: 'Technical',
  process: 'Process',
  humanFactors: 'Human factors',
  contributingFactors: 'Contributing factors',
  lessons: 'Lessons',
  went_well: 'What went well',
  went_wrong: 'What went wrong',
  got_lucky: 'Where we got lucky',
  to_improve: 'What could be improved',
  timeline: 'Timeline',
  actionItems: 'Action items',
  short: 'Short term',
  long: 'Long term',
  followUp: 'Follow-up',
  outcome: 'Outcome',
  documentation: 'Documentation',
  communication: 'Communication',
  internal: 'Internal',
  external: 'External',
  externalText: 'External version',
  links: 'Links',
  notes: 'Notes',
} as const;

export type HeadingKey = keyof typeof HEADINGS;

/** Sections, and the headings that may stand one level below each. */
export const SECTIONS: ReadonlyMap<HeadingKey, readonly HeadingKey[]> = new Map<
  HeadingKey,
  readonly HeadingKey[]
>([
  ['summary', []],
  ['impact', ['business']],
  ['detection', []],
  ['response', []],
  ['resolution', []],
  [
    'rootCause',
    ['trigger', 'technical', 'process', 'humanFactors', 'contributingFactors'],
  ],
  ['lessons', ['went_well', 'went_wrong', 'got_lucky', 'to_improve']],
  ['timeline', []],
  ['actionItems', ['short', 'long']],
  ['followUp', ['outcome', 'documentation']],
  ['communication', ['internal', 'external']],
  ['externalText', []],
  ['links', []],
  ['notes', []],
]);

/** The kinds of lessons, which are keys of headings too. */
export const LESSON_KINDS: readonly LessonKind[] = [
  'went_well',
  'went_wrong',
  'got_lucky',
  'to_improve',
];

/** Column headings of the tables. */
export const TIMELINE_HEADER = ['Time (UTC)', 'Kind', 'Event', 'Link'] as const;
export const COMMUNICATION_HEADER = [
  'Time (UTC)',
  'Channel',
  'Message',
  'Link',
] as const;

/** The labels of an action item's rows, by their field. */
export const ACTION_LABELS = {
  description: 'Description',
  type: 'Type',
  priority: 'Priority',
  ownerRef: 'Owner',
  entityRef: 'Entity',
  dueAt: 'Due',
  status: 'Status',
  completedAt: 'Completed',
  resolutionNote: 'Outcome',
  trackerUrl: 'Tracker',
  successCriterion: 'Success criterion',
  verifyAt: 'Verify',
  verification: 'Verification',
  evidence: 'Evidence',
} as const;
