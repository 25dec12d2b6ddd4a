import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import {
  createDemoAuthenticator,
  demoSignInResolver,
} from './demoAuthenticator';
import { readDemoPeople } from './demoPeople';

/**
 * Sign-in without a password as one of `demo.people`. It is for development
 * alone: with `NODE_ENV=production` the backend does not start.
 */
export const authModuleDemoProvider = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, providers }) {
        if (process.env.NODE_ENV === 'production') {
          throw new Error(
            'The demo sign-in asks for no password and must not run with NODE_ENV=production; use a real auth provider',
          );
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: createDemoAuthenticator(readDemoPeople(config)),
            signInResolver: demoSignInResolver,
          }),
        });
      },
    });
  },
});
