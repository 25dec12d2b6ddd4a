import { z } from 'zod';
import {
  entityRefSchema,
  optionalUrlSchema,
  ownerRefSchema,
  requiredTextSchema,
  shortTextSchema,
  textSchema,
  timeSchema,
  urlSchema,
} from './primitives';

/** The record in an incident tool from which a postmortem was made. */
export const incidentSourceSchema = z.strictObject({
  system: z.string().min(1).max(200),
  id: z.string().min(1).max(400),
  url: optionalUrlSchema.default(null),
});

/** The times of the incident; `startedAt` is when the impact began. */
export const incidentSchema = z.strictObject({
  startedAt: timeSchema.nullable().default(null),
  detectedAt: timeSchema.nullable().default(null),
  declaredAt: timeSchema.nullable().default(null),
  acknowledgedAt: timeSchema.nullable().default(null),
  mitigatedAt: timeSchema.nullable().default(null),
  resolvedAt: timeSchema.nullable().default(null),
  source: incidentSourceSchema.nullable().default(null),
});

export const involvedEntitySchema = z.strictObject({
  entityRef: entityRefSchema,
  role: z.enum(['cause', 'affected']),
});

export const participantSchema = z.strictObject({
  entityRef: ownerRefSchema,
  role: shortTextSchema.default(null),
});

export const financialImpactSchema = z.strictObject({
  amount: z.number().nonnegative().max(1e15),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a three-letter ISO 4217 code such as EUR'),
});

export const impactSchema = z.strictObject({
  description: textSchema.default(null),
  usersAffected: z.int().nonnegative().nullable().default(null),
  business: textSchema.default(null),
  financial: financialImpactSchema.nullable().default(null),
});

export const detectionMethodSchema = z.enum([
  'monitoring',
  'customer',
  'employee',
  'other',
]);

export const detectionSchema = z.strictObject({
  method: detectionMethodSchema.nullable().default(null),
  description: textSchema.default(null),
});

export const responseSchema = z.strictObject({
  description: textSchema.default(null),
});

export const resolutionSchema = z.strictObject({
  description: textSchema.default(null),
});

export const factorKindSchema = z.enum(['technical', 'process', 'human']);

export const contributingFactorSchema = z.strictObject({
  kind: factorKindSchema,
  category: shortTextSchema.default(null),
  description: requiredTextSchema,
});

export const rootCauseSchema = z.strictObject({
  trigger: z
    .strictObject({
      category: shortTextSchema.default(null),
      description: textSchema.default(null),
    })
    .nullable()
    .default(null),
  technical: textSchema.default(null),
  process: textSchema.default(null),
  humanFactors: textSchema.default(null),
  contributingFactors: z.array(contributingFactorSchema).max(500).default([]),
});

/** What people outside of the company are told, in words of its own. */
export const externalVersionSchema = z
  .strictObject({
    title: shortTextSchema.default(null),
    text: textSchema.default(null),
  })
  .nullable()
  .overwrite(version =>
    version && (version.title ?? version.text) === null ? null : version,
  );

export const lessonKindSchema = z.enum([
  'went_well',
  'went_wrong',
  'got_lucky',
  'to_improve',
]);

/** Whom a lesson is meant for, beyond the entities of its postmortem. */
export const lessonAudienceSchema = z.strictObject({
  entityRefs: z.array(entityRefSchema).max(200).default([]),
  /** Entities that have one of these tags in the catalog, in whatever case. */
  tags: z
    .array(z.string().trim().toLowerCase().min(1).max(63))
    .max(20)
    .default([]),
  /** Everything that depends on an entity of the postmortem, within two hops. */
  allDependents: z.boolean().default(false),
});

export const lessonInputSchema = z.strictObject({
  id: z.uuid().optional(),
  kind: lessonKindSchema,
  text: requiredTextSchema,
  audience: lessonAudienceSchema.nullable().default(null),
});
export const lessonSchema = lessonInputSchema.extend({ id: z.uuid() });

export const timelineKindSchema = z.enum([
  'event',
  'detection',
  'escalation',
  'communication',
  'mitigation',
  'resolution',
]);

export const timelineEntryInputSchema = z.strictObject({
  id: z.uuid().optional(),
  at: timeSchema.nullable().default(null),
  kind: timelineKindSchema.default('event'),
  text: requiredTextSchema,
  url: optionalUrlSchema.default(null),
});
export const timelineEntrySchema = timelineEntryInputSchema.extend({
  id: z.uuid(),
});

export const documentationLinkSchema = z.strictObject({
  title: requiredTextSchema,
  url: optionalUrlSchema.default(null),
  done: z.boolean().default(false),
});

export const followUpSchema = z.strictObject({
  reviewAt: timeSchema.nullable().default(null),
  facilitatorRef: ownerRefSchema.nullable().default(null),
  heldAt: timeSchema.nullable().default(null),
  outcome: textSchema.default(null),
  documentation: z.array(documentationLinkSchema).max(200).default([]),
});

export const communicationInputSchema = z.strictObject({
  id: z.uuid().optional(),
  audience: z.enum(['internal', 'external']),
  channel: shortTextSchema.default(null),
  sentAt: timeSchema.nullable().default(null),
  text: requiredTextSchema,
  url: optionalUrlSchema.default(null),
});
export const communicationSchema = communicationInputSchema.extend({
  id: z.uuid(),
});

export const linkSchema = z.strictObject({
  title: requiredTextSchema,
  url: urlSchema,
});

export const relatedSchema = z.strictObject({
  postmortemId: z.uuid(),
  relation: z.enum(['repeat_of', 'related']),
});

export type IncidentSource = z.output<typeof incidentSourceSchema>;
export type ExternalVersion = NonNullable<
  z.output<typeof externalVersionSchema>
>;
export type Incident = z.output<typeof incidentSchema>;
export type InvolvedEntity = z.output<typeof involvedEntitySchema>;
export type Participant = z.output<typeof participantSchema>;
export type FinancialImpact = z.output<typeof financialImpactSchema>;
export type Impact = z.output<typeof impactSchema>;
export type Detection = z.output<typeof detectionSchema>;
export type DetectionMethod = z.output<typeof detectionMethodSchema>;
export type RootCause = z.output<typeof rootCauseSchema>;
export type ContributingFactor = z.output<typeof contributingFactorSchema>;
export type FactorKind = z.output<typeof factorKindSchema>;
export type Lesson = z.output<typeof lessonSchema>;
export type LessonInput = z.input<typeof lessonInputSchema>;
export type LessonAudience = z.output<typeof lessonAudienceSchema>;
export type LessonKind = z.output<typeof lessonKindSchema>;
export type TimelineEntry = z.output<typeof timelineEntrySchema>;
export type TimelineEntryInput = z.input<typeof timelineEntryInputSchema>;
export type TimelineKind = z.output<typeof timelineKindSchema>;
export type FollowUp = z.output<typeof followUpSchema>;
export type DocumentationLink = z.output<typeof documentationLinkSchema>;
export type Communication = z.output<typeof communicationSchema>;
export type CommunicationInput = z.input<typeof communicationInputSchema>;
export type Link = z.output<typeof linkSchema>;
export type RelatedPostmortem = z.output<typeof relatedSchema>;
