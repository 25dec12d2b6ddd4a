import { useApi } from '@backstage/core-plugin-api';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  ButtonLink,
  Container,
  Flex,
  Header,
  Skeleton,
  Text,
} from '@backstage/ui';
import {
  changesBetween,
  postmortemUpdatePermission,
  type Postmortem,
} from 'backstage-plugin-postmortem-common';
import { useMemo } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import pageStyles from '../PostmortemPage/PostmortemPage.module.css';
import {
  EmptyState,
  FailureAlert,
  LoadError,
  statusOf,
  STATUS_NAMES,
} from '../shared';
import { versionAddress, type VersionPair } from './addresses';
import { ChangeList } from './ChangeList';
import styles from './History.module.css';
import { useRestore } from './useRestore';
import { VersionChoice } from './VersionChoice';
import { WrittenBy } from './WrittenBy';

function Changes({ before, after }: { before: Postmortem; after: Postmortem }) {
  const changes = useMemo(() => changesBetween(before, after), [before, after]);
  const isMoved = before.status !== after.status;
  if (changes.length === 0 && !isMoved) {
    return <EmptyState title="These two versions say the same" />;
  }
  return (
    <>
      {isMoved && (
        <p>
          {`The status went from “${STATUS_NAMES[before.status]}” to “${
            STATUS_NAMES[after.status]
          }”.`}
        </p>
      )}
      <ChangeList changes={changes} />
    </>
  );
}

function Side(props: {
  name: string;
  version: Postmortem;
  isNewest: boolean;
  restore?: () => void;
  isRunning: boolean;
}) {
  const { name, version, isNewest, restore, isRunning } = props;
  const links = usePostmortemLinks();
  const address = links.postmortem(version.key);
  return (
    <div className={styles.side}>
      <Text as="h3" variant="body-large" weight="bold">
        {`${name}: version ${version.version}${isNewest ? ', now' : ''}`}
      </Text>
      <WrittenBy postmortem={version} />
      <Flex gap="2" mt="2">
        <ButtonLink
          size="small"
          variant="secondary"
          href={isNewest ? address : versionAddress(address, version.version)}
          aria-label={`Open version ${version.version}`}
        >
          Open
        </ButtonLink>
        {restore && !isNewest && (
          <Button
            size="small"
            variant="secondary"
            isPending={isRunning}
            onPress={restore}
            aria-label={`Restore version ${version.version}`}
          >
            Restore
          </Button>
        )}
      </Flex>
    </div>
  );
}

function Comparison(props: {
  before: Postmortem;
  after: Postmortem;
  newest: number;
}) {
  const { before, after, newest } = props;
  const { restore, failure, isRunning } = useRestore();
  const { allowed } = usePermission({
    permission: postmortemUpdatePermission,
    resourceRef: after.id,
  });
  return (
    <>
      {failure && <FailureAlert failure={failure} />}
      <div className={styles.sides}>
        {(
          [
            ['Before', before],
            ['After', after],
          ] as const
        ).map(([name, version]) => (
          <Side
            key={name}
            name={name}
            version={version}
            isNewest={version.version === newest}
            restore={allowed ? () => restore(version) : undefined}
            isRunning={isRunning}
          />
        ))}
      </div>
      <Changes before={before} after={after} />
    </>
  );
}

/** What changed between two versions of a postmortem, and the way back. */
export function ComparePage(props: { idOrKey: string; versions: VersionPair }) {
  const { idOrKey, versions } = props;
  const { from, to } = versions;
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const { value, error, retry } = useAsyncRetry(async () => {
    const [before, after, revisions] = await Promise.all([
      api.getRevision(idOrKey, from),
      api.getRevision(idOrKey, to),
      api.listRevisions(idOrKey),
    ]);
    return { before, after, revisions: revisions.items };
  }, [api, idOrKey, from, to]);
  const key = value?.after.key ?? idOrKey;
  const address = links.postmortem(key);

  return (
    <BreadcrumbEntry entry={{ label: key, href: address }}>
      <Header
        className={pageStyles.header}
        title={`Changes of ${key}`}
        customActions={
          <ButtonLink variant="secondary" href={address}>
            Back to the postmortem
          </ButtonLink>
        }
      />
      <Container py="5">
        <div className={styles.comparison}>
          {error && statusOf(error) === 404 && (
            <EmptyState
              title={`There is no such pair of versions of ${idOrKey} here`}
              action={
                <ButtonLink variant="secondary" href={address}>
                  Show the postmortem
                </ButtonLink>
              }
            />
          )}
          {error && statusOf(error) !== 404 && (
            <LoadError what="The two versions" error={error} onRetry={retry} />
          )}
          {!error && !value && (
            <Flex direction="column" gap="3" aria-busy>
              <Skeleton width="60%" height={24} />
              <Skeleton width="100%" height={72} />
              <Skeleton width="100%" height={160} />
            </Flex>
          )}
          {!error && value && (
            <>
              <VersionChoice
                address={address}
                revisions={value.revisions}
                versions={versions}
              />
              <Comparison
                before={value.before}
                after={value.after}
                newest={value.revisions[0].version}
              />
            </>
          )}
        </div>
      </Container>
    </BreadcrumbEntry>
  );
}
