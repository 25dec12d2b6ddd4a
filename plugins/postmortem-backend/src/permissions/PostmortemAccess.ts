import type {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
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

/** What a caller may do; `undefined` filters hold for every postmortem. */
export interface Access {
  /** The postmortems that the caller may know of; false when there are none. */
  visible: PostmortemFilter | undefined | false;
  /** Of those, the ones that the permission asked for allows to act on. */
  actionable: PostmortemFilter | undefined | false;
}

/** Turns the decisions of the permission framework into filters. */
export class PostmortemAccess {
  readonly #auth: AuthService;
  readonly #permissions: PermissionsService;
  readonly #userInfo: UserInfoService;
  readonly #transform: ConditionTransformer<PropertyFilter>;

  constructor(options: {
    auth: AuthService;
    permissions: PermissionsService;
    userInfo: UserInfoService;
    transformConditions: ConditionTransformer<PropertyFilter>;
  }) {
    this.#auth = options.auth;
    this.#permissions = options.permissions;
    this.#userInfo = options.userInfo;
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
    const [[read, restricted, act = read], identities] = await Promise.all([
      this.#permissions.authorizeConditional(
        [
          { permission: postmortemReadPermission },
          { permission: postmortemRestrictedReadPermission },
          ...(isReading ? [] : [{ permission }]),
        ],
        { credentials },
      ),
      this.#identities(credentials),
    ]);
    const readable = this.#filterOf(read);
    return {
      visible:
        readable !== false &&
        allOf(
          readable,
          this.#unrestricted(authorOf(credentials), identities, restricted),
        ),
      actionable: this.#filterOf(act),
    };
  }

  /** The user and the groups that they belong to; nobody for a service. */
  async #identities(credentials: BackstageCredentials): Promise<string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return [];
    }
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    return [userEntityRef, ...ownershipEntityRefs].map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
  }

  /** Everything but what is restricted to others. */
  #unrestricted(
    author: string,
    identities: string[],
    restricted: PolicyDecision,
  ): PostmortemFilter {
    const alternatives: PostmortemFilter[] = [
      { property: 'visibility', values: ['internal'] },
      { property: 'author', values: [author] },
    ];
    if (identities.length > 0) {
      alternatives.push(
        { property: 'participant', values: identities },
        { property: 'team', values: identities },
      );
    }
    // A plain ALLOW is what an allow-all policy says of every permission: it
    // does not count here. See postmortemRestrictedReadPermission.
    if (restricted.result === AuthorizeResult.CONDITIONAL) {
      alternatives.push(this.#transformed(restricted.conditions));
    }
    return { anyOf: alternatives as [PostmortemFilter, ...PostmortemFilter[]] };
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
