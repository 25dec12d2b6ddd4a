import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { registerMswTestHooks } from '@backstage/test-utils';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  checkout,
  payments,
  postmortem,
  renderWithBackend,
} from '../../__testUtils__';
import { NewPage } from './NewPage';

jest.setTimeout(30_000);

const server = setupServer();
registerMswTestHooks(server);

function open(options: { authorize?: AuthorizeResult.DENY } = {}) {
  return renderWithBackend(<NewPage />, {
    entities: [checkout, payments],
    mountPath: '/postmortems/new',
    at: '/postmortems/new?entityRef=component:default/checkout',
    ...options,
  });
}

function answer(label: RegExp, text: string) {
  fireEvent.change(screen.getByRole('textbox', { name: label }), {
    target: { value: text },
  });
}

const create = () =>
  userEvent.click(screen.getByRole('button', { name: 'Create and continue' }));

beforeEach(() => localStorage.clear());

it('begins with the component it came from, and its owner', async () => {
  open();
  const picker = await screen.findByRole('combobox', {
    name: /Which component was the cause/,
  });
  await waitFor(() => expect(picker).toHaveDisplayValue(/^checkout$/i));
  expect(await screen.findByText(/payments/i)).toBeInTheDocument();
});

it('creates a postmortem from the five answers', async () => {
  const bodies: unknown[] = [];
  server.use(
    http.post(`${BASE_URL}/postmortems`, async ({ request }) => {
      bodies.push(await request.json());
      return HttpResponse.json(postmortem(32), { status: 201 });
    }),
  );
  open();
  await screen.findByRole('button', { name: 'Create and continue' });
  answer(/What happened/, 'Checkout was slow');
  answer(/When did the impact begin/, '2026-11-03 14:05 UTC');
  answer(/What did people notice/, 'Pages took ten seconds.');
  await create();

  expect(bodies).toEqual([
    {
      title: 'Checkout was slow',
      severity: null,
      summary: 'Pages took ten seconds.',
      incident: { startedAt: '2026-11-03T14:05:00.000Z' },
      entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
    },
  ]);
  expect(localStorage.getItem('postmortem.new')).toBeNull();
});

it('says what is missing beside its field, without asking the backend', async () => {
  open();
  await screen.findByRole('button', { name: 'Create and continue' });
  answer(/When did the impact begin/, 'some time ago or so');
  await create();

  expect(await screen.findByText('Must not be empty.')).toBeInTheDocument();
  expect(screen.getByText(/Not understood/)).toBeInTheDocument();
});

it('shows what the backend refuses beside its field, and keeps the answers', async () => {
  server.use(
    http.post(`${BASE_URL}/postmortems`, () =>
      HttpResponse.json(
        {
          error: {
            name: 'InputError',
            message: 'title is wrong',
            issues: [{ path: 'title', message: 'is taken' }],
          },
          response: { statusCode: 400 },
        },
        { status: 400 },
      ),
    ),
  );
  const first = open();
  await screen.findByRole('button', { name: 'Create and continue' });
  answer(/What happened/, 'Checkout was slow');
  await create();
  expect(await screen.findByText('Is taken.')).toBeInTheDocument();

  first.unmount();
  open();
  expect(
    await screen.findByRole('textbox', { name: /What happened/ }),
  ).toHaveValue('Checkout was slow');
});

it('offers no form to those who may not create one', async () => {
  open({ authorize: AuthorizeResult.DENY });
  expect(
    await screen.findByText('You may not write postmortems in this portal'),
  ).toBeInTheDocument();
});
