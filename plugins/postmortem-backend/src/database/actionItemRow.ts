import type { ActionItemListEntry } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { postmortemKey } from './rows';

const COLUMNS = [
  ...[
    'id',
    'postmortem_number',
    'position',
    'title',
    'description',
    'term',
    'type',
    'priority',
    'owner_ref',
    'entity_ref',
    'due_at',
    'status',
    'overdue_from',
    'completed_at',
    'resolution_note',
    'tracker_url',
    'success_criterion',
    'verify_at',
    'verdict',
    'evidence',
    'verified_by',
    'verified_at',
  ].map(column => `a.${column}`),
  'p.id as postmortem_id',
  'p.number as number',
  'p.title as postmortem_title',
  'p.version as postmortem_version',
  'x.team_ref as proposal_team',
  'x.state as proposal_state',
  'x.proposed_by',
  'x.proposed_at',
  'x.answered_by',
  'x.answered_at',
  'x.reason as proposal_reason',
] as const;

/** A gap `g` of an item `a` is live as long as no other ref is in its place. */
export const IS_LIVE_GAP = 'g.missing_ref in (a.owner_ref, a.entity_ref)';

/** What {@link readActionItemRow} reads, of {@link joinedActionItems}. */
export function actionItemColumns(knex: Knex): Array<string | Knex.Raw> {
  return [
    ...COLUMNS,
    // The ref of the item that the catalog no longer has.
    knex.raw(
      `(select min(g.missing_ref) from postmortem_ownership_gaps g
        where g.action_item_id = a.id and ${IS_LIVE_GAP}) as missing_ref`,
    ),
  ];
}

/** Action items that are not deleted, with their postmortem and proposal. */
export function joinedActionItems(knex: Knex): Knex.QueryBuilder {
  return knex('postmortem_action_items as a')
    .join('postmortems as p', 'p.number', 'a.postmortem_number')
    .leftJoin(
      'postmortem_action_item_proposals as x',
      'x.action_item_id',
      'a.id',
    )
    .whereNull('p.deleted_at');
}

export function readActionItemRow(
  row: Record<string, any>,
  now: string,
): ActionItemListEntry {
  return {
    id: row.id,
    postmortemId: row.postmortem_id,
    title: row.title,
    description: row.description,
    term: row.term,
    type: row.type,
    priority: row.priority,
    ownerRef: row.owner_ref,
    entityRef: row.entity_ref,
    dueAt: row.due_at,
    status: row.status,
    completedAt: row.completed_at,
    resolutionNote: row.resolution_note,
    trackerUrl: row.tracker_url,
    successCriterion: row.success_criterion,
    verifyAt: row.verify_at,
    verification: row.verdict && {
      verdict: row.verdict,
      evidence: row.evidence,
      verifiedBy: row.verified_by,
      verifiedAt: row.verified_at,
    },
    postmortem: {
      id: row.postmortem_id,
      key: postmortemKey(row.number),
      title: row.postmortem_title,
      version: row.postmortem_version,
    },
    overdue: row.overdue_from !== null && row.overdue_from <= now,
    proposal: row.proposal_team && {
      teamRef: row.proposal_team,
      state: row.proposal_state,
      proposedBy: row.proposed_by,
      proposedAt: row.proposed_at,
      answeredBy: row.answered_by,
      answeredAt: row.answered_at,
      reason: row.proposal_reason,
    },
    missingRef: row.missing_ref ?? null,
  };
}
