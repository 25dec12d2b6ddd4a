import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  TextAreaField,
} from '@backstage/ui';
import { FailureAlert } from './FailureAlert';
import type { FailedAction } from './useAction';
import { useReason } from './useReason';

interface ReasonDialogProps {
  title: string;
  /** The question that the reason answers. */
  label: string;
  description?: string;
  /** What the button does. */
  confirm: string;
  isRunning: boolean;
  failure?: FailedAction;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** Asks for the reason of something, and goes on once there is one. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, label, description, confirm, isRunning, failure } = props;
  const { field, finish } = useReason('Give a reason.', props.onConfirm);
  return (
    <Dialog
      isOpen
      isDismissable
      width={520}
      onOpenChange={isOpen => !isOpen && props.onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          {failure && <FailureAlert failure={failure} />}
          <TextAreaField
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            isRequired
            label={label}
            description={description}
            rows={3}
            maxLength={2000}
            validationBehavior="aria"
            {...field}
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          Cancel
        </Button>
        <Button variant="primary" isPending={isRunning} onPress={finish}>
          {confirm}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
