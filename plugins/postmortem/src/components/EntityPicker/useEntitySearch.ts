import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi, useApiHolder } from '@backstage/core-plugin-api';
import {
  catalogApiRef,
  type CatalogApi,
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useCallback, useRef, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

const RESULTS = 10;
const PAUSE_MS = 200;

/** An entity as an option of a picker. */
export type EntityOption = {
  /** The full, lower-case entity ref. */
  id: string;
  label: string;
  /** Kind and namespace, where the label alone could mean another entity. */
  description?: string;
};

function describe(entity: Entity): string {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  const { namespace = 'default', name } = entity.metadata;
  return namespace === 'default'
    ? `${kind} ${name}`
    : `${kind} ${namespace}/${name}`;
}

function toOptions(
  entities: Entity[],
  titleOf: (entity: Entity) => string,
  severalKinds: boolean,
): EntityOption[] {
  const titles = entities.map(titleOf);
  return entities.map((entity, index) => ({
    id: stringifyEntityRef(entity).toLocaleLowerCase('en-US'),
    label: titles[index],
    description:
      severalKinds ||
      titles.filter(title => title === titles[index]).length > 1 ||
      (entity.metadata.namespace ?? 'default') !== 'default'
        ? describe(entity)
        : undefined,
  }));
}

/**
 * Searches the catalog on the server, by name and title.
 *
 * @param titleOf - how an entity is called in this portal
 */
export async function findEntities(options: {
  catalogApi: CatalogApi;
  titleOf: (entity: Entity) => string;
  kinds: readonly string[];
  term: string;
}): Promise<EntityOption[]> {
  const { catalogApi, titleOf, kinds } = options;
  const term = options.term.trim();
  const { items } = await catalogApi.queryEntities({
    filter: { kind: [...kinds] },
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'metadata.description',
      'spec.profile',
      'spec.type',
    ],
    orderFields: [{ field: 'metadata.name', order: 'asc' }],
    limit: RESULTS,
    totalItems: 'exclude',
    ...(term && {
      fullTextFilter: {
        term,
        fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
      },
    }),
  });
  return toOptions(items, titleOf, kinds.length > 1);
}

/** Gives the titles of entities as this portal presents them. */
export function useTitleOf(): (entity: Entity) => string {
  const presentationApi = useApiHolder().get(entityPresentationApiRef);
  return useCallback(
    entity =>
      entityPresentationSnapshot(entity, undefined, presentationApi)
        .primaryTitle,
    [presentationApi],
  );
}

/**
 * Searches the catalog on the server, by name and title, after a short pause.
 *
 * @param isActive - whether somebody is choosing; nothing is asked before
 */
export function useEntitySearch(
  kinds: readonly string[],
  term: string,
  isActive: boolean,
) {
  const catalogApi = useApi(catalogApiRef);
  const titleOf = useTitleOf();
  const [settledTerm, setSettledTerm] = useState(term);
  useDebounce(() => setSettledTerm(term), PAUSE_MS, [term]);
  const kindList = kinds.join(' ');

  const { value, loading, error } = useAsync(
    async () =>
      isActive
        ? findEntities({
            catalogApi,
            titleOf,
            kinds: kindList.split(' '),
            term: settledTerm,
          })
        : undefined,
    [catalogApi, titleOf, kindList, settledTerm, isActive],
  );

  // Options stay until the next ones are there, so that the list does not jump.
  const latest = useRef<EntityOption[]>([]);
  if (value) {
    latest.current = value;
  }
  return {
    options: latest.current,
    isSearching: isActive && (loading || term !== settledTerm),
    error,
  };
}
