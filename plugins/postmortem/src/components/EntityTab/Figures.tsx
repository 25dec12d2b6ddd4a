import { Link, Text } from '@backstage/ui';
import type { Overview } from 'backstage-plugin-postmortem-common';
import { Fragment, type ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { count } from '../shared';
import styles from './EntityTab.module.css';

/** The counts of an overview in one line. */
export function Figures({ overview }: { overview: Overview }) {
  const { counts, severities, entityRef, entities } = overview;
  const parts: ReactNode[] = [
    `${count(counts.incidentsLast12Months, 'incident')} in 12 months`,
    <SinceLastSevere
      lastSevere={overview.lastSevere}
      severe={severities.slice(0, 2)}
    />,
    count(counts.openActionItems, 'open action item'),
  ];
  return (
    <Text as="p" className={styles.figures}>
      {entityRef && entities > 1 && (
        <>With its {count(entities - 1, 'part')}: </>
      )}
      {parts.map((part, index) => (
        // The parts are the same ones in the same order at every time.

        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
      {counts.overdueActionItems > 0 && (
        <strong className={styles.overdue}>
          , {counts.overdueActionItems} overdue
        </strong>
      )}
      {counts.drafts > 0 && ` · ${count(counts.drafts, 'draft')}`}
    </Text>
  );
}

function SinceLastSevere(props: {
  lastSevere: Overview['lastSevere'];
  severe: string[];
}) {
  const { lastSevere, severe } = props;
  const links = usePostmortemLinks();
  if (!lastSevere) {
    return <>no {severe.join(' or ')} on record</>;
  }
  const { key, severity, daysAgo } = lastSevere;
  return (
    <>
      {daysAgo === 0 ? 'less than a day' : count(daysAgo, 'day')} since the{' '}
      <Link href={links.postmortem(key)}>last {severity}</Link>
    </>
  );
}
