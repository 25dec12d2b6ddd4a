import { viewersOf } from '../database/projections';
import type { StoredPostmortem } from '../database/rows';
import type { PostmortemResource } from './filter';

/** What permission rules look at of a postmortem. */
export function toResource({
  kept,
  content,
}: StoredPostmortem): PostmortemResource {
  return {
    id: [kept.id],
    author: [kept.createdBy],
    status: [kept.status],
    severity: content.severity === null ? [] : [content.severity],
    visibility: [content.visibility],
    entity: content.entities.map(({ entityRef }) => entityRef),
    team: content.teams,
    participant: content.participants.map(({ entityRef }) => entityRef),
    viewer: viewersOf(kept.createdBy, content.teams, content.participants),
  };
}
