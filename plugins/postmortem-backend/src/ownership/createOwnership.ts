import type {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { PostmortemConfig } from '../config';
import type { Notifier } from '../notifications/Notifier';
import type { Identities } from '../permissions/Identities';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { Ownership } from '../router/ownershipRoutes';
import type { PostmortemParts } from '../service/createPostmortemService';
import { BulkChanger } from './BulkChanger';
import { LateProposals } from './LateProposals';
import { OwnershipGapStore } from './OwnershipGapStore';
import { OwnershipSweep } from './OwnershipSweep';
import { ProposalService } from './ProposalService';
import { UnproposedStore } from './UnproposedStore';

/** Puts together what settles who answers for action items. */
export async function createOwnership(
  options: Pick<
    PostmortemParts,
    'postmortems' | 'changer' | 'proposals' | 'ownership'
  > & {
    knex: Knex;
    auth: AuthService;
    catalog: CatalogService;
    notifier: Notifier;
    logger: LoggerService;
    scheduler: SchedulerService;
    config: PostmortemConfig;
    guard: PostmortemGuard;
    identities: Identities;
    clock: () => string;
  },
): Promise<Ownership> {
  const sweep = new OwnershipSweep({
    ...options,
    gaps: new OwnershipGapStore(options.knex),
  });
  const late = new LateProposals({
    ...options,
    unproposed: new UnproposedStore(options.knex),
  });
  await options.scheduler.scheduleTask({
    ...options.config.ownershipSweep,
    id: 'postmortem-ownership-sweep',
    fn: async () => {
      await sweep.run();
      await late.run();
    },
  });
  return {
    proposals: new ProposalService(options),
    bulk: new BulkChanger(options),
  };
}
