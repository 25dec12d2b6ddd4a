import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Container, Flex, Header } from '@backstage/ui';
import { postmortemCreatePermission } from 'backstage-plugin-postmortem-common';
import { useMemo, useRef } from 'react';
import { usePostmortemLinks } from '../../links';
import { useSearchParams } from '../../routing';
import { EmptyState } from '../shared';
import { AddDocuments } from './AddDocuments';
import { Documents } from './Documents';
import type { ImportTarget } from './Importer';
import styles from './ImportPage.module.css';
import { TargetPickers } from './TargetPickers';
import { useImporter } from './useImporter';

/** Imports postmortems that a team has already, from markdown. */
export function ImportPage() {
  const [search, setSearch] = useSearchParams();
  const [importer, state] = useImporter();
  const links = usePostmortemLinks();
  const { allowed, loading } = usePermission({
    permission: postmortemCreatePermission,
  });
  const choose = useRef<HTMLButtonElement>(null);

  const entityRef = search.get('entityRef');
  const teamRef = search.get('teamRef');
  const target = useMemo(() => ({ entityRef, teamRef }), [entityRef, teamRef]);
  const setTarget = (change: Partial<ImportTarget>) =>
    setSearch(
      current => {
        for (const [name, ref] of Object.entries(change)) {
          if (ref) {
            current.set(name, ref);
          } else {
            current.delete(name);
          }
        }
        return current;
      },
      { replace: true },
    );

  if (!loading && !allowed) {
    return (
      <EmptyState
        title="You may not add postmortems here"
        description="Whoever runs this portal decides who may."
        action={
          <ButtonLink variant="secondary" href={links.list()}>
            All postmortems
          </ButtonLink>
        }
      />
    );
  }
  return (
    <>
      <Header
        title="Import postmortems"
        description="Markdown of any template. You see what was understood before anything is stored; what fits no field is kept in the notes, word for word."
        tags={[{ label: 'Postmortems', href: links.list() }]}
      />
      <Container py="5">
        <Flex direction="column" gap="5">
          <AddDocuments
            importer={importer}
            text={state.text}
            isKept={state.isKept}
            chooseRef={choose}
          />
          <section
            aria-label="What the documents belong to"
            className={styles.target}
          >
            <TargetPickers
              target={target}
              onChange={setTarget}
              entity={{
                label: 'Component or other entity',
                description:
                  'The cause, for documents that name none. It is affected for those that do.',
              }}
              team={{
                label: 'Responsible team',
                description: 'When left out: the owners of the entity.',
              }}
            />
          </section>
          <Documents
            importer={importer}
            state={state}
            target={target}
            onMore={() => {
              importer.clear();
              choose.current?.focus();
            }}
          />
        </Flex>
      </Container>
    </>
  );
}
