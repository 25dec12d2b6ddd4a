import LinearProgress from '@material-ui/core/LinearProgress';
import { Button, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { OWNER_KINDS, SERVICE_KINDS } from '../../entityKinds';
import { useSearchParams } from '../../routing';
import { EntityPicker } from '../EntityPicker';
import { count, EmptyState } from '../shared';
import { AddDocuments } from './AddDocuments';
import { isPending } from './importItems';
import styles from './ImportPage.module.css';
import { ImportRow } from './ImportRow';
import { useImports } from './useImports';

/** Imports postmortems that a team has already, from markdown. */
export function ImportPage() {
  const [search] = useSearchParams();
  const [entityRef, setEntityRef] = useState(search.get('entityRef'));
  const [teamRef, setTeamRef] = useState(search.get('teamRef'));
  const imports = useImports();
  const { items, progress } = imports;

  const target = {
    entityRefs: entityRef ? [entityRef] : [],
    teamRefs: teamRef ? [teamRef] : [],
  };
  const pending = items.filter(isPending);
  // A postmortem that is there already is imported only when asked for alone.
  const fresh = pending.filter(({ duplicate }) => !duplicate);
  const chosen = fresh.length > 0 ? fresh : pending;

  return (
    <Container>
      <Flex direction="column" gap="5">
        <header>
          <Text as="h2" variant="title-small" weight="bold">
            Import postmortems
          </Text>
          <Text as="p" color="secondary">
            Markdown of any template. You see what was understood before
            anything is stored; what fits no field is kept in the notes, word
            for word.
          </Text>
        </header>
        <AddDocuments onFiles={imports.addFiles} onText={imports.addText} />
        <section aria-label="What they belong to" className={styles.target}>
          <EntityPicker
            label="Entity"
            description="For documents that name none: what caused the incident. Others take it as affected"
            kinds={SERVICE_KINDS}
            value={entityRef}
            onChange={setEntityRef}
          />
          <EntityPicker
            label="Responsible team"
            description="The owners of the entity when left out"
            kinds={OWNER_KINDS.filter(kind => kind === 'group')}
            value={teamRef}
            onChange={setTeamRef}
          />
        </section>
        <section aria-label="Documents" className={styles.documents}>
          {items.length === 0 ? (
            <EmptyState
              title="No documents yet"
              description="Drop files above, or paste the text of one."
            />
          ) : (
            <>
              <div className={styles.bar}>
                <Text role="status">
                  {progress
                    ? `Importing ${progress.done} of ${progress.total}…`
                    : statusOf(items.length, pending.length)}
                </Text>
                <Flex gap="2">
                  <Button
                    variant="tertiary"
                    isDisabled={progress !== null}
                    onPress={imports.clear}
                  >
                    Clear the list
                  </Button>
                  <Button
                    isDisabled={progress !== null || chosen.length === 0}
                    onPress={() => imports.run(chosen, target)}
                  >
                    {`Import ${count(chosen.length, 'document')}`}
                  </Button>
                </Flex>
              </div>
              {progress && (
                <LinearProgress
                  variant="determinate"
                  aria-label="Import"
                  value={(100 * progress.done) / Math.max(progress.total, 1)}
                />
              )}
              <ul className={styles.rows}>
                {items.map(item => (
                  <ImportRow
                    key={item.id}
                    item={item}
                    isBusy={progress !== null}
                    onChoose={ref => imports.choose(item.id, ref)}
                    onRemove={() => imports.remove(item.id)}
                    onRetry={() => imports.run([item], target)}
                    onUndo={() => imports.undo(item)}
                  />
                ))}
              </ul>
            </>
          )}
        </section>
      </Flex>
    </Container>
  );
}

function statusOf(total: number, pending: number): string {
  return pending === total
    ? count(total, 'document')
    : `${count(total, 'document')}, ${pending} to import`;
}
