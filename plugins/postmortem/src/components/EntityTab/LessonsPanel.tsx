import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import type {
  LessonListEntry,
  Overview,
} from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import { LESSON_KIND_NAMES, Markdown, Panel, ShowMore, Time } from '../shared';
import styles from './LessonsPanel.module.css';

const LIMIT = 5;

/** What was learned here. */
export function LessonsPanel({ overview }: { overview: Overview }) {
  const { lessons, counts, entityRef } = overview;
  return (
    <Panel title="Lessons" detail={shownOf(lessons.length, counts.lessons)}>
      {lessons.length === 0 ? (
        <Text as="p" color="secondary">
          No lessons written down yet. Each postmortem has a part for them.
        </Text>
      ) : (
        <ShowMore items={lessons} limit={LIMIT}>
          {shown => (
            <ul className={styles.list}>
              {shown.map(lesson => (
                <li key={lesson.id} className={styles.lesson}>
                  <div className={styles.text}>
                    <Markdown text={lesson.text} />
                  </div>
                  <LessonSource lesson={lesson} pageRef={entityRef} />
                </li>
              ))}
            </ul>
          )}
        </ShowMore>
      )}
    </Panel>
  );
}

/** How many of how many, when not all are there. */
function shownOf(shown: number, total: number): string | undefined {
  return shown < total ? `${shown} of ${total}` : String(total);
}

function LessonSource(props: {
  lesson: LessonListEntry;
  /** The entity whose page this is. */
  pageRef: string | null;
}) {
  const { lesson, pageRef } = props;
  const { key, title, startedAt } = lesson.postmortem;
  const links = usePostmortemLinks();
  return (
    <Text as="p" variant="body-small" color="secondary">
      <Link href={links.postmortem(key)} variant="body-small" title={title}>
        {key}
      </Link>
      {startedAt && (
        <>
          {' · '}
          <Time at={startedAt} as="day" />
        </>
      )}
      {lesson.entityRef && (
        <>
          {' · '}
          {lesson.entityRef === pageRef ? (
            'here'
          ) : (
            <EntityRefLink entityRef={lesson.entityRef} hideIcon />
          )}
        </>
      )}
      {` · ${LESSON_KIND_NAMES[lesson.kind].toLocaleLowerCase('en-US')}`}
    </Text>
  );
}
