import Tooltip from '@material-ui/core/Tooltip';
import { Button, ButtonIcon, VisuallyHidden } from '@backstage/ui';
import { RiChatNewLine } from '@remixicon/react';
import type { DocumentPart } from 'backstage-plugin-postmortem-common';
import { useId, useState } from 'react';
import { count, LoadError } from '../shared';
import { CommentForm } from './CommentForm';
import styles from './Comments.module.css';
import {
  threadsAbout,
  useComments,
  type CommentThread,
} from './CommentsContext';
import { Thread } from './Thread';

const buttonId = (part: DocumentPart) => `comment-on-${part}`;

function Threads({ threads }: { threads: CommentThread[] }) {
  return threads.length > 0 ? (
    <ul className={styles.threads}>
      {threads.map(thread => (
        <Thread key={thread.comment.id} thread={thread} />
      ))}
    </ul>
  ) : null;
}

function Resolved({ threads }: { threads: CommentThread[] }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (threads.length === 0) {
    return null;
  }
  return (
    <>
      <Button
        size="small"
        variant="tertiary"
        aria-expanded={isOpen}
        aria-controls={id}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Hide resolved' : `Show ${threads.length} resolved`}
      </Button>
      <div id={id}>{isOpen && <Threads threads={threads} />}</div>
    </>
  );
}

/**
 * What people say about a part: in the margin where there is one, below the
 * part where not.
 */
export function PartComments(props: { part: DocumentPart; title: string }) {
  const { part, title } = props;
  const discussion = useComments();
  if (!discussion) {
    return null;
  }
  const { comments, error, retry, begun, end, add, drafts } = discussion;
  const threads = threadsAbout(comments, part);
  const isWriting = begun.has(part) || drafts.read(`thread.${part}`) !== '';
  // One message is enough, and the first part is where it is seen.
  const failed = part === 'about' && comments === undefined ? error : undefined;
  if (threads.length === 0 && !isWriting && !failed) {
    return null;
  }
  return (
    <section
      data-comments
      className={styles.margin}
      aria-label={`Comments on ${title}`}
    >
      {failed && (
        <LoadError what="The comments" error={failed} onRetry={retry} />
      )}
      <Threads
        threads={threads.filter(({ comment }) => comment.resolvedAt === null)}
      />
      {isWriting && (
        <CommentForm
          place={{ kind: 'thread', part }}
          label={`Your comment on ${title}`}
          confirm="Comment"
          startsFocused={begun.has(part)}
          onSend={text => add({ text, part })}
          onDone={() => {
            end(part);
            // The form is gone: go on with what began it.
            document.getElementById(buttonId(part))?.focus();
          }}
        />
      )}
      <Resolved
        threads={threads.filter(({ comment }) => comment.resolvedAt !== null)}
      />
    </section>
  );
}

/** Begins a comment on a part, and says how many there are. */
export function CommentButton(props: { part: DocumentPart; title: string }) {
  const { part, title } = props;
  const discussion = useComments();
  if (!discussion?.canComment) {
    return null;
  }
  return (
    <Tooltip title="Comment">
      <span className={styles.begin}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          id={buttonId(part)}
          icon={<RiChatNewLine size={18} />}
          aria-label={`Comment on ${title}`}
          onPress={() => discussion.begin(part)}
        />
      </span>
    </Tooltip>
  );
}

/** How many open threads a part has, for a table of contents. */
export function CommentCount({ part }: { part: DocumentPart }) {
  const open = threadsAbout(useComments()?.comments, part).filter(
    ({ comment }) => comment.resolvedAt === null,
  ).length;
  return open > 0 ? (
    <span className={styles.count}>
      <VisuallyHidden>{`, ${count(open, 'open comment')}`}</VisuallyHidden>
      <span aria-hidden>{open}</span>
    </span>
  ) : null;
}
