import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  ActionItem,
  Proposal,
  ProposalAnswerInput,
} from 'backstage-plugin-postmortem-common';
import type { OwnershipLookup } from '../catalog/OwnershipLookup';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { Notifier } from '../notifications/Notifier';
import type { Identities } from '../permissions/Identities';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { authorOf } from '../service/author';
import type { PostmortemChanger } from '../service/PostmortemChanger';
import type { Change } from '../service/PostmortemWriter';
import type { ProposalStore } from './ProposalStore';

/** Takes the answers of teams to which action items are proposed. */
export class ProposalService {
  readonly #proposals: ProposalStore;
  readonly #postmortems: PostmortemStore;
  readonly #ownership: OwnershipLookup;
  readonly #changer: PostmortemChanger;
  readonly #guard: PostmortemGuard;
  readonly #identities: Identities;
  readonly #notifier: Notifier;
  readonly #clock: () => string;

  constructor(options: {
    proposals: ProposalStore;
    postmortems: PostmortemStore;
    ownership: OwnershipLookup;
    changer: PostmortemChanger;
    guard: PostmortemGuard;
    identities: Identities;
    notifier: Notifier;
    clock: () => string;
  }) {
    this.#proposals = options.proposals;
    this.#postmortems = options.postmortems;
    this.#ownership = options.ownership;
    this.#changer = options.changer;
    this.#guard = options.guard;
    this.#identities = options.identities;
    this.#notifier = options.notifier;
    this.#clock = options.clock;
  }

  /**
   * Accepts or declines an item in the name of the team. An accepted item
   * without an owner is the team's from then on: to accept takes no more than
   * to be of the team, or of one above it, and to see the postmortem.
   *
   * @throws NotFoundError when the caller may not know of the item.
   * @throws NotAllowedError for those who are not of the team.
   * @throws ConflictError when it does not wait for an answer.
   * @throws ServiceUnavailableError when the catalog does not say who is.
   */
  async answer(
    actionItemId: string,
    { answer, reason = null }: ProposalAnswerInput,
    credentials: BackstageCredentials,
  ): Promise<ActionItem> {
    const id = actionItemId.toLocaleLowerCase('en-US');
    const missing = new NotFoundError(
      `There is no action item ${actionItemId}, or you may not see it`,
    );
    const { id: postmortemId, visible } = await this.#guard.seeing(
      await this.#postmortems.postmortemIdOfActionItem(id),
      credentials,
      missing,
    );
    const proposal = await this.#waiting(id);
    await this.#requireMember(proposal.teamRef, credentials);
    const along = this.#noting(id, proposal, {
      state: answer === 'accept' ? 'accepted' : 'declined',
      answeredBy: authorOf(credentials),
      answeredAt: this.#clock(),
      reason,
    });
    const postmortem = await this.#changer.change(
      postmortemId,
      { credentials, visible, ifMatch: '*' },
      'updated',
      async ({ content }) => ({
        content: {
          ...content,
          actionItems: content.actionItems.map(item =>
            item.id === id && answer === 'accept' && item.ownerRef === null
              ? { ...item, ownerRef: proposal.teamRef }
              : item,
          ),
        },
        reason:
          answer === 'accept'
            ? `${proposal.teamRef} accepts an action item`
            : `${proposal.teamRef} declines an action item: ${reason}`,
        along,
      }),
      false,
      missing,
    );
    const item = postmortem.actionItems.find(each => each.id === id);
    if (!item) {
      throw missing;
    }
    if (reason !== null && answer === 'decline') {
      await this.#tellProposer(item, proposal, {
        by: authorOf(credentials),
        reason,
      });
    }
    return item;
  }

  async #waiting(actionItemId: string): Promise<Proposal> {
    const proposal = await this.#proposals.find(actionItemId);
    if (proposal?.state !== 'proposed') {
      throw new ConflictError(
        proposal
          ? `${proposal.teamRef} has ${proposal.state} it already`
          : 'It is not proposed to any team',
      );
    }
    return proposal;
  }

  async #requireMember(
    teamRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const mine = await this.#identities.of(credentials);
    let isMember: boolean;
    try {
      isMember = await this.#ownership.standFor(mine, teamRef, credentials);
    } catch (error) {
      throw new ServiceUnavailableError(
        `The catalog did not say which groups are above ${teamRef}; try again`,
        error,
      );
    }
    if (!isMember) {
      throw new NotAllowedError(
        `Only members of ${teamRef}, or of a group above it, can answer for it`,
      );
    }
  }

  #noting(
    actionItemId: string,
    { teamRef }: Proposal,
    answer: Parameters<ProposalStore['answer']>[3],
  ): Change['along'] {
    return async trx => {
      if (!(await this.#proposals.answer(trx, actionItemId, teamRef, answer))) {
        throw new ConflictError(
          'Somebody else has just answered it, or it is about another entity now',
        );
      }
    };
  }

  async #tellProposer(
    item: ActionItem,
    proposal: Proposal,
    answer: { by: string; reason: string },
  ): Promise<void> {
    const postmortem = await this.#postmortems.find({
      idOrKey: item.postmortemId,
    });
    if (postmortem) {
      this.#notifier.declined(postmortem, item, proposal, answer);
    }
  }
}
