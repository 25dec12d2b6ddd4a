import { Button, Link, Text } from '@backstage/ui';
import {
  RiAlarmWarningLine,
  RiArrowUpCircleLine,
  RiCheckLine,
  RiChat3Line,
  RiRecordCircleLine,
  RiToolsLine,
} from '@remixicon/react';
import type {
  TimelineEntry,
  TimelineKind,
} from 'backstage-plugin-postmortem-common';
import { memo, useEffect, useMemo, useState, type ReactElement } from 'react';
import { formatDay, Markdown, Time } from '../../shared';
import { usePrinting } from '../usePrinting';
import styles from './parts.module.css';

/** How many entries are drawn before the reader asks for all. */
const FIRST = 100;

/**
 * How many are drawn at a time from then on: the page goes on answering between
 * the batches.
 */
const BATCH = 25;

const KINDS: Record<TimelineKind, { name: string; icon: ReactElement }> = {
  event: { name: 'Event', icon: <RiRecordCircleLine aria-hidden size={16} /> },
  detection: {
    name: 'Detection',
    icon: <RiAlarmWarningLine aria-hidden size={16} />,
  },
  escalation: {
    name: 'Escalation',
    icon: <RiArrowUpCircleLine aria-hidden size={16} />,
  },
  communication: {
    name: 'Communication',
    icon: <RiChat3Line aria-hidden size={16} />,
  },
  mitigation: {
    name: 'Mitigation',
    icon: <RiToolsLine aria-hidden size={16} />,
  },
  resolution: {
    name: 'Resolution',
    icon: <RiCheckLine aria-hidden size={16} />,
  },
};

const Entry = memo((props: { entry: TimelineEntry; day: string | null }) => {
  const { entry, day } = props;
  const { name, icon } = KINDS[entry.kind];
  return (
    <li className={styles.entry}>
      {day && <div className={styles.day}>{day}</div>}
      <div className={styles.entryTime}>
        {entry.at === null ? (
          <Text color="secondary">no time</Text>
        ) : (
          <Time at={entry.at} as="clock" />
        )}
      </div>
      <div className={styles.entryKind}>
        {icon}
        {name}
      </div>
      <div className={styles.entryText}>
        <Markdown text={entry.text} />
        {entry.url && (
          <Link href={entry.url} target="_blank" rel="noopener">
            {entry.url}
          </Link>
        )}
      </div>
    </li>
  );
});

/** Each entry with its day where that differs from the day before it. */
function withDays(timeline: readonly TimelineEntry[]) {
  let last: string | null = null;
  return timeline.map(entry => {
    const today: string | null = entry.at === null ? last : formatDay(entry.at);
    const day = today === last ? null : today;
    last = today;
    return { entry, day };
  });
}

/** How many of the entries to draw: some first, then batch by batch all. */
function useBatches(total: number) {
  const [showsAll, setShowsAll] = useState(false);
  const [count, setCount] = useState(FIRST);
  const isPrinting = usePrinting();
  const isGrowing = showsAll && count < total;
  useEffect(() => {
    if (!isGrowing) {
      return undefined;
    }
    const timer = setTimeout(() => setCount(count + BATCH));
    return () => clearTimeout(timer);
  }, [isGrowing, count]);
  return {
    count: isPrinting ? total : count,
    canShowAll: !showsAll && !isPrinting && count < total,
    showAll: () => setShowsAll(true),
  };
}

/** What happened when, in the document's order. */
export function TimelineList(props: { timeline: readonly TimelineEntry[] }) {
  const { timeline } = props;
  const { count, canShowAll, showAll } = useBatches(timeline.length);
  const entries = useMemo(() => withDays(timeline), [timeline]);
  return (
    <>
      <ol className={styles.entries}>
        {entries.slice(0, count).map(({ entry, day }) => (
          <Entry key={entry.id} entry={entry} day={day} />
        ))}
      </ol>
      {canShowAll && (
        <Button variant="secondary" size="small" onPress={showAll}>
          {`Show all ${timeline.length} entries`}
        </Button>
      )}
    </>
  );
}
