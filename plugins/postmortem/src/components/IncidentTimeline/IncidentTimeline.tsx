import { Text } from '@backstage/ui';
import type {
  Incident,
  TimelineEntry,
} from 'backstage-plugin-postmortem-common';
import { useMemo } from 'react';
import { EntryTicks } from './EntryTicks';
import styles from './IncidentTimeline.module.css';
import { MilestoneRow } from './MilestoneRow';
import { milestonesOf } from './milestones';
import { timeScale, type TimeScale } from './timeScale';

const isKnown = (at: string | null): at is string => at !== null;

function Axis({ scale, since }: { scale: TimeScale; since: string }) {
  return (
    <div className={styles.row} aria-hidden>
      <span className={styles.name} />
      <span className={styles.axis}>
        {scale.ticks.map(({ position, label }) => (
          <span
            key={label}
            className={styles.tick}
            style={{ left: `${position * 100}%` }}
          >
            {label}
          </span>
        ))}
      </span>
      <span className={styles.since}>{since}</span>
    </div>
  );
}

/**
 * The course of an incident drawn on a time axis, which the times of the
 * incident span. The drawing is for the eye alone: all that it says stands
 * beside it in words.
 */
export function IncidentTimeline(props: {
  incident: Incident;
  timeline: readonly TimelineEntry[];
}) {
  const { incident, timeline } = props;
  const milestones = useMemo(() => milestonesOf(incident), [incident]);
  const scale = useMemo(() => {
    const times = milestones.map(({ at }) => at).filter(isKnown);
    return (
      timeScale(times) ??
      timeScale([...times, ...timeline.map(({ at }) => at).filter(isKnown)])
    );
  }, [milestones, timeline]);
  if (!scale && milestones.every(({ at }) => at === null)) {
    return (
      <Text as="p" color="secondary">
        No time of the incident is known yet.
      </Text>
    );
  }
  return (
    <div className={styles.root} data-drawn={scale !== null}>
      <ol className={styles.rows} aria-label="Times of the incident">
        {milestones.map(milestone => (
          <MilestoneRow
            key={milestone.field}
            milestone={milestone}
            scale={scale}
            startedAt={incident.startedAt}
          />
        ))}
        {scale && timeline.length > 0 && (
          <EntryTicks timeline={timeline} scale={scale} />
        )}
      </ol>
      {scale && (
        <Axis
          scale={scale}
          since={
            incident.startedAt === null
              ? 'since the first known time'
              : 'since the impact began'
          }
        />
      )}
    </div>
  );
}
