import { registerMswTestHooks } from '@backstage/test-utils';
import {
  configure,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
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
import { applyPatch } from '../../saving/__testUtils__/FakeServer';
import { EditPage } from './EditPage';

// The whole document is on the page, and a save waits for a pause in typing.
jest.setTimeout(60_000);
// Looking up what is hidden takes most of the time on so long a page.
configure({ defaultHidden: true });

const SAVED_WITHIN = { timeout: 10_000 };

const server = setupServer();
registerMswTestHooks(server);

/** A backend that holds one document, and what it was sent. */
function serve(document: Postmortem = postmortem(31, { timeline: [] })) {
  const patches: Array<Record<string, any>> = [];
  let current = document;
  server.use(
    http.patch(`${BASE_URL}/postmortems/:id`, async ({ request }) => {
      const patch = (await request.json()) as Partial<Postmortem>;
      if (request.headers.get('If-Match') !== `"${current.version}"`) {
        return HttpResponse.json(
          { error: { name: 'Error', message: 'Stale' }, current },
          { status: 412 },
        );
      }
      patches.push(patch);
      current = {
        ...(applyPatch(current, patch) as Postmortem),
        version: current.version + 1,
      };
      return HttpResponse.json(current);
    }),
    ...postmortemHandlers({ postmortems: [document] }),
  );
  return {
    patches,
    writeAsSomebodyElse(changes: Partial<Postmortem>) {
      current = {
        ...current,
        ...changes,
        version: current.version + 1,
        updatedBy: 'user:default/ana.castellanos',
      };
    },
  };
}

async function openEditor() {
  renderWithBackend(<EditPage />, {
    mountPath: '/postmortems/:idOrKey/edit',
    at: '/postmortems/PM-31/edit',
  });
  return screen.findByRole('textbox', { name: 'Title' });
}

/** Writes into a field in one go: keystrokes are the browser's business. */
function write(label: string, text: string) {
  const field = screen.getByRole('textbox', { name: label });
  fireEvent.focus(field);
  fireEvent.change(field, { target: { value: text } });
}

beforeEach(() => localStorage.clear());

it('saves what is typed by itself, and says so', async () => {
  const { patches } = serve();
  await openEditor();
  write('Technical cause', 'A cold cache');

  expect(screen.getByText('Saving …')).toBeInTheDocument();
  await screen.findByText('Saved just now', {}, SAVED_WITHIN);
  expect(patches).toEqual([{ rootCause: { technical: 'A cold cache' } }]);
});

it('takes timeline entries as fast as they are typed, and moves and restores them', async () => {
  const { patches } = serve();
  await openEditor();
  const line = screen.getByRole('textbox', { name: 'Add to the timeline' });
  await userEvent.type(line, '07:24 the alert fires{Enter}all is well{Enter}');

  const texts = () =>
    screen
      .getAllByRole('textbox', { name: 'What happened' })
      .map(field => (field as HTMLTextAreaElement).value);
  expect(texts()).toEqual(['the alert fires', 'all is well']);
  await userEvent.click(
    screen.getAllByRole('textbox', { name: 'What happened' })[1],
  );
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(texts()).toEqual(['all is well', 'the alert fires']);
  expect(document.activeElement).toHaveValue('all is well');

  await userEvent.click(
    screen.getByRole('button', { name: 'Delete: all is well' }),
  );
  expect(texts()).toEqual(['the alert fires']);
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(texts()).toEqual(['all is well', 'the alert fires']);

  await screen.findByText('Saved just now', {}, SAVED_WITHIN);
  expect(patches.at(-1)?.timeline).toEqual([
    expect.objectContaining({ text: 'all is well', at: null }),
    expect.objectContaining({
      text: 'the alert fires',
      at: expect.stringMatching(/^2026-08-1\dT.*Z$/),
    }),
  ]);
});

it('shows a wrong time beside its field, and saves the rest', async () => {
  const { patches } = serve();
  await openEditor();
  write('Resolved', '3 Jan 2020 10:00');
  write('Title', 'Another title');

  await screen.findByText(/Saved, but for 1 field to mend/, {}, SAVED_WITHIN);
  expect(patches).toEqual([{ title: 'Another title' }]);
  expect(screen.getByLabelText('Resolved')).toBeInvalid();
  expect(
    screen.getByText(/The resolution .* is before the impact began/),
  ).toBeInTheDocument();

  write('Resolved', 'soon');
  await userEvent.tab();
  expect(screen.getByText(/Not understood/)).toBeInTheDocument();
  expect(screen.getByLabelText('Resolved')).toHaveValue('soon');
});

it('shows both versions where two wrote the same, and sends what is chosen', async () => {
  const { patches, writeAsSomebodyElse } = serve();
  await openEditor();
  writeAsSomebodyElse({
    summary: 'Their summary',
    impact: { ...postmortem().impact, business: 'Their figures' },
  });
  write('What happened, in a paragraph', 'My summary');

  const panel = await screen.findByRole(
    'region',
    { name: 'Two versions of “Summary”' },
    SAVED_WITHIN,
  );
  expect(within(panel).getByText('My summary')).toBeInTheDocument();
  expect(within(panel).getByText('Their summary')).toBeInTheDocument();
  expect(
    screen.getByLabelText('What it meant for the business', {
      selector: 'textarea',
    }),
  ).toHaveValue('Their figures');
  expect(patches).toEqual([]);

  await userEvent.click(
    within(panel).getByRole('button', { name: 'Combine both' }),
  );
  await userEvent.click(
    within(panel).getByRole('button', { name: 'Use this text' }),
  );
  await waitFor(
    () => expect(patches).toEqual([{ summary: 'Their summary\n\nMy summary' }]),
    SAVED_WITHIN,
  );
});

it('keeps the text in the browser when the backend is away, and brings it back', async () => {
  serve();
  server.use(
    http.patch(`${BASE_URL}/postmortems/:id`, () => HttpResponse.error()),
  );
  const title = await openEditor();
  write('Title', 'Kept');
  await screen.findByText(/Offline/, {}, SAVED_WITHIN);
  expect(title).toHaveValue('Kept');
  await waitFor(() => {
    const [key] = Object.keys(localStorage).filter(name =>
      name.startsWith('postmortem.draft.'),
    );
    expect(JSON.parse(localStorage.getItem(key)!).mine.title).toBe('Kept');
  });
});

it('says when the session has ended', async () => {
  serve();
  server.use(
    http.patch(`${BASE_URL}/postmortems/:id`, () =>
      errorAnswer(401, 'AuthenticationError', 'Missing credentials'),
    ),
  );
  await openEditor();
  write('Title', 'Kept');
  await screen.findByText(/Your session has ended/, {}, SAVED_WITHIN);
  expect(screen.getByRole('button', { name: 'Retry' })).toBeInTheDocument();
});

it('says when there is no such postmortem', async () => {
  serve();
  renderWithBackend(<EditPage />, {
    mountPath: '/postmortems/:idOrKey/edit',
    at: '/postmortems/PM-99/edit',
  });
  expect(await screen.findByText('There is no PM-99 here')).toBeInTheDocument();
});
