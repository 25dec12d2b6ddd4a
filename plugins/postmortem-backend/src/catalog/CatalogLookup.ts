import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  type Entity,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { chunk } from 'lodash';
import type { TeamScope } from '../database/scope';
import { entitiesByRefs, refOf, relationTargets } from './entities';

// Refs in one request to the catalog: they travel in the address.
const REFS_PER_REQUEST = 50;

// Far above any organisation; where a catalog is broken, a limit.
const MAX_GROUPS = 2_000;

function targetsOf(entity: Entity | undefined, type: string): string[] {
  return entity ? relationTargets(entity, type) : [];
}

function lineageOf(
  groupRef: string,
  parents: Map<string, string[]>,
): Set<string> {
  // A set is walked to its end, also when it grows on the way.
  const lineage = new Set([groupRef]);
  for (const ref of lineage) {
    (parents.get(ref) ?? []).forEach(parent => lineage.add(parent));
  }
  return lineage;
}

/**
 * Asks the catalog who owns what, with the caller's credentials: what the
 * caller may not see there is not part of any answer.
 */
export class CatalogLookup {
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;

  constructor(options: { catalog: CatalogService; logger: LoggerService }) {
    this.#catalog = options.catalog;
    this.#logger = options.logger;
  }

  /**
   * The groups that own the entities. A catalog that does not answer must not
   * cost anybody a postmortem: then there are none, and the log says so.
   */
  async owningGroups(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    if (entityRefs.length === 0) {
      return [];
    }
    try {
      const owners = await this.ownersOf(entityRefs, credentials);
      return [...new Set([...owners.values()].flat())];
    } catch (error) {
      this.#logger.warn(
        `Could not look up the owners of ${entityRefs.join(
          ', ',
        )}; the postmortem is stored without a responsible team`,
        error as Error,
      );
      return [];
    }
  }

  /**
   * The groups that own each of the entities now.
   *
   * @throws Error when the catalog does not answer.
   */
  async ownersOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, string[]>> {
    const entities = await entitiesByRefs(
      this.#catalog,
      entityRefs,
      credentials,
    );
    return new Map(
      entityRefs.map((ref, index) => [
        ref,
        targetsOf(entities[index], RELATION_OWNED_BY).filter(owner =>
          owner.startsWith('group:'),
        ),
      ]),
    );
  }

  /**
   * Each of the groups with those above it, level by level.
   *
   * @throws Error when the catalog does not answer.
   */
  async lineages(
    groupRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Map<string, Set<string>>> {
    const parents = new Map<string, string[]>();
    let level = groupRefs;
    while (level.length > 0 && parents.size < MAX_GROUPS) {
      const groups = await entitiesByRefs(this.#catalog, level, credentials);
      level.forEach((ref, index) =>
        parents.set(ref, targetsOf(groups[index], RELATION_CHILD_OF)),
      );
      const above = level.flatMap(ref => parents.get(ref)!);
      level = [...new Set(above)].filter(ref => !parents.has(ref));
    }
    return new Map(groupRefs.map(ref => [ref, lineageOf(ref, parents)]));
  }

  /**
   * The groups with all their child groups, level by level, and the entities
   * that any of them owns now.
   */
  async teamScope(
    groupRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<TeamScope> {
    try {
      return await this.#teamScope(groupRefs, credentials);
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog did not say what the team owns; try again',
        error,
      );
    }
  }

  async #teamScope(
    groupRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<TeamScope> {
    const { groups, memberRefs } = await this.#withChildren(
      groupRefs,
      credentials,
    );
    const entityRefs = new Set<string>();
    for (const owners of chunk(groups, REFS_PER_REQUEST)) {
      const pages = this.#catalog.streamEntities(
        {
          filter: { [`relations.${RELATION_OWNED_BY}`]: owners },
          fields: ['kind', 'metadata.name', 'metadata.namespace'],
          pageSize: 1_000,
        },
        { credentials },
      );
      for await (const page of pages) {
        page.forEach(entity => entityRefs.add(refOf(entity)));
      }
    }
    return { groupRefs: groups, entityRefs: [...entityRefs], memberRefs };
  }

  async #withChildren(
    groupRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<{ groups: string[]; memberRefs: string[] }> {
    const members = new Set<string>();
    const seen = new Set(groupRefs);
    let level = [...seen];
    while (level.length > 0 && seen.size < MAX_GROUPS) {
      const groups = await entitiesByRefs(this.#catalog, level, credentials);
      groups
        .flatMap(group => targetsOf(group, RELATION_HAS_MEMBER))
        .forEach(ref => members.add(ref));
      const children = groups.flatMap(group =>
        targetsOf(group, RELATION_PARENT_OF),
      );
      level = [...new Set(children)].filter(ref => !seen.has(ref));
      level.forEach(ref => seen.add(ref));
    }
    if (seen.size >= MAX_GROUPS) {
      this.#logger.warn(
        `${groupRefs.join(
          ', ',
        )} has ${MAX_GROUPS} child groups or more; those further down are left out`,
      );
    }
    return { groups: [...seen], memberRefs: [...members] };
  }
}
