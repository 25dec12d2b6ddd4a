import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { postmortemUpdatePermission } from 'backstage-plugin-postmortem-common';
import type { StoredPostmortem } from '../database/rows';
import type { Identities } from '../permissions/Identities';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';

/** The role of participants who review. */
const REVIEWER = 'reviewer';

/**
 * Lets those review who were asked to, as participants with that role, and
 * whoever may change the postmortem.
 */
export class ReviewerGuard {
  readonly #guard: PostmortemGuard;
  readonly #identities: Identities;

  constructor(options: { guard: PostmortemGuard; identities: Identities }) {
    this.#guard = options.guard;
    this.#identities = options.identities;
  }

  /**
   * @throws NotFoundError when the caller may not know of the postmortem.
   * @throws NotAllowedError when they are no reviewer of it.
   */
  async find(
    idOrKey: string,
    credentials: BackstageCredentials,
  ): Promise<StoredPostmortem> {
    const [postmortem, identities] = await Promise.all([
      this.#guard.find(idOrKey, credentials),
      this.#identities.of(credentials),
    ]);
    const isReviewer = postmortem.content.participants.some(
      ({ entityRef, role }) =>
        role?.toLocaleLowerCase('en-US') === REVIEWER &&
        identities.includes(entityRef),
    );
    return isReviewer
      ? postmortem
      : this.#guard.find(idOrKey, credentials, postmortemUpdatePermission);
  }
}
