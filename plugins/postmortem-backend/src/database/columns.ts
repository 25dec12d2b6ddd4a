import { incidentMetrics } from 'backstage-plugin-postmortem-common';
import { isOpen, overdueFrom } from './overdue';
import type { ListJson, StoredContent, StoredPostmortem } from './rows';

function listJson(content: StoredContent): ListJson {
  const open = content.actionItems.filter(isOpen);
  return {
    incident: content.incident,
    entities: content.entities,
    teams: content.teams,
    tags: content.tags,
    actionItems: {
      total: content.actionItems.length,
      open: open.length,
      overdueFrom: open.flatMap(item => overdueFrom(item) ?? []),
    },
  };
}

/** The columns of `postmortems`, all but its number. */
export function columnsOf({
  kept,
  content,
  deletedAt,
}: Omit<StoredPostmortem, 'number'>) {
  const { incident, impact, detection, rootCause } = content;
  const metrics = incidentMetrics(incident);
  return {
    id: kept.id,
    title: content.title,
    severity: content.severity,
    status: kept.status,
    visibility: content.visibility,
    version: kept.version,
    started_at: incident.startedAt,
    detected_at: incident.detectedAt,
    declared_at: incident.declaredAt,
    acknowledged_at: incident.acknowledgedAt,
    mitigated_at: incident.mitigatedAt,
    resolved_at: incident.resolvedAt,
    source_system: incident.source?.system ?? null,
    source_id: incident.source?.id ?? null,
    time_to_detect: metrics.timeToDetect,
    time_to_acknowledge: metrics.timeToAcknowledge,
    time_to_mitigate: metrics.timeToMitigate,
    time_to_resolve: metrics.timeToResolve,
    detection_method: detection.method,
    trigger_category: rootCause.trigger?.category ?? null,
    users_affected: impact.usersAffected,
    financial_amount: impact.financial?.amount ?? null,
    financial_currency: impact.financial?.currency ?? null,
    created_by: kept.createdBy,
    created_at: kept.createdAt,
    updated_by: kept.updatedBy,
    updated_at: kept.updatedAt,
    published_at: kept.publishedAt,
    closed_at: kept.closedAt,
    waivers: JSON.stringify(kept.waivers),
    teams_from_catalog: kept.teamsFromCatalog ? 1 : 0,
    review_at: content.followUp.reviewAt,
    held_at: content.followUp.heldAt,
    lesson_count: content.lessons.length,
    deleted_at: deletedAt,
    list_json: JSON.stringify(listJson(content)),
    document: JSON.stringify(content),
  };
}
