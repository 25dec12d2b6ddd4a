import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  MissingPoint,
  Postmortem,
  Review,
} from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { PostmortemPage } from '../PostmortemPage';

const server = setupServer();

const BEGAN: MissingPoint = {
  path: 'incident.startedAt',
  message: 'Say when the impact began',
  waivable: true,
};
const UNFINISHED: MissingPoint = {
  path: 'actionItems.1',
  message: '"Cap retries" is not finished',
  waivable: false,
};

function show(document: Partial<Postmortem>, reviews: Review[] = []) {
  server.use(
    ...postmortemHandlers({
      postmortems: [postmortem(31, document)],
      reviews,
    }),
  );
  renderWithBackend(<PostmortemPage />, {
    mountPath: '/postmortems/:idOrKey',
    at: '/postmortems/PM-31',
    authorize: AuthorizeResult.ALLOW,
  });
}

/** A backend that refuses a step until nothing is missing any more. */
function answerTransitions(
  missingOf: (body: { waivers?: unknown[] }) => MissingPoint[],
) {
  const bodies: unknown[] = [];
  server.use(
    http.post(
      `${BASE_URL}/postmortems/:id/transitions`,
      async ({ request }) => {
        const body = (await request.json()) as {
          to: 'published';
          waivers?: unknown[];
        };
        bodies.push(body);
        const missing = missingOf(body);
        return missing.length > 0
          ? HttpResponse.json(
              {
                error: { name: 'ConflictError', message: 'Not yet' },
                response: { statusCode: 409 },
                missing,
              },
              { status: 409 },
            )
          : HttpResponse.json(postmortem(31, { status: body.to }));
      },
    ),
  );
  return bodies;
}

const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('the workflow', () => {
  registerMswTestHooks(server);

  it('takes the next step', async () => {
    show({ status: 'in_review' });
    const bodies = answerTransitions(() => []);

    await press('Publish');

    expect(
      await screen.findByRole('button', { name: 'Close' }),
    ).toBeInTheDocument();
    expect(bodies).toEqual([{ to: 'published' }]);
  });

  it('says what is missing for a step, with the way to each', async () => {
    show({ status: 'in_review' });
    answerTransitions(() => [BEGAN, UNFINISHED]);

    await press('Publish');

    const dialog = await screen.findByRole('dialog', {
      name: 'PM-31 cannot be published yet',
    });
    expect(
      within(dialog).getByRole('link', { name: BEGAN.message }),
    ).toHaveAttribute('href', '/postmortems/PM-31/edit#times');
    expect(
      within(dialog).getByRole('link', { name: UNFINISHED.message }),
    ).toHaveAttribute('href', expect.stringMatching(/#action-item-.*1002$/));
    expect(
      within(dialog).queryByRole('button', {
        name: `Waive: ${UNFINISHED.message}`,
      }),
    ).not.toBeInTheDocument();
  });

  it('goes without a point for a reason', async () => {
    show({ status: 'in_review' });
    const bodies = answerTransitions(({ waivers }) => (waivers ? [] : [BEGAN]));

    await press('Publish');
    await press(`Waive: ${BEGAN.message}`);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why it can go without/ }),
      'The logs are gone',
    );
    await press('Publish all the same');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(bodies[1]).toEqual({
      to: 'published',
      waivers: [{ path: BEGAN.path, reason: 'The logs are gone' }],
    });
  });

  it('goes back for a reason', async () => {
    show({ status: 'published' });
    const bodies = answerTransitions(() => []);

    await press('More actions');
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'Reopen as a draft' }),
    );
    await press('Reopen as a draft');
    expect(await screen.findByText('Give a reason.')).toBeInTheDocument();
    expect(bodies).toEqual([]);
    await userEvent.type(
      screen.getByRole('textbox', { name: /Why it goes back/ }),
      'A second cause was found',
    );
    await press('Reopen as a draft');

    expect(
      await screen.findByRole('button', { name: 'Send to review' }),
    ).toBeInTheDocument();
    expect(bodies).toEqual([
      { to: 'draft', reason: 'A second cause was found' },
    ]);
  });

  it('says that a step failed, and takes it on Retry', async () => {
    show({ status: 'in_review' });
    answerTransitions(() => []);
    server.use(
      http.post(
        `${BASE_URL}/postmortems/:id/transitions`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Out for lunch'),
        { once: true },
      ),
    );

    await press('Publish');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'PM-31 was not published',
    );
    await press('Retry');

    expect(
      await screen.findByRole('button', { name: 'Close' }),
    ).toBeInTheDocument();
  });

  it('shows reviews, stale ones marked, and what was waived', async () => {
    show(
      {
        status: 'published',
        waivers: [
          {
            path: 'incident.detectedAt',
            reason: 'The logs are gone',
            waivedBy: 'user:default/ana.castellanos',
            waivedAt: '2026-08-20T15:30:00.000Z',
            to: 'published',
          },
        ],
      },
      [
        {
          id: '00000000-0000-4000-8000-000000006001',
          verdict: 'approve',
          comment: 'Worth **reading**',
          version: 3,
          createdBy: 'user:default/dele.adeyemi',
          createdAt: '2026-08-19T15:30:00.000Z',
          stale: true,
        },
      ],
    );

    const approvals = await screen.findByRole('region', { name: 'Approvals' });
    expect(
      await within(approvals).findByText('0 of 1 approval needed to publish.'),
    ).toBeInTheDocument();
    expect(approvals).toHaveTextContent('Changed since');
    expect(approvals).toHaveTextContent('Worth reading');
    expect(approvals).toHaveTextContent(
      /When it was detected, waived for “Published” by .*The logs are gone/,
    );
  });

  it('takes a review, which says what should change', async () => {
    show({ status: 'in_review', createdBy: 'user:default/dele.adeyemi' });
    const bodies: unknown[] = [];
    server.use(
      http.post(`${BASE_URL}/postmortems/:id/reviews`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({}, { status: 201 });
      }),
    );

    await press('Review');
    expect(screen.getByRole('radio', { name: 'Approve' })).toBeDisabled();
    await press('Ask for changes');
    expect(
      await screen.findByText('Say what should change.'),
    ).toBeInTheDocument();
    await userEvent.type(
      screen.getByRole('textbox', { name: /What should change/ }),
      'Name the trigger',
    );
    await press('Ask for changes');

    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(bodies).toEqual([
      { verdict: 'request_changes', comment: 'Name the trigger', version: 4 },
    ]);
  });
});
