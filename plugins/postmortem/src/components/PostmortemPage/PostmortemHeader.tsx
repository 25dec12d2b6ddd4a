import { useBreadcrumbEntries } from '@backstage/frontend-plugin-api';
import { Header } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { formatDuration, Restricted, Severity, Status, Time } from '../shared';
import styles from './PostmortemPage.module.css';

function Began({ at }: { at: string | null }) {
  if (at === null) {
    return <>unknown</>;
  }
  return (
    <>
      <Time at={at} />
      {', '}
      <Time at={at} as="moment" />
    </>
  );
}

/** What it was, how bad it was, and how far the writing has come. */
export function PostmortemHeader(props: {
  postmortem: Postmortem;
  actions?: ReactNode;
}) {
  const { postmortem, actions } = props;
  const { key, title, severity, status, visibility, incident, metrics } =
    postmortem;
  const links = usePostmortemLinks();
  // The legacy front-end system's header has none.
  const hasBreadcrumbs = useBreadcrumbEntries().items.length > 0;
  const metadata = [
    { label: 'Key', value: key },
    {
      label: 'Severity',
      value: <Severity severity={severity} />,
    },
    { label: 'Status', value: <Status status={status} /> },
    visibility === 'restricted' && {
      label: 'Visibility',
      value: <Restricted />,
    },
    { label: 'Began', value: <Began at={incident.startedAt} /> },
    {
      label: 'Lasted',
      value:
        metrics.timeToResolve === null
          ? 'unknown'
          : formatDuration(metrics.timeToResolve),
    },
  ];
  return (
    <Header
      className={styles.header}
      title={title}
      tags={
        hasBreadcrumbs
          ? []
          : [{ label: 'Postmortems', href: links.list() }, { label: key }]
      }
      metadata={metadata.filter(item => item !== false)}
      customActions={actions}
    />
  );
}
