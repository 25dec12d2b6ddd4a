import { Button, Switch, VisuallyHidden } from '@backstage/ui';
import type { DocumentPart } from 'backstage-plugin-postmortem-common';
import { count } from '../shared';
import styles from './Hints.module.css';
import { useHintCount, useHints } from './HintsContext';

/** Turns the advice off and on; the browser remembers it. */
export function HintSwitch() {
  const { states, isOn, setIsOn, showDismissed } = useHints();
  const open = states.filter(({ isDismissed }) => !isDismissed).length;
  const hidden = states.filter(({ isHidden }) => isHidden).length;
  return (
    <div>
      <Switch
        isSelected={isOn}
        onChange={setIsOn}
        label={open > 0 ? `Writing hints (${open})` : 'Writing hints'}
      />
      {hidden > 0 && (
        <Button size="small" variant="tertiary" onPress={showDismissed}>
          Show {hidden} dismissed
        </Button>
      )}
    </div>
  );
}

/** How many hints there are on a part. */
export function HintCount({ part }: { part: DocumentPart }) {
  const number = useHintCount(part);
  return number === 0 ? null : (
    <span className={styles.count} title={count(number, 'writing hint')}>
      {number}
      <VisuallyHidden> {number === 1 ? 'hint' : 'hints'}</VisuallyHidden>
    </span>
  );
}
