import type { Proposal } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { insertAll, isAnyOf } from '../database/sql';

/** An action item that is proposed to the team that owns its entity. */
export interface NewProposal {
  actionItemId: string;
  entityRef: string;
  teamRef: string;
  proposedBy: string;
  proposedAt: string;
}

/** What a team answered. */
export interface ProposalAnswer {
  state: Exclude<Proposal['state'], 'proposed'>;
  answeredBy: string;
  answeredAt: string;
  reason: string | null;
}

const TABLE = 'postmortem_action_item_proposals';

/** Keeps what is proposed to which team, and what they answered. */
export class ProposalStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(actionItemId: string): Promise<Proposal | undefined> {
    const row = await this.#knex(TABLE)
      .where({ action_item_id: actionItemId })
      .first();
    return (
      row && {
        teamRef: row.team_ref,
        state: row.state,
        proposedBy: row.proposed_by,
        proposedAt: row.proposed_at,
        answeredBy: row.answered_by,
        answeredAt: row.answered_at,
        reason: row.reason,
      }
    );
  }

  /** Replaces what was proposed about the items by the new proposals. */
  async replace(
    trx: Knex.Transaction,
    number: number,
    itemIds: string[],
    proposals: NewProposal[],
  ): Promise<void> {
    await trx(TABLE).where(isAnyOf(trx, 'action_item_id', itemIds)).delete();
    await insertAll(
      trx,
      TABLE,
      proposals.map(proposal => ({
        postmortem_number: number,
        action_item_id: proposal.actionItemId,
        entity_ref: proposal.entityRef,
        team_ref: proposal.teamRef,
        state: 'proposed',
        proposed_by: proposal.proposedBy,
        proposed_at: proposal.proposedAt,
      })),
    );
  }

  /** @returns false when the item does not wait for an answer any more. */
  async answer(
    trx: Knex.Transaction,
    actionItemId: string,
    { state, answeredBy, answeredAt, reason }: ProposalAnswer,
  ): Promise<boolean> {
    const changed = await trx(TABLE)
      .where({ action_item_id: actionItemId, state: 'proposed' })
      .update({
        state,
        answered_by: answeredBy,
        answered_at: answeredAt,
        reason,
      });
    return changed > 0;
  }
}
