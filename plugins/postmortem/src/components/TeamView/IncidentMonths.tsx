import type { TeamDuties } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import { count, Panel, severityLevel, Severity } from '../shared';
import styles from './TeamView.module.css';

type Month = TeamDuties['incidentsByMonth'][number];

const totalOf = ({ bySeverity }: Month) =>
  bySeverity.reduce((sum, each) => sum + each.count, 0);

function nameOf(month: string, format: string): string {
  return DateTime.fromISO(month).toFormat(format);
}

function described(month: Month): string {
  const parts = month.bySeverity.map(
    ({ severity, count: number }) => `${number} ${severity ?? 'no severity'}`,
  );
  return `${nameOf(month.month, 'LLLL yyyy')}: ${
    parts.join(', ') || 'no incidents'
  }`;
}

/** A team's incidents over time: a bar a month, by severity. */
export function IncidentMonths(props: {
  months: Month[];
  severities: string[];
}) {
  const { months, severities } = props;
  const highest = Math.max(1, ...months.map(totalOf));
  const total = months.reduce((sum, month) => sum + totalOf(month), 0);
  const used = severities.filter(severity =>
    months.some(month =>
      month.bySeverity.some(each => each.severity === severity),
    ),
  );
  return (
    <Panel
      title="Incidents over time"
      detail={`${count(total, 'incident')} in 13 months`}
    >
      <ol className={styles.months}>
        {months.map(month => (
          <li
            key={month.month}
            className={styles.month}
            title={described(month)}
          >
            <span className={styles.described}>{described(month)}</span>
            <span aria-hidden className={styles.number}>
              {totalOf(month) || ''}
            </span>
            <span aria-hidden className={styles.bar}>
              {month.bySeverity.map(({ severity, count: number }) => (
                <span
                  key={severity}
                  className={styles.segment}
                  data-level={
                    severity === null
                      ? 'none'
                      : severityLevel(severity, severities)
                  }
                  style={{ height: `${(number / highest) * 5}rem` }}
                />
              ))}
            </span>
            <span aria-hidden className={styles.name}>
              {nameOf(month.month, 'LLL')}
            </span>
          </li>
        ))}
      </ol>
      <ul className={styles.legend} aria-label="Severities">
        {used.map(severity => (
          <li key={severity}>
            <Severity severity={severity} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
