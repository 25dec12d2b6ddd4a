import type {
  Conflict,
  PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useSyncExternalStore,
} from 'react';
import type { FieldPath, FieldPathValue } from 'react-hook-form';
import {
  getAt,
  setAt,
  type Autosave,
  type AutosaveSnapshot,
} from '../../saving';
import { asSentence } from './asSentence';

const EditorContext = createContext<Autosave | undefined>(undefined);

export const EditorProvider = EditorContext.Provider;

/** The document that is being written on this page. */
export function useEditor(): Autosave {
  const editor = useContext(EditorContext);
  if (!editor) {
    throw new Error('Fields of the editor work only within an EditorProvider');
  }
  return editor;
}

/**
 * Something of the editor's state; the component is drawn again only when that
 * changes.
 *
 * @param select - gives a part of the state, never a new object
 */
export function useEditorState<T>(
  select: (snapshot: AutosaveSnapshot) => T,
): T {
  const editor = useEditor();
  return useSyncExternalStore(editor.subscribe, () =>
    select(editor.getSnapshot()),
  );
}

/** What is wrong at a place of the document, such as `timeline.3.text`. */
export function useErrorAt(path: string): string | undefined {
  const message = useEditorState(
    ({ issues }) => issues.find(issue => issue.path === path)?.message,
  );
  return message === undefined ? undefined : asSentence(message);
}

/** The undecided conflicts at a place of the document and within it. */
export function useConflictsAt(path: string): Conflict[] {
  const conflicts = useEditorState(snapshot => snapshot.conflicts);
  return useMemo(
    () =>
      conflicts.filter(
        conflict =>
          conflict.path === path || conflict.path.startsWith(`${path}.`),
      ),
    [conflicts, path],
  );
}

/** A place in the document, its steps joined by dots. */
export type ContentPath = FieldPath<PostmortemContent>;

/** What is at a place of the document. */
export type ContentValue<P extends ContentPath> = FieldPathValue<
  PostmortemContent,
  P
>;

/** One field of the document. */
export interface Field<P extends ContentPath> {
  value: ContentValue<P>;
  onChange: (next: ContentValue<P>) => void;
  errorMessage: string | undefined;
}

/** One field of the document: what it holds, and how to change it. */
export function useField<P extends ContentPath>(path: P): Field<P> {
  const editor = useEditor();
  const steps = useMemo(() => path.split('.'), [path]);
  const value = useEditorState(
    ({ content }) => getAt(content, steps) as ContentValue<P>,
  );
  const onChange = useCallback(
    (next: ContentValue<P>) =>
      editor.change(content => setAt(content, steps, next)),
    [editor, steps],
  );
  return { value, onChange, errorMessage: useErrorAt(path) };
}
