import type { Entity } from '@backstage/catalog-model';

function entity(
  kind: string,
  name: string,
  relations: Array<[type: string, targetRef: string]> = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

/**
 * A small company. `platform` is the parent of `payments`, which is the parent
 * of `ledger`; `ledger` names `platform` as its child, which no tree would, and
 * does not name its parent, so that action items go between the two.
 */
export const COMPANY: Entity[] = [
  entity('Group', 'platform', [
    ['parentOf', 'group:default/payments'],
    ['parentOf', 'group:default/gone'],
  ]),
  entity('Group', 'payments', [
    ['childOf', 'group:default/platform'],
    ['parentOf', 'group:default/ledger'],
  ]),
  entity('Group', 'ledger', [['parentOf', 'group:default/platform']]),
  entity('Group', 'search'),
  entity('Component', 'checkout', [['ownedBy', 'group:default/payments']]),
  entity('Component', 'ledger-db', [
    ['ownedBy', 'group:default/ledger'],
    ['ownedBy', 'user:default/ana'],
  ]),
  entity('Component', 'index', [['ownedBy', 'group:default/search']]),
];

/** The people of the company, and what each of them belongs to. */
export const OWNERSHIP: Record<string, string[]> = {
  'user:default/author': ['user:default/author', 'group:default/payments'],
  'user:default/member': ['user:default/member', 'group:default/ledger'],
  'user:default/participant': [
    'user:default/participant',
    'group:default/search',
  ],
  'user:default/manager': ['user:default/manager', 'group:default/platform'],
  'user:default/outsider': ['user:default/outsider', 'group:default/search'],
};
