import { Link, Text } from '@backstage/ui';
import { usePostmortemLinks } from '../../links';
import { formatDuration, Severity, Time } from '../shared';
import styles from './HomeWidgets.module.css';
import { Widget } from './Widget';

/** The incidents that began in this week of an earlier year. */
export function PastIncidents() {
  const links = usePostmortemLinks();
  return (
    <Widget
      what="The incidents of this week"
      isEmpty={({ user }) => user?.thisWeekInThePast.length === 0}
      emptyText="No incident began in this week of the last five years."
    >
      {({ user }) => (
        <ul className={styles.list}>
          {user?.thisWeekInThePast.map(
            ({ key, title, severity, incident, metrics }) => (
              <li key={key} className={styles.row}>
                <div className={styles.text}>
                  <Link href={links.postmortem(key)} className={styles.title}>
                    {title}
                  </Link>
                  <Text as="div" variant="body-small" color="secondary">
                    {incident.startedAt && (
                      <>
                        <Time at={incident.startedAt} />,{' '}
                        <Time at={incident.startedAt} as="day" />
                      </>
                    )}
                    {metrics.timeToResolve !== null &&
                      ` · ${formatDuration(metrics.timeToResolve)}`}
                  </Text>
                </div>
                <Severity severity={severity} />
              </li>
            ),
          )}
        </ul>
      )}
    </Widget>
  );
}
