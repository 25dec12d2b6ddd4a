import { Header } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { formatDuration, Restricted, Severity, Status, Time } from '../shared';
import styles from './PostmortemPage.module.css';

/** What it was, how bad it was, and how far the writing has come. */
export function PostmortemHeader(props: {
  postmortem: Postmortem;
  actions?: ReactNode;
}) {
  const { postmortem, actions } = props;
  const { key, title, severity, status, visibility, incident, metrics } =
    postmortem;
  const links = usePostmortemLinks();
  const metadata = [
    { label: 'Severity', value: <Severity severity={severity} /> },
    { label: 'Status', value: <Status status={status} /> },
    visibility === 'restricted' && {
      label: 'Visibility',
      value: <Restricted />,
    },
    incident.startedAt !== null && {
      label: 'Began',
      value: <Time at={incident.startedAt} />,
    },
    metrics.timeToResolve !== null && {
      label: 'Lasted',
      value: formatDuration(metrics.timeToResolve),
    },
  ];
  return (
    <Header
      className={styles.header}
      title={title}
      tags={[{ label: 'Postmortems', href: links.list() }, { label: key }]}
      metadata={metadata.filter(item => item !== false)}
      customActions={actions}
    />
  );
}
