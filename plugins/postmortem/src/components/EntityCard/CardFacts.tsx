import { Link, Text } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { count, Severity, Time } from '../shared';
import styles from './EntityCard.module.css';

/** The last incident, the year's count and what is still to be done. */
export function CardFacts({ overview }: { overview: Overview }) {
  const { counts, marks } = overview;
  if (counts.postmortems === 0) {
    return (
      <Text as="p" color="secondary">
        No incident of this has a postmortem.
      </Text>
    );
  }
  return (
    <dl className={styles.facts}>
      <Fact name="Last incident">
        <LastIncident overview={overview} />
      </Fact>
      <Fact name="12 months">
        <span className={styles.counts}>
          {marks.length === 0 && 'No incidents'}
          {counts.bySeverityLast12Months.map(({ severity, count: number }) => (
            <span key={severity} className={styles.count}>
              {number} <Severity severity={severity} />
            </span>
          ))}
        </span>
      </Fact>
      <Fact name="Action items">
        {counts.openActionItems === 0
          ? 'None open'
          : `${counts.openActionItems} open`}
        {counts.overdueActionItems > 0 && (
          <strong className={styles.overdue}>
            , {counts.overdueActionItems} overdue
          </strong>
        )}
      </Fact>
      {counts.lessons + counts.lessonsFromElsewhere > 0 && (
        <Fact name="Lessons">
          {[
            counts.lessons > 0 && `${counts.lessons} here`,
            counts.lessonsFromElsewhere > 0 &&
              `${counts.lessonsFromElsewhere} from around it`,
          ]
            .filter(Boolean)
            .join(', ')}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LastIncident({ overview }: { overview: Overview }) {
  const links = usePostmortemLinks();
  const last = overview.postmortems.find(
    ({ incident }) => incident.startedAt !== null,
  );
  if (!last) {
    return (
      <>{count(overview.counts.postmortems, 'postmortem')}, no time known</>
    );
  }
  return (
    <>
      <span className={styles.counts}>
        <Severity severity={last.severity} />
        <Time at={last.incident.startedAt!} />
      </span>
      <Link
        href={links.postmortem(last.key)}
        title={last.title}
        className={styles.title}
      >
        {last.title}
      </Link>
    </>
  );
}
