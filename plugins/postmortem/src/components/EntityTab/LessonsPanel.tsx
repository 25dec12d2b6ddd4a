import { Text } from '@backstage/ui';
import type {
  LessonListEntry,
  Overview,
} from 'backstage-plugin-postmortem-common';
import { LessonRows } from '../Lessons';
import { Panel } from '../shared';

const LIMIT = 5;

/** How many of how many, when not all are there. */
function shownOf(shown: number, total: number): string {
  return shown < total ? `${shown} of ${total}` : String(total);
}

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
        <LessonRows lessons={lessons} pageRef={entityRef} limit={LIMIT} />
      )}
    </Panel>
  );
}

/** What was learned on what this depends on, and on what belongs to it. */
export function LessonsFromElsewhere(props: {
  overview: Overview;
  canAnswer: (lesson: LessonListEntry) => boolean;
  onAnswered: () => void;
}) {
  const { overview, canAnswer, onAnswered } = props;
  const { lessonsFromElsewhere: lessons, counts, entityRef } = overview;
  if (lessons.length === 0) {
    return null;
  }
  return (
    <Panel
      title="Lessons from around it"
      detail={shownOf(lessons.length, counts.lessonsFromElsewhere)}
    >
      <LessonRows
        lessons={lessons}
        pageRef={entityRef}
        limit={LIMIT}
        canAnswer={canAnswer}
        onAnswered={onAnswered}
      />
    </Panel>
  );
}
