import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_POSTMORTEM } from 'backstage-plugin-postmortem-common';
import type { PostmortemResource, PropertyFilter } from './filter';

/** What the permission rules of this plugin are about: one postmortem. */
export const postmortemResourceRef = createPermissionResourceRef<
  PostmortemResource,
  PropertyFilter
>().with({ pluginId: 'postmortem', resourceType: RESOURCE_TYPE_POSTMORTEM });
