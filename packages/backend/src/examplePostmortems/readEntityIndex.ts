import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The file that says which entities a folder's examples are about. */
const FILE_NAME = 'entities.json';

/** The entities of examples, by the name of their file. */
export type EntityIndex = Map<string, string[]>;

/**
 * Reads the entities of those examples that cannot name them, because they are
 * written in another template than the product's own. Empty when the folder has
 * no such file.
 *
 * @throws when the file is no object of lists of entity refs.
 */
export async function readEntityIndex(directory: string): Promise<EntityIndex> {
  let text: string;
  try {
    text = await readFile(join(directory, FILE_NAME), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return new Map();
    }
    throw error;
  }
  const files: Record<string, string[]> = JSON.parse(text);
  return new Map(
    Object.entries(files).map(([file, refs]) => [
      file,
      refs.map(ref => stringifyEntityRef(parseEntityRef(ref))),
    ]),
  );
}
