import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Overview } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  actionItem,
  BASE_URL,
  emptyOverview,
  errorAnswer,
  lesson,
  overview,
  personalDuties,
  renderWithBackend,
  summary,
} from '../../__testUtils__';
import { MyActionItems, PastIncidents, RecentLessons } from '.';

const server = setupServer();

const USER = 'user:default/dele.adeyemi';

/** Serves an overview, and keeps the addresses that were asked for. */
function serve(answer: Overview): string[] {
  const asked: string[] = [];
  server.use(
    http.get(`${BASE_URL}/overview`, ({ request }) => {
      asked.push(new URL(request.url).search);
      return HttpResponse.json(answer);
    }),
  );
  return asked;
}

function show() {
  return renderWithBackend(
    <>
      <section aria-label="Items">
        <MyActionItems />
      </section>
      <section aria-label="Past">
        <PastIncidents />
      </section>
      <section aria-label="Lessons">
        <RecentLessons />
      </section>
    </>,
  );
}

const widget = (name: string) => within(screen.getByRole('region', { name }));

describe('home-page widgets', () => {
  registerMswTestHooks(server);

  it('show what the reader owes and what is worth remembering, from one request', async () => {
    const asked = serve(
      overview({
        entityRef: null,
        userRef: USER,
        actionItems: [actionItem(1)],
        user: personalDuties({
          thisWeekInThePast: [
            summary(7, {
              title: 'The hour that happened twice',
              incident: {
                ...summary().incident,
                startedAt: '2025-11-25T07:20:00.000Z',
              },
            }),
          ],
          recentLessons: [lesson()],
        }),
      }),
    );

    show();

    expect(
      await screen.findByRole('link', { name: 'Alert on replica lag' }),
    ).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/postmortems\/PM-31#action-item-/),
    );
    expect(
      widget('Items').getByRole('link', { name: 'All 2 open' }),
    ).toHaveAttribute(
      'href',
      '/postmortems/action-items?ownerRef=user%3Adefault%2Fdele.adeyemi&state=open',
    );
    expect(widget('Items').getByText(/1 overdue/)).toBeInTheDocument();
    expect(
      await widget('Past').findByRole('link', {
        name: 'The hour that happened twice',
      }),
    ).toHaveAttribute('href', '/postmortems/PM-7');
    expect(
      widget('Lessons').getByText('Failover needs the cache warmed first'),
    ).toBeInTheDocument();
    expect(asked).toEqual([`?userRef=${encodeURIComponent(USER)}`]);
  });

  it('say what would be there', async () => {
    serve(emptyOverview({ userRef: USER, user: personalDuties() }));

    show();

    expect(
      await widget('Items').findByText(/^Nothing open\./),
    ).toBeInTheDocument();
    expect(
      widget('Past').getByText(/^No incident began in this week/),
    ).toBeInTheDocument();
    expect(
      widget('Lessons').getByText(/^No lessons yet\./),
    ).toBeInTheDocument();
  });

  it('say what failed, and ask again for all of them', async () => {
    server.use(
      http.get(`${BASE_URL}/overview`, () =>
        errorAnswer(503, 'ServiceUnavailableError', 'The catalog is away'),
      ),
    );

    show();

    expect(await screen.findAllByText('The catalog is away')).toHaveLength(3);
    server.resetHandlers();
    const asked = serve(emptyOverview({ user: personalDuties() }));
    await userEvent.click(
      widget('Past').getByRole('button', { name: 'Retry' }),
    );

    expect(
      await widget('Items').findByText(/^Nothing open\./),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(asked).toHaveLength(1);
  });
});
