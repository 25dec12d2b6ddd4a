import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Text } from '@backstage/ui';
import type {
  ActionItemBulkInput,
  ActionItemListEntry,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { EntityPicker } from '../EntityPicker';
import { count, FailureAlert, useAction } from '../shared';
import { isInstant, TimeField } from '../TimeField';
import styles from './ActionItemsPage.module.css';

interface Refused {
  title: string;
  why: string;
}

/** Changes the owner or the date of all the chosen items at once. */
export function BulkBar(props: {
  chosen: readonly ActionItemListEntry[];
  /** Called when some were changed; the refused ones stay chosen. */
  onChanged: (refusedIds: string[]) => void;
  onClear: () => void;
}) {
  const { chosen, onChanged, onClear } = props;
  const api = useApi(postmortemApiRef);
  const { isRunning, failure, run } = useAction();
  const [ownerRef, setOwnerRef] = useState<string | null>(null);
  const [dueAt, setDueAt] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused[]>([]);

  const change = (patch: ActionItemBulkInput['patch']) =>
    run('The items were not changed', async () => {
      const { results } = await api.patchActionItems({
        ids: chosen.map(({ id }) => id),
        patch,
      });
      const failed = results.filter(({ error }) => error !== null);
      setRefused(
        failed.map(({ id, error }) => ({
          title: chosen.find(item => item.id === id)?.title ?? id,
          why: error!,
        })),
      );
      onChanged(failed.map(({ id }) => id));
    });
  const isDay = dueAt !== null && isInstant(dueAt);

  return (
    <div className={styles.bulk} role="group" aria-label="Change the chosen">
      <div className={styles.bulkHead}>
        <Text role="status" weight="bold">
          {count(chosen.length, 'item')} chosen
        </Text>
        <Button size="small" variant="tertiary" onPress={onClear}>
          Choose none
        </Button>
      </div>
      <div className={styles.bulkRow}>
        <EntityPicker
          label="Owner of all of them"
          kinds={['user', 'group']}
          value={ownerRef}
          onChange={setOwnerRef}
        />
        <Button
          variant="secondary"
          isDisabled={ownerRef === null}
          isPending={isRunning}
          onPress={() => change({ ownerRef })}
        >
          Set owner
        </Button>
      </div>
      <div className={styles.bulkRow}>
        <TimeField
          label="Due day of all of them"
          granularity="day"
          value={dueAt}
          onChange={setDueAt}
        />
        <Button
          variant="secondary"
          isDisabled={!isDay}
          isPending={isRunning}
          onPress={() => change({ dueAt })}
        >
          Set day
        </Button>
      </div>
      {failure && <FailureAlert failure={failure} />}
      {refused.length > 0 && (
        <Alert
          status="warning"
          icon
          role="alert"
          title={`${count(
            refused.length,
            'item',
          )} could not be changed; the others were`}
          description={
            <ul className={styles.refused}>
              {refused.map(({ title, why }) => (
                <li key={title}>
                  {title}: {why}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}
