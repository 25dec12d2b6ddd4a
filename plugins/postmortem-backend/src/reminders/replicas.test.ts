import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { store } from '../__testUtils__/documents';

const databases = migratedDatabases();

jest.setTimeout(120_000);

// A Monday: what is overdue is told as well.
const NOW = '2026-11-23T09:00:00.000Z';
const AFTER_THE_LEASE = '2026-11-23T09:30:00.000Z';
const PEOPLE = 30;

/**
 * Stands for the notifications plugin: one notification for each recipient and
 * scope, however often it is sent. It keeps the requests of one replica
 * unanswered from a given one on, as a network may.
 */
class Recorder {
  readonly notifications = new Map<string, number>();
  readonly sentBy = new Map<string, number>();
  readonly #server: Server;
  #stalled: { replica: string; after: number; reached(): void } | undefined;

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const { replica, recipients, payload } = JSON.parse(
        Buffer.concat(chunks).toString(),
      );
      const key = `${recipients.entityRef} ${payload.scope}`;
      this.notifications.set(key, (this.notifications.get(key) ?? 0) + 1);
      const sent = (this.sentBy.get(replica) ?? 0) + 1;
      this.sentBy.set(replica, sent);
      const stalled = this.#stalled;
      if (stalled && stalled.replica === replica && sent >= stalled.after) {
        stalled.reached();
        return;
      }
      response.end();
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves once the replica waits for an answer that does not come. */
  stall(replica: string, after: number): Promise<void> {
    return new Promise(reached => {
      this.#stalled = { replica, after, reached };
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

describe('two backends on one PostgreSQL', () => {
  let knex: Knex;
  let recorder: Recorder;
  let address: string;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    recorder = new Recorder();
    address = await recorder.start();
    for (let person = 0; person < PEOPLE; person++) {
      const ownerRef = `user:default/person-${person}`;
      await store(knex, {
        teams: ['group:default/payments'],
        actionItems: [
          { title: 'Due today', ownerRef, dueAt: '2026-11-23' },
          { title: 'Due as well', ownerRef, dueAt: '2026-11-23' },
          { title: 'Late', ownerRef, dueAt: '2026-11-02' },
        ],
      });
    }
  });

  afterEach(() => recorder.stop());

  // Today's and the overdue ones of each person, and the team's overdue ones.
  const EXPECTED = 2 * PEOPLE + 1;

  function start(replica: string, now: string) {
    const { connection } = knex.client.config;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolve(__dirname, '__testUtils__/replica.ts'),
      ],
      {
        env: {
          ...process.env,
          NODE_OPTIONS: '',
          DATABASE: JSON.stringify({
            ...connection,
            // Knex hides it from whoever lists the settings.
            password: connection.password,
          }),
          RECORDER: address,
          REPLICA: replica,
          NOW: now,
        },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    return {
      child,
      ended: once(child, 'exit').then(([code, signal]) => signal ?? code),
    };
  }

  it('send each reminder and digest once', async () => {
    const replicas = ['a', 'b'].map(name => start(name, NOW));

    expect(await Promise.all(replicas.map(({ ended }) => ended))).toEqual([
      0, 0,
    ]);
    expect(recorder.notifications.size).toBe(EXPECTED);
    expect(new Set(recorder.notifications.values())).toEqual(new Set([1]));
  });

  it('send each once also when one is killed in the middle', async () => {
    const reached = recorder.stall('killed', 5);
    const killed = start('killed', NOW);
    await reached;
    killed.child.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    const before = recorder.notifications.size;
    expect(before).toBe(5);

    // What the dead one had claimed waits for its lease to end.
    const other = start('other', NOW);
    expect(await other.ended).toBe(0);
    expect(recorder.notifications.size).toBeLessThan(EXPECTED);
    const later = start('later', AFTER_THE_LEASE);
    expect(await later.ended).toBe(0);

    expect(recorder.notifications.size).toBe(EXPECTED);
    // The one that was under way went out twice, as one notification.
    const twice = [...recorder.notifications.values()].filter(
      times => times > 1,
    );
    expect(twice).toEqual([2]);
    expect(
      await knex('postmortem_outbox').whereNot({ state: 'sent' }).select(),
    ).toEqual([]);
  });
});
