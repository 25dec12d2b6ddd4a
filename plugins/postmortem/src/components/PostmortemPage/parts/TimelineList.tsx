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
import { useState, type ReactElement } from 'react';
import { formatDay, Markdown, Time } from '../../shared';
import { usePrinting } from '../usePrinting';
import styles from './parts.module.css';

/** How many entries are drawn before the reader asks for all. */
const FIRST = 100;

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

function Entry(props: { entry: TimelineEntry; day: string | null }) {
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
}

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

/** What happened when, in the document's order. */
export function TimelineList(props: { timeline: readonly TimelineEntry[] }) {
  const { timeline } = props;
  const [showsAll, setShowsAll] = useState(false);
  const isPrinting = usePrinting();
  const shown = showsAll || isPrinting ? timeline : timeline.slice(0, FIRST);
  return (
    <>
      <ol className={styles.entries}>
        {withDays(shown).map(({ entry, day }) => (
          <Entry key={entry.id} entry={entry} day={day} />
        ))}
      </ol>
      {shown.length < timeline.length && (
        <Button
          variant="secondary"
          size="small"
          onPress={() => setShowsAll(true)}
        >
          {`Show all ${timeline.length} entries`}
        </Button>
      )}
    </>
  );
}
