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
  type Entity,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { entitiesByRefs, refOf, relationTargets } from './entities';

/** How one entity leads to another. */
export interface Path {
  /** From where it begins to where it leads, both included. */
  refs: string[];
}

/** A tag that an entity has in the catalog. */
export interface EntityTag {
  entityRef: string;
  tag: string;
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

/** How far lessons travel along dependencies. */
export const MAX_HOPS = 2;

// A domain has domains and systems, which have components, which may have some.
const MAX_LEVELS = 5;

// Far above any system; where a catalog is broken, a limit.
const MAX_ENTITIES = 2_000;

const MAX_PATHS = 20_000;

const KINDS_WITH_PARTS = ['system:', 'domain:'];

function tagsOf(entity: Entity): EntityTag[] {
  const entityRef = refOf(entity);
  return (entity.metadata.tags ?? []).map(tag => ({ entityRef, tag }));
}

/** The shortest paths in a graph to what is not where they begin. */
function shortestPaths(
  starts: string[],
  graph: Map<string, string[]>,
  limit: number,
): Path[] {
  const seen = new Set(starts);
  const found: Path[] = [];
  let level: Path[] = starts.map(ref => ({ refs: [ref] }));
  for (let hop = 0; level.length > 0 && hop < MAX_HOPS; hop++) {
    const next: Path[] = [];
    for (const { refs } of level) {
      for (const ref of graph.get(refs[refs.length - 1]) ?? []) {
        if (!seen.has(ref) && found.length < limit) {
          seen.add(ref);
          const path = { refs: [...refs, ref] };
          found.push(path);
          next.push(path);
        }
      }
    }
    level = next;
  }
  return found;
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
   * first, one or two hops away, and the tags of the entities.
   *
   * @param ofEach - follows each of the entities by itself: what one of them
   * depends on is told of it also where it is another one of them
   * @throws ServiceUnavailableError when the catalog does not answer.
   */
  async dependencies(
    entityRefs: string[],
    credentials: BackstageCredentials,
    { ofEach = false } = {},
  ): Promise<{ paths: Path[]; tags: EntityTag[] }> {
    const { graph, tags } = await this.#graph(entityRefs, NEEDS, credentials);
    return {
      tags,
      paths: ofEach
        ? entityRefs
            .flatMap(ref => shortestPaths([ref], graph, MAX_ENTITIES))
            .slice(0, MAX_PATHS)
            .sort((a, b) => a.refs.length - b.refs.length)
        : shortestPaths(entityRefs, graph, MAX_ENTITIES),
    };
  }

  /** The shortest paths from the entities to what depends on them. */
  async dependents(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Path[]> {
    const { graph } = await this.#graph(entityRefs, NEEDED_BY, credentials);
    return shortestPaths(entityRefs, graph, MAX_ENTITIES);
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
      for (const system of relationTargets(entity, RELATION_PART_OF)) {
        if (system.startsWith('system:')) {
          systems.set(system, refOf(entity));
        }
      }
    }
    const parts = await this.#entities([...systems.keys()], credentials);
    const paths = new Map<string, Path>();
    for (const system of parts) {
      for (const part of relationTargets(system, RELATION_HAS_PART)) {
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
        .flatMap(entity => relationTargets(entity, RELATION_HAS_PART))
        .filter(ref => !seen.has(ref));
      parts.slice(0, MAX_ENTITIES - seen.size).forEach(ref => seen.add(ref));
      level = [...new Set(parts)];
    }
    return [...seen];
  }

  /** The entities that have each of the tags; at most so many in all. */
  async withTags(
    tags: string[],
    limit: number,
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>(tags.map(tag => [tag, []]));
    if (tags.length === 0) {
      return found;
    }
    const { items } = await this.#ask(() =>
      this.#catalog.queryEntities(
        {
          filter: {
            kind: ['component', 'api', 'resource'],
            'metadata.tags': tags,
          },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.tags',
          ],
          limit,
        },
        { credentials },
      ),
    );
    for (const entity of items) {
      for (const tag of entity.metadata.tags ?? []) {
        found.get(tag)?.push(refOf(entity));
      }
    }
    return found;
  }

  /**
   * What the entities lead to within the hops, level by level, and the tags of
   * those where it begins.
   */
  async #graph(
    entityRefs: string[],
    relations: string[],
    credentials: BackstageCredentials,
  ): Promise<{ graph: Map<string, string[]>; tags: EntityTag[] }> {
    const tags: EntityTag[] = [];
    const graph = new Map<string, string[]>();
    let level = entityRefs;
    for (let hop = 0; level.length > 0 && hop < MAX_HOPS; hop++) {
      const entities = await this.#entities(level, credentials);
      for (const entity of entities) {
        graph.set(refOf(entity), relationTargets(entity, ...relations));
        if (hop === 0) {
          tags.push(...tagsOf(entity));
        }
      }
      level = [...new Set(level.flatMap(ref => graph.get(ref) ?? []))]
        .filter(ref => !graph.has(ref))
        .slice(0, MAX_ENTITIES);
    }
    return { graph, tags };
  }

  async #entities(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Entity[]> {
    const entities = await this.#ask(() =>
      entitiesByRefs(this.#catalog, entityRefs, credentials),
    );
    return entities.filter(entity => entity !== undefined);
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
