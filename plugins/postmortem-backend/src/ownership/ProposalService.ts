import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type {
  ActionItem,
  ProposalAnswerInput,
} from 'backstage-plugin-postmortem-common';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { Identities } from '../permissions/Identities';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { authorOf } from '../service/author';
import type { CallOptions } from '../service/PostmortemService';
import type { PostmortemChanger } from '../service/PostmortemChanger';
import type { ProposalStore } from './ProposalStore';

/** Takes the answers of teams to which action items are proposed. */
export class ProposalService {
  readonly #proposals: ProposalStore;
  readonly #postmortems: PostmortemStore;
  readonly #changer: PostmortemChanger;
  readonly #guard: PostmortemGuard;
  readonly #identities: Identities;
  readonly #clock: () => string;

  constructor(options: {
    proposals: ProposalStore;
    postmortems: PostmortemStore;
    changer: PostmortemChanger;
    guard: PostmortemGuard;
    identities: Identities;
    clock: () => string;
  }) {
    this.#proposals = options.proposals;
    this.#postmortems = options.postmortems;
    this.#changer = options.changer;
    this.#guard = options.guard;
    this.#identities = options.identities;
    this.#clock = options.clock;
  }

  /**
   * Accepts or declines an item in the name of the team. An accepted item
   * without an owner is the team's from then on: to accept takes no more than
   * to be of the team and to see the postmortem.
   *
   * @throws NotFoundError when the caller may not know of the item.
   * @throws NotAllowedError for those who are not of the team.
   * @throws ConflictError when it does not wait for an answer.
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
    const postmortemId = await this.#postmortems.postmortemIdOfActionItem(id);
    const { visible } = await this.#guard.reading<CallOptions>({
      credentials,
    });
    if (
      !postmortemId ||
      !(await this.#postmortems.exists({ idOrKey: postmortemId, visible }))
    ) {
      throw missing;
    }
    const proposal = await this.#proposals.find(id);
    if (proposal?.state !== 'proposed') {
      throw new ConflictError(
        proposal
          ? `${proposal.teamRef} has ${proposal.state} it already`
          : 'It is not proposed to any team',
      );
    }
    const mine = await this.#identities.of(credentials);
    if (!mine.includes(proposal.teamRef)) {
      throw new NotAllowedError(
        `Only members of ${proposal.teamRef} can answer for it`,
      );
    }
    const along = async (trx: Parameters<ProposalStore['answer']>[0]) => {
      const isFirst = await this.#proposals.answer(trx, id, {
        state: answer === 'accept' ? 'accepted' : 'declined',
        answeredBy: authorOf(credentials),
        answeredAt: this.#clock(),
        reason,
      });
      if (!isFirst) {
        throw new ConflictError('Somebody else has just answered it');
      }
    };
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
    return item;
  }
}
