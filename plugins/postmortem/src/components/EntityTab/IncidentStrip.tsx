import Tooltip from '@material-ui/core/Tooltip';
import { Link, Text } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import { useId } from 'react';
import { usePostmortemLinks } from '../../links';
import { formatDay, formatExact, Severity, SeverityMark } from '../shared';
import styles from './IncidentStrip.module.css';
import { incidentMonths } from './incidentMonths';

/** The incidents of the last 12 months; each mark opens its postmortem. */
export function IncidentStrip({ overview }: { overview: Overview }) {
  const { counts, marks } = overview;
  const id = useId();
  const months = incidentMonths(marks, DateTime.now());
  return (
    <section aria-labelledby={id}>
      <div className={styles.heading}>
        <Text as="h3" id={id} variant="body-medium" weight="bold">
          Last 12 months
        </Text>
        {counts.incidentsLast12Months > marks.length && (
          <Text variant="body-small" color="secondary">
            the latest {marks.length} of {counts.incidentsLast12Months}
          </Text>
        )}
        <Legend counts={counts.bySeverityLast12Months} />
      </div>
      <ol className={styles.months}>
        {months.map(month => (
          <li
            key={month.start.toISODate()}
            className={styles.month}
            aria-hidden={month.marks.length === 0}
          >
            <ul
              className={styles.marks}
              aria-label={month.start.toFormat('LLLL yyyy')}
            >
              {month.marks.map(mark => (
                <li key={mark.id}>
                  <Mark mark={mark} />
                </li>
              ))}
            </ul>
            <span aria-hidden className={styles.name}>
              {month.start.toFormat('LLL')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Mark({ mark }: { mark: Overview['marks'][number] }) {
  const links = usePostmortemLinks();
  const { key, title, severity, startedAt } = mark;
  return (
    <Tooltip
      title={
        <>
          {key} {title}
          <br />
          {severity ?? 'No severity'}, {formatExact(startedAt)}
        </>
      }
    >
      <Link
        href={links.postmortem(key)}
        className={styles.mark}
        aria-label={`${severity ?? 'No severity'}, ${formatDay(
          startedAt,
        )}: ${title}`}
      >
        <SeverityMark severity={severity} size={14} />
      </Link>
    </Tooltip>
  );
}

function Legend(props: {
  counts: Overview['counts']['bySeverityLast12Months'];
}) {
  if (props.counts.length === 0) {
    return (
      <Text variant="body-small" color="secondary">
        no incidents
      </Text>
    );
  }
  return (
    <ul className={styles.legend} aria-label="Incidents by severity">
      {props.counts.map(({ severity, count }) => (
        <li key={severity}>
          {count} <Severity severity={severity} />
        </li>
      ))}
    </ul>
  );
}
