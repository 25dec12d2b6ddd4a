import type { PostmortemInput } from '../../schema/postmortem';
import type { ImportContext, TimeField } from './context';

/** The times that cannot be before the impact began. */
const AFTER_START: TimeField[] = [
  'detectedAt',
  'declaredAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
];

/** The times of the incident, without those that contradict each other. */
function timesOf(ctx: ImportContext): Partial<Record<TimeField, string>> {
  const times = Object.fromEntries(
    Object.entries(ctx.times).map(([field, { iso }]) => [field, iso]),
  ) as Partial<Record<TimeField, string>>;
  const drop = (field: TimeField, why: string) => {
    ctx.warn(`"${ctx.times[field]!.raw}" ${why}; ${field} is left empty.`);
    delete times[field];
  };
  const { startedAt } = times;
  for (const field of AFTER_START) {
    if (startedAt && times[field] && times[field] < startedAt) {
      drop(field, 'is before the impact began');
    }
  }
  if (
    times.mitigatedAt &&
    times.resolvedAt &&
    times.resolvedAt < times.mitigatedAt
  ) {
    drop('mitigatedAt', 'is after the resolution');
  }
  return times;
}

/** Puts together what the readers of the parts have found. */
export function assemble(ctx: ImportContext, title: string): PostmortemInput {
  const { draft } = ctx;
  const trigger = ctx.text('trigger');
  return {
    ...draft,
    title,
    incident: timesOf(ctx),
    summary: ctx.text('summary'),
    impact: {
      ...draft.impact,
      description: ctx.text('impact'),
      business: ctx.text('business'),
    },
    detection: { ...draft.detection, description: ctx.text('detection') },
    response: { description: ctx.text('response') },
    resolution: { description: ctx.text('resolution') },
    rootCause: {
      trigger: trigger === null ? null : { description: trigger },
      technical: ctx.text('technical'),
      process: ctx.text('process'),
      humanFactors: ctx.text('humanFactors'),
      contributingFactors: ctx.factors,
    },
    followUp: { outcome: ctx.text('outcome') },
  };
}
