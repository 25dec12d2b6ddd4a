import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { chunk, partition } from 'lodash';
import type { OwnershipGapStore } from './OwnershipGapStore';

// Refs in one request to the catalog.
const REFS_PER_REQUEST = 1_000;

// A catalog that knows none of so many refs is empty, or hides everything.
const SUSPICIOUS = 20;

/**
 * Finds owners, entities and teams that the catalog no longer has. It can run
 * twice, or on several replicas at once: what it notes has a key of its own.
 */
export class OwnershipSweep {
  readonly #gaps: OwnershipGapStore;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  readonly #clock: () => string;

  constructor(options: {
    gaps: OwnershipGapStore;
    catalog: CatalogService;
    auth: AuthService;
    logger: LoggerService;
    clock: () => string;
  }) {
    this.#gaps = options.gaps;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
    this.#clock = options.clock;
  }

  async run(): Promise<void> {
    const refs = await this.#refsInUse();
    let known: Set<string>;
    try {
      known = await this.#known(refs);
    } catch (error) {
      this.#logger.warn(
        'The catalog does not answer; missing owners are looked for next time',
        error as Error,
      );
      return;
    }
    if (known.size === 0 && refs.length > SUSPICIOUS) {
      this.#logger.warn(
        `The catalog has none of the ${refs.length} entities that postmortems name; it is taken to be still loading, and no owner to be missing`,
      );
      return;
    }
    const [found, missing] = partition(refs, ref => known.has(ref));
    await this.#gaps.record({ found, missing }, this.#clock());
  }

  async #refsInUse(): Promise<string[]> {
    const refs: string[] = [];
    let page = await this.#gaps.refsAfter('', REFS_PER_REQUEST);
    while (page.length > 0) {
      refs.push(...page);
      page = await this.#gaps.refsAfter(
        page[page.length - 1],
        REFS_PER_REQUEST,
      );
    }
    return refs;
  }

  async #known(refs: string[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (const entityRefs of chunk(refs, REFS_PER_REQUEST)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      items.forEach((entity, index) => {
        if (entity) {
          known.add(entityRefs[index]);
        }
      });
    }
    return known;
  }
}
