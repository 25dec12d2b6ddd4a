import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type {
  Lesson,
  LessonAudience,
  PostmortemLessonAnswers,
} from 'backstage-plugin-postmortem-common';
import { Fragment, type ReactNode } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../../api';
import { unnamedAudience, VERDICT_WORDS } from '../../Lessons';
import { Author, Time } from '../../shared';
import styles from './parts.module.css';

type Answers = PostmortemLessonAnswers['items'][number];

const NAMED = 10;

/** What teams answered to the lessons of a postmortem, and who is missing. */
export function useLessonAnswers(
  postmortemId: string,
  lessons: Lesson[],
): {
  answersTo: (lesson: Lesson) => Answers | undefined;
  error?: Error;
  retry: () => void;
} {
  const api = useApi(postmortemApiRef);
  const hasLessons = lessons.length > 0;
  const { value, error, retry } = useAsyncRetry(
    async () =>
      hasLessons ? (await api.listLessonAnswers(postmortemId)).items : [],
    [api, postmortemId, hasLessons],
  );
  return {
    answersTo: lesson => value?.find(({ lessonId }) => lessonId === lesson.id),
    error,
    retry,
  };
}

/** The first of some entities, and how many more there are. */
function Entities({ refs, total }: { refs: string[]; total: number }) {
  const named = refs.slice(0, NAMED);
  return (
    <>
      {named.map((ref, index) => (
        <Fragment key={ref}>
          {index > 0 && ', '}
          <EntityRefLink entityRef={ref} hideIcon />
        </Fragment>
      ))}
      {total > named.length && ` and ${total - named.length} more`}
    </>
  );
}

function Audience({ audience }: { audience: LessonAudience }) {
  const { entityRefs } = audience;
  const parts: ReactNode[] = [
    entityRefs.length > 0 && (
      <Entities refs={entityRefs} total={entityRefs.length} />
    ),
    ...unnamedAudience(audience),
  ].filter(Boolean);
  return (
    <>
      Meant for{' '}
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && '; '}
          {part}
        </Fragment>
      ))}
    </>
  );
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
        <Text as="div" variant="body-small" color="secondary">
          <Audience audience={audience} />
          {answers &&
            ` · ${answers.addressed - answers.missingCount} of ${
              answers.addressed
            } answered`}
        </Text>
      )}
      {answers && answers.answers.length > 0 && (
        <ul className={styles.bullets}>
          {answers.answers.map(answer => (
            <li key={answer.entityRef}>
              <EntityRefLink entityRef={answer.entityRef} hideIcon />:{' '}
              <strong>{VERDICT_WORDS[answer.verdict]}</strong>
              {answer.reason && `, ${answer.reason}`} (
              <Author author={answer.answeredBy} />,{' '}
              <Time at={answer.answeredAt} />)
            </li>
          ))}
        </ul>
      )}
      {answers && answers.missingCount > 0 && (
        <Text as="div" variant="body-small" color="secondary">
          No answer from{' '}
          <Entities refs={answers.missing} total={answers.missingCount} />
        </Text>
      )}
    </div>
  );
}
