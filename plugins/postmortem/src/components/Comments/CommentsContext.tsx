import { usePermission } from '@backstage/plugin-permission-react';
import {
  postmortemCommentPermission,
  type Comment,
  type DocumentPart,
} from 'backstage-plugin-postmortem-common';
import {
  createContext,
  useContext,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { browserStorage } from '../../drafts';
import { useMe } from '../shared';
import { CommentDrafts } from './CommentDrafts';
import { useCommentList, type CommentList } from './useCommentList';

/** A comment that is no answer, and its answers, the oldest first. */
export interface CommentThread {
  comment: Comment;
  answers: Comment[];
}

interface Comments extends CommentList {
  /** The user who reads; undefined until that is known. */
  me?: string;
  canComment: boolean;
  drafts: CommentDrafts;
  /** The parts with a new comment that is being written. */
  begun: ReadonlySet<DocumentPart>;
  begin: (part: DocumentPart) => void;
  end: (part: DocumentPart) => void;
}

const CommentsContext = createContext<Comments | undefined>(undefined);

/** The discussion of the document; undefined where there is none. */
export function useComments(): Comments | undefined {
  return useContext(CommentsContext);
}

/** The threads about a part; what is about the whole is about the incident. */
export function threadsAbout(
  comments: readonly Comment[] | undefined,
  part: DocumentPart,
): CommentThread[] {
  return (comments ?? [])
    .filter(
      comment =>
        comment.parentId === null && (comment.part ?? 'about') === part,
    )
    .map(comment => ({
      comment,
      answers: comments!.filter(({ parentId }) => parentId === comment.id),
    }));
}

function Discussion(props: { postmortemId: string; children: ReactNode }) {
  const { postmortemId, children } = props;
  const list = useCommentList(postmortemId);
  const me = useMe()?.userRef;
  const { allowed: canComment } = usePermission({
    permission: postmortemCommentPermission,
    resourceRef: postmortemId,
  });
  const [begun, setBegun] = useState<ReadonlySet<DocumentPart>>(new Set());
  const drafts = useMemo(
    () =>
      new CommentDrafts({
        // Before it is known who writes, nobody's words are kept or found.
        storage: me === undefined ? null : browserStorage(),
        postmortemId,
        writtenBy: me ?? '',
      }),
    [postmortemId, me],
  );
  const value = useMemo(
    () => ({
      ...list,
      me,
      canComment,
      drafts,
      begun,
      begin: (part: DocumentPart) =>
        setBegun(others => new Set([...others, part])),
      end: (part: DocumentPart) =>
        setBegun(others => new Set([...others].filter(it => it !== part))),
    }),
    [list, me, canComment, drafts, begun],
  );
  return (
    <CommentsContext.Provider value={value}>
      {children}
    </CommentsContext.Provider>
  );
}

/** Brings the discussion of a postmortem to the parts within. */
export function CommentsProvider(props: {
  postmortemId: string;
  /** Where there is nothing to discuss, such as an earlier version. */
  isOff?: boolean;
  children: ReactNode;
}) {
  const { postmortemId, isOff, children } = props;
  return isOff ? (
    <>{children}</>
  ) : (
    <Discussion postmortemId={postmortemId}>{children}</Discussion>
  );
}
