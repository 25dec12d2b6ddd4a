import type { ImportResult } from 'backstage-plugin-postmortem-common';

/**
 * How far a document has come: read by the backend without storing
 * (`previewing`), understood (`ready`), not importable (`refused`), then on
 * its way, stored, or not stored (`failed`), or taken back (`undone`).
 */
export type ImportState =
  | 'previewing'
  | 'ready'
  | 'refused'
  | 'importing'
  | 'imported'
  | 'failed'
  | 'undone';

/** A document that is being imported. */
export interface ImportItem {
  id: string;
  /** The name of its file. */
  name: string;
  markdown: string;
  state: ImportState;
  /** What the backend understood. */
  preview: ImportResult | null;
  /** Why it was refused or failed. */
  problem: string | null;
  /** A postmortem of the same title and beginning that is there already. */
  duplicate: { key: string } | null;
  /** The entity chosen for this document alone. */
  entityRef: string | null;
  /** What it became. */
  stored: { id: string; key: string; title: string } | null;
}

export type ImportAction =
  | { type: 'add'; items: ImportItem[] }
  | { type: 'change'; id: string; change: Partial<ImportItem> }
  | { type: 'remove'; id: string }
  | { type: 'clear' };

/** The documents after an action. */
export function importItems(
  items: ImportItem[],
  action: ImportAction,
): ImportItem[] {
  switch (action.type) {
    case 'add':
      return [...items, ...action.items];
    case 'change':
      return items.map(item =>
        item.id === action.id ? { ...item, ...action.change } : item,
      );
    case 'remove':
      return items.filter(({ id }) => id !== action.id);
    default:
      return [];
  }
}

/** A document that was just read. */
export function newItem(name: string, markdown: string): ImportItem {
  return {
    id: crypto.randomUUID(),
    name,
    markdown,
    state: 'previewing',
    preview: null,
    problem: null,
    duplicate: null,
    entityRef: null,
    stored: null,
  };
}

/** A file that cannot be imported. */
export function refusedItem(name: string, problem: string): ImportItem {
  return { ...newItem(name, ''), state: 'refused', problem };
}

/** The documents that an import would store. */
export function isPending({ state }: ImportItem): boolean {
  return state === 'ready' || state === 'failed';
}
