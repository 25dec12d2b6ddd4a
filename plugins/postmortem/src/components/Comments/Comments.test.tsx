import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Comment, CommentInput } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  ana,
  BASE_URL,
  errorAnswer,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { PostmortemPage } from '../PostmortemPage';

const server = setupServer();

/** Who is signed in in these tests. */
const ME = 'user:default/guest';

function comment(number: number, changes: Partial<Comment> = {}): Comment {
  return {
    id: `00000000-0000-4000-8000-00000000500${number}`,
    part: 'lessons',
    path: null,
    parentId: null,
    text: 'Which cache was it?',
    mentions: [],
    createdBy: 'user:default/ana.castellanos',
    createdAt: '2026-08-14T09:00:00.000Z',
    editedAt: null,
    resolvedBy: null,
    resolvedAt: null,
    deletedAt: null,
    ...changes,
  };
}

function show(
  comments: Comment[],
  authorize:
    | AuthorizeResult.ALLOW
    | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const bodies: unknown[] = [];
  server.use(
    http.post(`${BASE_URL}/postmortems/:id/comments`, async ({ request }) => {
      const input = (await request.json()) as CommentInput;
      bodies.push(input);
      return HttpResponse.json(
        comment(9, { ...(input as Partial<Comment>), createdBy: ME }),
        { status: 201 },
      );
    }),
    http.patch(
      `${BASE_URL}/postmortems/:id/comments/:commentId`,
      async ({ request, params }) => {
        const { resolved, text } = (await request.json()) as {
          resolved?: boolean;
          text?: string;
        };
        bodies.push({ resolved, text });
        const before = comments.find(({ id }) => id === params.commentId)!;
        return HttpResponse.json({
          ...before,
          text: text ?? before.text,
          resolvedBy: resolved ? ME : null,
          resolvedAt: resolved ? '2026-08-15T09:00:00.000Z' : null,
        });
      },
    ),
    ...postmortemHandlers({ postmortems: [postmortem(31)], comments }),
  );
  const page = renderWithBackend(<PostmortemPage />, {
    mountPath: '/postmortems/:idOrKey',
    at: '/postmortems/PM-31',
    entities: [ana],
    authorize,
  });
  return { bodies, ...page };
}

const about = (part: string) =>
  screen.findByRole('region', { name: `Comments on ${part}` });

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));

describe('the comments', () => {
  registerMswTestHooks(server);
  beforeEach(() => window.localStorage.clear());
  // What places the list of people below the caret; jsdom has no layout.
  beforeAll(() => {
    window.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    Range.prototype.getBoundingClientRect ??= () => new DOMRect();
  });

  it('stand beside their part, with their answers, and are counted', async () => {
    show([
      comment(1),
      comment(2, { parentId: comment(1).id, text: 'The **sessions** cache' }),
      comment(3, {
        text: 'Nothing to add',
        resolvedBy: ME,
        resolvedAt: '2026-08-15T09:00:00.000Z',
      }),
    ]);

    const lessons = await about('Lessons');
    expect(lessons).toHaveTextContent('Which cache was it?');
    expect(lessons).toHaveTextContent('The sessions cache');
    expect(lessons).not.toHaveTextContent('Nothing to add');
    expect(
      screen.getByRole('link', { name: /^Lessons ?, 1 open comment$/ }),
    ).toBeInTheDocument();
    await press('Show 1 resolved');
    expect(lessons).toHaveTextContent('Nothing to add');
  });

  it('are written on a part, and kept until they are sent', async () => {
    const { bodies, unmount } = show([]);

    await press('Comment on Summary');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Your comment on Summary' }),
      'Say who was paged',
    );
    unmount();
    show([]);
    const summary = await about('Summary');
    expect(within(summary).getByRole('textbox')).toHaveValue(
      'Say who was paged',
    );
    expect(bodies).toEqual([]);
  });

  it('are sent, and shown', async () => {
    const { bodies } = show([]);

    await press('Comment on Summary');
    await userEvent.type(screen.getByRole('textbox'), 'Say who was paged');
    await press('Comment');

    await waitFor(() =>
      expect(screen.queryByRole('textbox')).not.toBeInTheDocument(),
    );
    expect(await about('Summary')).toHaveTextContent('Say who was paged');
    expect(
      screen.getByRole('button', { name: 'Comment on Summary' }),
    ).toHaveFocus();
    expect(bodies).toEqual([{ text: 'Say who was paged', part: 'summary' }]);
  });

  it('say what failed, and keep the words', async () => {
    show([]);
    server.use(
      http.post(
        `${BASE_URL}/postmortems/:id/comments`,
        () => errorAnswer(503, 'ServiceUnavailableError', 'Out for lunch'),
        { once: true },
      ),
    );

    await press('Comment on Summary');
    await userEvent.type(screen.getByRole('textbox'), 'Say who was paged');
    await press('Comment');
    expect(await screen.findByRole('alert')).toHaveTextContent('Out for lunch');
    expect(screen.getByRole('textbox')).toHaveValue('Say who was paged');
    await press('Retry');

    await waitFor(() =>
      expect(screen.queryByRole('textbox')).not.toBeInTheDocument(),
    );
  });

  it('are answered and resolved', async () => {
    const { bodies } = show([comment(1)]);

    await press('Answer');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Your answer' }),
      'The sessions cache',
    );
    await press('Answer');
    expect(await screen.findByText('The sessions cache')).toBeInTheDocument();
    await press('Resolve');

    expect(
      await screen.findByRole('button', { name: 'Show 1 resolved' }),
    ).toBeInTheDocument();
    expect(bodies).toEqual([
      {
        text: 'The sessions cache',
        part: 'lessons',
        path: null,
        parentId: comment(1).id,
      },
      { resolved: true, text: undefined },
    ]);
  });

  it('mention people, who are found while their name is typed', async () => {
    show([]);

    await press('Comment on Summary');
    const field = screen.getByRole('textbox');
    await userEvent.type(field, 'Ask @Ana');
    await userEvent.click(await screen.findByRole('option', { name: /Ana/ }));

    expect(field).toHaveValue(
      'Ask @[Ana Castellanos](user:default/ana.castellanos) ',
    );
    await press('Comment');
    expect(
      await screen.findByRole('link', { name: '@Ana Castellanos' }),
    ).toHaveAttribute('href', '/catalog/default/user/ana.castellanos');
  });

  it('can only be read by those who may not comment', async () => {
    show([comment(1)], AuthorizeResult.DENY);

    expect(await about('Lessons')).toHaveTextContent('Which cache was it?');
    expect(
      screen.queryByRole('button', { name: /Comment on|Answer|Resolve/ }),
    ).not.toBeInTheDocument();
  });
});
