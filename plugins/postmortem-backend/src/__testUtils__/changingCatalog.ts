import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { COMPANY } from './company';

/** A catalog that people change while the plugin runs. */
export interface ChangingCatalog {
  service: CatalogService;
  /** What it has; may be changed. */
  entities: Entity[];
  /** Whether its requests fail. */
  isDown: boolean;
  /** The requests for entities by ref since the beginning. */
  byRefs: jest.Mock;
  /** Gives an entity, by its name, another owner. */
  move(name: string, ownerRef: string): void;
  /** Takes an entity out. */
  remove(name: string): void;
}

export function changingCatalog(): ChangingCatalog {
  const state = { entities: structuredClone(COMPANY), isDown: false };
  const now = () => {
    if (state.isDown) {
      throw new Error('The catalog is down');
    }
    return catalogServiceMock({ entities: state.entities });
  };
  const byRefs = jest.fn(async request => now().getEntitiesByRefs(request));
  return Object.assign(state, {
    byRefs,
    service: {
      ...catalogServiceMock(),
      getEntitiesByRefs: byRefs,
      queryEntities: async request => now().queryEntities(request),
      streamEntities: request => now().streamEntities(request),
    } as CatalogService,
    move(name: string, ownerRef: string) {
      state.entities = state.entities.map(entity =>
        entity.metadata.name === name
          ? {
              ...entity,
              relations: [{ type: 'ownedBy', targetRef: ownerRef }],
            }
          : entity,
      );
    },
    remove(name: string) {
      state.entities = state.entities.filter(
        entity => entity.metadata.name !== name,
      );
    },
  });
}
