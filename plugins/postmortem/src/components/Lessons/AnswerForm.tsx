import { useApi } from '@backstage/core-plugin-api';
import { Button, TextField } from '@backstage/ui';
import type {
  LessonAnswer,
  LessonAnswerInput,
  LessonListEntry,
  LessonVerdict,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { postmortemApiRef } from '../../api';
import { OWNER_KINDS } from '../../entityKinds';
import { EntityPicker } from '../EntityPicker';
import { FailureAlert, ReasonForm, useAction } from '../shared';
import formStyles from '../shared/InlineForm.module.css';
import { isInstant, TimeField } from '../TimeField';
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

interface AnswerFormProps {
  lesson: LessonListEntry;
  entityRef: string;
  verdict: LessonVerdict;
  onAnswered: (answer: LessonAnswer) => void;
  onCancel: () => void;
}

/** Asks for what a verdict takes: an action item, or a reason. */
export function AnswerForm(props: AnswerFormProps) {
  const { lesson, entityRef, verdict, onAnswered, onCancel } = props;
  const api = useApi(postmortemApiRef);
  const { isRunning, failure, run } = useAction();
  const name = `${VERDICT_WORDS[verdict]}: ${lesson.text}`;
  const save = (what: Pick<LessonAnswerInput, 'actionItem' | 'reason'>) =>
    run('The answer was not saved', async () => {
      const { answer } = await api.answerLesson(lesson.id, {
        entityRef,
        verdict,
        ...what,
      });
      onAnswered(answer);
    });
  return (
    <>
      {failure && <FailureAlert failure={failure} />}
      {verdict === 'applies' ? (
        <ActionItemForm
          name={name}
          title={titleOf(lesson.text)}
          isRunning={isRunning}
          onConfirm={actionItem => save({ actionItem })}
          onCancel={onCancel}
        />
      ) : (
        <ReasonForm
          name={name}
          label={
            verdict === 'already_covered'
              ? 'What covers it'
              : 'Why it does not apply'
          }
          missing="Give a reason."
          confirm="Answer"
          isRunning={isRunning}
          onConfirm={reason => save({ reason })}
          onCancel={onCancel}
        />
      )}
    </>
  );
}

function ActionItemForm(props: {
  name: string;
  /** What the title begins as. */
  title: string;
  isRunning: boolean;
  onConfirm: (actionItem: NonNullable<LessonAnswerInput['actionItem']>) => void;
  onCancel: () => void;
}) {
  const [title, setTitle] = useState(props.title);
  const [ownerRef, setOwnerRef] = useState<string | null>(null);
  const [dueAt, setDueAt] = useState<string | null>(null);
  const [isRefused, setRefused] = useState(false);
  const isDay = dueAt === null || isInstant(dueAt);
  const save = () => {
    if (title.trim() === '' || !isDay) {
      setRefused(true);
    } else {
      props.onConfirm({
        title: title.trim(),
        ownerRef,
        dueAt,
        type: 'prevent',
      });
    }
  };
  return (
    <div className={formStyles.form} role="group" aria-label={props.name}>
      <TextField
        // Somebody has just asked for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        isRequired
        label="What is to be done here"
        description="It becomes an action item of the lesson’s postmortem, about this component."
        value={title}
        onChange={setTitle}
        validationBehavior="aria"
        validate={() =>
          isRefused && title.trim() === '' ? 'Say what is to be done.' : null
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
      <div className={formStyles.buttons}>
        <Button size="small" isPending={props.isRunning} onPress={save}>
          Add the action item
        </Button>
        <Button size="small" variant="secondary" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
