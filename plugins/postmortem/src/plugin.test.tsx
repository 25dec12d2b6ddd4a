import { attachComponentData } from '@backstage/core-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { setupServer } from 'msw/node';
import { ana, checkout, postmortemHandlers, testApis } from './__testUtils__';
import {
  EntityPostmortemsCard,
  EntityPostmortemsContent,
  isPostmortemsAvailable,
  PostmortemsPage,
} from '.';
import { Route, Routes } from './routing';

const server = setupServer();

function EntityPage() {
  return (
    <EntityProvider entity={checkout}>
      <Outlet />
    </EntityProvider>
  );
}
attachComponentData(EntityPage, 'core.mountPoint', entityRouteRef);

/** A portal on the legacy front-end system. */
function renderPortal(at: string) {
  return renderInTestApp(
    <TestApiProvider apis={[...testApis({ entities: [checkout] })]}>
      <Routes>
        <Route path="/postmortems/*" element={<PostmortemsPage />} />
        <Route path="/catalog/:namespace/:kind/:name" element={<EntityPage />}>
          <Route path="" element={<EntityPostmortemsCard />} />
          <Route path="postmortems" element={<EntityPostmortemsContent />} />
        </Route>
      </Routes>
    </TestApiProvider>,
    { routeEntries: [at] },
  );
}

describe('the plugin of the legacy front-end system', () => {
  registerMswTestHooks(server);
  beforeEach(() => server.use(...postmortemHandlers()));

  it('shows the list page', async () => {
    await renderPortal('/postmortems');

    expect(
      await screen.findByRole('table', { name: 'Postmortems' }),
    ).toBeInTheDocument();
  });

  it('shows the tab', async () => {
    await renderPortal('/catalog/default/component/checkout/postmortems');

    expect(
      await screen.findByRole('table', { name: 'Latest postmortems' }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await renderPortal('/catalog/default/component/checkout');

    expect(
      await screen.findByText('Checkout errors after cache failover'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /all postmortems/ }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/postmortems',
    );
  });

  it('knows which entities have a tab', () => {
    expect(isPostmortemsAvailable(checkout)).toBe(true);
    expect(isPostmortemsAvailable(ana)).toBe(true);
    expect(isPostmortemsAvailable({ ...checkout, kind: 'Template' })).toBe(
      false,
    );
  });
});
