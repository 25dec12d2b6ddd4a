import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { postmortem } from '../../__testUtils__/documents';
import { Autosave, PAUSE_MS } from '../Autosave';
import { setAt } from '../content';
import type { UnsavedWork } from '../types';
import { FakeServer } from './FakeServer';

/** Keeps work in memory. */
class Notebook {
  kept: UnsavedWork | null = null;
  keep = (work: UnsavedWork) => {
    this.kept = work;
  };
  drop = () => {
    this.kept = null;
  };
  flush = () => {};
  onProblem = () => {};
}

/** A document that is open for writing, and the server that holds it. */
export function begin(
  options: { document?: Postmortem; unsaved?: UnsavedWork[] } = {},
) {
  const document =
    options.document ?? postmortem(31, { actionItems: [], summary: 'One' });
  const server = new FakeServer(document);
  const notebook = new Notebook();
  const autosave = new Autosave({
    api: server,
    postmortem: document,
    keeper: notebook,
    unsaved: options.unsaved,
  });
  autosave.open();
  return {
    server,
    notebook,
    autosave,
    type: (path: string, value: unknown) =>
      autosave.change(content => setAt(content, path.split('.'), value)),
    phase: () => autosave.getSnapshot().phase.name,
    content: () => autosave.getSnapshot().content,
  };
}

/** Lets time pass: as long as it takes before something is sent. */
export async function pause(ms = PAUSE_MS) {
  await jest.advanceTimersByTimeAsync(ms);
}
