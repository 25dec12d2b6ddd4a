import type { Entity } from '@backstage/catalog-model';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { useState } from 'react';
import {
  BASE_URL,
  errorAnswer,
  postmortem,
  postmortemHandlers,
  renderWithBackend,
} from '../../__testUtils__';
import { BlastRadius } from './BlastRadius';

const server = setupServer();

function entity(
  kind: string,
  name: string,
  relations: Record<string, string[]>,
): Entity {
  return {
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(targetRef => ({ type, targetRef })),
    ),
  };
}

const catalog = [
  entity('Resource', 'ledger-db', {
    dependencyOf: ['component:default/ledger', 'component:default/invoicing'],
  }),
  entity('Component', 'ledger', {
    dependsOn: ['resource:default/ledger-db'],
    dependencyOf: ['component:default/checkout'],
  }),
  entity('Component', 'checkout', { dependsOn: ['component:default/ledger'] }),
  entity('Component', 'basket', {}),
];

const incident = postmortem(31, {
  entities: [
    { entityRef: 'resource:default/ledger-db', role: 'cause' },
    { entityRef: 'component:default/checkout', role: 'affected' },
    { entityRef: 'component:default/basket', role: 'affected' },
  ],
});

function Page({ canEdit }: { canEdit: boolean }) {
  const [shown, setShown] = useState<Postmortem>(incident);
  return (
    <BlastRadius postmortem={shown} canEdit={canEdit} onChanged={setShown} />
  );
}

function show({ canEdit = true } = {}) {
  server.use(...postmortemHandlers({ postmortems: [incident] }));
  return renderWithBackend(<Page canEdit={canEdit} />, { entities: catalog });
}

const ADD = {
  name: 'Add an action item to declare the dependency of component:default/basket',
};

/** Keeps what is written, as the backend does. */
function takeWrites() {
  const writes: Array<{ version: string | null; body: Partial<Postmortem> }> =
    [];
  server.use(
    http.patch(`${BASE_URL}/postmortems/:id`, async ({ request }) => {
      const body = (await request.json()) as Partial<Postmortem>;
      const version = request.headers.get('If-Match');
      writes.push({ version, body });
      const next = { ...incident, ...body, version: incident.version + 1 };
      return HttpResponse.json(next, {
        headers: { ETag: `"${next.version}"` },
      });
    }),
  );
  return writes;
}

describe('BlastRadius', () => {
  registerMswTestHooks(server);

  it('says by which way each affected entity was hit, and what was spared', async () => {
    show();

    const [, affected, spared] = await screen.findAllByRole('list');
    expect(within(affected).getAllByRole('listitem')[0]).toHaveTextContent(
      'checkoutledger-db → leads to ledger → leads to checkout',
    );
    expect(spared).toHaveTextContent('invoicing');
    expect(
      screen.getByRole('heading', {
        name: 'Depends on the cause, not affected (1)',
      }),
    ).toBeInTheDocument();
  });

  it('adds an action item that mends the catalog where a dependency is undeclared', async () => {
    show();
    const writes = takeWrites();

    const flags = await screen.findAllByText('Undeclared dependency');
    expect(flags).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', ADD));

    const title = 'Declare in the catalog that basket depends on ledger-db';
    const link = await screen.findByRole('link', { name: title });
    expect(link).toHaveFocus();
    expect(link).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/postmortems\/PM-31#action-item-/),
    );
    expect(screen.queryByRole('button', ADD)).not.toBeInTheDocument();
    expect(writes).toHaveLength(1);
    expect(writes[0].version).toBe('"4"');
    const items = writes[0].body.actionItems!;
    expect(items.slice(0, -1)).toEqual(incident.actionItems);
    expect(items.at(-1)).toMatchObject({
      title,
      entityRef: 'component:default/basket',
    });
  });

  it('keeps what others wrote in the meantime', async () => {
    show();
    const writes = takeWrites();
    const [first] = incident.actionItems;
    const current = {
      ...incident,
      version: 7,
      actionItems: [first],
    };
    server.use(
      http.patch(
        `${BASE_URL}/postmortems/:id`,
        () =>
          HttpResponse.json(
            {
              error: { name: 'PreconditionFailedError', message: 'stale' },
              response: { statusCode: 412 },
              current,
            },
            { status: 412 },
          ),
        { once: true },
      ),
    );

    await userEvent.click(await screen.findByRole('button', ADD));

    await waitFor(() => expect(writes).toHaveLength(1));
    expect(writes[0].version).toBe('"7"');
    expect(writes[0].body.actionItems).toHaveLength(2);
    expect(writes[0].body.actionItems![0]).toEqual(first);
  });

  it('says why the action item was not added', async () => {
    show();
    server.use(
      http.patch(`${BASE_URL}/postmortems/:id`, () =>
        errorAnswer(403, 'NotAllowedError', 'You may not write this'),
      ),
    );

    await userEvent.click(await screen.findByRole('button', ADD));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The action item was not addedYou may not write this',
    );
  });

  it('only shows the flag to those who may not write', async () => {
    show({ canEdit: false });

    expect(
      await screen.findByText('Undeclared dependency'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', ADD)).not.toBeInTheDocument();
  });
});
