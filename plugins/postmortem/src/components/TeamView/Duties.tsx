import { Link } from '@backstage/ui';
import type { TeamDuties } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import styles from './TeamView.module.css';

/** The figures of what a team owes; each leads to its rows. */
export function Duties(props: {
  teamRef: string;
  counts: TeamDuties['counts'];
  /** Open action items in all. */
  open: number;
}) {
  const { teamRef, counts, open } = props;
  const links = usePostmortemLinks();
  const items = (state: string) => links.actionItems({ teamRef, state });
  const postmortems = (attention: string) =>
    links.list(new URLSearchParams({ teamRef, attention }));
  const figures: Array<{
    name: string;
    value: number;
    href: string;
    isLate?: boolean;
  }> = [
    {
      name: 'Overdue',
      value: counts.overdue,
      href: items('overdue'),
      isLate: true,
    },
    {
      name: 'Due in two weeks',
      value: counts.dueSoon,
      href: items('due_soon'),
    },
    { name: 'Open in all', value: open, href: items('open') },
    {
      name: 'Without an owner',
      value: counts.withoutOwner,
      href: items('without_owner'),
    },
    {
      name: 'Without a date',
      value: counts.withoutDate,
      href: items('without_date'),
    },
    {
      name: 'Proposed to the team',
      value: counts.proposed,
      href: items('proposed'),
    },
    {
      name: 'Reviews due',
      value: counts.reviewsDue,
      href: postmortems('review_due'),
    },
    {
      name: 'Drafts left lying',
      value: counts.staleDrafts,
      href: postmortems('stale_draft'),
    },
    {
      name: 'Needs an owner',
      value: counts.needsOwner,
      href: `${links.needsOwner()}?${new URLSearchParams({ teamRef })}`,
    },
  ];
  return (
    <ul className={styles.figures} aria-label="What the team owes">
      {figures.map(({ name, value, href, isLate }) => (
        <li key={name}>
          <Link
            href={href}
            standalone
            color="primary"
            className={styles.figure}
          >
            <span
              className={
                isLate && value > 0
                  ? `${styles.value} ${styles.late}`
                  : styles.value
              }
            >
              {value}
            </span>{' '}
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
