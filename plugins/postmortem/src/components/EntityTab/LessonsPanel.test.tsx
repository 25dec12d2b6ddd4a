import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LessonAnswerInput } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  BASE_URL,
  checkout,
  errorAnswer,
  lesson,
  overview,
  payments,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { EntityTab } from './EntityTab';

const server = setupServer();

const CHECKOUT = 'component:default/checkout';

function fromLedger(number: number, text: string) {
  return lesson(number, {
    text,
    entityRef: 'resource:default/ledger-db',
    reach: {
      via: 'dependency',
      entityRef: CHECKOUT,
      path: [
        CHECKOUT,
        'component:default/ledger',
        'resource:default/ledger-db',
      ],
      hops: 2,
      reasons: ['severe'],
    },
  });
}

const paymentsOfPlatform = {
  ...payments,
  relations: [{ type: 'childOf', targetRef: 'group:default/platform' }],
};

const LOCK = fromLedger(7, 'The schema lock blocks all writers');

/** Shows the tab of a component with lessons from around it. */
function show(options: {
  isOwner: boolean;
  total?: number;
  /** Groups of the reader's, instead of the owning team or none. */
  groups?: string[];
}) {
  server.use(
    ...postmortemHandlers({
      overview: overview({
        lessonsFromElsewhere: [LOCK],
        counts: {
          ...overview().counts,
          lessonsFromElsewhere: options.total ?? 1,
        },
      }),
    }),
  );
  renderWithBackend(<EntityTab />, {
    entity: checkout,
    entities: [checkout, paymentsOfPlatform],
    ownershipEntityRefs:
      options.groups ?? (options.isOwner ? ['group:default/payments'] : []),
  });
  return screen.findByRole('region', { name: 'Lessons from around it' });
}

/** Takes answers as the backend does, and keeps them. */
function takeAnswers() {
  const inputs: LessonAnswerInput[] = [];
  server.use(
    http.post(
      `${BASE_URL}/lessons/:lessonId/answers`,
      async ({ request, params }) => {
        const input = (await request.json()) as LessonAnswerInput;
        inputs.push(input);
        return HttpResponse.json({
          answer: {
            lessonId: params.lessonId,
            entityRef: input.entityRef,
            verdict: input.verdict,
            reason: input.reason ?? null,
            actionItemId: null,
            answeredBy: 'user:default/dele.adeyemi',
            answeredAt: '2026-11-24T10:15:00.000Z',
          },
          actionItem: null,
        });
      },
    ),
  );
  return inputs;
}

describe('lessons from around a component', () => {
  registerMswTestHooks(server);

  it('say which way they come, and offer no answer to other teams', async () => {
    const panel = await show({ isOwner: false });

    expect(panel).toHaveTextContent(
      /checkout.*leads to.*ledger.*leads to.*ledger-db/,
    );
    expect(panel).toHaveTextContent('ranks high: severe');
    expect(within(panel).queryByRole('button', { name: 'Applies' })).toBeNull();
  });

  it('may be answered by members of a group above the owning team', async () => {
    const panel = await show({
      isOwner: false,
      groups: ['group:default/platform'],
    });

    expect(
      await within(panel).findByRole('button', { name: 'Applies' }),
    ).toBeInTheDocument();
  });

  it('are answered by the owning team with an action item, at once to be seen', async () => {
    const panel = await show({ isOwner: true });
    const inputs = takeAnswers();

    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Applies' }),
    );
    const title = screen.getByRole('textbox', {
      name: /What is to be done here/,
    });
    expect(title).toHaveValue('The schema lock blocks all writers');
    await userEvent.clear(title);
    await userEvent.type(title, 'Read from the replica');
    await userEvent.click(
      screen.getByRole('button', { name: 'Add the action item' }),
    );

    // The backend's overview still has none: it is shown from the answer.
    expect(await within(panel).findByText('Applies')).toBeInTheDocument();
    expect(
      within(panel).getByRole('link', { name: /dele\.adeyemi/ }),
    ).toBeInTheDocument();
    const anew = within(panel).getByRole('button', { name: /^Answer anew/ });
    expect(anew).toHaveFocus();
    await userEvent.click(anew);
    expect(
      within(panel).getByRole('button', { name: 'Applies' }),
    ).toHaveFocus();
    expect(inputs).toEqual([
      {
        entityRef: CHECKOUT,
        verdict: 'applies',
        actionItem: {
          title: 'Read from the replica',
          ownerRef: null,
          dueAt: null,
          type: 'prevent',
        },
      },
    ]);
  });

  it('take a reason where they do not apply', async () => {
    const panel = await show({ isOwner: true });
    const inputs = takeAnswers();

    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Does not apply' }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    expect(await screen.findByText('Give a reason.')).toBeInTheDocument();
    expect(inputs).toEqual([]);

    await userEvent.type(
      screen.getByRole('textbox', { name: /Why it does not apply/ }),
      'It only reads',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));
    expect(await within(panel).findByText(/: It only reads/)).toHaveTextContent(
      'Does not apply: It only reads',
    );
  });

  it('say what the backend refused, and keep what was written', async () => {
    const panel = await show({ isOwner: true });
    server.use(
      http.post(`${BASE_URL}/lessons/:lessonId/answers`, () =>
        errorAnswer(
          403,
          'NotAllowedError',
          'Only members of Orders can answer',
        ),
      ),
    );

    await userEvent.click(
      await within(panel).findByRole('button', { name: 'Already covered' }),
    );
    const reason = screen.getByRole('textbox', { name: /What covers it/ });
    await userEvent.type(reason, 'A replica');
    await userEvent.click(screen.getByRole('button', { name: 'Answer' }));

    expect(await within(panel).findByRole('alert')).toHaveTextContent(
      'Only members of Orders can answer',
    );
    expect(reason).toHaveValue('A replica');
  });

  it('are all there when more are asked for, scope by scope', async () => {
    const panel = await show({ isOwner: false, total: 3 });
    const asked: string[] = [];
    const pages: Record<string, unknown> = {
      dependencies: [LOCK, fromLedger(8, 'A vacuum takes the night')],
      system: [
        fromLedger(8, 'A vacuum takes the night'),
        fromLedger(9, 'Invoices retry for ever'),
      ],
    };
    server.use(
      http.get(`${BASE_URL}/lessons`, ({ request }) => {
        const { searchParams } = new URL(request.url);
        const scope = searchParams.get('scope')!;
        asked.push(`${scope} of ${searchParams.get('entityRef')}`);
        return HttpResponse.json({
          items: pages[scope],
          totalItems: 2,
          pageInfo: {},
        });
      }),
    );

    const more = within(panel).getByRole('button', { name: 'Show more of 3' });
    await userEvent.click(more);
    expect(
      await within(panel).findByText('A vacuum takes the night'),
    ).toBeInTheDocument();
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Show more of 3' }),
    );
    expect(
      await within(panel).findByText('Invoices retry for ever'),
    ).toBeInTheDocument();

    await waitFor(() =>
      expect(within(panel).queryByRole('button')).not.toBeInTheDocument(),
    );
    expect(within(panel).getAllByText('A vacuum takes the night')).toHaveLength(
      1,
    );
    expect(asked).toEqual([
      `dependencies of ${CHECKOUT}`,
      `system of ${CHECKOUT}`,
    ]);
  });

  it('are those of the parts, too, on the page of a system', async () => {
    server.use(
      ...postmortemHandlers({
        overview: overview({
          entityRef: 'system:default/shop',
          entities: 6,
        }),
      }),
    );
    renderWithBackend(<EntityTab />, {
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'shop', namespace: 'default' },
      },
    });

    expect(await screen.findByText(/incidents in 12 months/)).toHaveTextContent(
      /^With its 5 parts: 2 incidents in 12 months/,
    );
  });
});
