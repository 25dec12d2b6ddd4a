import { ButtonLink, Container } from '@backstage/ui';
import { lazy, Suspense, useState } from 'react';
import { usePostmortemLinks } from '../../links';
import { useParams, useSearchParams } from '../../routing';
import { versionsIn } from '../History';
import { EmptyState, LoadError, statusOf } from '../shared';
import { DeletedNotice } from './actions/DeletedNotice';
import { PageSkeleton } from './PageSkeleton';
import styles from './PostmortemPage.module.css';
import { PostmortemView } from './PostmortemView';
import { usePostmortem } from './usePostmortem';

// Few compare versions, for which texts are compared word by word.
const ComparePage = lazy(() =>
  import('../History/ComparePage').then(m => ({ default: m.ComparePage })),
);

function NotFound({ name }: { name: string }) {
  const links = usePostmortemLinks();
  return (
    <EmptyState
      title={`There is no ${name} here`}
      description="It may have been deleted, it may be restricted to the people who were involved, or the address is not quite right."
      action={
        <ButtonLink variant="secondary" href={links.list()}>
          All postmortems
        </ButtonLink>
      }
    />
  );
}

function LoadedPage({
  idOrKey,
  version,
}: {
  idOrKey: string;
  version?: number;
}) {
  const { postmortem, error, retry, setPostmortem } = usePostmortem(
    idOrKey,
    version,
  );
  const [isDeleted, setDeleted] = useState(false);
  if (error) {
    return (
      <Container py="6">
        {statusOf(error) === 404 ? (
          <NotFound
            name={
              version === undefined
                ? idOrKey
                : `version ${version} of ${idOrKey}`
            }
          />
        ) : (
          <LoadError what={idOrKey} error={error} onRetry={retry} />
        )}
      </Container>
    );
  }
  if (!postmortem) {
    return <PageSkeleton />;
  }
  if (isDeleted) {
    return (
      <Container py="6">
        <DeletedNotice
          postmortem={postmortem}
          onRestored={restored => {
            setPostmortem(restored);
            setDeleted(false);
          }}
        />
      </Container>
    );
  }
  return (
    <PostmortemView
      postmortem={postmortem}
      isRevision={version !== undefined}
      onChanged={setPostmortem}
      onItemSaved={saved =>
        setPostmortem(
          current =>
            current && {
              ...current,
              actionItems: current.actionItems.map(item =>
                item.id === saved.id ? saved : item,
              ),
            },
        )
      }
      onDeleted={() => setDeleted(true)}
    />
  );
}

/** A postmortem to read, what can be done with it, and its versions. */
export function PostmortemPage() {
  const { idOrKey = '' } = useParams();
  const [query] = useSearchParams();
  const asked = query.get('version');
  const compared = versionsIn(query);
  if (compared) {
    return (
      <Suspense fallback={<PageSkeleton />}>
        <ComparePage key={idOrKey} idOrKey={idOrKey} versions={compared} />
      </Suspense>
    );
  }
  return (
    <div className={styles.page}>
      <LoadedPage
        // Another postmortem or version begins with a page of its own.
        key={`${idOrKey} ${asked}`}
        idOrKey={idOrKey}
        version={asked === null ? undefined : Number(asked)}
      />
    </div>
  );
}
