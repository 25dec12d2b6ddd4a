import {
  createPermission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/** The resource type of the conditional permissions below. */
export const RESOURCE_TYPE_POSTMORTEM = 'postmortem';

/** To see postmortems, their lessons and action items. */
export const postmortemReadPermission: ResourcePermission<'postmortem'> =
  createPermission({
    name: 'postmortem.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_POSTMORTEM,
  });

/** To write a new postmortem or import one. */
export const postmortemCreatePermission = createPermission({
  name: 'postmortem.create',
  attributes: { action: 'create' },
});

/** To change a postmortem, its action items and its status. */
export const postmortemUpdatePermission: ResourcePermission<'postmortem'> =
  createPermission({
    name: 'postmortem.update',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_POSTMORTEM,
  });

/** To delete a postmortem and to restore a deleted one. */
export const postmortemDeletePermission: ResourcePermission<'postmortem'> =
  createPermission({
    name: 'postmortem.delete',
    attributes: { action: 'delete' },
    resourceType: RESOURCE_TYPE_POSTMORTEM,
  });

/** To comment on a postmortem that one may see. */
export const postmortemCommentPermission: ResourcePermission<'postmortem'> =
  createPermission({
    name: 'postmortem.comment',
    attributes: { action: 'create' },
    resourceType: RESOURCE_TYPE_POSTMORTEM,
  });

/** To let a postmortem take a step without a point that the step requires. */
export const postmortemWaivePermission: ResourcePermission<'postmortem'> =
  createPermission({
    name: 'postmortem.waive',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_POSTMORTEM,
  });

/**
 * To see restricted postmortems without being their author, a participant or
 * a member of a responsible team.
 *
 * A policy that allows everything must not open what was restricted on
 * purpose, so not every ALLOW counts:
 *
 * - a conditional decision always does, for the postmortems that it is about;
 * - a plain ALLOW does when the policy denies what it does not name. Together
 *   with this permission it is asked about `postmortem.probe`, a name that is
 *   there for nothing else; a policy that allows that, too, allows anything.
 *
 * A policy that allows by default can grant it with a conditional decision,
 * such as `isRestricted` for those who may read all restricted postmortems.
 */
export const postmortemRestrictedReadPermission: ResourcePermission<'postmortem'> =
  createPermission({
    name: 'postmortem.restricted.read',
    attributes: { action: 'read' },
    resourceType: RESOURCE_TYPE_POSTMORTEM,
  });

/** All permissions of the plugin. */
export const postmortemPermissions = [
  postmortemReadPermission,
  postmortemCreatePermission,
  postmortemUpdatePermission,
  postmortemDeletePermission,
  postmortemCommentPermission,
  postmortemWaivePermission,
  postmortemRestrictedReadPermission,
];
