import { registerMswTestHooks } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  ana,
  BASE_URL,
  errorAnswer,
  renderWithBackend,
  reportHandlers,
  snapshot,
} from '../../__testUtils__';
import { Route, Routes } from '../../routing';
import { ReportsPage } from './ReportsPage';
import { SnapshotPage } from './SnapshotPage';

jest.setTimeout(30_000);

const server = setupServer();
const SHARED = `/postmortems/reports/snapshots/${snapshot().id}`;

function render(at: string) {
  return renderWithBackend(
    <Routes>
      <Route path="/postmortems/reports" element={<ReportsPage />} />
      <Route
        path="/postmortems/reports/snapshots/:id"
        element={<SnapshotPage />}
      />
    </Routes>,
    { at, entities: [ana] },
  );
}

describe('sharing a report', () => {
  registerMswTestHooks(server);

  it('keeps what is on the page, and gives the link to it', async () => {
    const asked: unknown[] = [];
    server.use(
      http.post(`${BASE_URL}/reports/snapshots`, async ({ request }) => {
        asked.push(await request.json());
        return HttpResponse.json({ id: snapshot().id }, { status: 201 });
      }),
      ...reportHandlers({ snapshots: [snapshot()] }),
    );
    const user = userEvent.setup();
    render('/postmortems/reports?severity=SEV1&groupBy=team');
    await screen.findByRole('region', { name: /^More incidents/ });

    await user.click(screen.getByRole('button', { name: 'Share this report' }));

    const link = await screen.findByRole('link', { name: /snapshots/ });
    expect(link).toHaveAttribute('href', SHARED);
    expect(asked).toEqual([
      { interval: 'month', severity: ['SEV1'], groupBy: 'team' },
    ]);
    expect(screen.getAllByRole('status').at(-1)).toHaveTextContent(
      'the link is in the clipboard',
    );
  });

  it('says when nothing was kept, and tries again', async () => {
    server.use(
      http.post(
        `${BASE_URL}/reports/snapshots`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Too busy'),
        { once: true },
      ),
      ...reportHandlers(),
    );
    render('/postmortems/reports');
    await screen.findByRole('region', { name: /^More incidents/ });
    await userEvent.click(
      screen.getByRole('button', { name: 'Share this report' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Too busy');
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByRole('link', { name: /snapshots/ }),
    ).toBeInTheDocument();
  });

  it('shows the figures as they were, and says when and by whom', async () => {
    const seen: string[] = [];
    server.events.on('request:start', ({ request }) => {
      seen.push(new URL(request.url).pathname);
    });
    server.use(...reportHandlers({ snapshots: [snapshot()] }));
    render(SHARED);

    const note = await screen.findByRole('note');
    expect(note).toHaveTextContent('As of 20 Nov 2026, 09:00 UTC');
    expect(note).toHaveTextContent(/Shared by ana\.castellanos/i);
    expect(note).toHaveTextContent('Only teams: payments.');
    expect(
      screen.getByRole('region', { name: /^Half of 7 incidents/ }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Share this report' }),
    ).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'The same as of now' }),
    ).toHaveAttribute('href', expect.stringContaining('from=2026-09-01'));
    expect(seen.filter(path => /trends|patterns/.test(path))).toEqual([]);
  });

  it('does not tell what is missing from what is not for the reader', async () => {
    server.use(...reportHandlers());
    render(SHARED);
    expect(
      await screen.findByText(
        'There is no such report, or it is not for you to see',
      ),
    ).toBeInTheDocument();
  });
});
