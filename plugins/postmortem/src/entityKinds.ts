import type { Entity } from '@backstage/catalog-model';

/** Kinds that fail or are hit in an incident: they get a tab and a card. */
export const SERVICE_KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
];

/** Kinds that own: they get a tab with what they owe. */
export const OWNER_KINDS = ['group', 'user'];

/**
 * The kinds of entities that have a Postmortems tab, in lower case.
 *
 * @public
 */
export const POSTMORTEM_ENTITY_KINDS: readonly string[] = [
  ...SERVICE_KINDS,
  ...OWNER_KINDS,
];

/**
 * Whether an entity page has a Postmortems tab, for `EntitySwitch` and
 * `EntityLayout.Route` of the legacy front-end system.
 *
 * @public
 */
export function isPostmortemsAvailable(entity: Entity): boolean {
  return POSTMORTEM_ENTITY_KINDS.includes(
    entity.kind.toLocaleLowerCase('en-US'),
  );
}
