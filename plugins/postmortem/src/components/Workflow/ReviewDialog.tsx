import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Radio,
  RadioGroup,
  TextAreaField,
} from '@backstage/ui';
import type { ReviewVerdict } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { FailureAlert, useAction } from '../shared';
import type { Reviews } from './useReviews';

/** Approves of a postmortem as it is, or says what should change. */
export function ReviewDialog(props: {
  postmortemKey: string;
  reviews: Reviews;
  onClose: () => void;
}) {
  const { postmortemKey, reviews, onClose } = props;
  const { canApprove, add } = reviews;
  const [verdict, setVerdict] = useState<ReviewVerdict>(
    canApprove ? 'approve' : 'request_changes',
  );
  const [comment, setComment] = useState('');
  const [isRefused, setRefused] = useState(false);
  const { run, isRunning, failure } = useAction();
  const needsComment = verdict === 'request_changes';
  const isMissing = needsComment && comment.trim() === '';
  const send = () => {
    if (isMissing) {
      setRefused(true);
      return;
    }
    run('The review was not saved', async () => {
      await add({ verdict, comment: comment.trim() || null });
      onClose();
    });
  };
  return (
    <Dialog
      isOpen
      isDismissable
      width={560}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{`Review ${postmortemKey}`}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {failure && <FailureAlert failure={failure} />}
          <RadioGroup
            label="Your verdict"
            description={
              canApprove
                ? 'An approval is of the text as it is now; a later change makes it stale.'
                : 'You began this postmortem: somebody else has to approve of it.'
            }
            value={verdict}
            onChange={value => setVerdict(value as ReviewVerdict)}
          >
            <Radio value="approve" isDisabled={!canApprove}>
              Approve
            </Radio>
            <Radio value="request_changes">Ask for changes</Radio>
          </RadioGroup>
          <TextAreaField
            label={needsComment ? 'What should change' : 'Comment'}
            isRequired={needsComment}
            rows={4}
            maxLength={20_000}
            value={comment}
            onChange={setComment}
            validationBehavior="aria"
            validate={() =>
              isRefused && isMissing ? 'Say what should change.' : null
            }
          />
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="primary" isPending={isRunning} onPress={send}>
          {verdict === 'approve' ? 'Approve' : 'Ask for changes'}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
