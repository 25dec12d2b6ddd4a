import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who wrote something: a person of the catalog, or a service. */
export function Author({ author }: { author: string }) {
  return author.startsWith('user:') ? (
    <EntityRefLink entityRef={author} hideIcon />
  ) : (
    <>{author}</>
  );
}
