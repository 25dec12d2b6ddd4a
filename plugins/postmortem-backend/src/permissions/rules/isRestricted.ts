import { createPermissionRule } from '@backstage/plugin-permission-node';
import { matches, type PropertyFilter } from '../filter';
import { postmortemResourceRef } from '../resource';

const RESTRICTED: PropertyFilter = {
  property: 'visibility',
  values: ['restricted'],
};

/** True of postmortems whose visibility is restricted. */
export const isRestricted = createPermissionRule({
  name: 'IS_RESTRICTED',
  description: 'Allow postmortems whose visibility is restricted',
  resourceRef: postmortemResourceRef,
  apply: resource => matches(resource, RESTRICTED),
  toQuery: () => RESTRICTED,
});
