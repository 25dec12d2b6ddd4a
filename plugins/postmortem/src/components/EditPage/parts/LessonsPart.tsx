import type { LessonKind } from 'backstage-plugin-postmortem-common';
import { v4 as uuid } from 'uuid';
import { sectionId } from '../../PostmortemPage/sections';
import { LESSON_KIND_NAMES } from '../../shared';
import { FieldConflicts } from '../fields';
import { QuickAdd, RowList, RowText, useRows } from '../rows';
import { Section, SubSection } from '../Section';
import { LessonAudienceField } from './LessonAudienceField';

const KINDS = Object.keys(LESSON_KIND_NAMES) as LessonKind[];

function LessonsOfKind({ kind }: { kind: LessonKind }) {
  const rows = useRows('lessons');
  const { change } = rows;
  const title = LESSON_KIND_NAMES[kind];
  return (
    <SubSection id={`part-lessons-${kind}`} title={title}>
      <RowList
        noun="lesson"
        rows={rows}
        filter={lesson => lesson.kind === kind}
        nameOf={({ text }) => text}
        renderRow={({ text, audience }, index) => (
          <>
            <RowText
              path={`lessons.${index}.text`}
              label="Lesson"
              value={text}
              onChange={next => change(index, { text: next })}
            />
            <LessonAudienceField
              lesson={text}
              value={audience}
              onChange={next => change(index, { audience: next })}
            />
          </>
        )}
      />
      <QuickAdd
        label={`Add a lesson: ${title}`}
        placeholder="A lesson in a sentence"
        onAdd={text => rows.add({ id: uuid(), kind, text, audience: null })}
      />
    </SubSection>
  );
}

/** What others can learn from it. */
export function LessonsPart() {
  return (
    <Section
      id={sectionId('lessons')}
      title="Lessons"
      hint="One sentence each; they are shown on the component before somebody changes it."
    >
      {KINDS.map(kind => (
        <LessonsOfKind key={kind} kind={kind} />
      ))}
      <FieldConflicts path="lessons" />
    </Section>
  );
}
