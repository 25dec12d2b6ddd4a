import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Tag, TagGroup, Text } from '@backstage/ui';
import type {
  InvolvedEntity,
  Postmortem,
} from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { formatDuration, Time } from '../shared';
import styles from './Facts.module.css';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}

function Entities(props: {
  refs: Array<{ entityRef: string; role?: string | null }>;
}) {
  return (
    <ul className={styles.chips}>
      {props.refs.map(({ entityRef, role }) => (
        <li key={`${entityRef} ${role}`} className={styles.chip}>
          <EntityRefLink entityRef={entityRef} />
          {role && <span className={styles.role}>{role}</span>}
        </li>
      ))}
    </ul>
  );
}

function Began({ postmortem }: { postmortem: Postmortem }) {
  const { startedAt } = postmortem.incident;
  if (startedAt === null) {
    return <Text color="secondary">unknown</Text>;
  }
  return (
    <>
      <Time at={startedAt} />
      <Text as="div" variant="body-small" color="secondary">
        <Time at={startedAt} as="exact" />
      </Text>
    </>
  );
}

function Lasted({ postmortem }: { postmortem: Postmortem }) {
  const { startedAt, resolvedAt } = postmortem.incident;
  const { timeToResolve } = postmortem.metrics;
  if (timeToResolve !== null) {
    return <>{formatDuration(timeToResolve)}</>;
  }
  return (
    <Text color="secondary">
      {startedAt !== null && resolvedAt === null
        ? 'unknown: when it was resolved is not recorded'
        : 'unknown'}
    </Text>
  );
}

function Source({ postmortem }: { postmortem: Postmortem }) {
  const { source } = postmortem.incident;
  if (!source) {
    return null;
  }
  const name = `${source.system} ${source.id}`;
  return (
    <Fact name="Incident record">
      {source.url ? (
        <Link href={source.url} target="_blank" rel="noopener">
          {name}
        </Link>
      ) : (
        name
      )}
    </Fact>
  );
}

function Tags({ tags }: { tags: string[] }) {
  const links = usePostmortemLinks();
  if (tags.length === 0) {
    return null;
  }
  return (
    <Fact name="Tags">
      <TagGroup aria-label="Tags">
        {tags.map(tag => (
          <Tag
            key={tag}
            id={tag}
            size="small"
            textValue={tag}
            href={links.list(new URLSearchParams({ tag }))}
          >
            {tag}
          </Tag>
        ))}
      </TagGroup>
    </Fact>
  );
}

/** When it was, how long it took, what it hit, and who was there. */
export function Facts({ postmortem }: { postmortem: Postmortem }) {
  const { entities, teams, participants } = postmortem;
  const inRole = (role: InvolvedEntity['role']) =>
    entities
      .filter(entity => entity.role === role)
      .map(({ entityRef }) => ({ entityRef }));
  const lists = [
    { name: 'Cause', refs: inRole('cause') },
    { name: 'Affected', refs: inRole('affected') },
    {
      name: 'Responsible teams',
      refs: teams.map(entityRef => ({ entityRef })),
    },
    { name: 'Participants', refs: participants },
  ];
  return (
    <dl className={styles.facts}>
      <Fact name="Impact began">
        <Began postmortem={postmortem} />
      </Fact>
      <Fact name="Duration">
        <Lasted postmortem={postmortem} />
      </Fact>
      <Source postmortem={postmortem} />
      {lists
        .filter(({ refs }) => refs.length > 0)
        .map(({ name, refs }) => (
          <Fact key={name} name={name}>
            <Entities refs={refs} />
          </Fact>
        ))}
      <Tags tags={postmortem.tags} />
    </dl>
  );
}
