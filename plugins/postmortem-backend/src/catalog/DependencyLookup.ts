import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { chunk } from 'lodash';

/** How one entity leads to another. */
export interface Path {
  /** From where it begins to where it leads, both included. */
  refs: string[];
}

// What an entity needs to work, and what it leads on to.
const NEEDS = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_API_PROVIDED_BY,
];

// The same, the other way round.
const NEEDED_BY = [
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
  RELATION_API_CONSUMED_BY,
];

const REFS_PER_REQUEST = 500;

/** How far lessons travel along dependencies. */
export const MAX_HOPS = 2;

// A domain has domains and systems, which have components, which may have some.
const MAX_LEVELS = 5;

// Far above any system; where a catalog is broken, a limit.
const MAX_ENTITIES = 2_000;

const KINDS_WITH_PARTS = ['system:', 'domain:'];

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity).toLocaleLowerCase('en-US');
}

function targets(entity: Entity, types: string[]): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
}

/**
 * Follows the catalog's relations, with the caller's credentials: what the
 * caller may not see there is on no path.
 */
export class DependencyLookup {
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /**
   * The shortest paths from the entities to what they depend on, the closest
   * first, one or two hops away.
   *
   * @throws ServiceUnavailableError when the catalog does not answer.
   */
  async dependencies(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Path[]> {
    return this.#follow(entityRefs, NEEDS, credentials);
  }

  /** The shortest paths from the entities to what depends on them. */
  async dependents(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Path[]> {
    return this.#follow(entityRefs, NEEDED_BY, credentials);
  }

  /** The other parts of the systems of the entities. */
  async siblings(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Path[]> {
    const own = new Set(entityRefs);
    const entities = await this.#entities(entityRefs, credentials);
    const systems = new Map<string, string>();
    for (const entity of entities) {
      for (const system of targets(entity, [RELATION_PART_OF])) {
        if (system.startsWith('system:')) {
          systems.set(system, refOf(entity));
        }
      }
    }
    const parts = await this.#entities([...systems.keys()], credentials);
    const paths = new Map<string, Path>();
    for (const system of parts) {
      for (const part of targets(system, [RELATION_HAS_PART])) {
        if (!own.has(part) && !paths.has(part)) {
          const systemRef = refOf(system);
          paths.set(part, {
            refs: [systems.get(systemRef)!, systemRef, part],
          });
        }
      }
    }
    return [...paths.values()];
  }

  /** The entities, and where they are systems or domains, all their parts. */
  async withParts(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const seen = new Set(entityRefs);
    const hasParts = (ref: string) =>
      KINDS_WITH_PARTS.some(kind => ref.startsWith(kind));
    let level = entityRefs.filter(hasParts);
    for (let depth = 0; level.length > 0 && depth < MAX_LEVELS; depth++) {
      const entities = await this.#entities(level, credentials);
      const parts = entities
        .flatMap(entity => targets(entity, [RELATION_HAS_PART]))
        .filter(ref => !seen.has(ref));
      parts.slice(0, MAX_ENTITIES - seen.size).forEach(ref => seen.add(ref));
      level = [...new Set(parts)];
    }
    return [...seen];
  }

  /** The catalog's tags of each of the entities that have some. */
  async tagsOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>> {
    const entities = await this.#entities(entityRefs, credentials);
    return new Map(
      entities.map(entity => [refOf(entity), entity.metadata.tags ?? []]),
    );
  }

  /** The entities that have one of the tags; at most a limit. */
  async withTags(
    tags: string[],
    limit: number,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    if (tags.length === 0) {
      return [];
    }
    const { items } = await this.#ask(() =>
      this.#catalog.queryEntities(
        {
          filter: {
            kind: ['component', 'api', 'resource'],
            'metadata.tags': tags,
          },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          limit,
        },
        { credentials },
      ),
    );
    return items.map(refOf);
  }

  async #follow(
    entityRefs: string[],
    relations: string[],
    credentials: BackstageCredentials,
  ): Promise<Path[]> {
    const paths = new Map<string, Path>(
      entityRefs.map(ref => [ref, { refs: [ref] }]),
    );
    const found: Path[] = [];
    let level = entityRefs;
    for (let hop = 0; level.length > 0 && hop < MAX_HOPS; hop++) {
      const next: string[] = [];
      for (const entity of await this.#entities(level, credentials)) {
        const from = paths.get(refOf(entity))!;
        for (const ref of targets(entity, relations)) {
          if (!paths.has(ref) && paths.size < MAX_ENTITIES) {
            const path = { refs: [...from.refs, ref] };
            paths.set(ref, path);
            found.push(path);
            next.push(ref);
          }
        }
      }
      level = next;
    }
    return found;
  }

  async #entities(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const found: Entity[] = [];
    for (const refs of chunk(entityRefs, REFS_PER_REQUEST)) {
      const { items } = await this.#ask(() =>
        this.#catalog.getEntitiesByRefs(
          {
            entityRefs: refs,
            fields: [
              'kind',
              'metadata.name',
              'metadata.namespace',
              'metadata.tags',
              'relations',
            ],
          },
          { credentials },
        ),
      );
      found.push(...items.filter(entity => entity !== undefined));
    }
    return found;
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog did not say what belongs together; try again',
        error,
      );
    }
  }
}
