import { Flex, Link, Text } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import { useId } from 'react';
import { usePostmortemLinks } from '../../links';
import { PostmortemTable } from '../PostmortemTable';

/** The latest postmortems, and the way to all of them. */
export function PostmortemsSection({ overview }: { overview: Overview }) {
  const { postmortems, counts, entityRef, teamRef } = overview;
  const links = usePostmortemLinks();
  const id = useId();
  const all = new URLSearchParams(
    entityRef ? { entityRef } : { teamRef: teamRef! },
  );
  return (
    <section aria-labelledby={id}>
      <Flex justify="between" align="baseline" gap="3">
        <Text as="h3" id={id} variant="title-x-small" weight="bold">
          Latest postmortems
        </Text>
        {counts.postmortems > postmortems.length && (
          <Link href={links.list(all)}>All {counts.postmortems}</Link>
        )}
      </Flex>
      <PostmortemTable
        label="Latest postmortems"
        postmortems={postmortems}
        entityRef={entityRef ?? undefined}
      />
    </section>
  );
}
