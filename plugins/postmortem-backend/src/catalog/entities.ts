import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { chunk } from 'lodash';

// Refs in one request, which has them in its body.
const REFS_PER_REQUEST = 500;

/** The fields that tell which entity it is. */
export const IDENTITY_FIELDS = ['kind', 'metadata.name', 'metadata.namespace'];

const WITH_RELATIONS = [...IDENTITY_FIELDS, 'metadata.tags', 'relations'];

/** The full, lower-case ref of an entity. */
export function refOf(entity: Entity): string {
  // Lower-case is how it is written.
  return stringifyEntityRef(entity);
}

/** The full, lower-case refs that an entity has one of the relations to. */
export function relationTargets(entity: Entity, ...types: string[]): string[] {
  return (entity.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef.toLowerCase());
}

/**
 * The entities, in the order of the refs; undefined for those that the catalog
 * does not have, or not for this caller.
 *
 * @param fields - their relations and tags unless said otherwise
 * @throws Error when the catalog does not answer.
 */
export async function entitiesByRefs(
  catalog: CatalogService,
  entityRefs: string[],
  credentials: BackstageCredentials,
  fields: string[] = WITH_RELATIONS,
): Promise<Array<Entity | undefined>> {
  const answers = await Promise.all(
    chunk(entityRefs, REFS_PER_REQUEST).map(refs =>
      catalog.getEntitiesByRefs({ entityRefs: refs, fields }, { credentials }),
    ),
  );
  return answers.flatMap(({ items }) => items);
}
