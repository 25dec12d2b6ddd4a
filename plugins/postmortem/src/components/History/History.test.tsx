import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Postmortem, Revision } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { PostmortemPage } from '../PostmortemPage';

const server = setupServer();

const REVISIONS: Revision[] = [
  {
    version: 4,
    action: 'updated',
    changedBy: 'user:default/ana.castellanos',
    changedAt: '2026-08-20T15:30:00.000Z',
    changedFields: ['rootCause', 'title'],
    reason: null,
  },
  {
    version: 3,
    action: 'transitioned',
    changedBy: 'user:default/ana.castellanos',
    changedAt: '2026-08-19T15:30:00.000Z',
    changedFields: ['status'],
    reason: 'A second cause was found',
  },
  {
    version: 1,
    action: 'created',
    changedBy: 'service:example',
    changedAt: '2026-08-13T09:00:00.000Z',
    changedFields: [],
    reason: null,
  },
];

const NOW = postmortem();
const FIRST: Postmortem = {
  ...NOW,
  version: 1,
  status: 'draft',
  severity: 'SEV3',
  summary: 'For **100 minutes** one checkout in ten failed.',
  lessons: [NOW.lessons[0]],
};

function show(search: string) {
  server.use(
    ...postmortemHandlers({ postmortems: [NOW] }),
    http.get(`${BASE_URL}/postmortems/:id/revisions`, () =>
      HttpResponse.json({
        items: REVISIONS,
        totalItems: REVISIONS.length,
        pageInfo: {},
      }),
    ),
    http.get(`${BASE_URL}/postmortems/:id/revisions/:version`, ({ params }) =>
      HttpResponse.json(params.version === '1' ? FIRST : NOW),
    ),
  );
  renderWithBackend(<PostmortemPage />, {
    mountPath: '/postmortems/:idOrKey',
    at: `/postmortems/PM-31${search}`,
  });
}

describe('the history', () => {
  registerMswTestHooks(server);

  it('says who changed what, when and why', async () => {
    show('');

    await userEvent.click(
      await screen.findByRole('button', { name: 'More actions' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'History' }),
    );
    const history = await screen.findByRole('dialog');
    const [newest, back, first] = await within(history).findAllByRole(
      'listitem',
    );

    expect(newest).toHaveTextContent('root cause, title');
    expect(back).toHaveTextContent('A second cause was found');
    expect(
      within(back).getByRole('link', { name: 'What changed in version 3' }),
    ).toHaveAttribute('href', '/postmortems/PM-31?from=2&to=3');
    expect(first).toHaveTextContent('Created by service:example');
  });

  it('shows an earlier version, which only can be read', async () => {
    show('?version=1');

    expect(
      await screen.findByText('This is version 1 of PM-31, as it was then'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Restore this version' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Edit')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /change the status/ }),
    ).not.toBeInTheDocument();
  });

  it('shows what changed between two versions, by part and word', async () => {
    show('?from=1&to=4');

    const summary = await screen.findByRole('region', { name: 'Summary' });
    expect(within(summary).getByText('ten')).toBeInstanceOf(HTMLElement);
    expect(within(summary).getByText('ten').tagName).toBe('DEL');
    expect(
      screen.getByText('The status went from “Draft” to “Published”.'),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Severity' })).toHaveTextContent(
      'SEV3SEV2',
    );
    const lessons = screen.getByRole('region', { name: 'Lessons' });
    expect(lessons).toHaveTextContent('Added: The alert fired in minutes');
    expect(lessons).toHaveTextContent('Went well');
    expect(lessons).not.toHaveTextContent('Failover needs');
  });

  it('restores a version as a new one', async () => {
    show('?from=1&to=4');
    const restored: unknown[] = [];
    server.use(
      http.post(
        `${BASE_URL}/postmortems/:id/revisions/:version/restore`,
        ({ request, params }) => {
          restored.push([params.version, request.headers.get('If-Match')]);
          return HttpResponse.json({ ...FIRST, version: 5 });
        },
      ),
    );

    expect(
      screen.queryByRole('button', { name: 'Restore version 4' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Restore version 1' }),
    );

    expect(
      await screen.findByRole('navigation', { name: 'Contents' }),
    ).toBeInTheDocument();
    expect(restored).toEqual([['1', '"4"']]);
  });

  it('says that there are no such versions', async () => {
    show('?from=1&to=99');
    server.use(
      http.get(`${BASE_URL}/postmortems/:id/revisions/99`, () =>
        HttpResponse.json(
          { error: { name: 'NotFoundError', message: 'No such version' } },
          { status: 404 },
        ),
      ),
    );

    expect(
      await screen.findByText(/no such pair of versions/),
    ).toBeInTheDocument();
  });
});
