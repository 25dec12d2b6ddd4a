import { Button, TextAreaField } from '@backstage/ui';
import styles from './InlineForm.module.css';
import { useReason } from './useReason';

/** Asks in place for the reason of something, and goes on once there is one. */
export function ReasonForm(props: {
  /** What is asked about, for those who do not see where it stands. */
  name: string;
  /** The question that the reason answers. */
  label: string;
  description?: string;
  /** What is said where there is none. */
  missing: string;
  /** What the button does. */
  confirm: string;
  isRunning?: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}) {
  const { name, label, description, missing, confirm, isRunning } = props;
  const { field, finish } = useReason(missing, props.onConfirm);
  return (
    <div className={styles.form} role="group" aria-label={name}>
      <TextAreaField
        // Somebody has just asked for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        isRequired
        label={label}
        description={description}
        rows={2}
        maxLength={2000}
        validationBehavior="aria"
        {...field}
      />
      <div className={styles.buttons}>
        <Button size="small" isPending={isRunning} onPress={finish}>
          {confirm}
        </Button>
        <Button size="small" variant="secondary" onPress={props.onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
