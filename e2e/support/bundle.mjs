// What a browser loads before anything is shown.
import { spawnSync } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { resultsFolder } from './browser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const appFolder = join(root, 'packages/app');
const cli = createRequire(import.meta.url).resolve(
  '@backstage/cli/bin/backstage-cli',
);

/** Builds a front end for production into the `dist` of its folder. */
export function buildApp(folder = appFolder, configFiles = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, 'package', 'build', ...configFiles.flatMap(f => ['--config', f])],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(`The front end could not be built:\n${stdout}${stderr}`);
  }
}

/** The bytes, after gzip, of the scripts and styles that a page begins with. */
export async function initialBytes(folder) {
  const html = await readFile(join(folder, 'dist/index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g)];
  const sizes = await Promise.all(
    files.map(
      async ([, path]) =>
        gzipSync(await readFile(join(folder, 'dist', path))).length,
    ),
  );
  if (sizes.length === 0) {
    throw new Error(`${folder}/dist/index.html loads nothing`);
  }
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Builds the demo's front end without a package, and gives its first bytes. */
export async function initialBytesWithout(packageName) {
  // Inside the repository, where its packages are found.
  await mkdir(resultsFolder, { recursive: true });
  const folder = await mkdtemp(join(resultsFolder, 'app-'));
  try {
    for (const name of ['package.json', 'config.d.ts', 'src', 'public']) {
      await cp(join(appFolder, name), join(folder, name), { recursive: true });
    }
    await symlink(
      join(appFolder, 'node_modules'),
      join(folder, 'node_modules'),
    );
    const config = join(folder, 'app-config.json');
    await writeFile(
      config,
      JSON.stringify({ app: { packages: { exclude: [packageName] } } }),
    );
    buildApp(folder, [join(root, 'app-config.yaml'), config]);
    return await initialBytes(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
