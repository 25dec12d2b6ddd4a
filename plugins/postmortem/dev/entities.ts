import type { Entity } from '@backstage/catalog-model';
import { ana, checkout, payments } from '../src/__testUtils__/entities';

/** A component that never had an incident. */
const greetings: Entity = {
  ...checkout,
  metadata: { ...checkout.metadata, name: 'greetings', title: 'Greetings' },
};

/** The catalog of the dev portal. */
export const entities: Entity[] = [checkout, greetings, payments, ana];
