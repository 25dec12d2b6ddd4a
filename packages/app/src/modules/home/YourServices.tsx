import { type Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import {
  Alert,
  Box,
  Button,
  Card,
  CardBody,
  Skeleton,
  Text,
} from '@backstage/ui';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import styles from './YourServices.module.css';

/** The components of the teams of whoever is signed in. */
export function YourServices() {
  return (
    <section aria-labelledby="your-services">
      <Text as="h2" id="your-services" variant="title-x-small" weight="bold">
        Your teams&rsquo; components
      </Text>
      <Box mt="4">
        <Card>
          <CardBody>
            <Services />
          </CardBody>
        </Card>
      </Box>
    </section>
  );
}

function Services() {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);

  const { value, error, retry } = useAsyncRetry(async () => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    return catalogApi.queryEntities({
      query: {
        kind: 'component',
        'relations.ownedBy': { $in: ownershipEntityRefs },
      },
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: 20,
    });
  }, [catalogApi, identityApi]);

  if (error) {
    return (
      <Alert
        status="danger"
        icon
        title="The catalog could not be asked"
        description={error.message}
        customActions={
          <Button size="small" onPress={retry}>
            Retry
          </Button>
        }
      />
    );
  }
  if (!value) {
    return <Skeleton width="100%" height={120} />;
  }
  if (value.items.length === 0) {
    return (
      <Text as="p" color="secondary">
        Your own teams own no components. The catalog lists those of all teams.
      </Text>
    );
  }
  return (
    <ul className={styles.list}>
      {value.items.map(entity => (
        <Service key={entity.metadata.name} entity={entity} />
      ))}
    </ul>
  );
}

function Service({ entity }: { entity: Entity }) {
  return (
    <li className={styles.row}>
      <EntityRefLink entityRef={entity} />
      <Text variant="body-small" color="secondary">
        {entity.metadata.description}
      </Text>
      <EntityRefLinks
        entityRefs={getEntityRelations(entity, RELATION_OWNED_BY)}
      />
    </li>
  );
}
