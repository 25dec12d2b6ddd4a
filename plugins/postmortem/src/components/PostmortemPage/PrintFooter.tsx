import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import { formatExact } from '../shared';
import styles from './PostmortemPage.module.css';

/** On paper only: what this is, where it is kept, and as of when. */
export function PrintFooter({ postmortem }: { postmortem: Postmortem }) {
  const { key, version, updatedAt } = postmortem;
  const links = usePostmortemLinks();
  const url = new URL(links.postmortem(key), window.location.origin);
  return (
    <p className={styles.printFooter}>
      {`${key}, version ${version} of ${formatExact(updatedAt)} · ${url.href}`}
    </p>
  );
}
