import type { LoggerService } from '@backstage/backend-plugin-api';
import { countBy } from 'lodash';
import type { OwnershipLookup } from '../catalog/OwnershipLookup';
import { isOpen } from '../database/overdue';
import type { StoredContent } from '../database/rows';
import type { Notifier } from '../notifications/Notifier';
import type { PlannedWork, WriteContext } from '../service/PostmortemWriter';
import type { Proposals, ProposalStore } from './ProposalStore';

/**
 * Proposes action items that change another team's entity to that team, along
 * with the write that adds them.
 */
export class ProposalPlanner {
  readonly #proposals: ProposalStore;
  readonly #ownership: OwnershipLookup;
  readonly #notifier: Notifier;
  readonly #logger: LoggerService;

  constructor(options: {
    proposals: ProposalStore;
    ownership: OwnershipLookup;
    notifier: Notifier;
    logger: LoggerService;
  }) {
    this.#proposals = options.proposals;
    this.#ownership = options.ownership;
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
    const idsAfter = new Set(after.actionItems.map(({ id }) => id));
    const moved = after.actionItems.filter(
      item => (entityBefore.get(item.id) ?? null) !== item.entityRef,
    );
    const left = [...entityBefore.keys()].filter(id => !idsAfter.has(id));
    const ids = [...moved.map(({ id }) => id), ...left];
    if (ids.length === 0) {
      return undefined;
    }
    const proposals = await this.#proposalsFor(
      moved.flatMap(item =>
        item.entityRef !== null && isOpen(item) && !isSettled(item, context)
          ? [{ actionItemId: item.id, entityRef: item.entityRef }]
          : [],
      ),
      after,
      context,
    );
    return {
      along: (trx, number) =>
        this.#proposals.replace(trx, number, ids, proposals),
      afterwards: postmortem => {
        if (!isQuiet(context)) {
          Object.entries(countBy(proposals.made, 'teamRef')).forEach(
            ([teamRef, items]) =>
              this.#notifier.proposed(postmortem, teamRef, {
                items,
                by: context.author,
              }),
          );
        }
      },
    };
  }

  async #proposalsFor(
    items: Array<{ actionItemId: string; entityRef: string }>,
    { teams, actionItems }: StoredContent,
    context: WriteContext,
  ): Promise<Proposals> {
    const { credentials, author, now } = context;
    if (items.length === 0) {
      return { made: [], unproposed: [] };
    }
    try {
      const owners = await this.#ownership.otherOwners(
        items.map(({ entityRef }) => ({ entityRef, teams })),
        credentials,
      );
      return {
        made: items.flatMap((item, index) => {
          const teamRef = owners[index];
          return teamRef === null
            ? []
            : [{ ...item, teamRef, proposedBy: author, proposedAt: now }];
        }),
        unproposed: [],
      };
    } catch (error) {
      // A catalog that does not answer must not cost anybody their words.
      this.#logger.warn(
        `Could not look up who owns what new action items of postmortem ${actionItems[0].postmortemId} change; they are stored, and proposed to other teams by a later sweep`,
        error as Error,
      );
      return {
        made: [],
        unproposed: items.map(item => ({
          ...item,
          writtenBy: author,
          isQuiet: isQuiet(context),
        })),
      };
    }
  }
}

/** Who owned an item in the past, in a document that tells of it, did so. */
function isSettled(
  { ownerRef }: StoredContent['actionItems'][number],
  { action }: WriteContext,
): boolean {
  return action === 'imported' && ownerRef !== null;
}

/** Whoever imports a document tells of the past, and of many at a time. */
function isQuiet({ action }: WriteContext): boolean {
  return action === 'imported';
}
