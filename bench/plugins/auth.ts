import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';

/** What the backend is told of the user who signs in. */
export interface BenchUser {
  /** The public key that their token is verified with. */
  jwk: object;
  userEntityRef: string;
  ownershipEntityRefs: string[];
}

/**
 * The two routes of a portal's auth plugin that verifying a user's token, and
 * finding their groups, ask for.
 */
export const authPlugin = createBackendPlugin({
  pluginId: 'auth',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, config, httpRouter }) {
        const user = config.get<BenchUser>('bench.user');
        const router = Router();
        router.get('/.well-known/jwks.json', (_, res) => {
          res.json({ keys: [user.jwk] });
        });
        router.get('/v1/userinfo', async (req, res) => {
          const token = req.headers.authorization?.replace(/^Bearer /, '');
          await auth.authenticate(token ?? '', { allowLimitedAccess: true });
          res.json({
            claims: { sub: user.userEntityRef, ent: user.ownershipEntityRefs },
          });
        });
        httpRouter.use(router);
        httpRouter.addAuthPolicy({ path: '/', allow: 'unauthenticated' });
      },
    });
  },
});
