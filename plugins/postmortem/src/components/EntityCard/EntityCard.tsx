import { useRouteRef } from '@backstage/core-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Skeleton } from '@backstage/ui';
import { involvedIn, usePostmortemLinks } from '../../links';
import { entityTabRouteRef } from '../../routes';
import { useOverview } from '../EntityTab';
import { LoadError, NewPostmortem, Panel } from '../shared';
import { CardFacts } from './CardFacts';

/** The state of an entity's incidents in five seconds, on its overview. */
export function EntityCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value: overview, error, retry } = useOverview({ entityRef });
  const links = usePostmortemLinks();
  const tab = useRouteRef(entityTabRouteRef);

  return (
    <Panel
      title="Postmortems"
      action={<NewPostmortem involved={involvedIn(entity)} size="small" />}
    >
      <Flex direction="column" gap="3">
        {error && (
          <LoadError
            what="The postmortems of this page"
            error={error}
            onRetry={retry}
          />
        )}
        {!error && !overview && <Skeleton width="100%" height={112} />}
        {!error && overview && <CardFacts overview={overview} />}
        <Link
          href={tab ? tab() : links.list(new URLSearchParams({ entityRef }))}
        >
          Lessons, action items and all postmortems
        </Link>
      </Flex>
    </Panel>
  );
}
