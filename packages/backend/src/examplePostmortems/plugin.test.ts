import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import postmortemPlugin from 'backstage-plugin-postmortem-backend';
import request from 'supertest';
import { examplePostmortemsPlugin } from './plugin';

const EXAMPLE = `---
format: backstage-postmortem/1
severity: SEV2
incident:
  startedAt: 2026-03-01T10:00:00.000Z
  resolvedAt: 2026-03-01T11:00:00.000Z
entities:
  - entityRef: component:default/checkout
    role: cause
---

# Checkout was slow

## Summary

A cache had to be warmed first.
`;

const ENTITIES = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'checkout', namespace: 'default' },
    spec: { type: 'service', owner: 'payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
];

describe('examplePostmortemsPlugin', () => {
  const examples = createMockDirectory();
  const data = createMockDirectory();

  beforeEach(() => {
    examples.setContent({ 'slow.md': EXAMPLE });
    data.clear();
  });

  /** A portal whose database files outlive it. */
  async function startPortal(demo: object = {}) {
    const backend = await startTestBackend({
      features: [
        postmortemPlugin,
        examplePostmortemsPlugin,
        databaseServiceFactory,
        catalogServiceMock.factory({ entities: ENTITIES }),
        mockServices.rootLogger.factory({ level: 'debug' }),
        mockServices.rootConfig.factory({
          data: {
            backend: {
              database: {
                client: 'better-sqlite3',
                connection: { directory: data.path },
              },
            },
            demo: { examplesDirectory: examples.path, ...demo },
          },
        }),
      ],
    });
    const list = async () => {
      const response = await request(backend.server)
        .get('/api/postmortem/postmortems')
        .set('Authorization', mockCredentials.user.header());
      expect(response.status).toBe(200);
      return response.body.items as Array<{
        id: string;
        title: string;
        teams: string[];
      }>;
    };
    return { server: backend.server, stop: () => backend.stop(), list };
  }

  it('imports the examples once, over restarts and deletions', async () => {
    const first = await startPortal();
    await waitFor(async () => expect(await first.list()).toHaveLength(1));
    const [postmortem] = await first.list();
    expect(postmortem).toMatchObject({
      title: 'Checkout was slow',
      teams: ['group:default/payments'],
    });
    await first.stop();

    const second = await startPortal();
    await pause();
    expect((await second.list()).map(({ id }) => id)).toEqual([postmortem.id]);
    const deletion = await request(second.server)
      .delete(`/api/postmortem/postmortems/${postmortem.id}`)
      .set('Authorization', mockCredentials.user.header());
    expect(deletion.ok).toBe(true);
    await second.stop();

    const third = await startPortal();
    await pause();
    expect(await third.list()).toEqual([]);
    await third.stop();
  }, 60_000);

  it('imports nothing when it is turned off', async () => {
    const portal = await startPortal({ examples: false });
    await pause();
    expect(await portal.list()).toEqual([]);
    await portal.stop();
  }, 60_000);
});

async function waitFor(assertion: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (attempt === 50) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}

/** Long enough for a loader that does too much to be caught at it. */
function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 2000));
}
