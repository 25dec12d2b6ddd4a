import { createFetchApi, FetchMiddlewares } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  AppRootElementBlueprint,
  configApiRef,
  createFrontendModule,
  discoveryApiRef,
  fetchApiRef,
  identityApiRef,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { DemoSession, demoSessionApiRef, readPeople } from './DemoSession';
import { SessionFetchMiddleware } from './SessionFetchMiddleware';
import { SessionNotice } from './SessionNotice';

const demoSessionApi = ApiBlueprint.make({
  name: 'demo-session',
  params: defineParams =>
    defineParams({
      api: demoSessionApiRef,
      deps: { configApi: configApiRef, discoveryApi: discoveryApiRef },
      factory: ({ configApi, discoveryApi }) =>
        new DemoSession({
          people: readPeople(configApi),
          discoveryApi,
          storage: window.sessionStorage,
        }),
    }),
});

const fetchApi = ApiBlueprint.make({
  name: 'fetch',
  params: defineParams =>
    defineParams({
      api: fetchApiRef,
      deps: {
        config: configApiRef,
        discoveryApi: discoveryApiRef,
        identityApi: identityApiRef,
        session: demoSessionApiRef,
      },
      factory: ({ config, discoveryApi, identityApi, session }) =>
        createFetchApi({
          middleware: [
            FetchMiddlewares.resolvePluginProtocol({ discoveryApi }),
            FetchMiddlewares.injectIdentityAuth({ identityApi, config }),
            new SessionFetchMiddleware({
              session,
              backendUrl: config.getString('backend.baseUrl'),
            }),
          ],
        }),
    }),
});

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: () => import('./SignInPage').then(module => module.SignInPage),
  },
});

const sessionNotice = AppRootElementBlueprint.make({
  name: 'session-notice',
  params: { element: <SessionNotice /> },
});

/** Signs in as one of the demo's people. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [demoSessionApi, fetchApi, signInPage, sessionNotice],
});
