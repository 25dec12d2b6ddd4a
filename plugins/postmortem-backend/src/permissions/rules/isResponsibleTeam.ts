import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matches } from '../filter';
import { postmortemResourceRef } from '../resource';

/** True of postmortems that one of the groups is responsible for. */
export const isResponsibleTeam = createPermissionRule({
  name: 'IS_RESPONSIBLE_TEAM',
  description: 'Allow postmortems that one of the groups is responsible for',
  resourceRef: postmortemResourceRef,
  paramsSchema: z.object({
    teamRefs: z.array(z.string()).describe('Entity refs of the groups'),
  }),
  apply: (resource, { teamRefs }) =>
    matches(resource, { property: 'team', values: teamRefs }),
  toQuery: ({ teamRefs }) => ({ property: 'team', values: teamRefs }),
});
