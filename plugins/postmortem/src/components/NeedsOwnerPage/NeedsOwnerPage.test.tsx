import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  actionItem,
  ana,
  BASE_URL,
  renderWithBackend,
  summary,
} from '../../__testUtils__';
import { NeedsOwnerPage } from './NeedsOwnerPage';

const server = setupServer();

const page = (items: unknown[]) =>
  HttpResponse.json({ items, totalItems: items.length, pageInfo: {} });

describe('NeedsOwnerPage', () => {
  registerMswTestHooks(server);

  it('gives an item that lost its owner to somebody else', async () => {
    const item = actionItem(1, { ownerRef: 'user:default/gone' });
    const gap = {
      field: 'actionItem.ownerRef',
      missingRef: 'user:default/gone',
      foundAt: '2026-11-20T10:00:00.000Z',
      postmortem: summary(31),
      actionItem: item,
    };
    const bodies: unknown[] = [];
    server.use(
      http.get(`${BASE_URL}/ownership-gaps`, () =>
        page(bodies.length === 0 ? [gap] : []),
      ),
      http.patch(`${BASE_URL}/action-items/:id`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(item);
      }),
    );
    renderWithBackend(<NeedsOwnerPage />, {
      at: '/postmortems/needs-owner',
      entities: [ana],
    });

    expect(await screen.findByText('user:default/gone')).toBeInTheDocument();
    const save = screen.getByRole('button', {
      name: 'Save: Alert on replica lag',
    });
    expect(save).toBeDisabled();
    await userEvent.type(
      screen.getByRole('combobox', {
        name: 'Who takes it over: Alert on replica lag',
      }),
      'ana',
    );
    await userEvent.click(await screen.findByRole('option', { name: /ana/i }));
    await userEvent.click(save);

    await waitFor(() =>
      expect(bodies).toEqual([{ ownerRef: 'user:default/ana.castellanos' }]),
    );
    expect(
      await screen.findByText('Everything has an owner'),
    ).toBeInTheDocument();
  });
});
