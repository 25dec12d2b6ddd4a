import { getEntityRelations } from '@backstage/plugin-catalog-react';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef, EntityRefLinks } from '@backstage/plugin-catalog-react';
import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import useAsync from 'react-use/esm/useAsync';

/** Says which teams answer for an entity, and so for its postmortem. */
export function Owner({ entityRef }: { entityRef: string | null }) {
  const catalogApi = useApi(catalogApiRef);
  const { value: entity } = useAsync(
    async () =>
      entityRef === null ? undefined : catalogApi.getEntityByRef(entityRef),
    [catalogApi, entityRef],
  );
  const owners = entity ? getEntityRelations(entity, RELATION_OWNED_BY) : [];
  return (
    <Text as="div" variant="body-small" color="secondary" aria-live="polite">
      {owners.length > 0 ? (
        <>
          Responsible: <EntityRefLinks entityRefs={owners} />
        </>
      ) : (
        // Holds the line, so that nothing jumps when the owner is known.
        ' '
      )}
    </Text>
  );
}
