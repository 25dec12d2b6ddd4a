import type { z } from 'zod';
import type { Incident } from './parts';

const LABELS: Array<[keyof Omit<Incident, 'source' | 'startedAt'>, string]> = [
  ['detectedAt', 'The detection'],
  ['declaredAt', 'The declaration'],
  ['acknowledgedAt', 'The acknowledgement'],
  ['mitigatedAt', 'The mitigation'],
  ['resolvedAt', 'The resolution'],
];

/**
 * Refuses an impossible order of times: nothing of the response can have
 * happened before the impact began, and nothing is mitigated after it was
 * resolved. Timeline entries may lie before (a deploy that led up to it).
 */
export function checkTimeOrder(
  value: { incident: Incident },
  ctx: z.core.$RefinementCtx,
): void {
  const { startedAt, mitigatedAt, resolvedAt } = value.incident;
  for (const [field, label] of LABELS) {
    const at = value.incident[field];
    if (startedAt && at && at < startedAt) {
      ctx.addIssue({
        code: 'custom',
        path: ['incident', field],
        message: `${label} (${at}) is before the impact began (${startedAt}); correct one of the two times`,
      });
    }
  }
  if (mitigatedAt && resolvedAt && resolvedAt < mitigatedAt) {
    ctx.addIssue({
      code: 'custom',
      path: ['incident', 'resolvedAt'],
      message: `The resolution (${resolvedAt}) is before the mitigation (${mitigatedAt}); correct one of the two times`,
    });
  }
}
