import type {
  ActionItem,
  Communication,
  ContributingFactor,
  Detection,
  DocumentationLink,
  ExternalVersion,
  FollowUp,
  Impact,
  Incident,
  InvolvedEntity,
  Lesson,
  PostmortemContent,
  RelatedPostmortem,
  RootCause,
  TimelineEntry,
} from '../schema';
import type {
  FieldShape,
  Fields,
  GroupShape,
  RowsShape,
  SequenceShape,
  SetShape,
  TextShape,
  ValueShape,
} from './shape';

/** The shapes of all fields of T: one that is forgotten does not compile. */
type FieldsOf<T> = { [name in keyof Required<T>]: FieldShape };

const value = (label: string): ValueShape => ({ kind: 'value', label });
const text = (label: string): TextShape => ({ kind: 'text', label });
const set = (label: string): SetShape => ({ kind: 'set', label });

function group<T>(label: string, fields: FieldsOf<T>): GroupShape {
  return { kind: 'group', label, fields };
}

function sequence<T>(label: string, fields: FieldsOf<T>): SequenceShape {
  return { kind: 'sequence', label, fields };
}

function rows<T, K extends keyof T & string>(
  label: string,
  key: K,
  name: keyof T & string,
  fields: FieldsOf<Omit<T, K>>,
): RowsShape {
  return { kind: 'rows', label, key, name, fields: fields as Fields };
}

const TIMES: FieldsOf<Incident> = {
  startedAt: value('Impact began'),
  detectedAt: value('Detected'),
  declaredAt: value('Declared'),
  acknowledgedAt: value('Acknowledged'),
  mitigatedAt: value('Mitigated'),
  resolvedAt: value('Resolved'),
  source: value('Incident record'),
};

const ROOT_CAUSE: FieldsOf<RootCause> = {
  trigger: group<NonNullable<RootCause['trigger']>>('Trigger', {
    category: value('Category'),
    description: text('Description'),
  }),
  technical: text('Technical cause'),
  process: text('Process cause'),
  humanFactors: text('Human factors'),
  contributingFactors: sequence<ContributingFactor>('Contributing factors', {
    kind: value('Kind'),
    category: value('Category'),
    description: text('Description'),
  }),
};

const FOLLOW_UP: FieldsOf<FollowUp> = {
  reviewAt: value('Review planned for'),
  facilitatorRef: value('Facilitator'),
  heldAt: value('Review held'),
  outcome: text('Outcome'),
  documentation: sequence<DocumentationLink>('Documentation', {
    title: text('Title'),
    url: value('Address'),
    done: value('Done'),
  }),
};

// Which postmortem an action item is of is the server's to say.
type ActionItemFields = Omit<ActionItem, 'postmortemId'>;

const ACTION_ITEMS = rows<ActionItemFields, 'id'>(
  'Action items',
  'id',
  'title',
  {
    title: text('Title'),
    description: text('Description'),
    term: value('Term'),
    type: value('Type'),
    priority: value('Priority'),
    ownerRef: value('Owner'),
    entityRef: value('Entity'),
    dueAt: value('Due'),
    status: value('Status'),
    completedAt: value('Completed'),
    resolutionNote: text('Outcome'),
    trackerUrl: value('Tracker'),
    successCriterion: text('Success criterion'),
    verifyAt: value('Verify on'),
    // A verdict stands on its own evidence, so the two are not mixed.
    verification: value('Verification'),
  },
);

/** How each part of a postmortem that people write is merged. */
export const POSTMORTEM_FIELDS = {
  title: text('Title'),
  severity: value('Severity'),
  visibility: value('Visibility'),
  incident: group('Incident', TIMES),
  entities: rows<InvolvedEntity, 'entityRef'>(
    'Entities',
    'entityRef',
    'entityRef',
    { role: value('Role') },
  ),
  teams: set('Teams'),
  participants: set('Participants'),
  summary: text('Summary'),
  impact: group<Impact>('Impact', {
    description: text('Description'),
    usersAffected: value('Users affected'),
    business: text('Business impact'),
    // An amount means nothing in another currency.
    financial: value('Financial impact'),
  }),
  detection: group<Detection>('Detection', {
    method: value('Method'),
    description: text('Description'),
  }),
  response: group<PostmortemContent['response']>('Response', {
    description: text('Description'),
  }),
  resolution: group<PostmortemContent['resolution']>('Resolution', {
    description: text('Description'),
  }),
  rootCause: group('Root cause', ROOT_CAUSE),
  lessons: rows<Lesson, 'id'>('Lessons', 'id', 'text', {
    kind: value('Kind'),
    text: text('Text'),
    audience: value('Audience'),
  }),
  timeline: rows<TimelineEntry, 'id'>('Timeline', 'id', 'text', {
    at: value('Time'),
    kind: value('Kind'),
    text: text('Text'),
    url: value('Address'),
  }),
  actionItems: ACTION_ITEMS,
  followUp: group('Follow-up', FOLLOW_UP),
  communications: rows<Communication, 'id'>('Communications', 'id', 'text', {
    audience: value('Audience'),
    channel: value('Channel'),
    sentAt: value('Sent'),
    text: text('Text'),
    url: value('Address'),
  }),
  externalVersion: group<ExternalVersion>('External version', {
    title: text('Title'),
    text: text('Text'),
  }),
  links: set('Links'),
  tags: set('Tags'),
  related: rows<RelatedPostmortem, 'postmortemId'>(
    'Related postmortems',
    'postmortemId',
    'postmortemId',
    { relation: value('Relation') },
  ),
  notes: text('Notes'),
} satisfies FieldsOf<PostmortemContent>;
