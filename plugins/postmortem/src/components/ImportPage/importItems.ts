import type { ImportResult } from 'backstage-plugin-postmortem-common';

/**
 * How far a document has come: being read by the backend without storing
 * (`reading`), understood (`ready`), not importable (`refused`), not read
 * because nobody answered (`unread`); then on its way (`importing`), stored
 * (`imported`), not stored (`failed`), or deleted again (`undone`).
 */
export type ImportState =
  | 'reading'
  | 'ready'
  | 'refused'
  | 'unread'
  | 'importing'
  | 'imported'
  | 'failed'
  | 'undone';

/** A document that is being imported. */
export interface ImportItem {
  id: string;
  /** The name of its file; null for a pasted text. */
  file: string | null;
  markdown: string;
  state: ImportState;
  /** What the backend understood. */
  preview: ImportResult | null;
  /** Why it is not, or not yet, imported. */
  problem: string | null;
  /** A postmortem of the same title and beginning that is there already. */
  duplicate: { key: string } | null;
  /** What was chosen for this document alone. */
  entityRef: string | null;
  teamRef: string | null;
  /** What it became. */
  stored: { id: string; key: string; title: string } | null;
}

/** A document that was just added. */
export function newItem(file: string | null, markdown: string): ImportItem {
  return {
    id: crypto.randomUUID(),
    file,
    markdown,
    state: 'reading',
    preview: null,
    problem: null,
    duplicate: null,
    entityRef: null,
    teamRef: null,
    stored: null,
  };
}

/** A document that cannot be imported. */
export function refusedItem(file: string, problem: string): ImportItem {
  return { ...newItem(file, ''), state: 'refused', problem };
}

/** What a document is called. */
export function titleOf({ stored, preview, file }: ImportItem): string {
  return stored?.title ?? preview?.document.title ?? nameOf({ file });
}

/** Where a document is from. */
export function nameOf({ file }: Pick<ImportItem, 'file'>): string {
  return file ?? 'Pasted text';
}

/** Whether an import could store the document. */
export function isPending({ state }: ImportItem): boolean {
  return state === 'ready' || state === 'failed';
}

function sameness({ preview }: ImportItem): string | undefined {
  return (
    preview?.document &&
    JSON.stringify([
      preview.document.title,
      preview.document.incident.startedAt,
    ])
  );
}

/**
 * The documents of the list that have the title and the beginning of one
 * further up, each with that one, by id.
 */
export function findTwins(items: ImportItem[]): Map<string, ImportItem> {
  const first = new Map<string, ImportItem>();
  const twins = new Map<string, ImportItem>();
  for (const item of items) {
    const key = item.state === 'undone' ? undefined : sameness(item);
    const twin = key && first.get(key);
    if (twin) {
      twins.set(item.id, twin);
    } else if (key) {
      first.set(key, item);
    }
  }
  return twins;
}
