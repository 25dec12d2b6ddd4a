import type { LoggerService } from '@backstage/backend-plugin-api';
import { countBy } from 'lodash';
import type { CatalogLookup } from '../catalog/CatalogLookup';
import { isOpen } from '../database/overdue';
import type { StoredContent } from '../database/rows';
import type { Notifier } from '../notifications/Notifier';
import type { PlannedWork, WriteContext } from '../service/PostmortemWriter';
import type { NewProposal, ProposalStore } from './ProposalStore';

/**
 * Proposes action items that change another team's entity to that team, along
 * with the write that adds them.
 */
export class ProposalPlanner {
  readonly #proposals: ProposalStore;
  readonly #catalog: CatalogLookup;
  readonly #notifier: Notifier;
  readonly #logger: LoggerService;

  constructor(options: {
    proposals: ProposalStore;
    catalog: CatalogLookup;
    notifier: Notifier;
    logger: LoggerService;
  }) {
    this.#proposals = options.proposals;
    this.#catalog = options.catalog;
    this.#notifier = options.notifier;
    this.#logger = options.logger;
  }

  /** What has to be done along with a write; nothing where it moves no item. */
  async plan(
    before: StoredContent | undefined,
    after: StoredContent,
    context: WriteContext,
  ): Promise<PlannedWork | undefined> {
    const entityBefore = new Map(
      before?.actionItems.map(item => [item.id, item.entityRef] as const),
    );
    const entityAfter = new Map(
      after.actionItems.map(item => [item.id, item.entityRef] as const),
    );
    const moved = after.actionItems.filter(
      item => (entityBefore.get(item.id) ?? null) !== item.entityRef,
    );
    const left = [...entityBefore.keys()].filter(id => !entityAfter.has(id));
    const ids = [...moved.map(({ id }) => id), ...left];
    if (ids.length === 0) {
      return undefined;
    }
    const proposals = await this.#proposalsFor(
      moved.filter(item => item.entityRef !== null && isOpen(item)),
      after,
      context,
    );
    return {
      along: (trx, number) =>
        this.#proposals.replace(trx, number, ids, proposals),
      afterwards: postmortem => {
        // Whoever imports a document tells of the past.
        if (context.action !== 'imported') {
          Object.entries(countBy(proposals, 'teamRef')).forEach(
            ([teamRef, count]) =>
              this.#notifier.proposed(postmortem, teamRef, count),
          );
        }
      },
    };
  }

  async #proposalsFor(
    items: StoredContent['actionItems'],
    { teams, title }: StoredContent,
    { credentials, author, now }: WriteContext,
  ): Promise<NewProposal[]> {
    if (items.length === 0) {
      return [];
    }
    try {
      const owners = await this.#catalog.ownersOf(
        [...new Set(items.map(item => item.entityRef!))],
        credentials,
      );
      return items.flatMap(item => {
        const groups = owners.get(item.entityRef!) ?? [];
        return groups.length === 0 || groups.some(ref => teams.includes(ref))
          ? []
          : [
              {
                actionItemId: item.id,
                entityRef: item.entityRef!,
                teamRef: groups[0],
                proposedBy: author,
                proposedAt: now,
              },
            ];
      });
    } catch (error) {
      // A catalog that does not answer must not cost anybody their words.
      this.#logger.warn(
        `Could not look up who owns what the action items of “${title}” change; they are stored without being proposed to other teams`,
        error as Error,
      );
      return [];
    }
  }
}
