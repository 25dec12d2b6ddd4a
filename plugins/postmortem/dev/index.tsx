import '@backstage/cli/asset-types';
// This is an app of its own, which has to bring the styles.
// eslint-disable-next-line @backstage/no-ui-css-imports-in-non-frontend
import '@backstage/ui/css/styles.css';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { PostmortemClient } from 'backstage-plugin-postmortem-common';
import { getResponse } from 'msw';
import ReactDOM from 'react-dom/client';
import { BASE_URL, errorAnswer } from '../src/__testUtils__/handlers';
import postmortemPlugin from '../src/alpha';
import { postmortemApiRef } from '../src/api';
import { entities } from './entities';
import { handlers } from './handlers';

// The plugin in a portal without a backend: the requests of its client are
// answered in the browser, from the documents beside this file.
const postmortemApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: postmortemApiRef,
      deps: {},
      factory: () =>
        new PostmortemClient({
          discoveryApi: { getBaseUrl: async () => BASE_URL },
          fetchApi: {
            fetch: async (input, init) =>
              (await getResponse(handlers, new Request(input, init))) ??
              errorAnswer(501, 'NotImplementedError', 'Not in this dev portal'),
          },
        }),
    }),
});

const catalogApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: catalogApiRef,
      deps: {},
      factory: () => new InMemoryCatalogClient({ entities }),
    }),
});

const permissionApi = ApiBlueprint.make({
  name: 'permission',
  params: defineParams =>
    defineParams({
      api: permissionApiRef,
      deps: {},
      factory: () => ({
        authorize: async () => ({
          result: AuthorizeResult.ALLOW as AuthorizeResult.ALLOW,
        }),
      }),
    }),
});

// There is nobody to sign in with: everybody is the guest.
const noSignInPage = SignInPageBlueprint.make({
  disabled: true,
  params: { loader: async () => () => null },
});

const app = createApp({
  features: [
    catalogPlugin,
    postmortemPlugin,
    createFrontendModule({
      pluginId: 'app',
      extensions: [permissionApi, noSignInPage],
    }),
    createFrontendModule({ pluginId: 'catalog', extensions: [catalogApi] }),
    createFrontendModule({
      pluginId: 'postmortem',
      extensions: [postmortemApi],
    }),
  ],
});

ReactDOM.createRoot(document.getElementById('root')!).render(app.createRoot());
