import { screen } from '@testing-library/react';
import { checkout, renderWithBackend } from '../../__testUtils__';
import { BlastRadiusGraph } from './BlastRadiusGraph';
import { RoleNode } from './RoleNode';
import { rolesOf } from './roles';

const ref = (name: string) => `component:default/${name}`;

const spread = {
  causes: [ref('ledger')],
  affected: [
    {
      entityRef: ref('checkout'),
      path: ['ledger', 'payments', 'checkout'].map(ref),
      isUndeclared: false,
    },
    { entityRef: ref('basket'), path: null, isUndeclared: true },
  ],
  unaffectedDependents: Array.from({ length: 30 }, (_, index) =>
    ref(`neighbor-${index}`),
  ),
  unaffectedDependencies: [],
};

// The graph as a whole is looked at in the browser, by the end-to-end specs.
describe('BlastRadiusGraph', () => {
  it('draws what was hit, what is on the way, and few of the neighbors', () => {
    const roles = rolesOf(spread);

    expect(Object.fromEntries([...roles].slice(-4))).toEqual({
      [ref('ledger')]: 'cause',
      [ref('payments')]: 'onTheWay',
      [ref('checkout')]: 'affected',
      [ref('basket')]: 'undeclared',
    });
    expect([...roles.values()].filter(role => role === 'spared')).toHaveLength(
      12,
    );
  });

  it('says by word and shape what an entity was', async () => {
    const node = {
      id: ref('checkout'),
      entity: checkout,
      name: 'checkout',
      namespace: 'default',
    };
    renderWithBackend(
      <svg>
        <RoleNode node={node} inRole="undeclared" />
      </svg>,
    );

    expect(
      await screen.findByText('△ Affected, undeclared'),
    ).toBeInTheDocument();
    expect(screen.getByText('Checkout')).toBeInTheDocument();
  });

  it('is left out where the portal has no catalog graph', async () => {
    renderWithBackend(
      <>
        <p>Beside it</p>
        <BlastRadiusGraph roles={rolesOf(spread)} />
      </>,
    );

    expect(await screen.findByText('Beside it')).toBeInTheDocument();
    expect(screen.queryByText('◆ Cause')).not.toBeInTheDocument();
  });
});
