import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matches } from '../filter';
import { postmortemResourceRef } from '../resource';

/** True of postmortems that one of the users has created. */
export const isAuthor = createPermissionRule({
  name: 'IS_AUTHOR',
  description: 'Allow postmortems that one of the users has created',
  resourceRef: postmortemResourceRef,
  paramsSchema: z.object({
    userRefs: z.array(z.string()).describe('Entity refs of the users'),
  }),
  apply: (resource, { userRefs }) =>
    matches(resource, { property: 'author', values: userRefs }),
  toQuery: ({ userRefs }) => ({ property: 'author', values: userRefs }),
});
