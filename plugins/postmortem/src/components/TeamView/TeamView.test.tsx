import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import {
  lesson,
  overview,
  payments,
  postmortemHandlers,
  renderWithBackend,
  teamDuties,
} from '../../__testUtils__';
import { EntityTab } from '../EntityTab';

const server = setupServer();

const CHECKOUT = 'component:default/checkout';

const WAITING = lesson(7, {
  text: 'The schema lock blocks all writers',
  entityRef: CHECKOUT,
  reach: {
    via: 'audience',
    entityRef: CHECKOUT,
    path: [CHECKOUT],
    hops: 0,
    reasons: ['addressed'],
  },
});

/** Shows the page of a team below platform to a member of a group. */
async function showTo(groupRef: string) {
  server.use(
    ...postmortemHandlers({
      overview: overview({
        entityRef: null,
        teamRef: 'group:default/payments',
        team: teamDuties({ lessonsWaiting: [WAITING] }),
      }),
    }),
  );
  renderWithBackend(<EntityTab />, {
    entity: {
      ...payments,
      relations: [{ type: 'childOf', targetRef: 'group:default/platform' }],
    },
    ownershipEntityRefs: [groupRef],
  });
  return screen.findByRole('region', {
    name: 'Lessons that wait for an answer',
  });
}

describe('the lessons that wait for a team', () => {
  registerMswTestHooks(server);

  it.each(['group:default/payments', 'group:default/platform'])(
    'are answered by %s',
    async groupRef => {
      const panel = await showTo(groupRef);
      expect(
        await within(panel).findByRole('button', { name: 'Applies' }),
      ).toBeInTheDocument();
    },
  );

  it('are only read by other teams', async () => {
    const panel = await showTo('group:default/search');
    expect(within(panel).queryByRole('button', { name: 'Applies' })).toBeNull();
  });
});
