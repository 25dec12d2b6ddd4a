import { Button, Text } from '@backstage/ui';
import { RiLightbulbLine } from '@remixicon/react';
import { explainError, useAction } from '../shared';
import styles from './Hints.module.css';
import { useHints, useHintsAt, type HintState } from './HintsContext';
import { rewordingOf } from './rewording';

function HintRow({ hint, isDismissed }: HintState) {
  const { setDismissed, use } = useHints();
  const { isRunning, failure, run } = useAction();
  const about = hint.quote ? `“${hint.quote}”` : 'This';
  const toggle = (next: boolean) =>
    run('That was not kept', () => setDismissed(hint.id, next));
  if (isDismissed) {
    return (
      <li className={styles.dismissed}>
        <Text variant="body-small" color="secondary">
          Hint on {about} dismissed.
        </Text>
        <Button
          size="small"
          variant="tertiary"
          isDisabled={isRunning}
          onPress={() => toggle(false)}
        >
          Undo
        </Button>
      </li>
    );
  }
  return (
    <li>
      <details className={styles.hint}>
        <summary>
          <RiLightbulbLine aria-hidden size={16} />
          {hint.quote && <q>{hint.quote}</q>}
          <span>{hint.message}</span>
        </summary>
        {hint.suggestion && <p>Rather: {hint.suggestion}</p>}
        {failure && (
          <p role="alert">
            {failure.title}. {explainError(failure.error)}
          </p>
        )}
        {rewordingOf(hint) && (
          <Button size="small" variant="secondary" onPress={() => use(hint)}>
            Use it
          </Button>
        )}
        <Button
          size="small"
          variant="tertiary"
          isDisabled={isRunning}
          onPress={() => toggle(true)}
        >
          Dismiss
        </Button>
      </details>
    </li>
  );
}

/** The advice on a field, below it. It never stands in the way. */
export function FieldHints(props: {
  path: string;
  /** Whether advice on what is within the field is shown, too. */
  isWithin?: boolean;
}) {
  const { path, isWithin = false } = props;
  const states = useHintsAt(path, isWithin);
  if (states.length === 0) {
    return null;
  }
  return (
    <ul className={styles.hints} aria-label="Hints">
      {states.map(state => (
        <HintRow key={state.hint.id} {...state} />
      ))}
    </ul>
  );
}
