import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type {
  Lesson,
  LessonAudience,
  PostmortemLessonAnswers,
} from 'backstage-plugin-postmortem-common';
import { Fragment } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { postmortemApiRef } from '../../../api';
import { VERDICT_WORDS } from '../../Lessons';
import { count, Time } from '../../shared';
import styles from './parts.module.css';

type Answers = PostmortemLessonAnswers['items'][number];

/**
 * What teams answered to the lessons of a postmortem. The page is complete
 * without it, so what fails is only not shown.
 */
export function useLessonAnswers(
  postmortemId: string,
  lessons: Lesson[],
): (lesson: Lesson) => Answers | undefined {
  const api = useApi(postmortemApiRef);
  const hasLessons = lessons.length > 0;
  const { value } = useAsync(
    async () =>
      hasLessons ? (await api.listLessonAnswers(postmortemId)).items : [],
    [api, postmortemId, hasLessons],
  );
  return lesson => value?.find(({ lessonId }) => lessonId === lesson.id);
}

function audienceWords({
  entityRefs,
  tags,
  allDependents,
}: LessonAudience): string {
  return [
    entityRefs.length > 0 && count(entityRefs.length, 'entity', 'entities'),
    tags.length > 0 && `what is tagged ${tags.join(' or ')}`,
    allDependents && 'everything that depends on what was involved',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whom a lesson is meant for, what they answered, and who has not. */
export function LessonAnswers(props: {
  lesson: Lesson;
  answers: Answers | undefined;
}) {
  const { lesson, answers } = props;
  const { audience } = lesson;
  if (!audience && !answers?.answers.length) {
    return null;
  }
  return (
    <div className={styles.answers}>
      {audience && (
        <Text as="p" variant="body-small" color="secondary">
          Meant for {audienceWords(audience)}
          {answers &&
            ` · ${answers.addressed - answers.missingCount} of ${
              answers.addressed
            } answered`}
        </Text>
      )}
      {answers && answers.answers.length > 0 && (
        <ul className={styles.bullets}>
          {answers.answers.map(({ entityRef, verdict, reason, answeredAt }) => (
            <li key={entityRef}>
              <EntityRefLink entityRef={entityRef} hideIcon />:{' '}
              <strong>{VERDICT_WORDS[verdict]}</strong>
              {reason && `, ${reason}`} (<Time at={answeredAt} />)
            </li>
          ))}
        </ul>
      )}
      {answers && answers.missingCount > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          No answer from{' '}
          {answers.missing.slice(0, 10).map((ref, index) => (
            <Fragment key={ref}>
              {index > 0 && ', '}
              <EntityRefLink entityRef={ref} hideIcon />
            </Fragment>
          ))}
          {answers.missingCount > 10 &&
            ` and ${answers.missingCount - 10} more`}
        </Text>
      )}
    </div>
  );
}
