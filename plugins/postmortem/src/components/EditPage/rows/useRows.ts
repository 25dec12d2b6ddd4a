import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import { useMemo, useState } from 'react';
import { getAt, setAt } from '../../../saving';
import { useEditor, useEditorState } from '../EditorContext';

/** The lists of a document, by their places. */
export interface RowsByPath {
  entities: PostmortemContent['entities'][number];
  participants: PostmortemContent['participants'][number];
  lessons: PostmortemContent['lessons'][number];
  timeline: PostmortemContent['timeline'][number];
  actionItems: PostmortemContent['actionItems'][number];
  communications: PostmortemContent['communications'][number];
  links: PostmortemContent['links'][number];
  related: PostmortemContent['related'][number];
  'rootCause.contributingFactors': PostmortemContent['rootCause']['contributingFactors'][number];
  'followUp.documentation': PostmortemContent['followUp']['documentation'][number];
}

export type RowsPath = keyof RowsByPath;

/** A list of the document, and what can be done with its rows. */
export interface Rows<Row> {
  rows: Row[];
  add(row: Row): void;
  change(index: number, changes: Partial<Row>): void;
  /** Exchanges two rows. */
  swap(index: number, other: number): void;
  /** Takes a row out; `undo` puts it back. */
  remove(index: number): void;
  /** The row that was taken out last, until something else is taken out. */
  removed: Row | null;
  undo(): void;
}

/** The rows of one list of the document. */
export function useRows<P extends RowsPath>(path: P): Rows<RowsByPath[P]> {
  type Row = RowsByPath[P];
  const editor = useEditor();
  const steps = useMemo(() => path.split('.'), [path]);
  const rows = useEditorState(({ content }) => getAt(content, steps) as Row[]);
  const [removed, setRemoved] = useState<{ row: Row; index: number } | null>(
    null,
  );

  const actions = useMemo(() => {
    const update = (change: (rows: Row[]) => Row[]) =>
      editor.change(content =>
        setAt(content, steps, change(getAt(content, steps) as Row[])),
      );
    return {
      add: (row: Row) => update(before => [...before, row]),
      change: (index: number, changes: Partial<Row>) =>
        update(before =>
          before.map((row, i) => (i === index ? { ...row, ...changes } : row)),
        ),
      swap: (index: number, other: number) =>
        update(before =>
          before.map((row, i) => {
            if (i === index) {
              return before[other];
            }
            return i === other ? before[index] : row;
          }),
        ),
      insert: (index: number, row: Row) =>
        update(before => [
          ...before.slice(0, index),
          row,
          ...before.slice(index),
        ]),
      takeOut: (index: number) =>
        update(before => before.filter((_, i) => i !== index)),
    };
  }, [editor, steps]);

  return {
    rows,
    add: actions.add,
    change: actions.change,
    swap: actions.swap,
    remove: index => {
      setRemoved({ row: rows[index], index });
      actions.takeOut(index);
    },
    removed: removed?.row ?? null,
    undo: () => {
      if (removed) {
        actions.insert(removed.index, removed.row);
        setRemoved(null);
      }
    },
  };
}
