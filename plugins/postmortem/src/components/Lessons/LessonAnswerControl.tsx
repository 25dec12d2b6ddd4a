import { Button, Text } from '@backstage/ui';
import {
  type LessonAnswer,
  type LessonListEntry,
  type LessonVerdict,
  lessonVerdictSchema,
} from 'backstage-plugin-postmortem-common';
import { useEffect, useRef, useState } from 'react';
import { Author, Time } from '../shared';
import { AnswerForm } from './AnswerForm';
import styles from './Lessons.module.css';
import { VERDICT_WORDS } from './verdicts';

/**
 * What was answered to a lesson for the entity that it reaches and, for those
 * who may, the ways to answer.
 */
export function LessonAnswerControl(props: {
  lesson: LessonListEntry;
  canAnswer: boolean;
  onAnswered?: (answer: LessonAnswer) => void;
}) {
  const { lesson, canAnswer, onAnswered } = props;
  const { answer, reach } = lesson;
  const [verdict, setVerdict] = useState<LessonVerdict>();
  const [isAnew, setAnew] = useState(false);
  const control = useRef<HTMLDivElement>(null);

  // What had the focus is gone: what comes in its place takes it.
  const movesFocus = useRef(false);
  useEffect(() => {
    if (movesFocus.current) {
      movesFocus.current = false;
      control.current?.querySelector('button')?.focus();
    }
  }, [verdict, isAnew]);
  const goOn = (changes: { isAnew: boolean }) => {
    movesFocus.current = true;
    setVerdict(undefined);
    setAnew(changes.isAnew);
  };

  if (!reach || reach.via === 'self') {
    return null;
  }
  return (
    <div ref={control}>
      {verdict && (
        <AnswerForm
          key={verdict}
          lesson={lesson}
          entityRef={reach.entityRef}
          verdict={verdict}
          onCancel={() => goOn({ isAnew })}
          onAnswered={given => {
            goOn({ isAnew: false });
            onAnswered?.(given);
          }}
        />
      )}
      {!verdict && answer && !isAnew && (
        <GivenAnswer
          answer={answer}
          onAnew={canAnswer ? () => goOn({ isAnew: true }) : undefined}
          lessonText={lesson.text}
        />
      )}
      {!verdict && (!answer || isAnew) && canAnswer && (
        <div
          className={styles.buttons}
          role="group"
          aria-label={`Does it apply here? ${lesson.text}`}
        >
          {lessonVerdictSchema.options.map(option => (
            <Button
              key={option}
              size="small"
              variant="secondary"
              onPress={() => setVerdict(option)}
            >
              {VERDICT_WORDS[option]}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}

function GivenAnswer(props: {
  answer: LessonAnswer;
  lessonText: string;
  /** Left out where the reader may not answer. */
  onAnew?: () => void;
}) {
  const { answer, lessonText, onAnew } = props;
  return (
    <div className={styles.answer}>
      <Text as="div" variant="body-small">
        <strong>{VERDICT_WORDS[answer.verdict]}</strong>
        {answer.reason && `: ${answer.reason}`}
        {', '}
        <Author author={answer.answeredBy} /> <Time at={answer.answeredAt} />
      </Text>
      {onAnew && (
        <Button
          size="small"
          variant="tertiary"
          aria-label={`Answer anew: ${lessonText}`}
          onPress={onAnew}
        >
          Answer anew
        </Button>
      )}
    </div>
  );
}
