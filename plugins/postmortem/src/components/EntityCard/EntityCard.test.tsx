import { registerMswTestHooks } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  checkout,
  emptyOverview,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { EntityCard } from './EntityCard';

const server = setupServer();

describe('EntityCard', () => {
  registerMswTestHooks(server);

  it('shows the last incident, the counts and what is overdue', async () => {
    server.use(...postmortemHandlers());

    renderWithBackend(<EntityCard />, { entity: checkout });

    expect(
      await screen.findByRole('link', {
        name: 'Checkout errors after cache failover',
      }),
    ).toHaveAttribute('href', '/postmortems/PM-31');
    const facts = screen.getAllByRole('definition');
    expect(facts[1]).toHaveTextContent('1 SEV11 SEV2');
    expect(facts[2]).toHaveTextContent('2 open, 1 overdue');
    expect(facts[3]).toHaveTextContent(/^1 here$/);
  });

  it('says so when there is nothing, and offers to write the first one', async () => {
    server.use(...postmortemHandlers({ overview: emptyOverview() }));

    renderWithBackend(<EntityCard />, { entity: checkout });

    expect(
      await screen.findByText('No incident of this has a postmortem.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'New postmortem' }),
    ).toBeInTheDocument();
  });

  it('leads to the filtered list where the portal has no tab', async () => {
    server.use(...postmortemHandlers());

    renderWithBackend(<EntityCard />, { entity: checkout });

    expect(
      await screen.findByRole('link', { name: /all postmortems/ }),
    ).toHaveAttribute(
      'href',
      '/postmortems?entityRef=component%3Adefault%2Fcheckout',
    );
  });
});
