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

/** An action item for which the catalog did not say who owns its entity. */
export interface UnproposedItem {
  actionItemId: string;
  entityRef: string;
  /** Who wrote it. */
  writtenBy: string;
  /** Whether the team is not to be notified. */
  isQuiet: boolean;
}

/** What a write has to note about the items that it moves. */
export interface Proposals {
  made: NewProposal[];
  unproposed: UnproposedItem[];
}

/** What a team answered. */
export interface ProposalAnswer {
  state: Exclude<Proposal['state'], 'proposed'>;
  answeredBy: string;
  answeredAt: string;
  reason: string | null;
}

const PROPOSALS = 'postmortem_action_item_proposals';
const UNPROPOSED = 'postmortem_unproposed_items';

/** The row of a new proposal. */
export function proposalRow(number: number, proposal: NewProposal): object {
  return {
    postmortem_number: number,
    action_item_id: proposal.actionItemId,
    entity_ref: proposal.entityRef,
    team_ref: proposal.teamRef,
    state: 'proposed',
    proposed_by: proposal.proposedBy,
    proposed_at: proposal.proposedAt,
  };
}

/** Keeps what is proposed to which team, and what they answered. */
export class ProposalStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(actionItemId: string): Promise<Proposal | undefined> {
    const row = await this.#knex(PROPOSALS)
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

  /** Replaces what was noted about the items. */
  async replace(
    trx: Knex.Transaction,
    number: number,
    itemIds: string[],
    { made, unproposed }: Proposals,
  ): Promise<void> {
    // These first: whoever proposes them later waits here, or has done so.
    for (const table of [UNPROPOSED, PROPOSALS]) {
      await trx(table).where(isAnyOf(trx, 'action_item_id', itemIds)).delete();
    }
    await insertAll(
      trx,
      PROPOSALS,
      made.map(proposal => proposalRow(number, proposal)),
    );
    await insertAll(
      trx,
      UNPROPOSED,
      unproposed.map(item => ({
        postmortem_number: number,
        action_item_id: item.actionItemId,
        entity_ref: item.entityRef,
        written_by: item.writtenBy,
        is_quiet: item.isQuiet ? 1 : 0,
      })),
    );
  }

  /** @returns false when the item does not wait for that team any more. */
  async answer(
    trx: Knex.Transaction,
    actionItemId: string,
    teamRef: string,
    { state, answeredBy, answeredAt, reason }: ProposalAnswer,
  ): Promise<boolean> {
    const changed = await trx(PROPOSALS)
      .where({
        action_item_id: actionItemId,
        team_ref: teamRef,
        state: 'proposed',
      })
      .update({
        state,
        answered_by: answeredBy,
        answered_at: answeredAt,
        reason,
      });
    return changed > 0;
  }
}
