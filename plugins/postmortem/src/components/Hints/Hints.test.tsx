import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  HintEntry,
  PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { postmortemHints } from 'backstage-plugin-postmortem-common/hints';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  errorAnswer,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { contentOf } from '../../saving';
import { FieldHints, HintCount, HintsProvider, HintSwitch, reword } from '.';

const WITHIN = { timeout: 5_000 };

const server = setupServer();
registerMswTestHooks(server);

beforeEach(() => localStorage.clear());

const document = postmortem(31, {
  summary: 'It was obviously overloaded.',
  actionItems: [],
});
const content: PostmortemContent = contentOf(document);

const summaryHint = postmortemHints(content).find(
  ({ path }) => path === 'summary',
)!;

function open(hints: HintEntry[] = []) {
  server.use(...postmortemHandlers({ hints }));
  const save = jest.fn(async () => {});
  renderWithBackend(
    <HintsProvider
      postmortemId={document.id}
      content={content}
      save={save}
      use={() => {}}
    >
      <HintSwitch />
      <HintCount part="summary" />
      <FieldHints path="summary" />
    </HintsProvider>,
  );
  return { save };
}

it('shows advice beside the field, with the reason and a rewording', async () => {
  open();
  expect(
    await screen.findByText(summaryHint.message, {}, WITHIN),
  ).toBeInTheDocument();
  expect(screen.getByText('obviously')).toBeInTheDocument();
  expect(screen.getByTitle('1 writing hint')).toBeInTheDocument();
  await userEvent.click(screen.getByText(summaryHint.message));
  expect(
    screen.getByText(`Rather: ${summaryHint.suggestion}`),
  ).toBeInTheDocument();
});

it('keeps a dismissal with the server once it has the text, and takes it back', async () => {
  const asked: string[] = [];
  server.use(
    http.post(`${BASE_URL}/postmortems/:id/hints/:hintId/dismissals`, () => {
      asked.push('dismiss');
      return HttpResponse.json({
        reason: null,
        dismissedBy: 'user:default/dele.adeyemi',
        dismissedAt: '2026-11-24T10:00:00.000Z',
      });
    }),
    http.delete(`${BASE_URL}/postmortems/:id/hints/:hintId/dismissals`, () => {
      asked.push('undo');
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { save } = open();
  await userEvent.click(
    await screen.findByText(summaryHint.message, {}, WITHIN),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await screen.findByText(/Hint on “obviously” dismissed/);
  expect(save).toHaveBeenCalledTimes(1);
  expect(screen.queryByTitle('1 writing hint')).not.toBeInTheDocument();

  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(summaryHint.message)).toBeInTheDocument();
  expect(asked).toEqual(['dismiss', 'undo']);
});

it('says when a dismissal was not kept', async () => {
  server.use(
    http.post(`${BASE_URL}/postmortems/:id/hints/:hintId/dismissals`, () =>
      errorAnswer(403, 'NotAllowedError', 'Only writers may'),
    ),
  );
  open();
  await userEvent.click(
    await screen.findByText(summaryHint.message, {}, WITHIN),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'That was not kept. Only writers may',
  );
  expect(screen.getByText(summaryHint.message)).toBeInTheDocument();
});

it('does not show again what was dismissed, unless asked', async () => {
  open([
    {
      ...summaryHint,
      part: 'summary',
      dismissal: {
        reason: null,
        dismissedBy: 'user:default/ana.castellanos',
        dismissedAt: '2026-11-24T10:00:00.000Z',
      },
    },
  ]);
  const button = await screen.findByRole(
    'button',
    { name: 'Show 1 dismissed' },
    WITHIN,
  );
  expect(screen.queryByText(/dismissed\./)).not.toBeInTheDocument();
  await userEvent.click(button);
  expect(screen.getByText(/Hint on “obviously” dismissed/)).toBeInTheDocument();
});

it('can be turned off, and stays off', async () => {
  open();
  await screen.findByText(summaryHint.message, {}, WITHIN);
  await userEvent.click(screen.getByRole('switch', { name: /Writing hints/ }));
  await waitFor(() =>
    expect(screen.queryByText(summaryHint.message)).not.toBeInTheDocument(),
  );
  expect(localStorage.getItem('postmortem.hints')).toBe('false');
});

describe('rewording', () => {
  const hint = {
    ...summaryHint,
    start: 0,
    end: 9,
    quote: 'Ana Silva',
    suggestion: '“the engineer on call”',
  };

  it('replaces the quote, in the case that a sentence begins with', () => {
    expect(reword('Ana Silva paged.', hint)).toBe(
      'The engineer on call paged.',
    );
    expect(reword('It was Ana Silva.', { ...hint, start: 7, end: 16 })).toBe(
      'It was the engineer on call.',
    );
  });

  it('leaves a text alone in which the quote has moved, and advice that is no rewording', () => {
    expect(reword('So Ana Silva paged.', hint)).toBeNull();
    expect(
      reword('Ana Silva paged.', { ...hint, suggestion: 'Give the size.' }),
    ).toBeNull();
  });
});
