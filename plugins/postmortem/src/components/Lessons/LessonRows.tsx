import type {
  LessonAnswer,
  LessonListEntry,
} from 'backstage-plugin-postmortem-common';
import { Markdown, ShowMore } from '../shared';
import { LessonAnswerControl } from './LessonAnswerControl';
import styles from './Lessons.module.css';
import { LessonSource } from './LessonSource';

/** Lessons, each with where it comes from and what was answered to it. */
export function LessonRows(props: {
  lessons: readonly LessonListEntry[];
  /** The entity whose page this is. */
  pageRef: string | null;
  /** How many are shown at first. */
  limit: number;
  /** Whether the reader may answer for the entity that a lesson reaches. */
  canAnswer?: (lesson: LessonListEntry) => boolean;
  onAnswered?: (answer: LessonAnswer) => void;
}) {
  const { lessons, pageRef, limit, canAnswer, onAnswered } = props;
  return (
    <ShowMore items={lessons} limit={limit}>
      {shown => (
        <ul className={styles.list}>
          {shown.map(lesson => (
            <li
              key={`${lesson.id} ${lesson.reach?.entityRef}`}
              className={styles.lesson}
            >
              <div className={styles.text}>
                <Markdown text={lesson.text} />
              </div>
              <LessonSource lesson={lesson} pageRef={pageRef} />
              <LessonAnswerControl
                lesson={lesson}
                canAnswer={canAnswer?.(lesson) ?? false}
                onAnswered={onAnswered}
              />
            </li>
          ))}
        </ul>
      )}
    </ShowMore>
  );
}
