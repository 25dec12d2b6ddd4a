import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type {
  ResultHighlight,
  SearchDocument,
} from '@backstage/plugin-search-common';
import { HighlightedSearchResultText } from '@backstage/plugin-search-react';
import { Link } from '@backstage/ui';
import type { PostmortemSearchFields } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { ITEM_STATUS_NAMES } from '../ActionItem';
import { formatDay, LESSON_KIND_NAMES, Severity, Time } from '../shared';
import { excerpt } from './excerpt';
import { PARTS } from './types';
import styles from './PostmortemSearchResultListItem.module.css';

// As many as a line has room for.
const MOST_NAMES = 3;

/**
 * What a result is shown of.
 *
 * @public
 */
export interface PostmortemSearchResultListItemProps {
  /** A document of the search module for postmortems. */
  result?: SearchDocument;
  /** What was found, as the search engine marked it. */
  highlight?: ResultHighlight;
}

/** A postmortem, a lesson or an action item among the results of a search. */
export function PostmortemSearchResultListItem({
  result,
  highlight,
}: PostmortemSearchResultListItemProps) {
  const links = usePostmortemLinks();
  if (!result) {
    return null;
  }
  const document = result as SearchDocument & PostmortemSearchFields;
  const { part, key, postmortemTitle, location } = document;
  const { name, icon } = PARTS[part];
  // The page may be somewhere else in this portal than where the index says.
  const [, anchor] = location.split('#');
  const page = links.postmortem(key);
  return (
    <div className={styles.item}>
      <span className={styles.icon}>{icon}</span>
      <div className={styles.body}>
        <div className={styles.meta}>
          <span className={styles.kind}>{name}</span>
          {part !== 'postmortem' && (
            <span>
              {key} {postmortemTitle}
            </span>
          )}
        </div>
        <Link
          href={anchor ? `${page}#${anchor}` : page}
          standalone
          className={styles.title}
        >
          <Highlighted field="title" {...{ document, highlight }} />
        </Link>
        <div className={styles.text}>
          <Highlighted field="text" {...{ document, highlight }} />
        </div>
        <Facts document={document} />
      </div>
    </div>
  );
}

function Highlighted(props: {
  field: 'title' | 'text';
  document: SearchDocument;
  highlight?: ResultHighlight;
}) {
  const { field, document, highlight } = props;
  const text = highlight?.fields[field];
  // A lesson of one line is its own title.
  if (field === 'text' && document.text === document.title) {
    return null;
  }
  return text ? (
    <HighlightedSearchResultText
      text={field === 'text' ? excerpt(text, highlight.preTag) : text}
      preTag={highlight.preTag}
      postTag={highlight.postTag}
    />
  ) : (
    <>{document[field]}</>
  );
}

/** What is known of it beside its words; a list, for those who hear it. */
function Facts({ document }: { document: PostmortemSearchFields }) {
  const { part, severity, startedAt, entityRefs, teams } = document;
  const { lessonKind, actionItemStatus, dueAt, ownerRef } = document;
  const owners = ownerRef ? [ownerRef] : teams;
  return (
    <ul className={styles.facts}>
      <li>
        <Severity severity={severity} />
      </li>
      {startedAt && (
        <li>
          <Time at={startedAt} as="day" />
        </li>
      )}
      {lessonKind && <li>{LESSON_KIND_NAMES[lessonKind]}</li>}
      {actionItemStatus && <li>{ITEM_STATUS_NAMES[actionItemStatus]}</li>}
      {dueAt && <li>due {formatDay(dueAt)}</li>}
      {entityRefs.length > 0 && (
        <li>
          <Names refs={entityRefs} />
        </li>
      )}
      {part === 'actionItem' && !ownerRef ? (
        <li>no owner</li>
      ) : (
        owners.length > 0 && (
          <li>
            owner: <Names refs={owners} />
          </li>
        )
      )}
    </ul>
  );
}

function Names({ refs }: { refs: string[] }) {
  const more = refs.length - MOST_NAMES;
  return (
    <span className={styles.names}>
      {refs.slice(0, MOST_NAMES).map(
        (ref, index): ReactNode => (
          <span key={ref}>
            {index > 0 && ', '}
            <EntityDisplayName entityRef={ref} hideIcon disableTooltip />
          </span>
        ),
      )}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}
