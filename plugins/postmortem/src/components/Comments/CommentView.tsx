import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger, Text } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';
import type { Comment } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { Author, FailureAlert, Markdown, Time, useAction } from '../shared';
import { CommentForm } from './CommentForm';
import { placeKey, type Writing } from './commentPlaces';
import styles from './Comments.module.css';
import { useComments } from './CommentsContext';
import { linkMentions } from './mentionText';

function Words({ comment }: { comment: Comment }) {
  const addressOf = useEntityRefLink();
  return comment.text === null ? (
    <Text as="p" color="secondary">
      This comment was deleted.
    </Text>
  ) : (
    <Markdown text={linkMentions(comment.text, addressOf)} />
  );
}

/** One comment: who says what, and for its author the ways to change it. */
export function CommentView({ comment }: { comment: Comment }) {
  const { me, canComment, drafts, edit, remove } = useComments()!;
  const { createdBy, createdAt, editedAt, deletedAt } = comment;
  const place = { kind: 'edit', commentId: comment.id } as const;
  const [editing, setEditing] = useState<Writing | undefined>(() =>
    drafts.read(placeKey(place)) === '' ? undefined : 'kept',
  );
  const isEditing = editing === 'kept' || editing === 'begun';
  const { run, failure } = useAction();
  const isOwn = canComment && createdBy === me && deletedAt === null;
  return (
    <div className={styles.comment}>
      <div className={styles.head}>
        <span>
          <Author author={createdBy} />{' '}
          <span className={styles.secondary}>
            <Time at={createdAt} />
            {editedAt !== null && deletedAt === null && ', edited'}
          </span>
        </span>
        {isOwn && !isEditing && (
          <MenuTrigger>
            <ButtonIcon
              // The form is gone: go on with what began it.
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={editing === 'done'}
              size="small"
              variant="tertiary"
              icon={<RiMore2Line />}
              aria-label="Your comment: more"
            />
            <Menu placement="bottom end">
              <MenuItem onAction={() => setEditing('begun')}>Edit</MenuItem>
              <MenuItem
                color="danger"
                onAction={() =>
                  run('The comment was not deleted', () => remove(comment))
                }
              >
                Delete
              </MenuItem>
            </Menu>
          </MenuTrigger>
        )}
      </div>
      {failure && <FailureAlert failure={failure} />}
      {isEditing ? (
        <CommentForm
          place={place}
          label="Your comment"
          confirm="Save"
          startsFocused={editing === 'begun'}
          initial={comment.text ?? ''}
          onSend={text => edit(comment, text)}
          onDone={() => setEditing('done')}
        />
      ) : (
        <Words comment={comment} />
      )}
    </div>
  );
}
