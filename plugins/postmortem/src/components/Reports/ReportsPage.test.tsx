import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  followThrough,
  renderWithBackend,
  reportHandlers,
  reportPeriods,
  trends,
} from '../../__testUtils__';
import { useLocation } from '../../routing';
import { ReportsPage } from './ReportsPage';

// Twenty charts take their time where nothing is compiled.
jest.setTimeout(30_000);

const server = setupServer();

function Address() {
  const { pathname, search } = useLocation();
  return <code data-testid="address">{pathname + search}</code>;
}

const PATH = '/postmortems/reports';

function render(at = PATH) {
  return renderWithBackend(
    <>
      <Address />
      <ReportsPage />
    </>,
    { at },
  );
}

function requests() {
  const seen: URL[] = [];
  server.events.on('request:start', ({ request }) => {
    seen.push(new URL(request.url));
  });
  return seen;
}

const card = (name: RegExp) => screen.findByRole('region', { name });
const address = () => screen.getByTestId('address').textContent;

/** The cells of a table's row, as they are read. */
function cellsOf(table: HTMLElement, row: RegExp) {
  return within(within(table).getByRole('row', { name: row }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
}

describe('ReportsPage', () => {
  registerMswTestHooks(server);
  afterEach(() => jest.restoreAllMocks());

  it('asks four times, with every filter of the address', async () => {
    const seen = requests();
    server.use(...reportHandlers());
    render(
      `${PATH}?from=2026-09-01&to=2026-12-01&interval=month&teamRef=group:default/payments&systemRef=system:default/shop&severity=SEV1&tag=cache&groupBy=trigger`,
    );

    await card(/^Half of 7 incidents/);
    expect(
      seen.map(({ pathname }) => pathname.split('/').pop()).sort(),
    ).toEqual(['durations', 'follow-through', 'patterns', 'trends']);
    for (const { searchParams } of seen) {
      expect(Object.fromEntries(searchParams)).toMatchObject({
        from: '2026-09-01',
        to: '2026-12-01',
        interval: 'month',
        teamRef: 'group:default/payments',
        systemRef: 'system:default/shop',
        severity: 'SEV1',
        tag: 'cache',
      });
    }
    expect(
      seen.filter(({ searchParams }) => searchParams.has('groupBy')),
    ).toHaveLength(1);
  });

  it('says the findings in words, each above its chart', async () => {
    server.use(...reportHandlers());
    render();

    const told = await screen.findByRole('list', {
      name: 'What a test can tell from chance',
    });
    await card(/^Half of 7 incidents/);
    expect(told).toHaveTextContent('More incidents: 12 after 2');
    expect(
      screen.getByRole('list', { name: /What was counted/ }),
    ).toHaveTextContent('4,200 users affected, known for 7 of 12 incidents');
    expect(await card(/^More incidents: 12 after 2/)).toHaveTextContent(
      'n = 12, 2 of them repeats',
    );
  });

  it('has the same numbers in the table, in the CSV and in the data', async () => {
    const csv: Blob[] = [];
    URL.createObjectURL = jest.fn(blob => {
      csv.push(blob as Blob);
      return 'blob:csv';
    });
    URL.revokeObjectURL = jest.fn();
    server.use(...reportHandlers());
    render();
    const incidents = await card(/^More incidents/);

    await userEvent.click(
      within(incidents).getByRole('button', { name: /show the table/ }),
    );
    const table = within(incidents).getByRole('table', {
      name: 'Incidents by month',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
    expect(cellsOf(table, /^Oct 2026/)).toEqual([
      '7',
      '2.81',
      '14.42',
      '2',
      '2',
      '5',
    ]);
    expect(
      within(table).getByRole('link', { name: 'Oct 2026' }),
    ).toHaveAttribute('href', '/postmortems?from=2026-10-01&to=2026-10-31');

    await userEvent.click(
      within(incidents).getByRole('button', { name: /download as CSV/ }),
    );
    const text = await new Response(csv[0]).text();
    expect(text).toContain('Oct 2026,7,2.81,14.42,2,2,5\r\n');
    expect(text).toContain('Nov 2026 (so far),2,0.24,7.22,0,0,2\r\n');
  });

  it('marks the period that is not over', async () => {
    server.use(...reportHandlers());
    render();

    const incidents = await card(/^More incidents/);
    expect(within(incidents).getAllByText('so far').length).toBeGreaterThan(0);
    expect(
      within(incidents).getByRole('img', { name: /Nov 2026 \(so far\): 2/ }),
    ).toBeInTheDocument();
    // One column of each severity that the month has is drawn with a dashed edge.
    expect(
      incidents.querySelectorAll('path[stroke-dasharray="3 2"]').length,
    ).toBeGreaterThan(0);
  });

  it('draws no interval where there are too few for one', async () => {
    server.use(...reportHandlers());
    render();
    const resolved = await card(/^Half of 7 incidents/);
    expect(resolved.querySelectorAll('.recharts-errorBar')).toHaveLength(1);
    expect(resolved).toHaveTextContent('n = 7, 5 missing');
    expect(resolved).toHaveTextContent('Median 1 h 35 min (30 min to 4 h)');
    expect(resolved).toHaveTextContent('p90 5 h; 5 incidents lack');

    await userEvent.click(
      within(resolved).getByRole('button', { name: /Measure/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Time to acknowledge' }),
    );
    const acknowledged = await card(/^Time to acknowledge: 3 known, too few/);
    expect(acknowledged.querySelectorAll('.recharts-errorBar')).toHaveLength(0);
    expect(
      acknowledged.querySelectorAll('.recharts-reference-area'),
    ).toHaveLength(1); // The period that is not over.
    await userEvent.click(
      within(acknowledged).getByRole('button', { name: /show the table/ }),
    );
    expect(
      cellsOf(
        within(acknowledged).getByRole('table', {
          name: 'Time to acknowledge',
        }),
        /^All/,
      ),
    ).toEqual(['3', '9', '4.0', '–', '–', '9.0', '–', '–']);
  });

  it('never ranks teams by their count', async () => {
    server.use(...reportHandlers());
    render();
    const teams = await card(/^payments: 8 incidents per component and year/);
    expect(teams).toHaveTextContent('1 team that own no component');

    await userEvent.click(
      within(teams).getByRole('button', { name: /show the table/ }),
    );
    const rows = within(teams).getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(/^payments8\.00/),
      expect.stringMatching(/^archive–/),
    ]);
  });

  it('keeps each currency by itself, with how much is known', async () => {
    server.use(...reportHandlers());
    render();
    expect(
      await card(/^31,000 EUR, known for 2 of 12 incidents/),
    ).toBeInTheDocument();
    expect(
      await card(/^31,000 USD, known for 2 of 12 incidents/),
    ).toBeInTheDocument();
  });

  it('groups by what was chosen, and keeps it in the address', async () => {
    const seen = requests();
    server.use(...reportHandlers());
    render();
    const incidents = await card(/^More incidents/);
    await card(/^Half of 7 incidents/);
    seen.splice(0);

    await userEvent.click(
      within(incidents).getByRole('button', { name: /Group by/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'Team' }));

    await waitFor(() => expect(address()).toBe(`${PATH}?groupBy=team`));
    // Of the other parts nothing changes.
    await waitFor(() =>
      expect(seen.map(({ pathname }) => pathname)).toEqual([
        expect.stringMatching(/trends$/),
      ]),
    );
  });

  it('draws fewer periods than before', async () => {
    server.use(...reportHandlers());
    render();
    await card(/^Half of 7 incidents/);
    const { periods, groups } = trends();
    server.use(
      http.get(`${BASE_URL}/reports/trends`, () =>
        HttpResponse.json(
          trends({
            periods: periods.slice(2),
            groups: groups.map(group => ({
              ...group,
              periods: group.periods.slice(2),
            })),
          }),
        ),
      ),
    );

    await userEvent.click(screen.getByRole('button', { name: /Period/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Last 3 months' }),
    );

    await waitFor(() => expect(address()).toBe(`${PATH}?months=3`));
    const incidents = await card(/^More incidents/);
    await waitFor(() =>
      expect(
        within(incidents).getByRole('img', { name: /Incidents by month/ }),
      ).not.toHaveAccessibleName(/Sep 2026/),
    );
    expect(within(incidents).getAllByText('so far')).toHaveLength(1);
  });

  it('says which part is missing, keeps the others, and tries it again', async () => {
    server.use(
      http.get(
        `${BASE_URL}/reports/patterns`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Too busy'),
        { once: true },
      ),
      ...reportHandlers(),
    );
    render();

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Services and causes could not be loaded');
    expect(await card(/^Half of 7 incidents/)).toBeInTheDocument();
    await userEvent.click(within(alert).getByRole('button', { name: 'Retry' }));

    expect(await card(/^checkout had more incidents/)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says so where nothing happened', async () => {
    server.use(
      ...reportHandlers({
        trends: trends({
          n: 0,
          periods: reportPeriods.map(period => ({
            ...period,
            n: 0,
            repeats: 0,
            limits: { lower: 0, upper: 3.69 },
          })),
          groups: [],
          totals: {
            n: 0,
            repeats: 0,
            limits: { lower: 0, upper: 3.69 },
            comparison: null,
            latestPeriod: null,
          },
        }),
      }),
    );
    render();
    expect(
      await screen.findByText('No incident began in this time.'),
    ).toBeInTheDocument();
  });

  it('says one thing where there is nothing at all', async () => {
    server.use(
      ...reportHandlers({
        trends: trends({ n: 0 }),
        followThrough: followThrough({
          open: { n: 0, overdue: 0, ages: [] },
          periods: reportPeriods.map(period => ({
            ...period,
            opened: 0,
            done: 0,
            verified: 0,
          })),
        }),
      }),
    );
    render();
    expect(
      await screen.findByText('No incident began in this time'),
    ).toBeInTheDocument();
    expect(screen.queryByText('Findings')).not.toBeInTheDocument();
  });

  it('lists teams by name, not by how many incidents they had', async () => {
    const { groups } = trends();
    server.use(
      ...reportHandlers({
        trends: trends({
          groupBy: 'team',
          groups: [
            { ...groups[1], key: 'group:default/zeta' },
            { ...groups[0], key: 'group:default/alpha' },
          ],
        }),
      }),
    );
    render(`${PATH}?groupBy=team`);
    const table = await screen.findByRole('table', {
      name: 'Incidents by Team',
    });
    expect(
      within(table)
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['alpha', 'zeta']);
  });

  it('shows all tables at once', async () => {
    server.use(...reportHandlers());
    render(`${PATH}?tables=all`);
    await card(/^Half of 7 incidents/);
    expect(
      await screen.findByRole('table', { name: 'Incidents by month' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: 'Rates of teams' }),
    ).toBeInTheDocument();
  });
});
