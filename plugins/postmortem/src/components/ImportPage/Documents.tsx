import LinearProgress from '@material-ui/core/LinearProgress';
import { Button, Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import { count, EmptyState } from '../shared';
import type { Importer, ImporterState, ImportTarget } from './Importer';
import { findTwins, type ImportItem, isPending, nameOf } from './importItems';
import styles from './ImportPage.module.css';
import { ImportRow } from './ImportRow';
import { describeItems, describeProgress } from './inWords';

/** The documents, and what can be done with all of them. */
export function Documents(props: {
  importer: Importer;
  state: ImporterState;
  target: ImportTarget;
  /** Begins anew. */
  onMore: () => void;
}) {
  const { importer, state, target, onMore } = props;
  const { items, progress } = state;
  const twins = useMemo(() => findTwins(items), [items]);

  if (items.length === 0) {
    return (
      <section aria-label="Documents">
        <EmptyState
          title="No documents yet"
          description="Drop files above, choose them, or paste the text of one. What each is understood to say appears here."
        />
      </section>
    );
  }

  const nameOfTwin = ({ id }: ImportItem) => {
    const twin = twins.get(id);
    return twin ? nameOf(twin) : null;
  };
  const isTwin = ({ id, duplicate }: ImportItem) =>
    duplicate !== null || twins.has(id);
  const reading = items.filter(item => item.state === 'reading').length;
  // What seems to be there already is imported only when asked for alone.
  const pending = items.filter(item => isPending(item) && !isTwin(item));
  const imported = items.filter(item => item.state === 'imported');
  const done = progress?.done ?? items.length - reading;
  const total = progress?.total ?? items.length;
  const isBusy = progress !== null;

  return (
    <section aria-label="Documents" className={styles.documents}>
      <div className={styles.bar}>
        <Text role="status" className={styles.status}>
          {isBusy
            ? describeProgress(progress)
            : (reading > 0 && `Reading ${count(items.length, 'document')}…`) ||
              describeItems(items, isTwin)}
        </Text>
        <Flex gap="2" className={styles.barActions}>
          {isBusy ? (
            <Button variant="secondary" onPress={() => importer.stop()}>
              Stop
            </Button>
          ) : (
            <>
              {imported.length > 1 && (
                <Button
                  variant="tertiary"
                  onPress={() => importer.undo(imported)}
                >
                  Undo all
                </Button>
              )}
              {imported.length > 0 && pending.length === 0 ? (
                <Button variant="secondary" onPress={onMore}>
                  Import more
                </Button>
              ) : (
                <>
                  <Button variant="tertiary" onPress={() => importer.clear()}>
                    Clear the list
                  </Button>
                  <Button
                    isDisabled={pending.length === 0 || reading > 0}
                    onPress={() => importer.run(pending, target)}
                  >
                    {`Import ${count(pending.length, 'document')}`}
                  </Button>
                </>
              )}
            </>
          )}
        </Flex>
      </div>
      <div className={styles.progress}>
        {(isBusy || reading > 0) && (
          <>
            <LinearProgress
              variant="determinate"
              aria-label={isBusy ? 'Import' : 'Reading the documents'}
              value={(100 * done) / total}
              className={styles.progressBar}
            />
            <Text variant="body-small" color="secondary">
              {done} of {total}
            </Text>
          </>
        )}
      </div>
      <ul className={styles.rows}>
        {items.map(item => (
          <ImportRow
            key={item.id}
            item={item}
            twin={nameOfTwin(item)}
            importer={importer}
            target={target}
            isBusy={isBusy}
          />
        ))}
      </ul>
    </section>
  );
}
