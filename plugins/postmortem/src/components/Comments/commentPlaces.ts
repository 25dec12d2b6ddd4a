import {
  documentPartSchema,
  type DocumentPart,
} from 'backstage-plugin-postmortem-common';

/** The part of an element on a page with the parts of a postmortem. */
export function partOfElement(elementId: string): DocumentPart | undefined {
  return documentPartSchema.safeParse(elementId.replace(/^part-/, '')).data;
}

/** What is being written: a new thread, an answer, or another text. */
export type CommentPlace =
  | { kind: 'thread'; part: DocumentPart }
  | { kind: 'answer'; commentId: string }
  | { kind: 'edit'; commentId: string };

/** Names a place among those of one postmortem. */
export function placeKey(place: CommentPlace): string {
  return place.kind === 'thread'
    ? `thread.${place.part}`
    : `${place.kind}.${place.commentId}`;
}

/** How far a text is: left from an earlier page, asked for now, or sent. */
export type Writing = 'kept' | 'begun' | 'done';
