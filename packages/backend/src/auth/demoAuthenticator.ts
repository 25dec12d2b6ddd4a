import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import {
  createProxyAuthenticator,
  type ProxyAuthenticator,
  type SignInResolver,
} from '@backstage/plugin-auth-node';
import type { DemoPerson } from './demoPeople';

/** The header in which the sign-in page names the chosen person. */
export const DEMO_PERSON_HEADER = 'x-demo-person';

/** Believes the sign-in page, but only about the listed people. */
export function createDemoAuthenticator(
  people: DemoPerson[],
): ProxyAuthenticator<unknown, DemoPerson, unknown> {
  return createProxyAuthenticator({
    defaultProfileTransform: async person => ({
      profile: { displayName: person.name },
    }),
    initialize: () => undefined,
    async authenticate({ req }) {
      const entityRef = req.header(DEMO_PERSON_HEADER);
      if (!entityRef) {
        throw new AuthenticationError(
          `Name the person to sign in as in the ${DEMO_PERSON_HEADER} header`,
        );
      }
      const person = people.find(listed => listed.entityRef === entityRef);
      if (!person) {
        throw new NotAllowedError(
          'That person is not among the people of the demo',
        );
      }
      return { result: person };
    },
  });
}

/** Signs in as the catalog's user, with the groups that the catalog gives. */
export const demoSignInResolver: SignInResolver<DemoPerson> = (
  { result: person },
  ctx,
) => ctx.signInWithCatalogUser({ entityRef: person.entityRef });
