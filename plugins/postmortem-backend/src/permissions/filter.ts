import type { PermissionCriteria } from '@backstage/plugin-permission-common';

/** A property of a postmortem that permissions can look at. */
export type PostmortemProperty =
  | 'id'
  | 'author'
  | 'status'
  | 'severity'
  | 'visibility'
  | 'entity'
  | 'team'
  | 'participant'
  /** The author, a participant or a responsible team; of restricted ones. */
  | 'viewer';

/** True of a postmortem that has one of the values. */
export interface PropertyFilter {
  property: PostmortemProperty;
  values: string[];
}

/**
 * Which postmortems a call may see: property filters under `allOf`, `anyOf`
 * and `not`. The database turns it into SQL in one place.
 */
export type PostmortemFilter = PermissionCriteria<PropertyFilter>;

/** What permission rules look at when a single postmortem is in memory. */
export type PostmortemResource = Record<PostmortemProperty, string[]>;

/** The filter of everybody for whom all filters hold; absent ones hold. */
export function allOf(
  ...filters: Array<PostmortemFilter | undefined>
): PostmortemFilter | undefined {
  const [first, ...rest] = filters.filter(filter => filter !== undefined);
  if (!first || rest.length === 0) {
    return first;
  }
  return { allOf: [first, ...rest] };
}

/** Whether a postmortem in memory has one of the values. */
export function matches(
  resource: PostmortemResource,
  { property, values }: PropertyFilter,
): boolean {
  return resource[property].some(value => values.includes(value));
}
