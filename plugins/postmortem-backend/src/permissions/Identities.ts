import type {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';

const MAX_AGE_MS = 30_000;
const MAX_ENTRIES = 10_000;

interface Entry {
  refs: Promise<string[]>;
  since: number;
}

/**
 * Who the callers are: users and the groups that they belong to. Asking the
 * auth plugin is a request of its own, so an answer, which is as old as the
 * user's sign-in anyhow, is used for half a minute.
 */
export class Identities {
  readonly #auth: AuthService;
  readonly #userInfo: UserInfoService;
  readonly #clock: () => number;
  readonly #entries = new Map<string, Entry>();

  constructor(options: {
    auth: AuthService;
    userInfo: UserInfoService;
    clock?: () => number;
  }) {
    this.#auth = options.auth;
    this.#userInfo = options.userInfo;
    this.#clock = options.clock ?? Date.now;
  }

  /** The refs of the user and of their groups; none for a service. */
  async of(credentials: BackstageCredentials): Promise<string[]> {
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return [];
    }
    const { userEntityRef } = credentials.principal;
    const now = this.#clock();
    const known = this.#entries.get(userEntityRef);
    if (known && now - known.since < MAX_AGE_MS) {
      return known.refs;
    }
    const refs = this.#ask(credentials);
    this.#remember(userEntityRef, { refs, since: now });
    try {
      return await refs;
    } catch (error) {
      this.#entries.delete(userEntityRef);
      throw error;
    }
  }

  async #ask(credentials: BackstageCredentials): Promise<string[]> {
    const { userEntityRef, ownershipEntityRefs } =
      await this.#userInfo.getUserInfo(credentials);
    const refs = [userEntityRef, ...ownershipEntityRefs].map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    return [...new Set(refs)];
  }

  #remember(userEntityRef: string, entry: Entry): void {
    this.#entries.delete(userEntityRef);
    this.#entries.set(userEntityRef, entry);
    if (this.#entries.size > MAX_ENTRIES) {
      const [oldest] = this.#entries.keys();
      this.#entries.delete(oldest);
    }
  }
}
