import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  actionItem,
  ana,
  BASE_URL,
  errorAnswer,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { useLocation } from '../../routing';
import { ActionItemsPage } from './ActionItemsPage';

const server = setupServer();

function Address() {
  const { pathname, search } = useLocation();
  return <code data-testid="address">{pathname + search}</code>;
}

const PATH = '/postmortems/action-items';

function render(at = PATH) {
  return renderWithBackend(
    <>
      <Address />
      <ActionItemsPage />
    </>,
    { at, entities: [ana] },
  );
}

const rows = [
  actionItem(1),
  actionItem(2, {
    title: 'Cap retries',
    status: 'in_progress',
    ownerRef: null,
    dueAt: null,
    overdue: false,
  }),
  actionItem(3, {
    title: 'Warm the cache',
    status: 'done',
    overdue: false,
    resolutionNote: 'The runbook has it.',
  }),
];

const rowOf = (title: string) =>
  screen.getByRole('row', { name: new RegExp(title) });

describe('ActionItemsPage', () => {
  registerMswTestHooks(server);

  it('lists items, each with where it comes from and how it stands', async () => {
    server.use(...postmortemHandlers({ actionItems: rows }));
    render();

    expect(
      await screen.findByRole('table', { name: 'Action items' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('3 action items');
    expect(rowOf('Alert on replica lag')).toHaveTextContent(/PM-31/);
    expect(screen.getByText('Alert on replica lag')).toHaveAttribute(
      'href',
      `/postmortems/PM-31#action-item-${rows[0].id}`,
    );
    expect(rowOf('Cap retries')).toHaveTextContent('no owner');
    expect(rowOf('Warm the cache')).toHaveTextContent('The runbook has it.');
  });

  it('shows the view that a link describes, and keeps it in the address', async () => {
    const seen: URLSearchParams[] = [];
    server.events.on('request:start', ({ request }) => {
      seen.push(new URL(request.url).searchParams);
    });
    server.use(...postmortemHandlers({ actionItems: rows }));
    render(`${PATH}?state=overdue&teamRef=group:default/payments&type=detect`);

    await screen.findByRole('table');
    expect(seen[0].get('state')).toBe('overdue');
    expect(seen[0].get('teamRef')).toBe('group:default/payments');
    expect(seen[0].get('type')).toBe('detect');
    await userEvent.click(screen.getByRole('radio', { name: 'Board' }));

    expect(
      await screen.findByRole('region', { name: /^In progress/ }),
    ).toHaveTextContent('Cap retries');
    expect(screen.getByTestId('address')).toHaveTextContent('view=board');
  });

  it('asks what shows that an item is done before it is', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.patch(`${BASE_URL}/action-items/:id`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({
          ...rows[0],
          status: 'done',
          resolutionNote: 'https://example.com/dash',
        });
      }),
      ...postmortemHandlers({ actionItems: rows }),
    );
    render();

    await userEvent.click(
      await screen.findByRole('button', {
        name: /change the status of Alert on replica lag/,
      }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Done' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Mark as done' }),
    );
    expect(bodies).toEqual([]);
    await userEvent.type(
      screen.getByRole('textbox', { name: /What shows that/ }),
      'https://example.com/dash',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Mark as done' }));

    await waitFor(() =>
      expect(bodies).toEqual([
        { status: 'done', resolutionNote: 'https://example.com/dash' },
      ]),
    );
    await waitFor(() =>
      expect(rowOf('Alert on replica lag')).toHaveTextContent(
        'Done: https://example.com/dash',
      ),
    );
  });

  it('changes the day of many at once, and says which was refused', async () => {
    const bodies: unknown[] = [];
    server.use(
      http.patch(`${BASE_URL}/action-items`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({
          results: [
            { id: rows[0].id, changed: true, error: null },
            { id: rows[1].id, changed: false, error: 'You may not change it' },
            { id: rows[2].id, changed: true, error: null },
          ],
        });
      }),
      ...postmortemHandlers({ actionItems: rows }),
    );
    render();

    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Choose all on this page' }),
    );
    const bulk = await screen.findByRole('group', {
      name: 'Change the chosen',
    });
    expect(bulk).toHaveTextContent('3 items chosen');
    await userEvent.type(
      within(bulk).getByRole('textbox', { name: 'Due day of all of them' }),
      '3 Dec 2026',
    );
    await userEvent.click(
      within(bulk).getByRole('button', { name: 'Set day' }),
    );

    await waitFor(() =>
      expect(bodies).toEqual([
        {
          ids: rows.map(({ id }) => id),
          patch: { dueAt: '2026-12-03T00:00:00.000Z' },
        },
      ]),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Cap retries: You may not change it',
    );
    expect(
      screen.getByRole('checkbox', { name: 'Choose Cap retries' }),
    ).toBeChecked();
    expect(
      screen.getByRole('checkbox', { name: 'Choose Warm the cache' }),
    ).not.toBeChecked();
  });

  it('takes a change back that was refused, and says why', async () => {
    server.use(
      http.patch(`${BASE_URL}/action-items/:id`, () =>
        errorAnswer(403, 'NotAllowedError', 'You may not change it'),
      ),
      ...postmortemHandlers({ actionItems: rows }),
    );
    render();

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Change the day on which Alert on replica lag is due',
      }),
    );
    const field = await screen.findByRole('textbox', {
      name: 'Due day of Alert on replica lag',
    });
    expect(field).toHaveFocus();
    await userEvent.clear(field);
    await userEvent.type(field, '9 Dec 2026{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'You may not change it',
    );
    expect(rowOf('Alert on replica lag')).toHaveTextContent(/late/);
  });

  it('lets a team answer what was proposed to it', async () => {
    const bodies: unknown[] = [];
    const proposed = actionItem(4, {
      title: 'Declare the dependency',
      proposal: {
        teamRef: 'group:default/payments',
        state: 'proposed',
        proposedBy: 'user:default/dele.adeyemi',
        proposedAt: '2026-11-20T10:00:00.000Z',
        answeredBy: null,
        answeredAt: null,
        reason: null,
      },
    });
    server.use(
      http.post(
        `${BASE_URL}/action-items/:id/proposal`,
        async ({ request }) => {
          bodies.push(await request.json());
          return HttpResponse.json(proposed);
        },
      ),
      ...postmortemHandlers({ actionItems: [proposed] }),
    );
    renderWithBackend(<ActionItemsPage />, {
      at: PATH,
      ownershipEntityRefs: ['group:default/payments'],
    });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Decline Declare the dependency',
      }),
    );
    const form = await screen.findByRole('group', {
      name: 'Decline Declare the dependency',
    });
    await userEvent.click(
      within(form).getByRole('button', { name: 'Decline' }),
    );
    expect(await within(form).findByText('Give a reason.')).toBeInTheDocument();
    await userEvent.type(
      within(form).getByRole('textbox'),
      'It is gone in March',
    );
    await userEvent.click(
      within(form).getByRole('button', { name: 'Decline' }),
    );

    await waitFor(() =>
      expect(bodies).toEqual([
        { answer: 'decline', reason: 'It is gone in March' },
      ]),
    );
  });
});
