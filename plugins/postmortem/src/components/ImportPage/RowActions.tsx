import { Button, ButtonLink } from '@backstage/ui';
import { usePostmortemLinks } from '../../links';
import { titleOf } from './importItems';
import styles from './ImportPage.module.css';
import type { ImportRowProps } from './ImportRow';

/** What can be done with a document now. */
export function RowActions(props: ImportRowProps) {
  const { item, twin, importer, target, isBusy } = props;
  const { state, stored, duplicate } = item;
  const links = usePostmortemLinks();
  const title = titleOf(item);
  const button = (word: string, onPress: () => void) => (
    <Button
      size="small"
      variant="tertiary"
      isDisabled={isBusy}
      onPress={onPress}
      aria-label={`${word}: ${title}`}
    >
      {word}
    </Button>
  );
  const run = () => importer.run([item], target);
  return (
    <span className={styles.rowActions}>
      {state === 'imported' && stored && (
        <>
          <ButtonLink
            size="small"
            variant="secondary"
            href={links.postmortem(stored.key)}
            aria-label={`Open ${stored.key}: ${title}`}
          >
            Open
          </ButtonLink>
          {button('Undo', () => importer.undo([item]))}
        </>
      )}
      {state === 'unread' && button('Retry', () => importer.reread(item))}
      {state === 'failed' && button('Retry', run)}
      {state === 'undone' && button('Import again', run)}
      {state === 'ready' && (duplicate || twin) && button('Import anyway', run)}
      {['ready', 'refused', 'unread', 'failed'].includes(state) &&
        button('Leave out', () => importer.remove(item.id))}
    </span>
  );
}
