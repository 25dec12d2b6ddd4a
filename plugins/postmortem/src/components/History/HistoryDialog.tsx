import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogHeader,
  Flex,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import type { Postmortem, Revision } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import { Author, LoadError, Time } from '../shared';
import { comparisonAddress, versionAddress } from './addresses';
import styles from './History.module.css';
import { ACTION_WORDS, changedParts } from './revisionWords';

function RevisionRow(props: {
  revision: Revision;
  isCurrent: boolean;
  address: string;
}) {
  const { revision, isCurrent, address } = props;
  const { version, action, changedBy, changedAt, reason } = revision;
  const parts = action === 'updated' ? changedParts(revision) : '';
  return (
    <li className={styles.revision}>
      <span>
        {isCurrent ? (
          `Version ${version}, now`
        ) : (
          <Link href={versionAddress(address, version)}>
            {`Version ${version}`}
          </Link>
        )}
      </span>
      <span>
        {ACTION_WORDS[action]} by <Author author={changedBy} />,{' '}
        <Time at={changedAt} as="moment" />
        {reason !== null && <q className={styles.reason}>{reason}</q>}
        {parts && (
          <Text as="div" variant="body-small" color="secondary">
            {parts}
          </Text>
        )}
      </span>
      {version > 1 && (
        <Link
          href={comparisonAddress(address, { from: version - 1, to: version })}
          aria-label={`What changed in version ${version}`}
        >
          What changed
        </Link>
      )}
    </li>
  );
}

function History({ postmortem }: { postmortem: Postmortem }) {
  const { id, key } = postmortem;
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const [older, setOlder] = useState<{ cursor: string; before: Revision[] }>();
  const { value, loading, error, retry } = useAsyncRetry(async () => {
    const page = await api.listRevisions(id, { cursor: older?.cursor });
    return {
      items: [...(older?.before ?? []), ...page.items],
      nextCursor: page.pageInfo.nextCursor,
    };
  }, [api, id, older]);
  if (error) {
    return <LoadError what="The history" error={error} onRetry={retry} />;
  }
  if (!value) {
    return (
      <Flex direction="column" gap="3" aria-busy>
        {[0, 1, 2].map(row => (
          <Skeleton key={row} width="100%" height={20} />
        ))}
      </Flex>
    );
  }
  const { items, nextCursor } = value;
  const newest = items[0]?.version;
  return (
    <>
      <ol className={styles.revisions}>
        {items.map(revision => (
          <RevisionRow
            key={revision.version}
            revision={revision}
            isCurrent={revision.version === newest}
            address={links.postmortem(key)}
          />
        ))}
      </ol>
      {nextCursor && (
        <Button
          size="small"
          variant="secondary"
          isPending={loading}
          onPress={() => setOlder({ cursor: nextCursor, before: items })}
        >
          Show older versions
        </Button>
      )}
    </>
  );
}

/** Who changed what, when and why; each version can be opened and compared. */
export function HistoryDialog(props: {
  postmortem: Postmortem;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { postmortem, isOpen, onClose } = props;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && onClose()}
      isDismissable
      width={720}
    >
      <DialogHeader>{`History of ${postmortem.key}`}</DialogHeader>
      <DialogBody>
        <History postmortem={postmortem} />
      </DialogBody>
    </Dialog>
  );
}
