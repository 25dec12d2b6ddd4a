import { Button, Flex } from '@backstage/ui';
import { useState } from 'react';
import { FailureAlert, useAction } from '../shared';
import { placeKey, type CommentPlace } from './commentPlaces';
import { useComments } from './CommentsContext';
import { MentionField } from './MentionField';

/** Writes one comment; what is not sent is kept in the browser. */
export function CommentForm(props: {
  place: CommentPlace;
  label: string;
  /** What the button does. */
  confirm: string;
  /** What the comment says now. */
  initial?: string;
  /** Whether somebody has just asked to write it. */
  startsFocused: boolean;
  onSend: (text: string) => Promise<void>;
  onDone: () => void;
}) {
  const { place, label, confirm, initial = '', startsFocused } = props;
  const { onSend, onDone } = props;
  const { drafts } = useComments()!;
  const key = placeKey(place);
  const [text, setText] = useState(() => drafts.read(key) || initial);
  const [isRefused, setRefused] = useState(false);
  const { run, isRunning, failure } = useAction();

  const change = (next: string) => {
    setText(next);
    drafts.keep(key, next === initial ? '' : next);
  };
  const finish = () => {
    drafts.keep(key, '');
    onDone();
  };
  const send = () => {
    if (text.trim() === '') {
      setRefused(true);
      return;
    }
    run('The comment was not saved', async () => {
      await onSend(text);
      finish();
    });
  };
  return (
    <div role="group" aria-label={label}>
      <Flex direction="column" gap="2">
        <MentionField
          startsFocused={startsFocused}
          onSend={send}
          label={label}
          value={text}
          onChange={change}
          errorMessage={
            isRefused && text.trim() === '' ? 'Write something.' : undefined
          }
        />
        {failure && <FailureAlert failure={failure} />}
        <Flex gap="2" justify="end">
          <Button size="small" variant="tertiary" onPress={finish}>
            Discard
          </Button>
          <Button
            size="small"
            variant="primary"
            isPending={isRunning}
            onPress={send}
          >
            {confirm}
          </Button>
        </Flex>
      </Flex>
    </div>
  );
}
