import {
  type ConfigApi,
  createApiRef,
  type DiscoveryApi,
} from '@backstage/frontend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { DemoIdentity } from './DemoIdentity';

/** Somebody whom the sign-in page offers. */
export type DemoPerson = {
  entityRef: string;
  name: string;
  role: string;
  team: string;
};

/** Who is signed in, and what keeps them from going on. */
export type SessionState = {
  person: DemoPerson | undefined;
  identity: DemoIdentity | undefined;
  /** Why there is no (valid) session; undefined while all is well. */
  problem: string | undefined;
};

const STORAGE_KEY = 'demo.person';

/** Reads `demo.people`. */
export function readPeople(config: ConfigApi): DemoPerson[] {
  return (config.getOptionalConfigArray('demo.people') ?? []).map(person => ({
    entityRef: person.getString('entityRef'),
    name: person.getString('name'),
    role: person.getString('role'),
    team: person.getString('team'),
  }));
}

function reasonOf(error: unknown): string {
  if (error instanceof ResponseError) {
    return error.body.error.message;
  }
  return error instanceof Error ? error.message : String(error);
}

type Options = {
  people: DemoPerson[];
  discoveryApi: DiscoveryApi;
  storage: Storage;
};

/**
 * The choice of a person, kept for as long as the browser's tab is (two tabs
 * can be two people), and their session.
 */
export class DemoSession {
  readonly people: DemoPerson[];
  readonly #discoveryApi: DiscoveryApi;
  readonly #storage: Storage;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = {
    person: undefined,
    identity: undefined,
    problem: undefined,
  };

  constructor(options: Options) {
    this.people = options.people;
    this.#discoveryApi = options.discoveryApi;
    this.#storage = options.storage;
    const chosen = options.storage.getItem(STORAGE_KEY);
    const person = this.people.find(({ entityRef }) => entityRef === chosen);
    if (person) {
      this.choose(person);
    }
  }

  readonly getState = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  choose(person: DemoPerson): void {
    this.#storage.setItem(STORAGE_KEY, person.entityRef);
    const identity = new DemoIdentity({
      person,
      discoveryApi: this.#discoveryApi,
      onSession: () => this.report(undefined),
      onProblem: error => this.report(reasonOf(error)),
      onSignOut: () => this.forget(),
    });
    this.#set({ person, identity, problem: undefined });
  }

  forget(): void {
    this.#storage.removeItem(STORAGE_KEY);
    this.#set({ person: undefined, identity: undefined, problem: undefined });
  }

  /** Says why there is no valid session, or that there is one. */
  report(problem: string | undefined): void {
    if (this.#state.person && this.#state.problem !== problem) {
      this.#set({ ...this.#state, problem });
    }
  }

  /** Asks for a new session; whether it came. */
  async renew(): Promise<boolean> {
    try {
      await this.#state.identity?.renew();
      return true;
    } catch {
      // The identity has reported why.
      return false;
    }
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}

/** The tab's {@link DemoSession}. */
export const demoSessionApiRef = createApiRef<DemoSession>({
  id: 'app.demo-session',
});
