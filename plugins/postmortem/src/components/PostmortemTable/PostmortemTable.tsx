import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, VisuallyHidden } from '@backstage/ui';
import type { PostmortemSummary } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import {
  CardTable,
  formatDuration,
  Restricted,
  Severity,
  Status,
  Time,
} from '../shared';
import styles from './PostmortemTable.module.css';

/**
 * Postmortems, one a row, each row a link to its page. In a narrow place the
 * rows are cards.
 */
export function PostmortemTable(props: {
  /** What is in the table, for those who cannot see where it stands. */
  label: string;
  postmortems: readonly PostmortemSummary[];
  /** The entity whose page this is: says its part in each incident. */
  entityRef?: string;
  /** Whether newer rows are on their way. */
  isStale?: boolean;
}) {
  const { label, postmortems, entityRef, isStale = false } = props;
  return (
    <CardTable
      label={label}
      isStale={isStale}
      head={
        <>
          <th scope="col">Key</th>
          <th scope="col">Title</th>
          <th scope="col">Severity</th>
          <th scope="col">Began</th>
          <th scope="col" className={styles.number}>
            Duration
          </th>
          <th scope="col">Status</th>
          {entityRef ? (
            <th scope="col">Role</th>
          ) : (
            <>
              <th scope="col">Cause</th>
              <th scope="col" className={styles.number}>
                Open actions
              </th>
            </>
          )}
        </>
      }
    >
      {postmortems.map(postmortem => (
        <PostmortemRow
          key={postmortem.id}
          postmortem={postmortem}
          entityRef={entityRef}
        />
      ))}
    </CardTable>
  );
}

function PostmortemRow(props: {
  postmortem: PostmortemSummary;
  entityRef?: string;
}) {
  const { postmortem, entityRef } = props;
  const links = usePostmortemLinks();
  const { startedAt } = postmortem.incident;
  const { timeToResolve } = postmortem.metrics;
  return (
    <tr className={styles.row}>
      <td className={styles.key}>{postmortem.key}</td>
      <th scope="row" className={styles.title}>
        <Link
          href={links.postmortem(postmortem.key)}
          title={postmortem.title}
          color="primary"
          standalone
          className={styles.link}
          data-postmortem={postmortem.key}
        >
          {postmortem.title}
        </Link>{' '}
        {postmortem.visibility === 'restricted' && <Restricted />}
      </th>
      <td>
        <Severity severity={postmortem.severity} />
      </td>
      <td className={styles.nowrap}>
        {startedAt ? (
          <Time at={startedAt} as="day" />
        ) : (
          <Unknown text="Time unknown" />
        )}
      </td>
      <td className={styles.number}>
        {timeToResolve === null ? (
          <Unknown text="Duration unknown" />
        ) : (
          formatDuration(timeToResolve)
        )}
      </td>
      <td className={styles.status}>
        <Status status={postmortem.status} />
      </td>
      {entityRef ? (
        <td>
          {postmortem.entities.find(entity => entity.entityRef === entityRef)
            ?.role ?? <Unknown text="Role unknown" />}
        </td>
      ) : (
        <>
          <td>
            <Causes postmortem={postmortem} />
          </td>
          <td className={styles.number}>
            <OpenActions counts={postmortem.actionItemCounts} />
          </td>
        </>
      )}
    </tr>
  );
}

/** The entities at fault, the first two by name. */
function Causes({ postmortem }: { postmortem: PostmortemSummary }) {
  const causes = postmortem.entities.filter(({ role }) => role === 'cause');
  if (causes.length === 0) {
    return <Unknown text="Cause unknown" />;
  }
  return (
    <span className={styles.causes}>
      {causes.slice(0, 2).map(({ entityRef }) => (
        <EntityRefLink
          key={entityRef}
          entityRef={entityRef}
          hideIcon
          className={styles.above}
        />
      ))}
      {causes.length > 2 && <span>+{causes.length - 2}</span>}
    </span>
  );
}

function OpenActions(props: { counts: PostmortemSummary['actionItemCounts'] }) {
  const { open, overdue } = props.counts;
  return (
    <>
      {open}
      <span className={styles.cardOnly}> open</span>
      {overdue > 0 && <span className={styles.overdue}>{overdue} late</span>}
    </>
  );
}

/** A fact that nobody wrote down. */
function Unknown({ text }: { text: string }) {
  return (
    <>
      <span aria-hidden className={styles.unknown}>
        –
      </span>
      <VisuallyHidden>{text}</VisuallyHidden>
    </>
  );
}
