import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { groupBy } from 'lodash';
import type { OwnershipLookup } from '../catalog/OwnershipLookup';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { Notifier } from '../notifications/Notifier';
import type { ProposedItem, UnproposedStore } from './UnproposedStore';

const ITEMS_AT_ONCE = 100;

/**
 * Proposes what could not be proposed when it was written, since the catalog
 * did not answer. It can run on several replicas at once.
 */
export class LateProposals {
  readonly #unproposed: UnproposedStore;
  readonly #postmortems: PostmortemStore;
  readonly #ownership: OwnershipLookup;
  readonly #notifier: Notifier;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #clock: () => string;

  constructor(options: {
    unproposed: UnproposedStore;
    postmortems: PostmortemStore;
    ownership: OwnershipLookup;
    notifier: Notifier;
    auth: AuthService;
    logger: LoggerService;
    clock: () => string;
  }) {
    this.#unproposed = options.unproposed;
    this.#postmortems = options.postmortems;
    this.#ownership = options.ownership;
    this.#notifier = options.notifier;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  async run(): Promise<void> {
    let last = '';
    for (;;) {
      const waiting = await this.#unproposed.after(last, ITEMS_AT_ONCE);
      if (waiting.length === 0) {
        return;
      }
      last = waiting[waiting.length - 1].actionItemId;
      let teams: Array<string | null>;
      try {
        teams = await this.#ownership.otherOwners(
          waiting,
          await this.#auth.getOwnServiceCredentials(),
        );
      } catch (error) {
        this.#logger.warn(
          'The catalog does not answer; action items still wait for being proposed to other teams',
          error as Error,
        );
        return;
      }
      const proposed = await this.#unproposed.settle(
        waiting.map((item, index) => ({ ...item, teamRef: teams[index] })),
        this.#clock(),
      );
      await this.#tell(proposed.filter(({ isQuiet }) => !isQuiet));
    }
  }

  /** One notification a team and postmortem. */
  async #tell(proposed: ProposedItem[]): Promise<void> {
    for (const [id, items] of Object.entries(
      groupBy(proposed, 'postmortemId'),
    )) {
      const postmortem = await this.#postmortems.find({ idOrKey: id });
      if (postmortem) {
        Object.entries(groupBy(items, 'teamRef')).forEach(([teamRef, its]) =>
          this.#notifier.proposed(postmortem, teamRef, {
            items: its.length,
            by: its[0].writtenBy,
          }),
        );
      }
    }
  }
}
