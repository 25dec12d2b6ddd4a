import { Button, Text } from '@backstage/ui';
import {
  type LessonAnswer,
  type LessonListEntry,
  type LessonVerdict,
  lessonVerdictSchema,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
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
  if (!reach || reach.via === 'self') {
    return null;
  }
  if (verdict) {
    return (
      <AnswerForm
        lesson={lesson}
        entityRef={reach.entityRef}
        verdict={verdict}
        onCancel={() => setVerdict(undefined)}
        onAnswered={given => {
          setVerdict(undefined);
          setAnew(false);
          onAnswered?.(given);
        }}
      />
    );
  }
  if (answer && !isAnew) {
    return (
      <div className={styles.answer}>
        <Text as="div" variant="body-small">
          <strong>{VERDICT_WORDS[answer.verdict]}</strong>
          {answer.reason && `: ${answer.reason}`}
          {', '}
          <Author author={answer.answeredBy} /> <Time at={answer.answeredAt} />
        </Text>
        {canAnswer && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Answer anew: ${lesson.text}`}
            onPress={() => setAnew(true)}
          >
            Answer anew
          </Button>
        )}
      </div>
    );
  }
  if (!canAnswer) {
    return null;
  }
  return (
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
  );
}
