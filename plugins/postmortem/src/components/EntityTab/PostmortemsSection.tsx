import { Flex, Link, Text } from '@backstage/ui';
import type { PostmortemSummary } from 'backstage-plugin-postmortem-common';
import { useId } from 'react';
import { usePostmortemLinks } from '../../links';
import { PostmortemTable } from '../PostmortemTable';

/** The latest postmortems, and the way to all of them. */
export function PostmortemsSection(props: {
  postmortems: PostmortemSummary[];
  /** How many there are in all. */
  total: number;
  /** The filters that give all of them. */
  filters: Record<string, string>;
  /** The entity whose part in each incident is said. */
  entityRef?: string;
}) {
  const { postmortems, total, filters, entityRef } = props;
  const links = usePostmortemLinks();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Flex justify="between" align="baseline" gap="3">
        <Text as="h3" id={id} variant="title-x-small" weight="bold">
          Latest postmortems
        </Text>
        {total > postmortems.length && (
          <Link href={links.list(new URLSearchParams(filters))}>
            All {total}
          </Link>
        )}
      </Flex>
      <PostmortemTable
        label="Latest postmortems"
        postmortems={postmortems}
        entityRef={entityRef}
      />
    </section>
  );
}
