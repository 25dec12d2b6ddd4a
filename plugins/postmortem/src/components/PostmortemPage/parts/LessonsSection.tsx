import type { LessonKind } from 'backstage-plugin-postmortem-common';
import { Markdown } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import styles from './parts.module.css';

const KINDS: Array<[LessonKind, string]> = [
  ['went_well', 'What went well'],
  ['went_wrong', 'What went wrong'],
  ['got_lucky', 'Where we got lucky'],
  ['to_improve', 'What to improve'],
];

/** What the incident taught. */
export function LessonsSection(props: PartProps) {
  const { lessons } = props.postmortem;
  return (
    <PostmortemSection
      name="lessons"
      title="Lessons"
      detail={lessons.length > 0 && lessons.length}
    >
      {lessons.length === 0 && <NotWritten {...props} part="lessons" />}
      {KINDS.map(([kind, title]) => {
        const ofKind = lessons.filter(lesson => lesson.kind === kind);
        return (
          ofKind.length > 0 && (
            <SubSection key={kind} title={title}>
              <ul className={styles.bullets}>
                {ofKind.map(({ id, text }) => (
                  <li key={id}>
                    <Markdown text={text} />
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
