import { ConflictPanel } from '../../ConflictPanel';
import { useConflictsAt, useEditor } from '../EditorContext';

/** The undecided conflicts at a place of the document, and within it. */
export function FieldConflicts({ path }: { path: string }) {
  const editor = useEditor();
  const conflicts = useConflictsAt(path);
  return (
    <>
      {conflicts.map(conflict => (
        <ConflictPanel
          key={conflict.path}
          conflict={conflict}
          onResolve={choice => editor.resolve(conflict.path, choice)}
        />
      ))}
    </>
  );
}
