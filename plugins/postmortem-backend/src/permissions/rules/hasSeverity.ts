import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matches } from '../filter';
import { postmortemResourceRef } from '../resource';

/** True of postmortems that have one of the severities. */
export const hasSeverity = createPermissionRule({
  name: 'HAS_SEVERITY',
  description: 'Allow postmortems that have one of the severities',
  resourceRef: postmortemResourceRef,
  paramsSchema: z.object({
    severities: z
      .array(z.string())
      .describe('Names of severities, such as SEV1'),
  }),
  apply: (resource, { severities }) =>
    matches(resource, { property: 'severity', values: severities }),
  toQuery: ({ severities }) => ({ property: 'severity', values: severities }),
});
