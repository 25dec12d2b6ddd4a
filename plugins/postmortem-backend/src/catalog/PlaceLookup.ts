import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, RELATION_PART_OF } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { entitiesByRefs, relationTargets } from './entities';

/** The most entities that are looked up for one answer. */
export const MAX_PLACED_ENTITIES = 10_000;

/** Pairs of an entity and what it belongs to. */
export type PlacePairs = Array<[entityRef: string, placeRef: string]>;

/** What entities belong to in the catalog now. */
export interface EntityPlaces {
  systems: PlacePairs;
  teams: PlacePairs;
}

/**
 * Asks the catalog what entities belong to, with the caller's credentials:
 * what the caller may not see there belongs to nothing.
 */
export class PlaceLookup {
  readonly #catalog: CatalogService;

  constructor(options: { catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /**
   * The systems that the entities are part of, and the groups that own them.
   *
   * @throws ServiceUnavailableError when the catalog does not answer.
   */
  async placesOf(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<EntityPlaces> {
    const placed = entityRefs.slice(0, MAX_PLACED_ENTITIES);
    const entities = await this.#ask(() =>
      entitiesByRefs(this.#catalog, placed, credentials, ['relations']),
    );
    const pairs = (type: string, kind: string): PlacePairs =>
      placed.flatMap((ref, index) => {
        const entity = entities[index];
        return entity
          ? relationTargets(entity, type)
              .filter(place => place.startsWith(kind))
              .map((place): [string, string] => [ref, place])
          : [];
      });
    return {
      systems: pairs(RELATION_PART_OF, 'system:'),
      teams: pairs(RELATION_OWNED_BY, 'group:'),
    };
  }

  /**
   * How many components each group owns, by its ref.
   *
   * @throws ServiceUnavailableError when the catalog does not answer.
   */
  async componentsByTeam(
    credentials: BackstageCredentials,
  ): Promise<Map<string, number>> {
    const facet = `relations.${RELATION_OWNED_BY}`;
    const { facets } = await this.#ask(() =>
      this.#catalog.getEntityFacets(
        { facets: [facet], filter: { kind: 'component' } },
        { credentials },
      ),
    );
    return new Map(
      (facets[facet] ?? []).map(({ value, count }) => [
        value.toLocaleLowerCase('en-US'),
        count,
      ]),
    );
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog did not say what belongs to which system and team; try again',
        error,
      );
    }
  }
}
