import type { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { InvolvedEntity } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { renderWithBackend } from '../../../__testUtils__';
import { ProposedEntities } from './ProposedEntities';

function component(name: string, dependencyOf: string[]): Entity {
  return {
    apiVersion: 'v1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    relations: dependencyOf.map(other => ({
      type: 'dependencyOf',
      targetRef: `component:default/${other}`,
    })),
  };
}

const entities = [
  component('ledger', ['payments', 'refunds']),
  component('payments', ['checkout']),
  component('refunds', []),
  component('checkout', ['shop']),
  component('shop', []),
];

const LEDGER = 'component:default/ledger';

function Involved() {
  const [involved, setInvolved] = useState<InvolvedEntity[]>([
    { entityRef: LEDGER, role: 'affected' },
  ]);
  return (
    <>
      <button
        onClick={() => setInvolved([{ entityRef: LEDGER, role: 'cause' }])}
      >
        It was the cause
      </button>
      <output>{involved.map(({ entityRef }) => entityRef).join(' ')}</output>
      <ProposedEntities
        involved={involved}
        onAdd={entityRef =>
          setInvolved([...involved, { entityRef, role: 'affected' }])
        }
      />
    </>
  );
}

it('proposes what depends on the cause, the closest first, and adds what is chosen', async () => {
  renderWithBackend(<Involved />, { entities });

  await userEvent.click(
    await screen.findByRole('button', { name: 'It was the cause' }),
  );
  const group = await screen.findByRole('group', {
    name: 'Depends on the cause. Was it affected?',
  });
  expect(
    within(group)
      .getAllByRole('button')
      .map(button => button.textContent),
  ).toEqual(['payments', 'refunds', 'checkouttwo hops away']);
  expect(screen.getByRole('status')).toHaveTextContent(LEDGER);

  await userEvent.click(
    screen.getByRole('button', {
      name: 'Add component:default/checkout as affected: it depends on component:default/ledger by way of component:default/payments',
    }),
  );

  expect(screen.getByRole('status')).toHaveTextContent(
    `${LEDGER} component:default/checkout`,
  );
  expect(
    within(group)
      .getAllByRole('button')
      .map(button => button.textContent),
  ).toEqual(['payments', 'refunds']);
  expect(within(group).getAllByRole('button')[0]).toHaveFocus();
});
