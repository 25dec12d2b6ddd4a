import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
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
import { postmortemApiRef } from '../../../api';
import { usePostmortemLinks } from '../../../links';
import { LoadError, Time } from '../../shared';
import styles from './history.module.css';

const ACTIONS: Record<Revision['action'], string> = {
  created: 'Created',
  imported: 'Imported',
  updated: 'Changed',
  transitioned: 'Changed its status',
  deleted: 'Deleted',
  restored: 'Restored',
};

/** `rootCause` as `root cause`. */
function words(field: string): string {
  return field.replace(
    /[A-Z]/g,
    letter => ` ${letter.toLocaleLowerCase('en-US')}`,
  );
}

/** Who wrote: a person of the catalog, or a service. */
export function Author({ author }: { author: string }) {
  return author.startsWith('user:') ? (
    <EntityRefLink entityRef={author} />
  ) : (
    <>{author}</>
  );
}

function RevisionRow(props: {
  revision: Revision;
  isCurrent: boolean;
  href: string;
}) {
  const { revision, isCurrent, href } = props;
  const { version, action, changedBy, changedAt, changedFields } = revision;
  return (
    <li className={styles.revision}>
      <span className={styles.version}>
        {isCurrent ? (
          `Version ${version}, now`
        ) : (
          <Link href={href}>{`Version ${version}`}</Link>
        )}
      </span>
      <span>
        {ACTIONS[action]} by <Author author={changedBy} />,{' '}
        <Time at={changedAt} as="moment" />
        {action === 'updated' && changedFields.length > 0 && (
          <Text as="div" variant="body-small" color="secondary">
            {changedFields.map(words).join(', ')}
          </Text>
        )}
      </span>
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
            href={`${links.postmortem(key)}?version=${revision.version}`}
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

/** Who changed what, and when; each version can be opened. */
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
      width={640}
    >
      <DialogHeader>{`History of ${postmortem.key}`}</DialogHeader>
      <DialogBody>
        <History postmortem={postmortem} />
      </DialogBody>
    </Dialog>
  );
}
