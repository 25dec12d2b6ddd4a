import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  stringifyEntityRef as refOf,
  type Entity,
} from '@backstage/catalog-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogOf } from '../catalogOf';
import { worldOf } from '../world';

/** How long the catalog has taken since the start, in milliseconds. */
export const catalogTime = { ms: 0 };

function timed<T>(work: () => T): T {
  const start = performance.now();
  try {
    return work();
  } finally {
    catalogTime.ms += performance.now() - start;
  }
}

/**
 * A catalog that answers from memory what is asked of one. What a real catalog
 * takes is not this plugin's; what this one takes is measured apart.
 */
export const catalogFactory = createServiceFactory({
  service: catalogServiceRef,
  deps: { config: coreServices.rootConfig },
  factory({ config }) {
    const entities = catalogOf(worldOf(config.getNumber('bench.rows')));
    const ownedBy = (groupRef: string): Entity[] =>
      (entities.get(groupRef)?.relations ?? [])
        .filter(({ type }) => type === RELATION_OWNER_OF)
        .map(({ targetRef }) => entities.get(targetRef)!);
    // How many components each group owns, the only thing that is counted.
    const ownedComponents = [...entities.values()]
      .filter(({ kind }) => kind === 'group')
      .map(group => refOf(group))
      .map(value => ({
        value,
        count: ownedBy(value).filter(({ kind }) => kind === 'component').length,
      }));
    return {
      async getEntitiesByRefs({ entityRefs }) {
        return timed(() => ({
          items: entityRefs.map(ref => entities.get(ref)),
        }));
      },
      async *streamEntities(request) {
        const filter = request?.filter as Record<string, string[]>;
        const groups = filter[`relations.${RELATION_OWNED_BY}`];
        yield timed(() => groups.flatMap(ownedBy));
      },
      async getEntityFacets({ facets: [facet] }) {
        return timed(() => ({ facets: { [facet]: ownedComponents } }));
      },
    } as Pick<
      CatalogService,
      'getEntitiesByRefs' | 'streamEntities' | 'getEntityFacets'
    > as CatalogService;
  },
});
