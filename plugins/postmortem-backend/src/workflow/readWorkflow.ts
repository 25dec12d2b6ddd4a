import type { Config } from '@backstage/config';
import {
  workflowPointSchema,
  type Workflow,
  type WorkflowPoint,
} from 'backstage-plugin-postmortem-common';
import { z } from 'zod';

const KEY = 'postmortem.workflow';

const PUBLISHED: WorkflowPoint[] = [
  'summary',
  'severity',
  'incident.startedAt',
  'incident.resolvedAt',
  'entities',
  'rootCause',
  'lessons',
];

// How many of the severities, from the most severe on, are asked for more.
const SEVERE = 2;

/** What the steps require where nothing is configured. */
export function defaultWorkflow(severities: string[]): Workflow {
  const severe = severities.slice(0, SEVERE);
  return {
    in_review: { requires: [], bySeverity: {} },
    published: {
      requires: PUBLISHED,
      bySeverity: Object.fromEntries(
        severe.map(severity => [severity, ['actionItems']]),
      ),
      approvals: 0,
      approvalsBySeverity: Object.fromEntries(
        severe.map(severity => [severity, 1]),
      ),
    },
    closed: {
      requires: [],
      bySeverity: Object.fromEntries(
        severe.map(severity => [severity, ['actionItems.evidence']]),
      ),
    },
  };
}

const pointsSchema = z.array(
  z.enum(workflowPointSchema.options, {
    error: ({ input }) =>
      `${JSON.stringify(
        input,
      )} is no point that can be required; the points are ${workflowPointSchema.options.join(
        ', ',
      )}`,
  }),
);
const approvalsSchema = z.number().int().min(0).max(20);

function configSchema(severities: string[]) {
  const ofSeverities = <T extends z.ZodType>(value: T) =>
    z.record(z.string(), value).superRefine((bySeverity, ctx) => {
      for (const name of Object.keys(bySeverity)) {
        if (!severities.includes(name)) {
          ctx.addIssue({
            code: 'custom',
            path: [name],
            message: `is no configured severity; they are ${severities.join(
              ', ',
            )}`,
          });
        }
      }
    });
  const step = z.strictObject({
    requires: pointsSchema.optional(),
    bySeverity: ofSeverities(pointsSchema).optional(),
  });
  return z.strictObject({
    in_review: step.optional(),
    published: step
      .extend({
        approvals: approvalsSchema.optional(),
        approvalsBySeverity: ofSeverities(approvalsSchema).optional(),
      })
      .optional(),
    closed: step.optional(),
  });
}

function keyOf(path: PropertyKey[]): string {
  return path.reduce<string>(
    (key, part) =>
      typeof part === 'number' ? `${key}[${part}]` : `${key}.${String(part)}`,
    KEY,
  );
}

/**
 * Reads `postmortem.workflow`. A setting that is there replaces the default of
 * the same name.
 *
 * @throws Error that names the wrong setting.
 */
export function readWorkflow(config: Config, severities: string[]): Workflow {
  const parsed = configSchema(severities).safeParse(
    config.getOptional(KEY) ?? {},
  );
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      ({ path, message }) => `${keyOf(path)}: ${message}`,
    );
    throw new Error(`Invalid configuration: ${reasons.join('; ')}`);
  }
  const defaults = defaultWorkflow(severities);
  return {
    in_review: { ...defaults.in_review, ...parsed.data.in_review },
    published: { ...defaults.published, ...parsed.data.published },
    closed: { ...defaults.closed, ...parsed.data.closed },
  };
}
