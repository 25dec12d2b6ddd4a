import { Button } from '@backstage/ui';
import { useState } from 'react';
import { isInstant, TimeField } from '../TimeField';

/** A new deadline, typed loosely; Enter or the button saves it. */
export function DueField(props: {
  label: string;
  value: string | null;
  onSave: (dueAt: string | null) => void;
}) {
  const { label, onSave } = props;
  const [dueAt, setDueAt] = useState(props.value);
  const isDay = dueAt === null || isInstant(dueAt);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        if (isDay) {
          onSave(dueAt);
        }
      }}
    >
      <TimeField
        label={label}
        isLabelHidden
        granularity="day"
        value={dueAt}
        onChange={setDueAt}
      />
      <Button type="submit" size="small" isDisabled={!isDay}>
        Save
      </Button>
    </form>
  );
}
