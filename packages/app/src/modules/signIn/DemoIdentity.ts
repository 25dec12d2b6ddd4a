import type {
  BackstageUserIdentity,
  DiscoveryApi,
  IdentityApi,
  ProfileInfo,
} from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { DemoPerson } from './DemoSession';

/** What the auth backend answers. */
type Session = {
  profile: ProfileInfo;
  backstageIdentity: {
    token: string;
    expiresInSeconds?: number;
    identity: BackstageUserIdentity;
  };
};

// A token is replaced this long before it expires.
const EXPIRY_MARGIN_MS = 5 * 60_000;

type Options = {
  person: DemoPerson;
  discoveryApi: DiscoveryApi;
  /** Told when the auth backend gave a session. */
  onSession: () => void;
  /** Told when the auth backend gave no session. */
  onProblem: (error: unknown) => void;
  onSignOut: () => void;
};

/** A session with the auth backend as one of the demo's people. */
export class DemoIdentity implements IdentityApi {
  readonly #options: Options;
  #session: Promise<Session> | undefined;
  #validUntil = 0;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Asks for a new session, whatever the present one is worth. */
  async renew(): Promise<void> {
    this.#session = undefined;
    await this.#getSession();
  }

  async getProfileInfo(): Promise<ProfileInfo> {
    return (await this.#getSession()).profile;
  }

  async getBackstageIdentity(): Promise<BackstageUserIdentity> {
    return (await this.#getSession()).backstageIdentity.identity;
  }

  async getCredentials(): Promise<{ token: string }> {
    const { token } = (await this.#getSession()).backstageIdentity;
    return { token };
  }

  async signOut(): Promise<void> {
    this.#options.onSignOut();
  }

  #getSession(): Promise<Session> {
    if (!this.#session || Date.now() >= this.#validUntil) {
      this.#validUntil = Number.POSITIVE_INFINITY;
      this.#session = this.#fetchSession().catch(error => {
        this.#session = undefined;
        this.#options.onProblem(error);
        throw error;
      });
    }
    return this.#session;
  }

  async #fetchSession(): Promise<Session> {
    const baseUrl = await this.#options.discoveryApi.getBaseUrl('auth');
    const response = await fetch(`${baseUrl}/demo/refresh`, {
      headers: {
        'X-Requested-With': 'XMLHttpRequest',
        'X-Demo-Person': this.#options.person.entityRef,
      },
      credentials: 'include',
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const session: Session = await response.json();
    const lifetimeMs = (session.backstageIdentity.expiresInSeconds ?? 0) * 1000;
    this.#validUntil =
      Date.now() + Math.max(lifetimeMs - EXPIRY_MARGIN_MS, lifetimeMs / 2);
    this.#options.onSession();
    return session;
  }
}
