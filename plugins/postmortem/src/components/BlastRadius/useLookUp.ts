import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';
import { SPREAD_FIELDS } from './relations';
import type { LookUp } from './traceSpread';

const REFS_PER_REQUEST = 500;

/** Asks the catalog for entities with their relations, as the reader. */
export function useLookUp(): LookUp {
  const catalogApi = useApi(catalogApiRef);
  return useCallback(
    async refs => {
      const pages = [];
      for (let start = 0; start < refs.length; start += REFS_PER_REQUEST) {
        pages.push(
          await catalogApi.getEntitiesByRefs({
            entityRefs: refs.slice(start, start + REFS_PER_REQUEST),
            fields: SPREAD_FIELDS,
          }),
        );
      }
      return pages.flatMap(({ items }) =>
        items.filter(entity => entity !== undefined),
      );
    },
    [catalogApi],
  );
}
