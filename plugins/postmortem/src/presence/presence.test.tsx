import { registerMswTestHooks } from '@backstage/test-utils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { PresentPerson } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  postmortemHandlers,
  renderWithBackend,
} from '../__testUtils__';
import { PeopleAtPart, PresenceProvider, PresentPeople } from '.';

const ID = '00000000-0000-4000-8000-000000000031';

const server = setupServer();
registerMswTestHooks(server);

function person(
  userRef: string,
  part: PresentPerson['part'],
  clientId = userRef.replace(/\W/g, '-'),
): PresentPerson {
  return { userRef, part, clientId, since: '2026-11-24T10:00:00.000Z' };
}

function open(onWritten = () => {}) {
  return renderWithBackend(
    <PresenceProvider postmortemId={ID} clientId="mine" onWritten={onWritten}>
      <PresentPeople />
      <section id="part-rootCause">
        <PeopleAtPart part="rootCause" />
        <section id="part-trigger">
          <input aria-label="What set it off" />
        </section>
      </section>
    </PresenceProvider>,
  );
}

it('shows who else is here, and at which part', async () => {
  server.use(
    ...postmortemHandlers({
      people: [
        person('user:default/ana.castellanos', 'rootCause'),
        person('user:default/ana.castellanos', 'summary', 'another'),
        person('user:default/dele.adeyemi', null, 'my-other-window'),
      ],
    }),
  );
  open();
  const all = screen.getByRole('list', { name: 'Also here' });
  expect(await within(all).findAllByRole('listitem')).toHaveLength(2);
  expect(
    within(all).getByText('ana.castellanos is here too'),
  ).toBeInTheDocument();
  expect(within(all).getByText('You, in another window')).toBeInTheDocument();
  const here = screen.getByRole('list', { name: 'At this part' });
  expect(
    within(here).getByText('ana.castellanos is at this part'),
  ).toBeInTheDocument();
});

it('says at which part this window is, and when it leaves', async () => {
  const told: unknown[] = [];
  server.events.on('request:start', async ({ request }) => {
    if (request.url.includes('/presence')) {
      const body =
        request.method === 'POST' ? await request.clone().json() : {};
      told.push([request.method, body.part]);
    }
  });
  server.use(...postmortemHandlers());
  const { unmount } = open();
  fireEvent.focusIn(screen.getByLabelText('What set it off'));
  await waitFor(() => expect(told).toContainEqual(['POST', 'rootCause']));
  expect(told[0]).toEqual(['POST', null]);
  unmount();
  await waitFor(() => expect(told.at(-1)).toEqual(['DELETE', undefined]));
});

it('asks for what was written only while somebody else is here', async () => {
  const onWritten = jest.fn();
  let people = [person('user:default/ana.castellanos', null)];
  server.use(
    http.post(`${BASE_URL}/postmortems/:id/presence`, () =>
      HttpResponse.json({ people }),
    ),
    ...postmortemHandlers(),
  );
  open(onWritten);
  await waitFor(() => expect(onWritten).toHaveBeenCalled(), { timeout: 9_000 });
  people = [];
  await waitFor(
    () => expect(screen.queryByText(/is here too/)).not.toBeInTheDocument(),
    { timeout: 9_000 },
  );
  const asked = onWritten.mock.calls.length;
  await new Promise(resolve => setTimeout(resolve, 4_500));
  expect(onWritten.mock.calls.length).toBe(asked);
}, 30_000);
