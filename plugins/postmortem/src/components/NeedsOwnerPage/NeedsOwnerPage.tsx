import { useApi } from '@backstage/core-plugin-api';
import { Button, Container, Flex, Skeleton, Text } from '@backstage/ui';
import type { OwnershipGap } from 'backstage-plugin-postmortem-common';
import { useMemo } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { useSearchParams } from '../../routing';
import { count, EmptyState, LoadError } from '../shared';
import { Gap } from './Gap';
import styles from './NeedsOwnerPage.module.css';

const LIMIT = 50;

/** What lost its owner or its entity in the catalog, and the way to mend it. */
export function NeedsOwnerPage() {
  const api = useApi(postmortemApiRef);
  const [params, setParams] = useSearchParams();
  const teamRef = useMemo(() => params.getAll('teamRef'), [params]);
  const cursor = params.get('cursor') ?? undefined;
  const {
    value: page,
    error,
    retry,
  } = useAsyncRetry(
    () =>
      api.listOwnershipGaps({
        teamRef: teamRef.length > 0 ? teamRef : undefined,
        limit: LIMIT,
        cursor,
      }),
    [api, teamRef, cursor],
  );
  const next = page?.pageInfo.nextCursor;
  return (
    <Container>
      <Flex direction="column" gap="4">
        <Flex align="baseline" gap="3">
          <Text as="h2" variant="title-small" weight="bold">
            Needs an owner
          </Text>
          <Text role="status" color="secondary">
            {page && count(page.totalItems, 'entry', 'entries')}
          </Text>
        </Flex>
        <Text as="p" color="secondary">
          People, teams and components that the catalog no longer has, and what
          they leave behind here. The history keeps who it was.
        </Text>
        {error && (
          <LoadError what="What needs an owner" error={error} onRetry={retry} />
        )}
        {!error && !page && <Skeleton width="100%" height={200} />}
        {!error && page?.items.length === 0 && (
          <EmptyState
            title="Everything has an owner"
            description="When an owner or a component leaves the catalog, its open action items and postmortems are listed here until somebody takes them over."
          />
        )}
        {!error && page && page.items.length > 0 && (
          <ul className={styles.list}>
            {page.items.map(gap => (
              <li key={keyOf(gap)} className={styles.gap}>
                <Gap gap={gap} onMended={retry} />
              </li>
            ))}
          </ul>
        )}
        {next && (
          <Button
            variant="secondary"
            onPress={() =>
              setParams(current => {
                const following = new URLSearchParams(current);
                following.set('cursor', next);
                return following;
              })
            }
          >
            Next page
          </Button>
        )}
      </Flex>
    </Container>
  );
}

function keyOf({ field, missingRef, postmortem, actionItem }: OwnershipGap) {
  return [field, missingRef, postmortem.id, actionItem?.id].join(' ');
}
