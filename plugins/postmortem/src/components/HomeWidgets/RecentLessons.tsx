import { LessonRows } from '../Lessons';
import { Widget } from './Widget';

const FIRST = 5;

/** What the latest published postmortems taught. */
export function RecentLessons() {
  return (
    <Widget
      what="The latest lessons"
      isEmpty={({ user }) => user?.recentLessons.length === 0}
      emptyText="No lessons yet. They are shown here once a postmortem that has some is published."
    >
      {({ user }) => (
        <LessonRows
          lessons={user?.recentLessons ?? []}
          pageRef={null}
          limit={FIRST}
        />
      )}
    </Widget>
  );
}
