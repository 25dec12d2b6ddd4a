import Tooltip from '@material-ui/core/Tooltip';
import { formatDuration, Time } from '../shared';
import styles from './IncidentTimeline.module.css';
import type { Milestone } from './milestones';
import type { TimeScale } from './timeScale';

const percent = (position: number) => `${position * 100}%`;

function Bar(props: { milestone: Milestone; scale: TimeScale; from: number }) {
  const { milestone, scale, from } = props;
  if (milestone.at === null) {
    return null;
  }
  const to = scale.position(milestone.at);
  return (
    <>
      <span
        className={styles.bar}
        style={{ left: percent(from), width: percent(to - from) }}
      />
      <span
        className={styles.dot}
        data-milestone={milestone.field}
        style={{ left: percent(to) }}
      />
    </>
  );
}

function Elapsed({ milestone }: { milestone: Milestone }) {
  const { at, minutes, formula } = milestone;
  if (!formula || at === null) {
    return null;
  }
  return (
    <Tooltip title={formula} enterTouchDelay={0}>
      <button type="button" className={styles.formula}>
        {minutes === null ? 'unknown' : formatDuration(minutes)}
      </button>
    </Tooltip>
  );
}

/** One time of the incident: its name, its place on the axis, how long after. */
export function MilestoneRow(props: {
  milestone: Milestone;
  scale: TimeScale | null;
  startedAt: string | null;
}) {
  const { milestone, scale, startedAt } = props;
  return (
    <li className={styles.row}>
      <span className={styles.name}>{milestone.name}</span>
      {scale && (
        <span className={styles.track} aria-hidden>
          <Bar
            milestone={milestone}
            scale={scale}
            from={startedAt === null ? 0 : scale.position(startedAt)}
          />
        </span>
      )}
      <span className={styles.duration}>
        <Elapsed milestone={milestone} />
      </span>
      <span className={styles.time}>
        {milestone.at === null ? (
          'unknown'
        ) : (
          <Time at={milestone.at} as="moment" />
        )}
      </span>
    </li>
  );
}
