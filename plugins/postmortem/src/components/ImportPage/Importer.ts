import type { PostmortemApi } from 'backstage-plugin-postmortem-common';
import pLimit from 'p-limit';
import { explainError, statusOf } from '../shared';
import { findDuplicate } from './findDuplicate';
import {
  type ImportItem,
  isPending,
  newItem,
  refusedItem,
} from './importItems';
import { readMarkdown } from './readMarkdown';
import { TabStorage } from './TabStorage';

// Two hundred files are not two hundred requests at once.
const READ_AT_ONCE = 2;

const TEXT = 'text';
const PASTED = 'pasted';

/** What all documents belong to for which nothing else was chosen. */
export interface ImportTarget {
  entityRef: string | null;
  teamRef: string | null;
}

/** What the import page shows. */
export interface ImporterState {
  items: ImportItem[];
  /** What is in the field for pasting, and not read yet. */
  text: string;
  /** Whether the browser keeps pasted texts when the page is reloaded. */
  isKept: boolean;
  /** How many of how many are done while something runs; else null. */
  progress: { done: number; total: number; isUndo: boolean } | null;
}

// The document is at fault, and will be the next time too.
function isRefusal(error: Error): boolean {
  return [400, 413, 415, 422].includes(statusOf(error) ?? 0);
}

// A file can be chosen again; a pasted text may be nowhere else.
function isUnsaved({ state, file }: ImportItem): boolean {
  return file === null && !['imported', 'undone'].includes(state);
}

function idsOf(items: ImportItem[]): string {
  return items.map(({ id }) => id).join();
}

/**
 * The documents that somebody imports in this tab, from reading them to taking
 * them back. It outlives the page, so that one can look at what was imported,
 * return, and go on.
 */
export class Importer {
  readonly #api: PostmortemApi;
  readonly #storage: TabStorage;
  readonly #listeners = new Set<() => void>();
  readonly #limit = pLimit(READ_AT_ONCE);
  #state: ImporterState;
  #isTextKept = true;
  #isPastedKept = true;
  #isResumed = false;
  #isStopped = false;

  constructor(options: { api: PostmortemApi; storage: TabStorage }) {
    this.#api = options.api;
    this.#storage = options.storage;
    this.#state = {
      items: [],
      text: this.#storage.read(TEXT) ?? '',
      isKept: true,
      progress: null,
    };
  }

  readonly getState = (): ImporterState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads again the pasted texts that the tab kept over a reload. */
  resume(): void {
    if (!this.#isResumed) {
      this.#isResumed = true;
      const pasted = this.#storage.readList(PASTED);
      this.#add(pasted.map(text => newItem(null, text)));
    }
  }

  setText(text: string): void {
    this.#isTextKept = this.#storage.write(TEXT, text);
    this.#set({ text });
  }

  async addFiles(files: File[]): Promise<void> {
    const items = await Promise.all(
      files.map(async file => {
        const result = await readMarkdown(file);
        return 'problem' in result
          ? refusedItem(file.name, result.problem)
          : newItem(file.name, result.markdown);
      }),
    );
    this.#add(items);
  }

  /**
   * Adds the text of the field, which is empty then.
   *
   * @returns why it cannot be imported; it is still in the field then
   */
  async addText(): Promise<string | null> {
    const result = await readMarkdown(new Blob([this.#state.text]));
    if ('problem' in result) {
      return result.problem;
    }
    this.#add([newItem(null, result.markdown)]);
    this.setText('');
    return null;
  }

  /** Asks the backend again what it understands. */
  reread(item: ImportItem): void {
    this.#change(item.id, { state: 'reading', problem: null });
    this.#limit(() => this.#read(item));
  }

  /** Chooses what this document alone belongs to. */
  choose(id: string, target: Partial<ImportTarget>): void {
    this.#change(id, target);
  }

  remove(id: string): void {
    this.#setItems(this.#state.items.filter(item => item.id !== id));
  }

  clear(): void {
    this.#limit.clearQueue();
    this.#setItems([]);
  }

  /**
   * Imports documents in their order, so that their keys are in it too, and
   * past those that fail.
   */
  async run(items: ImportItem[], target: ImportTarget): Promise<void> {
    await this.#each(
      items.filter(item => isPending(item) || item.state === 'undone'),
      false,
      item => this.#import(item, target),
    );
  }

  /** Deletes the postmortems that documents became. */
  async undo(items: ImportItem[]): Promise<void> {
    await this.#each(
      items.filter(({ state }) => state === 'imported'),
      true,
      item => this.#undo(item),
    );
  }

  /** Ends what runs after the document it is at. */
  stop(): void {
    this.#isStopped = true;
  }

  async #each(
    items: ImportItem[],
    isUndo: boolean,
    action: (item: ImportItem) => Promise<void>,
  ): Promise<void> {
    const total = items.length;
    this.#isStopped = false;
    this.#set({ progress: { done: 0, total, isUndo } });
    for (const [index, item] of items.entries()) {
      await action(item);
      if (this.#isStopped) {
        break;
      }
      this.#set({ progress: { done: index + 1, total, isUndo } });
    }
    this.#set({ progress: null });
  }

  async #read({ id, markdown }: ImportItem): Promise<void> {
    try {
      const preview = await this.#api.importMarkdown(markdown, {
        dryRun: true,
      });
      const duplicate = await findDuplicate(this.#api, preview);
      this.#change(id, { state: 'ready', preview, duplicate });
    } catch (error) {
      this.#change(id, {
        state: isRefusal(error as Error) ? 'refused' : 'unread',
        problem: explainError(error as Error),
      });
    }
  }

  async #import(item: ImportItem, target: ImportTarget): Promise<void> {
    const { id, state, preview, duplicate, markdown } = item;
    const entityRef = item.entityRef ?? target.entityRef;
    const teamRef = item.teamRef ?? target.teamRef;
    this.#change(id, { state: 'importing', problem: null });
    try {
      if (state === 'failed' && preview && !duplicate) {
        // It may have been stored although no answer arrived.
        const found = await findDuplicate(this.#api, preview);
        if (found) {
          this.#change(id, { state: 'ready', duplicate: found });
          return;
        }
      }
      const { postmortem } = await this.#api.importMarkdown(markdown, {
        dryRun: false,
        entityRefs: entityRef ? [entityRef] : [],
        teamRefs: teamRef ? [teamRef] : [],
      });
      this.#change(id, { state: 'imported', stored: postmortem });
    } catch (error) {
      this.#change(id, {
        state: 'failed',
        problem: explainError(error as Error),
      });
    }
  }

  async #undo({ id, stored }: ImportItem): Promise<void> {
    try {
      await this.#api.deletePostmortem(stored!.id);
      this.#change(id, { state: 'undone', problem: null });
    } catch (error) {
      this.#change(id, {
        problem: `It is still there: ${explainError(error as Error)}`,
      });
    }
  }

  #add(items: ImportItem[]): void {
    this.#setItems([...this.#state.items, ...items]);
    for (const item of items.filter(({ state }) => state === 'reading')) {
      this.#limit(() => this.#read(item));
    }
  }

  #change(id: string, change: Partial<ImportItem>): void {
    this.#setItems(
      this.#state.items.map(item =>
        item.id === id ? { ...item, ...change } : item,
      ),
    );
  }

  #setItems(items: ImportItem[]): void {
    const unsaved = items.filter(isUnsaved);
    if (idsOf(unsaved) !== idsOf(this.#state.items.filter(isUnsaved))) {
      this.#isPastedKept = this.#storage.write(
        PASTED,
        unsaved.map(({ markdown }) => markdown),
      );
    }
    this.#set({ items });
  }

  #set(change: Partial<ImporterState>): void {
    const isKept = this.#isTextKept && this.#isPastedKept;
    this.#state = { ...this.#state, ...change, isKept };
    this.#listeners.forEach(listener => listener());
  }
}
