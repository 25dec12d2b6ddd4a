import {
  type Entity,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Leads from an entity to what it needs in order to work. */
export const NEEDS: readonly string[] = [
  RELATION_DEPENDS_ON,
  RELATION_CONSUMES_API,
  RELATION_API_PROVIDED_BY,
];

/** Leads from an entity to what needs it: the way that an incident takes. */
export const NEEDED_BY: readonly string[] = [
  RELATION_DEPENDENCY_OF,
  RELATION_PROVIDES_API,
  RELATION_API_CONSUMED_BY,
];

export const WHOLE: readonly string[] = [RELATION_PART_OF];

export const PARTS: readonly string[] = [RELATION_HAS_PART];

/** What is asked of the catalog of each entity on the way. */
export const SPREAD_FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'relations',
];

/** The full, lower-case ref of an entity. */
export function refOf(entity: Entity): string {
  return stringifyEntityRef(entity).toLocaleLowerCase('en-US');
}

/** The refs that relations of some types lead to, each once. */
export function targetsOf(
  entity: Entity | undefined,
  types: readonly string[],
): string[] {
  const targets = (entity?.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'));
  return [...new Set(targets)];
}
