import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_POSTMORTEM } from 'backstage-plugin-postmortem-common';

/**
 * A permission that no policy knows of: what is decided about it is what the
 * policy decides about everything that it does not name.
 */
export const probePermission: ResourcePermission = createPermission({
  name: 'postmortem.probe',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_POSTMORTEM,
});
