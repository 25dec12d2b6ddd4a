import { Button } from '@backstage/ui';
import type {
  LessonAnswer,
  LessonListEntry,
  LessonScope,
} from 'backstage-plugin-postmortem-common';
import { useEffect, useRef, useState } from 'react';
import { FailureAlert } from '../shared';
import { LessonRows } from './LessonRows';
import styles from './Lessons.module.css';
import { useMoreLessons } from './useMoreLessons';

const FIRST = 5;

/** A lesson with what was answered to it on this page, if anything was. */
function withAnswer(
  lesson: LessonListEntry,
  given: readonly LessonAnswer[],
): LessonListEntry {
  const answer = given.find(
    ({ lessonId, entityRef }) =>
      lessonId === lesson.id && entityRef === lesson.reach?.entityRef,
  );
  return answer ? { ...lesson, answer } : lesson;
}

/** The lessons of an entity: the first ones, and all of them when asked for. */
export function EntityLessons(props: {
  entityRef: string;
  /** Where more of them are, in this order. */
  scopes: readonly LessonScope[];
  /** Those that are there already. */
  first: readonly LessonListEntry[];
  /** How many there are. */
  total: number;
  canAnswer?: (lesson: LessonListEntry) => boolean;
  onAnswered?: () => void;
}) {
  const { entityRef, scopes, first, total, canAnswer, onAnswered } = props;
  const more = useMoreLessons(entityRef, scopes);
  const [given, setGiven] = useState<readonly LessonAnswer[]>([]);
  const lessons = (more.lessons ?? first).map(each => withAnswer(each, given));
  const isMore = more.lessons ? !more.isComplete : total > first.length;
  // One button at a time: what is here already comes with what is loaded.
  const shown = isMore && !more.lessons ? lessons.slice(0, FIRST) : lessons;
  const list = useRef<HTMLDivElement>(null);
  // The button that had the focus is gone with the last page.
  useEffect(() => {
    if (more.isComplete) {
      list.current?.focus();
    }
  }, [more.isComplete]);
  return (
    <div ref={list} tabIndex={-1} className={styles.lessons}>
      <LessonRows
        lessons={shown}
        pageRef={entityRef}
        limit={more.lessons ? Infinity : FIRST}
        canAnswer={canAnswer}
        onAnswered={answer => {
          setGiven([answer, ...given]);
          onAnswered?.();
        }}
      />
      {more.failure && <FailureAlert failure={more.failure} />}
      {isMore && (
        <Button
          variant="tertiary"
          size="small"
          isPending={more.isLoading}
          onPress={more.loadMore}
        >
          Show more of {total}
        </Button>
      )}
    </div>
  );
}
