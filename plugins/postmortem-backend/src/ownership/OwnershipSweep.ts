import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { OwnershipGapStore } from './OwnershipGapStore';

// Refs in one request to the catalog.
const REFS_PER_REQUEST = 500;

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

  /** @throws Error when the catalog does not answer; nothing is noted then. */
  async run(): Promise<void> {
    const all = { found: [] as string[], missing: [] as string[] };
    let last = '';
    for (;;) {
      const refs = await this.#gaps.refsAfter(last, REFS_PER_REQUEST);
      if (refs.length === 0) {
        break;
      }
      last = refs[refs.length - 1];
      const known = await this.#known(refs);
      all.found.push(...refs.filter(ref => known.has(ref)));
      all.missing.push(...refs.filter(ref => !known.has(ref)));
    }
    if (all.found.length === 0 && all.missing.length > SUSPICIOUS) {
      this.#logger.warn(
        `The catalog has none of the ${all.missing.length} entities that postmortems name; it is taken to be still loading, and no owner to be missing`,
      );
      return;
    }
    await this.#gaps.note(all.missing, this.#clock());
    await this.#gaps.close(all.found);
    await this.#gaps.closeReplaced();
  }

  async #known(entityRefs: string[]): Promise<Set<string>> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return new Set(
      items.flatMap(entity =>
        entity ? [stringifyEntityRef(entity).toLocaleLowerCase('en-US')] : [],
      ),
    );
  }
}
