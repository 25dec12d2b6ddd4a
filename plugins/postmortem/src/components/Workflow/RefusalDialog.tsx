import { usePermission } from '@backstage/plugin-permission-react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import {
  postmortemWaivePermission,
  type Postmortem,
  type WaivablePoint,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { FailureAlert } from '../shared';
import { MissingPointRow } from './MissingPointRow';
import type { Refusal, Transition } from './useTransition';
import styles from './Workflow.module.css';

/** What is missing for a step, with the way to each, and around it. */
export function RefusalDialog(props: {
  postmortem: Postmortem;
  refusal: Refusal;
  transition: Transition;
}) {
  const { postmortem, refusal, transition } = props;
  const { step, points } = refusal;
  const { allowed } = usePermission({
    permission: postmortemWaivePermission,
    resourceRef: postmortem.id,
  });
  const [reasons, setReasons] = useState<Record<string, string | undefined>>(
    {},
  );
  const waivers = points.flatMap(({ path }) => {
    const reason = reasons[path]?.trim();
    // What can be waived has the name of a waivable point.
    return reason ? [{ path: path as WaivablePoint, reason }] : [];
  });
  const canBeWaived = points.some(({ waivable }) => waivable);
  return (
    <Dialog
      isOpen
      isDismissable
      width={640}
      onOpenChange={isOpen => !isOpen && transition.cancel()}
    >
      <DialogHeader>{`${postmortem.key} ${step.refusal}`}</DialogHeader>
      <DialogBody>
        {transition.failure && <FailureAlert failure={transition.failure} />}
        <Text as="p">What is missing, with the way to each:</Text>
        <ul className={styles.points}>
          {points.map(point => (
            <MissingPointRow
              key={`${point.path} ${point.message}`}
              point={point}
              postmortem={postmortem}
              canWaive={allowed}
              reason={reasons[point.path]}
              onReason={reason =>
                setReasons(others => ({ ...others, [point.path]: reason }))
              }
              onLeave={transition.cancel}
            />
          ))}
        </ul>
        {canBeWaived && !allowed && (
          <Text as="p" color="secondary">
            Somebody with the permission to waive can let it go without, with a
            reason.
          </Text>
        )}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={transition.cancel}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isPending={transition.isRunning}
          onPress={() => transition.take(step, { waivers })}
        >
          {waivers.length > 0 ? `${step.name} all the same` : 'Try again'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
