import type { Hint } from 'backstage-plugin-postmortem-common/hints';
import { useMemo, type ReactNode } from 'react';
import { getAt, setAt } from '../../saving';
import { HintsProvider, reword } from '../Hints';
import { useEditor, useEditorState } from './EditorContext';
import { NextStepProvider } from './NextStep';

/** Tells what is below it what helps with the writing. */
export function Guidance({ children }: { children: ReactNode }) {
  const editor = useEditor();
  const content = useEditorState(snapshot => snapshot.content);
  const { id, status, waivers } = useEditorState(({ server }) => server);
  const { save, use } = useMemo(
    () => ({
      save: () => editor.flush(),
      use: (hint: Hint) =>
        editor.change(before => {
          const steps = hint.path.split('.');
          const text = getAt(before, steps);
          const next = typeof text === 'string' ? reword(text, hint) : null;
          return next === null ? before : setAt(before, steps, next);
        }),
    }),
    [editor],
  );
  return (
    <NextStepProvider content={content} status={status} waivers={waivers}>
      <HintsProvider postmortemId={id} content={content} save={save} use={use}>
        {children}
      </HintsProvider>
    </NextStepProvider>
  );
}
