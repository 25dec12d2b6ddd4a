import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matches } from '../filter';
import { postmortemResourceRef } from '../resource';

/** True of postmortems that involve one of the entities, as cause or affected. */
export const involvesEntity = createPermissionRule({
  name: 'INVOLVES_ENTITY',
  description: 'Allow postmortems that involve one of the entities',
  resourceRef: postmortemResourceRef,
  paramsSchema: z.object({
    entityRefs: z.array(z.string()).describe('Refs of catalog entities'),
  }),
  apply: (resource, { entityRefs }) =>
    matches(resource, { property: 'entity', values: entityRefs }),
  toQuery: ({ entityRefs }) => ({ property: 'entity', values: entityRefs }),
});
