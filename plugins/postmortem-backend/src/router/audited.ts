import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { AuditSpec } from '../api/operation';
import type { Answer } from './mount';

/**
 * Leaves a trace of a write with the portal's auditor: who tried what, and
 * whether it was done. Routes that only read leave none.
 */
export async function audited(
  auditor: AuditorService,
  audit: AuditSpec | undefined,
  request: Request,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (!audit) {
    return work();
  }
  const event = await auditor.createEvent({
    ...audit,
    request,
    meta: { ...request.params },
  });
  try {
    const answer = await work();
    const location = answer.headers?.Location;
    await event.success(location ? { meta: { location } } : {});
    return answer;
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
