import { Container, Flex, Skeleton } from '@backstage/ui';
import styles from './PostmortemPage.module.css';

/** The shape of the page while it is loading. */
export function PageSkeleton() {
  return (
    <div role="status" aria-label="Loading the postmortem" aria-busy>
      <Container pt="5">
        <Flex direction="column" gap="3">
          <Skeleton width={140} height={16} />
          <Skeleton width="60%" height={32} />
          <Skeleton width={360} height={20} />
        </Flex>
      </Container>
      <Container py="5">
        <div className={styles.layout}>
          <Flex direction="column" gap="3">
            {Array.from({ length: 7 }, (_, row) => (
              <Skeleton key={row} width="80%" height={18} />
            ))}
          </Flex>
          <Flex direction="column" gap="3">
            <Skeleton width="90%" height={48} />
            <Skeleton width={160} height={24} />
            <Skeleton width="100%" height={90} />
            <Skeleton width="100%" height={200} />
            <Skeleton width={160} height={24} />
            <Skeleton width="100%" height={120} />
          </Flex>
        </div>
      </Container>
    </div>
  );
}
