import { useApi } from '@backstage/core-plugin-api';
import { Link, Skeleton, Text } from '@backstage/ui';
import type {
  Postmortem,
  RelatedPostmortem,
} from 'backstage-plugin-postmortem-common';
import useAsync from 'react-use/esm/useAsync';
import { postmortemApiRef } from '../../../api';
import { usePostmortemLinks } from '../../../links';
import { ShowMore, statusOf, Time } from '../../shared';
import { PostmortemSection, SubSection } from '../PostmortemSection';
import styles from './parts.module.css';

/** How many related postmortems are looked up before the reader asks for all. */
const FIRST = 10;

const RELATIONS: Record<RelatedPostmortem['relation'], string> = {
  repeat_of: 'Repeat of',
  related: 'Related',
};

function explain(error: Error): string {
  return statusOf(error) === 404
    ? 'A postmortem that was deleted or that you may not see'
    : `A postmortem that could not be loaded: ${error.message}`;
}

function RelatedRow({ related }: { related: RelatedPostmortem }) {
  const { postmortemId, relation } = related;
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const { value, error } = useAsync(
    async () => api.getPostmortem(postmortemId),
    [api, postmortemId],
  );
  return (
    <li>
      <span className={styles.secondary}>{RELATIONS[relation]}: </span>
      {value && (
        <>
          <Link href={links.postmortem(value.key)}>
            {`${value.key} ${value.title}`}
          </Link>
          {value.incident.startedAt && (
            <span className={styles.secondary}>
              {' '}
              <Time at={value.incident.startedAt} as="day" />
            </span>
          )}
        </>
      )}
      {error && <Text color="secondary">{explain(error)}</Text>}
      {!value && !error && (
        <Skeleton className={styles.inlineSkeleton} width={240} height={16} />
      )}
    </li>
  );
}

function RelatedList({ related }: { related: RelatedPostmortem[] }) {
  return (
    <SubSection title="Related postmortems">
      <ShowMore items={related} limit={FIRST}>
        {shown => (
          <ul className={styles.plainList}>
            {shown.map(item => (
              <RelatedRow
                key={`${item.relation} ${item.postmortemId}`}
                related={item}
              />
            ))}
          </ul>
        )}
      </ShowMore>
    </SubSection>
  );
}

/** Where to read on: other pages, and other postmortems. */
export function ReferencesSection({ postmortem }: { postmortem: Postmortem }) {
  const { links, related } = postmortem;
  return (
    <PostmortemSection name="links" title="Links and related">
      {links.length > 0 && (
        <ul className={styles.plainList}>
          {links.map(({ title, url }, index) => (
            // The same page may be linked twice; the order is the document's.
            <li key={index}>
              <Link href={url} target="_blank" rel="noopener">
                {title}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {related.length > 0 && <RelatedList related={related} />}
    </PostmortemSection>
  );
}
