import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Text } from '@backstage/ui';
import type { OwnershipGap } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { SERVICE_KINDS } from '../../entityKinds';
import { usePostmortemLinks } from '../../links';
import { EntityPicker } from '../EntityPicker';
import { FailureAlert, Time, useAction } from '../shared';
import styles from './NeedsOwnerPage.module.css';

const FIELDS: Record<
  OwnershipGap['field'],
  { was: string; label: string; kinds: readonly string[] }
> = {
  'actionItem.ownerRef': {
    was: 'owned it',
    label: 'Who takes it over',
    kinds: ['user', 'group'],
  },
  'actionItem.entityRef': {
    was: 'was what it changes',
    label: 'What it changes now',
    kinds: SERVICE_KINDS,
  },
  'postmortem.entities': {
    was: 'was involved',
    label: 'What is there in its place',
    kinds: SERVICE_KINDS,
  },
  'postmortem.teams': {
    was: 'was responsible',
    label: 'Which team is responsible now',
    kinds: ['group'],
  },
};

/** One thing that lost its owner, and the field that mends it. */
export function Gap(props: { gap: OwnershipGap; onMended: () => void }) {
  const { gap, onMended } = props;
  const { field, missingRef, foundAt, postmortem, actionItem } = gap;
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const { isRunning, failure, run } = useAction();
  const [ref, setRef] = useState<string | null>(null);
  const { was, label, kinds } = FIELDS[field];
  const subject = actionItem?.title ?? `${postmortem.key} ${postmortem.title}`;

  const mend = () =>
    run('It was not changed', async () => {
      if (actionItem) {
        await api.patchActionItem(
          actionItem.id,
          field === 'actionItem.ownerRef'
            ? { ownerRef: ref }
            : { entityRef: ref },
        );
      } else {
        // The newest version: a list may be older than the document.
        const current = await api.getPostmortem(postmortem.id);
        await api.patchPostmortem(
          current.id,
          current.version,
          field === 'postmortem.teams'
            ? {
                teams: current.teams.map(each =>
                  each === missingRef ? ref! : each,
                ),
              }
            : {
                entities: current.entities.map(each =>
                  each.entityRef === missingRef
                    ? { ...each, entityRef: ref! }
                    : each,
                ),
              },
        );
      }
      onMended();
    });

  return (
    <>
      <div>
        <Link
          href={
            actionItem
              ? links.actionItem(postmortem.key, actionItem.id)
              : links.postmortem(postmortem.key)
          }
          color="primary"
          standalone
        >
          {subject}
        </Link>
        <Text as="p" variant="body-small" color="secondary">
          <code>{missingRef}</code> {was}, and is not in the catalog any more;
          found <Time at={foundAt} />
          {actionItem && ` · ${postmortem.key} ${postmortem.title}`}
        </Text>
      </div>
      {failure && <FailureAlert failure={failure} />}
      <div className={styles.mend}>
        <EntityPicker
          label={`${label}: ${subject}`}
          isLabelHidden
          placeholder={label}
          kinds={kinds}
          value={ref}
          onChange={setRef}
        />
        <Button
          variant="secondary"
          isDisabled={ref === null}
          isPending={isRunning}
          onPress={mend}
          aria-label={`Save: ${subject}`}
        >
          Save
        </Button>
      </div>
    </>
  );
}
