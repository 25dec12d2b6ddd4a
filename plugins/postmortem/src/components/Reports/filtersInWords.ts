import type { ReportRequest } from 'backstage-plugin-postmortem-common';
import { refName } from './format';

/** What a report is narrowed down to, in a sentence; empty for all. */
export function filtersInWords(request: ReportRequest): string {
  const parts = [
    ['teams', request.teamRef?.map(ref => refName(ref, 'group'))],
    ['systems', request.systemRef?.map(ref => refName(ref, 'system'))],
    ['domains', request.domainRef?.map(ref => refName(ref, 'domain'))],
    ['entities', request.entityRef?.map(ref => refName(ref))],
    ['severities', request.severity],
    ['tags', request.tag],
    ['statuses', request.status],
    ['words', request.q ? [request.q] : undefined],
  ] as const;
  const said = parts.flatMap(([name, values]) =>
    values && values.length > 0 ? [`${name}: ${values.join(', ')}`] : [],
  );
  return said.length > 0 ? `Only ${said.join('; ')}.` : '';
}
