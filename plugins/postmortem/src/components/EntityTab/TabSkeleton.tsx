import { Flex, Grid, Skeleton } from '@backstage/ui';

/** The shape of a tab whose overview is on its way. */
export function TabSkeleton() {
  return (
    <Flex direction="column" gap="4" aria-busy aria-label="Loading postmortems">
      <Skeleton width="100%" height={112} />
      <Skeleton width="60%" height={20} />
      <Grid.Root columns={{ initial: '1', md: '2' }} gap="4">
        <Skeleton width="100%" height={220} />
        <Skeleton width="100%" height={220} />
      </Grid.Root>
      {[1, 2, 3].map(row => (
        <Skeleton key={row} width="100%" height={40} />
      ))}
    </Flex>
  );
}
