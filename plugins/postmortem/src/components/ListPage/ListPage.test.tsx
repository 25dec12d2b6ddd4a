import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  postmortemHandlers,
  renderWithBackend,
  summary,
} from '../../__testUtils__';
import { Route, Routes, useLocation, useNavigate } from '../../routing';
import { ListPage } from './ListPage';

const server = setupServer();

function Address() {
  const { pathname, search } = useLocation();
  return <code data-testid="address">{pathname + search}</code>;
}

function Back() {
  const navigate = useNavigate();
  return (
    <button type="button" onClick={() => navigate(-1)}>
      Back
    </button>
  );
}

/** The list, and a page to come back from. */
function App() {
  return (
    <>
      <Address />
      <Routes>
        <Route path="/postmortems" element={<ListPage />} />
        <Route path="*" element={<Back />} />
      </Routes>
    </>
  );
}

const rows = (number: number) =>
  Array.from({ length: number }, (_, index) =>
    summary(index + 1, { title: `Incident ${index + 1}` }),
  );

function queries() {
  const seen: URLSearchParams[] = [];
  server.events.on('request:start', ({ request }) => {
    seen.push(new URL(request.url).searchParams);
  });
  return seen;
}

const address = () => screen.getByTestId('address').textContent;

describe('ListPage', () => {
  registerMswTestHooks(server);
  afterEach(() => sessionStorage.clear());

  it('lists postmortems and how many there are', async () => {
    server.use(...postmortemHandlers({ summaries: rows(3) }));

    renderWithBackend(<App />, { at: '/postmortems' });

    const table = await screen.findByRole('table', { name: 'Postmortems' });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(within(table).getByText('Incident 2')).toHaveAttribute(
      'href',
      '/postmortems/PM-2',
    );
    expect(screen.getByRole('status')).toHaveTextContent('3 postmortems');
  });

  it('shows the view that a link describes', async () => {
    const seen = queries();
    server.use(...postmortemHandlers());

    renderWithBackend(<App />, {
      at: '/postmortems?status=draft&status=in_review&tag=cache&from=2026-01-31',
    });

    await screen.findByRole('table');
    expect(seen[0].getAll('status')).toEqual(['draft', 'in_review']);
    expect(seen[0].get('tag')).toBe('cache');
    expect(seen[0].get('from')).toBe('2026-01-31');
    // Filters that are in use are never hidden.
    expect(
      screen.getByRole('button', { name: 'More filters' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('searches when the typing pauses, and keeps the search in the address', async () => {
    const seen = queries();
    server.use(...postmortemHandlers());
    renderWithBackend(<App />, { at: '/postmortems' });
    await screen.findByRole('table');

    await userEvent.type(screen.getByRole('searchbox'), 'cache failover');

    await waitFor(() =>
      expect(address()).toBe('/postmortems?q=cache+failover'),
    );
    await waitFor(() => expect(seen.at(-1)?.get('q')).toBe('cache failover'));
    expect(seen.length).toBeLessThan(5);
  });

  it('says when nothing matches, and clears the filters', async () => {
    server.use(...postmortemHandlers({ summaries: [] }));
    renderWithBackend(<App />, { at: '/postmortems?severity=SEV1' });

    expect(
      await screen.findByText('No postmortem matches'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );

    expect(address()).toBe('/postmortems');
    expect(await screen.findByText('No postmortems yet')).toBeInTheDocument();
  });

  it('turns pages forth and back', async () => {
    server.use(...postmortemHandlers({ summaries: rows(45) }));
    renderWithBackend(<App />, { at: '/postmortems' });
    expect(await screen.findByText('1–20 of 45')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('21–40 of 45')).toBeInTheDocument();
    expect(screen.getByText('Incident 21')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Next table page' }),
    );
    expect(await screen.findByText('41–45 of 45')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Previous table page' }),
    );
    expect(await screen.findByText('21–40 of 45')).toBeInTheDocument();
    expect(address()).toBe('/postmortems?cursor=20');
  });

  it('begins again when a cursor is refused', async () => {
    server.use(
      http.get(
        `${BASE_URL}/postmortems`,
        () => errorAnswer(400, 'InputError', 'cursor: is not one of this list'),
        { once: true },
      ),
      ...postmortemHandlers(),
    );
    renderWithBackend(<App />, { at: '/postmortems?cursor=edited' });

    expect(await screen.findByRole('alert')).toHaveTextContent('cursor');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await screen.findByRole('table')).toBeInTheDocument();
    expect(address()).toBe('/postmortems');
  });

  it('moves with j and k, opens with Enter, and searches with /', async () => {
    server.use(...postmortemHandlers({ summaries: rows(3) }));
    renderWithBackend(<App />, { at: '/postmortems' });
    await screen.findByRole('table');

    await userEvent.keyboard('jj');
    expect(screen.getByText('Incident 2')).toHaveFocus();
    await userEvent.keyboard('k');
    expect(screen.getByText('Incident 1')).toHaveFocus();
    await userEvent.keyboard('/jk');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    expect(screen.getByRole('searchbox')).toHaveValue('jk');

    await userEvent.click(screen.getByRole('heading'));
    await userEvent.keyboard('j{Enter}');
    expect(address()).toBe('/postmortems/PM-1');
  });

  it('finds its place again on the way back', async () => {
    server.use(...postmortemHandlers({ summaries: rows(30) }));
    renderWithBackend(<App />, { at: '/postmortems' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next table page' }),
    );
    await screen.findByText('21–30 of 30');
    document.documentElement.scrollTop = 400;
    await userEvent.click(screen.getByText('Incident 27'));
    document.documentElement.scrollTop = 0;

    await userEvent.click(await screen.findByRole('button', { name: 'Back' }));

    expect(await screen.findByText('21–30 of 30')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByText('Incident 27')).toHaveFocus());
    expect(document.documentElement.scrollTop).toBe(400);
  });
});
