import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ImportResult } from 'backstage-plugin-postmortem-common';
import type { ExampleStore } from './ExampleStore';
import type { Example, ImportTarget } from './ImportTarget';
import { isRefusal } from './isRefusal';
import { type EntityIndex, readEntityIndex } from './readEntityIndex';

/** What one run did, as it is logged. */
export type LoadSummary = {
  /** Imported, or found to be imported, in this run. */
  loaded: string[];
  /** Loaded by an earlier run. */
  known: string[];
  /** Turned down by the product: the file has to be mended. */
  refused: string[];
  /** Not loaded although nothing is wrong with the file. */
  failed: string[];
};

type Options = {
  directory: string;
  store: ExampleStore;
  target: ImportTarget;
  logger: LoggerService;
  /** After how long to try again; the pause doubles up to eight times this. */
  pauseMs?: number;
};

/**
 * How often the backend and the catalog are asked whether they are there: for
 * about three minutes, as a catalog takes its time on a small machine.
 */
const WAITING_ATTEMPTS = 50;

/** How often a file is tried once they are. */
const FILE_ATTEMPTS = 4;

/**
 * Imports every markdown file of a folder once.
 *
 * That an import is about to happen is noted before it does. Where a note has
 * no end, because the process died or the answer was lost, the postmortem is
 * looked for before the file is imported again.
 */
export class ExampleLoader {
  readonly #directory: string;
  readonly #store: ExampleStore;
  readonly #target: ImportTarget;
  readonly #logger: LoggerService;
  readonly #pauseMs: number;

  constructor(options: Options) {
    this.#directory = options.directory;
    this.#store = options.store;
    this.#target = options.target;
    this.#logger = options.logger;
    this.#pauseMs = options.pauseMs ?? 500;
  }

  async load(signal: AbortSignal): Promise<LoadSummary> {
    const files = (await readdir(this.#directory))
      .filter(file => file.endsWith('.md') && file !== 'README.md')
      .sort();
    const states = await this.#store.states();
    const known = files.filter(file => states.get(file) === 'loaded');
    const pending = files.filter(file => states.get(file) !== 'loaded');
    const summary: LoadSummary = { loaded: [], known, refused: [], failed: [] };

    if (pending.length > 0) {
      await this.#loadFiles(pending, summary, signal);
    }
    this.#report(summary);
    return summary;
  }

  async #loadFiles(
    files: string[],
    summary: LoadSummary,
    signal: AbortSignal,
  ): Promise<void> {
    await this.#waitForBackend(signal);

    const index = await readEntityIndex(this.#directory);
    const previews = new Map<string, ImportResult>();
    for (const file of files) {
      const preview = await this.#attempt(file, summary, signal, async () =>
        this.#target.preview(await this.#read(file, index)),
      );
      if (preview) {
        previews.set(file, preview);
      }
    }

    await this.#waitForCatalog([...previews.values()], signal);

    for (const [file, preview] of previews) {
      const key = await this.#attempt(file, summary, signal, () =>
        this.#importOnce(file, preview, index),
      );
      if (key) {
        summary.loaded.push(file);
      }
    }
  }

  async #importOnce(
    file: string,
    preview: ImportResult,
    index: EntityIndex,
  ): Promise<string> {
    const begun = (await this.#store.states()).get(file) === 'loading';
    let key = begun ? await this.#target.findImported(preview) : undefined;
    if (!key) {
      await this.#store.begin(file);
      key = await this.#target.import(await this.#read(file, index));
    }
    await this.#store.complete(file, key);
    return key;
  }

  /**
   * Does something for a file, again after a pause when the backend was not
   * there; undefined when it came to nothing, which is logged and counted.
   */
  async #attempt<T>(
    file: string,
    summary: LoadSummary,
    signal: AbortSignal,
    action: () => Promise<T>,
  ): Promise<T | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await action();
      } catch (error) {
        if (isRefusal(error)) {
          this.#logger.error(
            `The example ${file} was refused: ${stringifyError(error)}`,
          );
          await this.#store.forget(file);
          summary.refused.push(file);
          return undefined;
        }
        if (attempt >= FILE_ATTEMPTS) {
          this.#logger.error(
            `The example ${file} could not be loaded and will be tried again at the next start: ${stringifyError(
              error,
            )}`,
          );
          summary.failed.push(file);
          return undefined;
        }
        this.#logger.debug(`${file}, attempt ${attempt}: ${error}`);
      }
      await this.#pause(attempt, signal);
    }
  }

  async #waitForBackend(signal: AbortSignal): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#target.ready();
        return;
      } catch (error) {
        if (attempt >= WAITING_ATTEMPTS) {
          throw error;
        }
        this.#logger.debug(`Waiting for the postmortem backend: ${error}`);
      }
      await this.#pause(attempt, signal);
    }
  }

  /**
   * The responsible teams come from the catalog's owners, so an import has to
   * wait for the entities that it names.
   */
  async #waitForCatalog(
    previews: ImportResult[],
    signal: AbortSignal,
  ): Promise<void> {
    const refs = new Set(
      previews.flatMap(({ document }) => [
        ...(document.entities ?? []).map(entity => entity.entityRef),
        ...(document.teams ?? []),
      ]),
    );
    for (let attempt = 1; ; attempt += 1) {
      const missing = await this.#target.missingFromCatalog([...refs]);
      if (missing.length === 0) {
        return;
      }
      if (attempt >= WAITING_ATTEMPTS) {
        this.#logger.warn(
          `The examples name entities that the catalog does not have: ${missing.join(
            ', ',
          )}`,
        );
        return;
      }
      await this.#pause(attempt, signal);
    }
  }

  #pause(attempt: number, signal: AbortSignal): Promise<void> {
    const doublings = Math.min(attempt - 1, 3);
    return sleep(this.#pauseMs * 2 ** doublings, undefined, { signal });
  }

  async #read(file: string, index: EntityIndex): Promise<Example> {
    return {
      markdown: await readFile(join(this.#directory, file), 'utf8'),
      entityRefs: index.get(file) ?? [],
    };
  }

  #report({ loaded, known, refused, failed }: LoadSummary): void {
    const line = `Example postmortems: ${loaded.length} loaded, ${known.length} loaded earlier, ${refused.length} refused, ${failed.length} failed`;
    if (refused.length + failed.length > 0) {
      this.#logger.error(`${line} (${[...refused, ...failed].join(', ')})`);
    } else {
      this.#logger.info(line);
    }
  }
}
