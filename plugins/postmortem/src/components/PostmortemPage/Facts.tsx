import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Tag, TagGroup } from '@backstage/ui';
import type {
  InvolvedEntity,
  Postmortem,
} from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
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

/** What it hit, whose that is, and who was there. */
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
      {lists
        .filter(({ refs }) => refs.length > 0)
        .map(({ name, refs }) => (
          <Fact key={name} name={name}>
            <Entities refs={refs} />
          </Fact>
        ))}
      <Source postmortem={postmortem} />
      <Tags tags={postmortem.tags} />
    </dl>
  );
}
