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
import {
  entitiesByRefs,
  IDENTITY_FIELDS,
  refOf,
  relationTargets,
} from './entities';
import { shortestPaths, type Path } from './shortestPaths';

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

// How far lessons travel along dependencies.
const MAX_HOPS = 2;

// Domains have domains and systems, which have components, which may have some.
const MAX_LEVELS = 6;

// Far above any system; where a catalog is broken, a limit.
const MAX_ENTITIES = 2_000;

const MAX_PATHS = 20_000;

// What has an owner who can answer for it.
const OWNED_KINDS = ['component', 'api', 'resource', 'system', 'domain'];

const KINDS_WITH_PARTS = ['system:', 'domain:'];

function lowerCased(tag: string): string {
  return tag.toLocaleLowerCase('en-US');
}

/** Its tags; the catalog takes them to be the same in any case. */
function tagsOf(entityRef: string, entity: Entity): EntityTag[] {
  const tags = (entity.metadata.tags ?? []).map(lowerCased);
  return [...new Set(tags)].map(tag => ({ entityRef, tag }));
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
    const pathsFrom = (refs: string[]) =>
      shortestPaths(refs, graph, { hops: MAX_HOPS, limit: MAX_ENTITIES });
    return {
      tags,
      paths: ofEach
        ? entityRefs
            .flatMap(ref => pathsFrom([ref]))
            .sort((a, b) => a.refs.length - b.refs.length)
            .slice(0, MAX_PATHS)
        : pathsFrom(entityRefs),
    };
  }

  /**
   * What depends on the entities, one or two hops away, the closest first; at
   * most so many.
   */
  async dependents(
    entityRefs: string[],
    limit: number,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const { graph } = await this.#graph(entityRefs, NEEDED_BY, credentials);
    return shortestPaths(entityRefs, graph, { hops: MAX_HOPS, limit }).map(
      ({ refs }) => refs[refs.length - 1],
    );
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
    const parents = await this.#entities([...systems.keys()], credentials);
    const paths = new Map<string, Path>();
    for (const system of parents) {
      for (const part of relationTargets(system, RELATION_HAS_PART)) {
        if (!own.has(part) && !paths.has(part) && paths.size < MAX_ENTITIES) {
          const systemRef = refOf(system);
          paths.set(part, {
            refs: [systems.get(systemRef)!, systemRef, part],
          });
        }
      }
    }
    const known = await this.known([...paths.keys()], credentials);
    return [...paths].flatMap(([part, path]) =>
      known.has(part) ? [path] : [],
    );
  }

  /** The entities, and where they are systems or domains, all their parts. */
  async withParts(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const found = new Set(entityRefs);
    let level = entityRefs.filter(ref =>
      KINDS_WITH_PARTS.some(kind => ref.startsWith(kind)),
    );
    for (let depth = 0; level.length > 0 && depth < MAX_LEVELS; depth++) {
      const entities = await this.#entities(level, credentials);
      entities.forEach(entity => found.add(refOf(entity)));
      const parts = entities.flatMap(entity =>
        relationTargets(entity, RELATION_HAS_PART),
      );
      level = [...new Set(parts)]
        .filter(ref => !found.has(ref))
        .slice(0, Math.max(0, MAX_ENTITIES - found.size));
    }
    return [...found];
  }

  /** Those of the refs that the catalog has for the caller. */
  async known(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const entities = await this.#entities(refs, credentials, IDENTITY_FIELDS);
    return new Set(entities.map(refOf));
  }

  /**
   * The entities that have each of the tags, in whatever case; at most so many
   * in all.
   */
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
          filter: { 'metadata.tags': tags, kind: OWNED_KINDS },
          fields: [...IDENTITY_FIELDS, 'metadata.tags'],
          limit,
        },
        { credentials },
      ),
    );
    const tagged = items.flatMap(entity => tagsOf(refOf(entity), entity));
    found.forEach((refs, asked) =>
      tagged
        .filter(({ tag }) => tag === lowerCased(asked))
        .forEach(({ entityRef }) => refs.push(entityRef)),
    );
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
    for (let hop = 0; level.length > 0 && hop <= MAX_HOPS; hop++) {
      // A relation also names what the caller may not see: the last ones are
      // looked up as well, though not where they lead to.
      const entities = await this.#byRefs(
        level,
        credentials,
        hop < MAX_HOPS ? undefined : IDENTITY_FIELDS,
      );
      level.forEach((ref, index) => {
        const entity = entities[index];
        if (entity) {
          graph.set(ref, relationTargets(entity, ...relations));
        }
        if (entity && hop === 0) {
          tags.push(...tagsOf(ref, entity));
        }
      });
      level = [...new Set(level.flatMap(ref => graph.get(ref) ?? []))]
        .filter(ref => !graph.has(ref))
        .slice(0, MAX_ENTITIES);
    }
    return { graph, tags };
  }

  async #entities(
    entityRefs: string[],
    credentials: BackstageCredentials,
    fields?: string[],
  ): Promise<Entity[]> {
    const entities = await this.#byRefs(entityRefs, credentials, fields);
    return entities.filter(entity => entity !== undefined);
  }

  async #byRefs(
    entityRefs: string[],
    credentials: BackstageCredentials,
    fields?: string[],
  ): Promise<Array<Entity | undefined>> {
    return this.#ask(() =>
      entitiesByRefs(this.#catalog, entityRefs, credentials, fields),
    );
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
