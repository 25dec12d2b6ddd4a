import type { TimelineEntry } from 'backstage-plugin-postmortem-common';
import styles from './IncidentTimeline.module.css';
import type { TimeScale } from './timeScale';

const WIDTH = 1000;

/** Where the timeline's entries lie on the axis, and how many lie beyond it. */
export function EntryTicks(props: {
  timeline: readonly TimelineEntry[];
  scale: TimeScale;
}) {
  const { timeline, scale } = props;
  const positions = timeline.flatMap(({ at }) =>
    at === null ? [] : [scale.position(at)],
  );
  const earlier = positions.filter(position => position < 0).length;
  const later = positions.filter(position => position > 1).length;
  // One mark for entries that fall on the same spot, however many they are.
  const spots = new Set(
    positions
      .filter(position => position >= 0 && position <= 1)
      .map(position => Math.round(position * WIDTH)),
  );
  const beyond = [
    earlier > 0 && `${earlier} earlier`,
    later > 0 && `${later} later`,
  ].filter(Boolean);
  return (
    <li className={styles.row}>
      <span className={styles.name}>Timeline entries</span>
      <span className={styles.track} aria-hidden>
        <svg
          className={styles.entries}
          viewBox={`0 0 ${WIDTH} 10`}
          preserveAspectRatio="none"
        >
          <path d={[...spots].map(spot => `M${spot} 0V10`).join('')} />
        </svg>
      </span>
      <span className={styles.duration}>{timeline.length}</span>
      <span className={styles.time}>{beyond.join(', ')}</span>
    </li>
  );
}
