import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { resolve as resolvePath } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { Sent } from './measure';

/** What the backend says when it answers requests. */
export const READY = 'ready';

/** A running backend. */
export interface Portal {
  /** @throws Error when the answer is not a success. */
  get(path: string): Promise<string>;
  /**
   * Writes go on top of whichever version is there.
   *
   * @throws Error when the answer is not a success.
   */
  send(request: Sent, round: number): Promise<string>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts the backend of server.ts; requests carry the token. */
export async function startPortal(
  settings: JsonObject,
  token: string,
): Promise<Portal> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const child = fork(resolvePath(__dirname, 'server.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    // Nothing but the result on standard output.
    stdio: ['ignore', 2, 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ended = once(child, 'exit');
  child.send({
    ...settings,
    app: { baseUrl },
    backend: {
      ...(settings.backend as JsonObject),
      baseUrl,
      listen: { host: '127.0.0.1', port },
    },
  });
  const ready = new Promise<void>(resolve => {
    // The loader of TypeScript sends messages of its own.
    child.on('message', message => message === READY && resolve());
  });
  await Promise.race([
    ready,
    ended.then(([code]) => {
      throw new Error(`The backend ended with ${code} while it was starting`);
    }),
  ]);

  const agent = new Agent({ keepAlive: true });
  const authorization = { Authorization: `Bearer ${token}` };
  const send: Portal['send'] = (
    { method = 'GET', path, body, contentType },
    round,
  ) =>
    new Promise((done, fail) => {
      const address = path(round);
      const headers = {
        ...authorization,
        ...(contentType && { 'Content-Type': contentType }),
        ...(method === 'PATCH' && { 'If-Match': '*' }),
      };
      const sent = request(
        `${baseUrl}${address}`,
        { agent, headers, method },
        answer => {
          const chunks: Buffer[] = [];
          answer.on('data', chunk => chunks.push(chunk));
          answer.on('error', fail);
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (answer.statusCode === 200 || answer.statusCode === 201) {
              done(text);
            } else {
              fail(
                new Error(`${method} ${address}: ${answer.statusCode} ${text}`),
              );
            }
          });
        },
      );
      sent.on('error', fail);
      sent.end(body?.(round));
    });
  return {
    send,
    get: path => send({ path: () => path }, 0),
    async stop() {
      agent.destroy();
      child.kill();
      await ended;
    },
  };
}
