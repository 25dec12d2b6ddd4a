import {
  answerProposal,
  listOwnershipGaps,
  patchActionItems,
} from '../api/operations/ownership';
import type { BulkChanger } from '../ownership/BulkChanger';
import type { ProposalService } from '../ownership/ProposalService';
import type { PostmortemService } from '../service/PostmortemService';
import type { Mount } from './mount';

/** Who answers for action items and the routes that settle it. */
export interface Ownership {
  proposals: ProposalService;
  bulk: BulkChanger;
}

/** Routes about who owns what is to be done. */
export function mountOwnership(
  mount: Mount,
  service: PostmortemService,
  { proposals, bulk }: Ownership,
): void {
  mount(patchActionItems, async ({ body, credentials }) => ({
    json: await bulk.change(body, credentials),
  }));
  mount(answerProposal, async ({ params, body, credentials }) => ({
    json: await proposals.answer(params.id, body, credentials),
  }));
  mount(listOwnershipGaps, async ({ query, credentials }) => ({
    json: await service.listOwnershipGaps(query, { credentials }),
  }));
}
