import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerMswTestHooks } from '@backstage/test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { PostmortemPage } from './PostmortemPage';

const server = setupServer();

function show(
  options: {
    document?: Partial<Postmortem>;
    at?: string;
    authorize?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  } = {},
) {
  server.use(
    ...postmortemHandlers({ postmortems: [postmortem(31, options.document)] }),
  );
  renderWithBackend(<PostmortemPage />, {
    mountPath: '/postmortems/:idOrKey',
    at: options.at ?? '/postmortems/PM-31',
    authorize: options.authorize,
  });
}

const part = (name: string) => screen.findByRole('region', { name });

describe('PostmortemPage', () => {
  registerMswTestHooks(server);

  it('shows what happened, in the order of its parts', async () => {
    show();

    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'Checkout errors after cache failover',
      }),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Summary',
      'Incident response',
      'Root-cause analysis',
      'Blast radius',
      'Lessons',
      'Action items',
      'Follow-up',
      'Communication',
      'Links and related',
    ]);
    expect(await part('Summary')).toHaveTextContent(/4,213|4,200/);
    expect(await part('Summary')).toHaveTextContent('EUR 31,000');
    expect(document.title).toContain(
      'PM-31 Checkout errors after cache failover',
    );
  });

  it('says what is not written, with the way to write it', async () => {
    show({
      document: {
        lessons: [],
        completeness: { score: 10 / 11, missing: ['lessons'] },
      },
    });

    const lessons = await part('Lessons');
    expect(lessons).toHaveTextContent('There are no lessons yet.');
    expect(
      await within(lessons).findByRole('link', { name: /^Write it/ }),
    ).toHaveAttribute('href', '/postmortems/PM-31/edit#lessons');
    expect(
      within(screen.getByRole('navigation', { name: 'Contents' })).getByRole(
        'link',
        { name: /^Lessons ?, not written yet$/ },
      ),
    ).toHaveAttribute('href', '#part-lessons');
  });

  it('offers nothing that the reader may not do', async () => {
    show({
      document: {
        // What the reader may do with the others is known from other tests.
        id: '00000000-0000-4000-8000-000000000099',
        lessons: [],
        completeness: { score: 1, missing: ['lessons'] },
      },
      authorize: AuthorizeResult.DENY,
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    expect(
      screen.getAllByRole('menuitem').map(({ textContent }) => textContent),
    ).toEqual([
      'History',
      'Copy link',
      'Print',
      'Export as markdown',
      'Export as JSON',
      'Review meeting (.ics)',
    ]);
    expect(screen.queryByText('Write it')).not.toBeInTheDocument();
    expect(screen.queryByText('Edit')).not.toBeInTheDocument();
    expect(screen.queryByText('Close')).not.toBeInTheDocument();
  });

  it('says that there is no such postmortem', async () => {
    show({ at: '/postmortems/PM-404' });

    expect(
      await screen.findByText('There is no PM-404 here'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'All postmortems' }),
    ).toHaveAttribute('href', '/postmortems');
  });

  it('says what failed, and loads it on Retry', async () => {
    show();
    server.use(
      http.get(
        `${BASE_URL}/postmortems/PM-31`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Out for lunch'),
        { once: true },
      ),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'PM-31 could not be loaded',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Retry' }));

    expect(await part('Summary')).toBeInTheDocument();
  });

  it('deletes, and brings back', async () => {
    show();
    const requests: string[] = [];
    server.use(
      http.delete(`${BASE_URL}/postmortems/:id`, () => {
        requests.push('delete');
        return new HttpResponse(null, { status: 204 });
      }),
      http.post(`${BASE_URL}/postmortems/:id/restore`, () => {
        requests.push('restore');
        return HttpResponse.json(postmortem(31));
      }),
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Delete' }),
    );
    expect(await screen.findByRole('status')).toHaveTextContent(
      'PM-31 was deleted',
    );
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(undo).toHaveFocus();
    await userEvent.click(undo);

    expect(await part('Summary')).toBeInTheDocument();
    expect(requests).toEqual(['delete', 'restore']);
  });

  it('draws a long timeline in part until all is asked for, or printed', async () => {
    const entry = postmortem().timeline[0];
    show({
      document: {
        timeline: Array.from({ length: 150 }, (_, index) => ({
          ...entry,
          id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
          text: `Entry ${index + 1} of many`,
        })),
      },
    });

    await part('Incident response');
    expect(screen.getAllByText(/^Entry \d+ of many$/)).toHaveLength(100);
    act(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    expect(screen.getAllByText(/^Entry \d+ of many$/)).toHaveLength(150);
    act(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    expect(screen.getAllByText(/^Entry \d+ of many$/)).toHaveLength(100);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 150 entries' }),
    );
    await waitFor(() =>
      expect(screen.getAllByText(/^Entry \d+ of many$/)).toHaveLength(150),
    );
  });
});
