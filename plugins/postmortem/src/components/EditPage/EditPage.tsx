import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Container } from '@backstage/ui';
import { postmortemUpdatePermission } from 'backstage-plugin-postmortem-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import { PresenceProvider } from '../../presence';
import { useParams } from '../../routing';
import { PageSkeleton } from '../PostmortemPage/PageSkeleton';
import { EmptyState, LoadError, statusOf } from '../shared';
import { Editor } from './Editor';
import { EditorProvider } from './EditorContext';
import { openDocument, type OpenDocument } from './openDocument';
import { useSaving } from './useSaving';

function OpenPage({ document }: { document: OpenDocument }) {
  const links = usePostmortemLinks();
  const { id, key } = document.editor.getSnapshot().server;
  const { allowed, loading } = usePermission({
    permission: postmortemUpdatePermission,
    resourceRef: id,
  });
  useSaving(document);
  if (!loading && !allowed) {
    return (
      <EmptyState
        title={`You may read ${key}, but not change it`}
        description="Its author, its participants and the responsible teams can."
        action={
          <ButtonLink variant="secondary" href={links.postmortem(key)}>
            Read it
          </ButtonLink>
        }
      />
    );
  }
  return (
    <EditorProvider value={document.editor}>
      <PresenceProvider
        postmortemId={id}
        clientId={document.pageId}
        onWritten={() => document.editor.refresh()}
      >
        <Editor />
      </PresenceProvider>
    </EditorProvider>
  );
}

function LoadedPage({ idOrKey }: { idOrKey: string }) {
  const api = useApi(postmortemApiRef);
  const identityApi = useApi(identityApiRef);
  const links = usePostmortemLinks();
  const { value, error, retry } = useAsyncRetry(async () => {
    const { userEntityRef } = await identityApi.getBackstageIdentity();
    return openDocument({ api, idOrKey, writtenBy: userEntityRef });
  }, [api, identityApi, idOrKey]);

  if (value) {
    return <OpenPage document={value} />;
  }
  if (!error) {
    return <PageSkeleton />;
  }
  return (
    <Container py="6">
      {statusOf(error) === 404 ? (
        <EmptyState
          title={`There is no ${idOrKey} here`}
          description="It may have been deleted, it may be restricted to the people who were involved, or the address is not quite right."
          action={
            <ButtonLink variant="secondary" href={links.list()}>
              All postmortems
            </ButtonLink>
          }
        />
      ) : (
        <LoadError what={idOrKey} error={error} onRetry={retry} />
      )}
    </Container>
  );
}

/** A postmortem to write. */
export function EditPage() {
  const { idOrKey = '' } = useParams();
  // Another postmortem begins with a page of its own.
  return <LoadedPage key={idOrKey} idOrKey={idOrKey} />;
}
