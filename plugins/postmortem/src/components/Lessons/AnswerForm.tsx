import { useApi } from '@backstage/core-plugin-api';
import { Button, TextAreaField, TextField } from '@backstage/ui';
import type {
  LessonAnswer,
  LessonListEntry,
  LessonVerdict,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { OWNER_KINDS } from '../../entityKinds';
import { EntityPicker } from '../EntityPicker';
import { FailureAlert, useAction } from '../shared';
import { isInstant, TimeField } from '../TimeField';
import styles from './Lessons.module.css';
import { VERDICT_WORDS } from './verdicts';

const TITLE_LENGTH = 200;

/** The lesson in a line, as the title of what is to be done about it. */
function titleOf(text: string): string {
  const line = text
    .replace(/[*_`#>]/g, '')
    .split('\n')[0]
    .trim();
  return line.length > TITLE_LENGTH ? line.slice(0, TITLE_LENGTH) : line;
}

/** Asks for what a verdict takes: an action item, or a reason. */
export function AnswerForm(props: {
  lesson: LessonListEntry;
  entityRef: string;
  verdict: LessonVerdict;
  onAnswered: (answer: LessonAnswer) => void;
  onCancel: () => void;
}) {
  const { lesson, entityRef, verdict, onAnswered, onCancel } = props;
  const api = useApi(postmortemApiRef);
  const applies = verdict === 'applies';
  const [text, setText] = useState(applies ? titleOf(lesson.text) : '');
  const [ownerRef, setOwnerRef] = useState<string | null>(null);
  const [dueAt, setDueAt] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const { isRunning, failure, run } = useAction();
  const isDay = dueAt === null || isInstant(dueAt);

  const save = () => {
    if (text.trim() === '' || !isDay) {
      setRefused(true);
      return;
    }
    run('The answer was not saved', async () => {
      const { answer } = await api.answerLesson(lesson.id, {
        entityRef,
        verdict,
        ...(applies
          ? {
              actionItem: {
                title: text.trim(),
                ownerRef,
                dueAt,
                type: 'prevent',
              },
            }
          : { reason: text.trim() }),
      });
      onAnswered(answer);
    });
  };

  return (
    <div
      className={styles.form}
      role="group"
      aria-label={`${VERDICT_WORDS[verdict]}: ${lesson.text}`}
    >
      {failure && <FailureAlert failure={failure} />}
      {applies ? (
        <>
          <TextField
            // Somebody has just asked for it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            isRequired
            label="What is to be done here"
            description="It becomes an action item of the lesson’s postmortem, about this component."
            value={text}
            onChange={setText}
            validationBehavior="aria"
            validate={() =>
              isRefused && text.trim() === '' ? 'Say what is to be done.' : null
            }
          />
          <EntityPicker
            label="Owner"
            description="The team that owns it, when left empty."
            kinds={OWNER_KINDS}
            value={ownerRef}
            onChange={setOwnerRef}
          />
          <TimeField
            label="Due"
            granularity="day"
            value={dueAt}
            onChange={setDueAt}
          />
        </>
      ) : (
        <TextAreaField
          // Somebody has just asked for it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          isRequired
          label={
            verdict === 'already_covered'
              ? 'What covers it'
              : 'Why it does not apply'
          }
          rows={2}
          maxLength={2000}
          value={text}
          onChange={setText}
          validationBehavior="aria"
          validate={() =>
            isRefused && text.trim() === '' ? 'Give a reason.' : null
          }
        />
      )}
      <div className={styles.buttons}>
        <Button size="small" isPending={isRunning} onPress={save}>
          {applies ? 'Add the action item' : 'Answer'}
        </Button>
        <Button size="small" variant="secondary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
