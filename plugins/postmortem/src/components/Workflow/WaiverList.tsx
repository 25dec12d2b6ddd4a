import type { Waiver } from 'backstage-plugin-postmortem-common';
import { Author, STATUS_NAMES, Time } from '../shared';
import { POINT_NAMES } from './pointNames';
import styles from './Workflow.module.css';

/** What the postmortem was let go without, by whom and why. */
export function WaiverList({ waivers }: { waivers: readonly Waiver[] }) {
  return (
    <ul className={styles.points}>
      {waivers.map(({ path, reason, waivedBy, waivedAt, to }) => (
        <li key={`${path} ${waivedAt}`} className={styles.point}>
          <div>
            <strong>
              {(POINT_NAMES as Record<string, string>)[path] ?? path}
            </strong>
            {`, waived for “${STATUS_NAMES[to]}” by `}
            <Author author={waivedBy} />
            {', '}
            <Time at={waivedAt} as="moment" />
          </div>
          <q className={styles.quote}>{reason}</q>
        </li>
      ))}
    </ul>
  );
}
