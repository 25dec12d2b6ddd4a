import { Link, Text } from '@backstage/ui';
import { usePostmortemLinks } from '../../links';
import styles from './ImportPage.module.css';
import type { ImportItem } from './importItems';

/** How far a document has come, in words. */
export function RowState(props: {
  item: ImportItem;
  /** The name of a document further up that seems to be the same. */
  twin: string | null;
}) {
  const { item, twin } = props;
  const { state, stored, duplicate } = item;
  const links = usePostmortemLinks();
  switch (state) {
    case 'reading':
      return <Text color="secondary">Reading…</Text>;
    case 'refused':
      return <Text className={styles.bad}>Cannot be imported</Text>;
    case 'unread':
      return <Text className={styles.bad}>Not read</Text>;
    case 'importing':
      return <Text color="secondary">Importing…</Text>;
    case 'failed':
      return <Text className={styles.bad}>Not imported</Text>;
    case 'undone':
      return <Text color="secondary">Deleted again</Text>;
    case 'imported':
      return <Text className={styles.good}>Imported as {stored?.key}</Text>;
    default:
  }
  if (duplicate) {
    return (
      <Text className={styles.careful}>
        Seems to be{' '}
        <Link href={links.postmortem(duplicate.key)}>{duplicate.key}</Link>,
        which is there already
      </Text>
    );
  }
  return twin ? (
    <Text className={styles.careful}>Seems to be the same as {twin}</Text>
  ) : (
    <Text color="secondary">Ready</Text>
  );
}
