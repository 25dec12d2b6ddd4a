import { lessonKindSchema } from 'backstage-plugin-postmortem-common';
import { LESSON_KIND_NAMES, LoadError, Markdown } from '../../shared';
import { LessonAnswers, useLessonAnswers } from './LessonAnswers';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import styles from './parts.module.css';

/** What the incident taught. */
export function LessonsSection(props: PartProps) {
  const { id: postmortemId, lessons } = props.postmortem;
  const { answersTo, error, retry } = useLessonAnswers(postmortemId, lessons);
  return (
    <PostmortemSection
      name="lessons"
      title="Lessons"
      detail={lessons.length > 0 && lessons.length}
    >
      {lessons.length === 0 && <NotWritten {...props} part="lessons" />}
      {error && (
        <LoadError what="What teams answered" error={error} onRetry={retry} />
      )}
      {lessonKindSchema.options.map(kind => {
        const ofKind = lessons.filter(lesson => lesson.kind === kind);
        return (
          ofKind.length > 0 && (
            <SubSection key={kind} title={LESSON_KIND_NAMES[kind]}>
              <ul className={styles.bullets}>
                {ofKind.map(lesson => (
                  <li key={lesson.id} id={`lesson-${lesson.id}`}>
                    <Markdown text={lesson.text} />
                    <LessonAnswers
                      lesson={lesson}
                      answers={answersTo(lesson)}
                    />
                  </li>
                ))}
              </ul>
            </SubSection>
          )
        );
      })}
    </PostmortemSection>
  );
}
