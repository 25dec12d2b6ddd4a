import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matches } from '../filter';
import { postmortemResourceRef } from '../resource';

/** True of postmortems that have one of the statuses. */
export const hasStatus = createPermissionRule({
  name: 'HAS_STATUS',
  description: 'Allow postmortems that have one of the statuses',
  resourceRef: postmortemResourceRef,
  paramsSchema: z.object({
    statuses: z.array(z.string()).describe('Such as draft or published'),
  }),
  apply: (resource, { statuses }) =>
    matches(resource, { property: 'status', values: statuses }),
  toQuery: ({ statuses }) => ({ property: 'status', values: statuses }),
});
