// A demo portal of one's own: free port, fresh data, nothing shared.
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** The demo portal as one process that serves the built front end too. */
export class Portal {
  /**
   * @param {{ examples?: boolean, ownCatalog?: boolean }} [options] ownCatalog:
   *   a copy of the catalog's files, for a spec to change; they are read again
   *   every few seconds
   */
  static async start({ examples = true, ownCatalog = false } = {}) {
    const portal = new Portal(
      await mkdtemp(join(tmpdir(), 'postmortem-e2e-')),
      await freePort(),
      examples,
    );
    await portal.#configure(ownCatalog);
    try {
      await portal.boot();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  #child;
  #output = [];

  constructor(folder, port, examples) {
    this.folder = folder;
    this.port = port;
    this.examples = examples;
    this.baseUrl = `http://localhost:${port}`;
  }

  /** What the portal has printed since it was last started. */
  get output() {
    return this.#output.join('');
  }

  /** Starts the process on the data that is there, and waits until it is up. */
  async boot() {
    this.#output = [];
    this.#child = spawn(
      process.execPath,
      [
        'scripts/startBackend.mjs',
        '--config',
        'app-config.yaml',
        '--config',
        join(this.folder, 'app-config.e2e.yaml'),
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          NODE_ENV: 'development',
          NODE_OPTIONS: '',
          PORTAL_DATA_DIR: join(this.folder, 'sqlite'),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream.on('data', data => this.#output.push(String(data)));
    }
    await this.#until('the portal answers', async () => {
      const response = await fetch(
        `${this.baseUrl}/.backstage/health/v1/readiness`,
      );
      return response.ok;
    });
    if (this.examples) {
      await this.#until('the examples are loaded', () =>
        this.output.includes('Example postmortems:'),
      );
    }
  }

  /** Ends the process at once, as a crash would. */
  async kill() {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    }
  }

  /** Ends the process and removes its data. */
  async stop() {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** The line that the loader of examples printed. */
  get examplesLine() {
    return this.output.match(/Example postmortems: [^\n]*/)?.[0] ?? '';
  }

  /** The copy of the catalog's files. */
  get catalogFolder() {
    return join(this.folder, 'catalog');
  }

  async #configure(ownCatalog) {
    const config = {
      app: { baseUrl: this.baseUrl },
      backend: {
        baseUrl: this.baseUrl,
        listen: { port: this.port, host: '127.0.0.1' },
        cors: { origin: this.baseUrl },
      },
      demo: { examples: this.examples },
    };
    if (ownCatalog) {
      await cp(join(root, 'examples/catalog'), this.catalogFolder, {
        recursive: true,
      });
      config.catalog = {
        processingInterval: { seconds: 2 },
        orphanStrategy: 'delete',
        locations: [
          { type: 'file', target: join(this.catalogFolder, '*.yaml') },
        ],
      };
      config.postmortem = {
        ownership: {
          sweep: {
            schedule: {
              frequency: { seconds: 3 },
              timeout: { minutes: 1 },
              initialDelay: { seconds: 5 },
            },
          },
        },
      };
    }
    // YAML takes JSON as it is.
    await writeFile(
      join(this.folder, 'app-config.e2e.yaml'),
      JSON.stringify(config),
    );
  }

  async #until(what, condition, seconds = 180) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      if (this.#child.exitCode !== null) {
        throw new Error(
          `The portal ended while waiting until ${what}:\n${this.output.slice(
            -4000,
          )}`,
        );
      }
      try {
        if (await condition()) {
          return;
        }
      } catch {
        // It does not listen yet.
      }
      if (Date.now() > end) {
        throw new Error(
          `Waited ${seconds} s until ${what}:\n${this.output.slice(-4000)}`,
        );
      }
      await sleep(250);
    }
  }
}
