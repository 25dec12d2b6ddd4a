import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type BasicPermission,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import {
  postmortemReadPermission,
  postmortemRestrictedReadPermission,
} from 'backstage-plugin-postmortem-common';
import { NotAllowedError } from '@backstage/errors';
import { authorOf } from '../service/author';
import { allOf, type PostmortemFilter, type PropertyFilter } from './filter';
import type { Identities } from './Identities';
import { probePermission } from './probePermission';

/** What a caller may do; `undefined` filters hold for every postmortem. */
export interface Access {
  /** The postmortems that the caller may know of; false when there are none. */
  visible: PostmortemFilter | undefined | false;
  /** Of those, the ones that the permission asked for allows to act on. */
  actionable: PostmortemFilter | undefined | false;
}

/** Turns the decisions of the permission framework into filters. */
export class PostmortemAccess {
  readonly #permissions: PermissionsService;
  readonly #identities: Identities;
  readonly #transform: ConditionTransformer<PropertyFilter>;

  constructor(options: {
    permissions: PermissionsService;
    identities: Identities;
    transformConditions: ConditionTransformer<PropertyFilter>;
  }) {
    this.#permissions = options.permissions;
    this.#identities = options.identities;
    this.#transform = options.transformConditions;
  }

  /** @throws NotAllowedError when the permission is not granted. */
  async require(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`You lack the permission ${permission.name}`);
    }
  }

  /** What the caller may see and, of that, act on. */
  async of(
    credentials: BackstageCredentials,
    permission: ResourcePermission = postmortemReadPermission,
  ): Promise<Access> {
    const isReading = permission.name === postmortemReadPermission.name;
    const [decisions, identities] = await Promise.all([
      this.#permissions.authorizeConditional(
        [
          { permission: postmortemReadPermission },
          { permission: postmortemRestrictedReadPermission },
          { permission: probePermission },
          ...(isReading ? [] : [{ permission }]),
        ],
        { credentials },
      ),
      this.#identities.of(credentials),
    ]);
    const [read, restricted, probe, act = read] = decisions;
    const readable = this.#filterOf(read);
    return {
      visible:
        readable !== false &&
        allOf(
          readable,
          this.#unrestricted(
            authorOf(credentials),
            identities,
            this.#restrictedReadable(restricted, probe),
          ),
        ),
      actionable: this.#filterOf(act),
    };
  }

  /**
   * The restricted postmortems that the policy opens to the caller, see
   * `postmortemRestrictedReadPermission`.
   */
  #restrictedReadable(
    restricted: PolicyDecision,
    probe: PolicyDecision,
  ): PostmortemFilter | undefined | false {
    const isIndiscriminate =
      restricted.result === AuthorizeResult.ALLOW &&
      probe.result !== AuthorizeResult.DENY;
    return !isIndiscriminate && this.#filterOf(restricted);
  }

  /** Everything but what is restricted to others. */
  #unrestricted(
    author: string,
    identities: string[],
    restricted: PostmortemFilter | undefined | false,
  ): PostmortemFilter | undefined {
    if (restricted === undefined) {
      return undefined;
    }
    const alternatives: [PostmortemFilter, ...PostmortemFilter[]] = [
      { property: 'visibility', values: ['internal'] },
      { property: 'viewer', values: [...new Set([author, ...identities])] },
    ];
    if (restricted) {
      alternatives.push(restricted);
    }
    return { anyOf: alternatives };
  }

  #filterOf(decision: PolicyDecision): PostmortemFilter | undefined | false {
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        return this.#transformed(decision.conditions);
      default:
        return false;
    }
  }

  #transformed(
    conditions: PermissionCriteria<PermissionCondition>,
  ): PostmortemFilter {
    return this.#transform(conditions);
  }
}
