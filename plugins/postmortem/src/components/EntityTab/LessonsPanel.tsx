import { Text } from '@backstage/ui';
import type {
  LessonListEntry,
  LessonScope,
  Overview,
} from 'backstage-plugin-postmortem-common';
import { EntityLessons } from '../Lessons';
import { Panel } from '../shared';

const OWN: LessonScope[] = ['self'];
const AROUND: LessonScope[] = ['dependencies', 'system'];
// The parts of a system are its own.
const AROUND_PARTS: LessonScope[] = ['dependencies'];

/** How many of how many, when not all are there. */
function shownOf(shown: number, total: number): string {
  return shown < total ? `${shown} of ${total}` : String(total);
}

/** What was learned here. */
export function LessonsPanel(props: { entityRef: string; overview: Overview }) {
  const { entityRef, overview } = props;
  const { lessons, counts } = overview;
  return (
    <Panel title="Lessons" detail={shownOf(lessons.length, counts.lessons)}>
      {lessons.length === 0 ? (
        <Text as="p" color="secondary">
          No lessons written down yet. Each postmortem has a part for them.
        </Text>
      ) : (
        <EntityLessons
          entityRef={entityRef}
          scopes={OWN}
          first={lessons}
          total={counts.lessons}
        />
      )}
    </Panel>
  );
}

/** What was learned on what this depends on, and on what belongs to it. */
export function LessonsFromElsewhere(props: {
  entityRef: string;
  overview: Overview;
  canAnswer: (lesson: LessonListEntry) => boolean;
  onAnswered: () => void;
}) {
  const { entityRef, overview, canAnswer, onAnswered } = props;
  const { lessonsFromElsewhere: lessons, counts } = overview;
  if (lessons.length === 0) {
    return null;
  }
  return (
    <Panel
      title="Lessons from around it"
      detail={shownOf(lessons.length, counts.lessonsFromElsewhere)}
    >
      <EntityLessons
        entityRef={entityRef}
        scopes={overview.entities > 1 ? AROUND_PARTS : AROUND}
        first={lessons}
        total={counts.lessonsFromElsewhere}
        canAnswer={canAnswer}
        onAnswered={onAnswered}
      />
    </Panel>
  );
}
