import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matches } from '../filter';
import { postmortemResourceRef } from '../resource';

/** True of postmortems that one of the users or groups takes part in. */
export const isParticipant = createPermissionRule({
  name: 'IS_PARTICIPANT',
  description:
    'Allow postmortems that one of the users or groups takes part in',
  resourceRef: postmortemResourceRef,
  paramsSchema: z.object({
    entityRefs: z.array(z.string()).describe('Entity refs of users and groups'),
  }),
  apply: (resource, { entityRefs }) =>
    matches(resource, { property: 'participant', values: entityRefs }),
  toQuery: ({ entityRefs }) => ({
    property: 'participant',
    values: entityRefs,
  }),
});
