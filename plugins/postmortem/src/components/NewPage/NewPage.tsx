import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Container, Header } from '@backstage/ui';
import { postmortemCreatePermission } from 'backstage-plugin-postmortem-common';
import { useMemo } from 'react';
import { usePostmortemLinks } from '../../links';
import { useSearchParams } from '../../routing';
import { EmptyState } from '../shared';
import { NewForm } from './NewForm';

/** The page on which a postmortem begins. */
export function NewPage() {
  const links = usePostmortemLinks();
  const [query] = useSearchParams();
  const entityRef = query.get('entityRef') ?? undefined;
  const teamRef = query.get('teamRef') ?? undefined;
  const involved = useMemo(
    () => ({ entityRef, teamRef }),
    [entityRef, teamRef],
  );
  const { allowed, loading } = usePermission({
    permission: postmortemCreatePermission,
  });
  return (
    <>
      <Header
        title="New postmortem"
        tags={[{ label: 'Postmortems', href: links.list() }]}
      />
      <Container py="5">
        {loading || allowed ? (
          <NewForm involved={involved} />
        ) : (
          <EmptyState
            title="You may not write postmortems in this portal"
            action={
              <ButtonLink variant="secondary" href={links.list()}>
                All postmortems
              </ButtonLink>
            }
          />
        )}
      </Container>
    </>
  );
}
