import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportResult,
  PostmortemApi,
} from 'backstage-plugin-postmortem-common';
import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import { postmortemApiRef } from '../../api';
import { explainError } from '../shared';
import {
  importItems,
  type ImportItem,
  isPending,
  newItem,
  refusedItem,
} from './importItems';
import { readMarkdown } from './readMarkdown';

/** What all documents belong to for which nothing else was chosen. */
export interface ImportTarget {
  entityRefs: string[];
  teamRefs: string[];
}

/** The documents that are being imported, and what can be done with them. */
export interface Imports {
  items: ImportItem[];
  /** How many of how many are done while an import runs; else null. */
  progress: { done: number; total: number } | null;
  addFiles(files: Iterable<File>): Promise<void>;
  addText(text: string): Promise<void>;
  choose(id: string, entityRef: string | null): void;
  remove(id: string): void;
  clear(): void;
  /** Imports these documents, one after the other, past those that fail. */
  run(items: ImportItem[], target: ImportTarget): Promise<void>;
  /** Deletes what a document became. */
  undo(item: ImportItem): Promise<void>;
}

async function findDuplicate(
  api: PostmortemApi,
  { document }: ImportResult,
): Promise<ImportItem['duplicate']> {
  const { items } = await api.listPostmortems({
    q: document.title.slice(0, 500),
    limit: 20,
  });
  const startedAt = document.incident?.startedAt ?? null;
  const same = items.find(
    ({ title, incident }) =>
      title === document.title && incident.startedAt === startedAt,
  );
  return same ? { key: same.key } : null;
}

/** Reads, previews and imports documents. */
export function useImports(): Imports {
  const api = useApi(postmortemApiRef);
  const [items, dispatch] = useReducer(importItems, []);
  const [progress, setProgress] = useState<Imports['progress']>(null);
  // Previews wait for each other: two hundred files are not two hundred
  // requests at once.
  const previews = useRef(Promise.resolve());

  const change = useCallback(
    (id: string, fields: Partial<ImportItem>) =>
      dispatch({ type: 'change', id, change: fields }),
    [],
  );

  const preview = useCallback(
    async ({ id, markdown }: ImportItem) => {
      try {
        const result = await api.importMarkdown(markdown, { dryRun: true });
        const duplicate = await findDuplicate(api, result);
        change(id, { state: 'ready', preview: result, duplicate });
      } catch (error) {
        change(id, { state: 'refused', problem: explainError(error as Error) });
      }
    },
    [api, change],
  );

  const add = useCallback(
    (added: ImportItem[]) => {
      dispatch({ type: 'add', items: added });
      for (const item of added.filter(({ state }) => state === 'previewing')) {
        previews.current = previews.current.then(() => preview(item));
      }
      return previews.current;
    },
    [preview],
  );

  const addFiles = useCallback(
    async (files: Iterable<File>) => {
      const read = await Promise.all(
        [...files].map(async file => {
          const result = readMarkdown(await file.arrayBuffer());
          return 'problem' in result
            ? refusedItem(file.name, result.problem)
            : newItem(file.name, result.markdown);
        }),
      );
      await add(read);
    },
    [add],
  );

  const addText = useCallback(
    async (text: string) => {
      const result = readMarkdown(new TextEncoder().encode(text).buffer);
      await add([
        'problem' in result
          ? refusedItem('Pasted text', result.problem)
          : newItem('Pasted text', result.markdown),
      ]);
    },
    [add],
  );

  const run = useCallback(
    async (chosen: ImportItem[], target: ImportTarget) => {
      const pending = chosen.filter(isPending);
      setProgress({ done: 0, total: pending.length });
      for (const [index, item] of pending.entries()) {
        change(item.id, { state: 'importing', problem: null });
        try {
          const { postmortem } = await api.importMarkdown(item.markdown, {
            dryRun: false,
            entityRefs: item.entityRef ? [item.entityRef] : target.entityRefs,
            teamRefs: target.teamRefs,
          });
          change(item.id, {
            state: 'imported',
            stored: postmortem && {
              id: postmortem.id,
              key: postmortem.key,
              title: postmortem.title,
            },
          });
        } catch (error) {
          change(item.id, {
            state: 'failed',
            problem: explainError(error as Error),
          });
        }
        setProgress({ done: index + 1, total: pending.length });
      }
      setProgress(null);
    },
    [api, change],
  );

  const undo = useCallback(
    async ({ id, stored }: ImportItem) => {
      if (!stored) {
        return;
      }
      try {
        await api.deletePostmortem(stored.id);
        change(id, { state: 'undone', problem: null });
      } catch (error) {
        change(id, {
          problem: `It could not be taken back: ${explainError(
            error as Error,
          )}`,
        });
      }
    },
    [api, change],
  );

  return useMemo(
    () => ({
      items,
      progress,
      addFiles,
      addText,
      choose: (id, entityRef) => change(id, { entityRef }),
      remove: id => dispatch({ type: 'remove', id }),
      clear: () => dispatch({ type: 'clear' }),
      run,
      undo,
    }),
    [items, progress, addFiles, addText, change, run, undo],
  );
}
