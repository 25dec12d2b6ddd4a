import { Button, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { Author, FailureAlert, ShowMore, Time, useAction } from '../shared';
import { CommentForm } from './CommentForm';
import { placeKey, type Writing } from './commentPlaces';
import styles from './Comments.module.css';
import { useComments, type CommentThread } from './CommentsContext';
import { CommentView } from './CommentView';

/** How many answers are shown before the reader asks for all. */
const FIRST = 3;

/** A comment and its answers. */
export function Thread({ thread }: { thread: CommentThread }) {
  const { comment, answers } = thread;
  const { canComment, drafts, add, setResolved } = useComments()!;
  const { resolvedAt, resolvedBy } = comment;
  const isResolved = resolvedAt !== null;
  const place = { kind: 'answer', commentId: comment.id } as const;
  const [answering, setAnswering] = useState<Writing | undefined>(() =>
    drafts.read(placeKey(place)) === '' ? undefined : 'kept',
  );
  const isAnswering = answering === 'kept' || answering === 'begun';
  const { run, isRunning, failure } = useAction();
  return (
    <li className={styles.thread} data-resolved={isResolved}>
      <CommentView comment={comment} />
      {answers.length > 0 && (
        <ShowMore items={answers} limit={FIRST}>
          {shown => (
            <ul className={styles.answers}>
              {shown.map(answer => (
                <li key={answer.id}>
                  <CommentView comment={answer} />
                </li>
              ))}
            </ul>
          )}
        </ShowMore>
      )}
      {isResolved && (
        <Text as="p" variant="body-small" color="secondary">
          {'Resolved by '}
          <Author author={resolvedBy ?? ''} /> <Time at={resolvedAt} />
        </Text>
      )}
      {failure && <FailureAlert failure={failure} />}
      {isAnswering && (
        <CommentForm
          place={place}
          label="Your answer"
          confirm="Answer"
          startsFocused={answering === 'begun'}
          onSend={text =>
            add({
              text,
              part: comment.part,
              path: comment.path,
              parentId: comment.id,
            })
          }
          onDone={() => setAnswering('done')}
        />
      )}
      {canComment && !isAnswering && (
        <Flex gap="2" className={styles.acts}>
          <Button
            size="small"
            variant="tertiary"
            // The form is gone: go on with what began it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={answering === 'done'}
            onPress={() => setAnswering('begun')}
          >
            Answer
          </Button>
          <Button
            size="small"
            variant="tertiary"
            isPending={isRunning}
            onPress={() =>
              run('The comment was not changed', () =>
                setResolved(comment, !isResolved),
              )
            }
          >
            {isResolved ? 'Reopen' : 'Resolve'}
          </Button>
        </Flex>
      )}
    </li>
  );
}
