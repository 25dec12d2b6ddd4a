import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  Link,
  Text,
} from '@backstage/ui';
import { SERVICE_KINDS } from '../../entityKinds';
import { usePostmortemLinks } from '../../links';
import { EntityPicker } from '../EntityPicker';
import { count } from '../shared';
import type { ImportItem } from './importItems';
import styles from './ImportPage.module.css';
import { Understood } from './Understood';

/** One document: what it is, how far it has come, and what can be done. */
export function ImportRow(props: {
  item: ImportItem;
  isBusy: boolean;
  onChoose: (entityRef: string | null) => void;
  onRemove: () => void;
  onRetry: () => void;
  onUndo: () => void;
}) {
  const { item, isBusy, onChoose, onRemove, onRetry, onUndo } = props;
  const { preview, state } = item;
  const title = item.stored?.title ?? preview?.document.title ?? item.name;
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <div className={styles.rowTitle}>
          <Text weight="bold" as="p">
            {title}
          </Text>
          <Text variant="body-small" color="secondary" as="p">
            {item.name}
          </Text>
        </div>
        <State item={item} />
        <span className={styles.rowActions}>
          {state === 'failed' && (
            <Button
              size="small"
              variant="secondary"
              isDisabled={isBusy}
              onPress={onRetry}
              aria-label={`Retry ${title}`}
            >
              Retry
            </Button>
          )}
          {state === 'imported' && (
            <Button
              size="small"
              variant="tertiary"
              isDisabled={isBusy}
              onPress={onUndo}
              aria-label={`Take back the import of ${title}`}
            >
              Take back
            </Button>
          )}
          {['ready', 'refused', 'failed'].includes(state) && (
            <Button
              size="small"
              variant="tertiary"
              isDisabled={isBusy}
              onPress={onRemove}
              aria-label={`Leave out ${title}`}
            >
              Leave out
            </Button>
          )}
        </span>
      </div>
      {item.problem && (
        <Text as="p" color="danger" role="alert">
          {item.problem}
        </Text>
      )}
      {preview && (state === 'ready' || state === 'failed') && (
        <Accordion>
          <AccordionTrigger
            title="What was understood"
            subtitle={summaryOf(item)}
          />
          <AccordionPanel>
            <Understood preview={preview} />
            <div className={styles.own}>
              <EntityPicker
                label="Entity of this document"
                description="Instead of the one chosen for all"
                kinds={SERVICE_KINDS}
                value={item.entityRef}
                onChange={onChoose}
              />
            </div>
          </AccordionPanel>
        </Accordion>
      )}
    </li>
  );
}

function summaryOf({ preview }: ImportItem): string {
  const warnings = preview?.warnings.length ?? 0;
  return warnings === 0
    ? `${count(preview?.parts.length ?? 0, 'part')}, nothing to look at`
    : `${count(preview?.parts.length ?? 0, 'part')}, ${count(
        warnings,
        'remark',
      )}`;
}

function State({ item }: { item: ImportItem }) {
  const links = usePostmortemLinks();
  const { state, stored, duplicate } = item;
  switch (state) {
    case 'previewing':
      return <Text color="secondary">Reading…</Text>;
    case 'refused':
      return <Text color="danger">Cannot be imported</Text>;
    case 'importing':
      return <Text color="secondary">Importing…</Text>;
    case 'failed':
      return <Text color="danger">Not imported</Text>;
    case 'undone':
      return <Text color="secondary">Taken back</Text>;
    case 'imported':
      return stored ? (
        <Text>
          Imported as{' '}
          <Link href={links.postmortem(stored.key)}>{stored.key}</Link>
        </Text>
      ) : (
        <Text>Imported</Text>
      );
    default:
      return duplicate ? (
        <Text color="warning">
          Looks like{' '}
          <Link href={links.postmortem(duplicate.key)}>{duplicate.key}</Link>,
          which is there already
        </Text>
      ) : (
        <Text color="secondary">Ready</Text>
      );
  }
}
