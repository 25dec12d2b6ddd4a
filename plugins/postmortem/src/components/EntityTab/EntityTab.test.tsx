import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import {
  actionItem,
  ana,
  BASE_URL,
  checkout,
  emptyOverview,
  errorAnswer,
  lesson,
  overview,
  payments,
  personalDuties,
  postmortemHandlers,
  renderWithBackend,
  summary,
  teamDuties,
} from '../../__testUtils__';
import { EntityTab } from './EntityTab';

const server = setupServer();

describe('EntityTab', () => {
  registerMswTestHooks(server);

  it('shows the incidents, lessons, action items and postmortems of a component with one request', async () => {
    const requests: string[] = [];
    server.events.on('request:start', ({ request }) =>
      requests.push(request.url),
    );
    server.use(...postmortemHandlers());

    renderWithBackend(<EntityTab />, { entity: checkout });

    const strip = await screen.findByRole('region', { name: 'Last 12 months' });
    expect(
      within(strip).getByRole('link', {
        name: /^SEV2, 12 Aug 2026|^SEV2, 12 Aug: Checkout errors/,
      }),
    ).toHaveAttribute('href', '/postmortems/PM-31');
    expect(
      within(screen.getByRole('region', { name: 'Lessons' })).getByText(
        'Failover needs the cache warmed first',
      ),
    ).toBeInTheDocument();
    const actions = screen.getByRole('region', { name: 'Action items' });
    expect(within(actions).getByText('2 open, 1 overdue')).toBeInTheDocument();
    expect(within(actions).getByText('Alert on replica lag')).toHaveAttribute(
      'href',
      `/postmortems/PM-31#action-item-${overview().actionItems[0].id}`,
    );
    const row = within(
      screen.getByRole('table', { name: 'Latest postmortems' }),
    ).getByRole('row', { name: /PM-27/ });
    expect(row).toHaveTextContent(/SEV1.*3 h.*Closed.*affected/);
    expect(requests).toEqual([
      `${BASE_URL}/overview?entityRef=component%3Adefault%2Fcheckout`,
    ]);
  });

  it('sums the entity up in one line', async () => {
    server.use(
      ...postmortemHandlers({
        overview: overview({
          counts: {
            ...overview().counts,
            incidentsLast12Months: 4,
            openActionItems: 3,
            overdueActionItems: 1,
            drafts: 1,
          },
        }),
      }),
    );

    renderWithBackend(<EntityTab />, { entity: checkout });

    expect(await screen.findByText(/incidents in 12 months/)).toHaveTextContent(
      '4 incidents in 12 months · 104 days since the last SEV2 · 3 open action items, 1 overdue · 1 draft',
    );
  });

  it('begins a postmortem with the component and its owner', async () => {
    server.use(...postmortemHandlers());

    renderWithBackend(<EntityTab />, { entity: checkout });

    expect(
      await screen.findByRole('link', { name: 'New postmortem' }),
    ).toHaveAttribute(
      'href',
      '/postmortems/new?entityRef=component%3Adefault%2Fcheckout&teamRef=group%3Adefault%2Fpayments',
    );
    expect(screen.getByRole('link', { name: 'Import' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/postmortems\/import\?entityRef=/),
    );
  });

  it('offers no writing to those who may not', async () => {
    server.use(...postmortemHandlers({ overview: emptyOverview() }));

    renderWithBackend(<EntityTab />, {
      entity: checkout,
      authorize: AuthorizeResult.DENY,
    });

    expect(await screen.findByText('No postmortems yet')).toBeInTheDocument();
    expect(
      screen.queryAllByRole('link', { name: /New postmortem|Import/ }),
    ).toHaveLength(0);
  });

  it('links to the filtered list when there are more than it shows', async () => {
    server.use(
      ...postmortemHandlers({
        overview: overview({
          counts: { ...overview().counts, postmortems: 14 },
        }),
      }),
    );

    renderWithBackend(<EntityTab />, { entity: checkout });

    expect(await screen.findByRole('link', { name: 'All 14' })).toHaveAttribute(
      'href',
      '/postmortems?entityRef=component%3Adefault%2Fcheckout',
    );
  });

  it('shows five lessons until more are asked for', async () => {
    server.use(
      ...postmortemHandlers({
        overview: overview({
          lessons: Array.from({ length: 8 }, (_, number) =>
            lesson(number, { text: `Lesson ${number}` }),
          ),
          counts: { ...overview().counts, lessons: 8 },
        }),
      }),
    );

    renderWithBackend(<EntityTab />, { entity: checkout });

    expect(await screen.findByText('Lesson 4')).toBeInTheDocument();
    expect(screen.queryByText('Lesson 5')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show 3 more' }));
    expect(screen.getByText('Lesson 7')).toBeInTheDocument();
  });

  it('says what failed, and loads it on Retry', async () => {
    server.use(
      http.get(
        `${BASE_URL}/overview`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Database is away'),
        { once: true },
      ),
      ...postmortemHandlers(),
    );

    renderWithBackend(<EntityTab />, { entity: checkout });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Database is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(
      await screen.findByRole('table', { name: 'Latest postmortems' }),
    ).toBeInTheDocument();
  });

  it('puts what a team owes before its incidents', async () => {
    server.use(
      ...postmortemHandlers({
        overview: overview({
          entityRef: null,
          teamRef: 'group:default/payments',
          team: teamDuties(),
        }),
      }),
    );

    renderWithBackend(<EntityTab />, { entity: payments });

    const owed = await screen.findByRole('list', {
      name: 'What the team owes',
    });
    const latest = screen.getByRole('table', { name: 'Latest postmortems' });
    expect(
      owed.compareDocumentPosition(latest) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(
      within(owed).getByRole('link', { name: '1 Overdue' }),
    ).toHaveAttribute(
      'href',
      '/postmortems/action-items?teamRef=group%3Adefault%2Fpayments&state=overdue',
    );
    expect(
      screen.getByText('November 2026: 1 SEV1, 2 SEV2'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'New postmortem' }),
    ).toHaveAttribute(
      'href',
      '/postmortems/new?teamRef=group%3Adefault%2Fpayments',
    );
  });

  it("lists a person's action items, reviews and drafts with one request", async () => {
    const requests: string[] = [];
    server.events.on('request:start', ({ request }) =>
      requests.push(request.url),
    );
    const ref = 'user:default/ana.castellanos';
    server.use(
      ...postmortemHandlers({
        overview: overview({
          entityRef: null,
          userRef: ref,
          postmortems: [summary(31, { title: 'Ledger failover' })],
          actionItems: [actionItem(2, { title: 'Cap retries', ownerRef: ref })],
          user: personalDuties({
            counts: { reviews: 1, drafts: 1 },
            reviews: [summary(40, { title: 'To be reviewed' })],
            drafts: [summary(41, { title: 'Half written' })],
          }),
        }),
      }),
    );

    renderWithBackend(<EntityTab />, { entity: ana });

    expect(await screen.findByText('Cap retries')).toBeInTheDocument();
    for (const name of [/Ledger failover/, /To be reviewed/, /Half written/]) {
      expect(screen.getByRole('link', { name })).toBeInTheDocument();
    }
    expect(requests).toEqual([
      `${BASE_URL}/overview?userRef=${encodeURIComponent(ref)}`,
    ]);
  });
});
