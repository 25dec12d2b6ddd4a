import { parse, stringify } from 'yaml';
import { z } from 'zod';
import {
  detectionSchema,
  financialImpactSchema,
  followUpSchema,
  impactSchema,
  incidentSchema,
  rootCauseSchema,
} from '../../schema/parts';
import {
  PostmortemContent,
  postmortemInputSchema,
  PostmortemStatus,
  postmortemStatusSchema,
} from '../../schema/postmortem';
import { shortTextSchema } from '../../schema/primitives';
import { FORMAT } from './headings';

const { shape } = postmortemInputSchema;

/**
 * The typed facts of a document, under the names that the API gives them.
 * What people write in sentences stands below the headings instead.
 */
const factSchemas = {
  title: shape.title,
  status: postmortemStatusSchema,
  severity: shape.severity,
  visibility: shape.visibility,
  incident: incidentSchema,
  entities: shape.entities,
  teams: shape.teams,
  participants: shape.participants,
  impact: impactSchema
    .pick({ usersAffected: true })
    .extend({ financial: financialImpactSchema.nullable().optional() }),
  detection: detectionSchema.pick({ method: true }),
  rootCause: z.strictObject({
    trigger: rootCauseSchema.shape.trigger
      .unwrap()
      .unwrap()
      .pick({ category: true }),
  }),
  followUp: followUpSchema.pick({
    reviewAt: true,
    facilitatorRef: true,
    heldAt: true,
  }),
  externalVersion: z.strictObject({ title: shortTextSchema }),
  tags: shape.tags,
  related: shape.related,
};

type FactSchemas = typeof factSchemas;

export type Facts = {
  [Name in keyof FactSchemas]?: z.output<FactSchemas[Name]>;
};

/** What the front matter states, and the rest of it as YAML. */
export type FrontMatter = {
  facts: Facts;
  rest: string;
  warnings: string[];
};

/** The front matter as an object; undefined when it is not of this format. */
export function parseFrontMatter(
  yaml: string,
): Record<string, unknown> | undefined {
  let value: unknown;
  try {
    value = parse(yaml);
  } catch {
    // Not YAML, so nothing that this product wrote.
    return undefined;
  }
  const fields =
    typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : {};
  return fields.format === FORMAT ? fields : undefined;
}

/** Takes the facts out of the front matter of a document of the format. */
export function readFrontMatter(fields: Record<string, unknown>): FrontMatter {
  const { format, ...others } = fields;
  const facts: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  const warnings: string[] = [];
  for (const [name, value] of Object.entries(others)) {
    const schema = Object.hasOwn(factSchemas, name)
      ? factSchemas[name as keyof FactSchemas]
      : undefined;
    const parsed = schema?.safeParse(value);
    if (parsed?.success) {
      facts[name] = parsed.data;
    } else {
      rest[name] = value;
      const why = parsed
        ? z.prettifyError(parsed.error).replace(/\s+/g, ' ')
        : 'it is no field of this format';
      warnings.push(`Front matter "${name}" is in the notes: ${why}.`);
    }
  }
  return {
    facts: facts as Facts,
    rest: Object.keys(rest).length > 0 ? stringify(rest).trimEnd() : '',
    warnings,
  };
}

/** Without what is null, undefined or an empty object. */
function stated<T extends object>(value: T): Partial<T> | undefined {
  const entries = Object.entries(value).filter(
    ([, member]) => member !== null && member !== undefined,
  );
  return entries.length > 0
    ? (Object.fromEntries(entries) as Partial<T>)
    : undefined;
}

function unlessEmpty<T>(rows: T[]): T[] | undefined {
  return rows.length > 0 ? rows : undefined;
}

/** Writes the front matter; `title` only where the heading cannot say it. */
export function writeFrontMatter(
  postmortem: PostmortemContent & { status: PostmortemStatus },
  title: string | undefined,
): string {
  const { impact, detection, rootCause, followUp, incident } = postmortem;
  const { source, ...times } = incident;
  const fields = {
    format: FORMAT,
    title,
    status: postmortem.status,
    severity: postmortem.severity ?? undefined,
    visibility: postmortem.visibility,
    incident: stated({ ...times, source: source && stated(source) }),
    entities: unlessEmpty(postmortem.entities),
    teams: postmortem.teams ?? undefined,
    participants: unlessEmpty(
      postmortem.participants.map(participant => stated(participant)),
    ),
    impact: stated({
      usersAffected: impact.usersAffected,
      financial: impact.financial,
    }),
    detection: stated({ method: detection.method }),
    rootCause: rootCause.trigger
      ? { trigger: stated({ category: rootCause.trigger.category }) ?? {} }
      : undefined,
    followUp: stated({
      reviewAt: followUp.reviewAt,
      facilitatorRef: followUp.facilitatorRef,
      heldAt: followUp.heldAt,
    }),
    externalVersion: stated({ title: postmortem.externalVersion?.title }),
    tags: unlessEmpty(postmortem.tags),
    related: unlessEmpty(postmortem.related),
  };
  return `---\n${stringify(fields, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
  })}---`;
}
