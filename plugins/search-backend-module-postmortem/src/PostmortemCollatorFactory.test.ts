import type { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { postmortemReadPermission } from 'backstage-plugin-postmortem-common';
import {
  PostmortemCollatorFactory,
  type PostmortemDocument,
} from './PostmortemCollatorFactory';

const WRITTEN = {
  key: 'PM-1',
  title: 'Checkout was slow',
  status: 'published',
  severity: 'SEV2',
  incident: { startedAt: '2026-03-01T10:00:00.000Z' },
  entities: [{ entityRef: 'component:default/checkout', role: 'cause' }],
  teams: ['group:default/payments'],
  tags: ['cache'],
  summary: 'A cache had to be warmed first.',
  impact: { description: null, business: 'A tenth of the orders was lost.' },
  detection: { description: null },
  response: { description: null },
  resolution: { description: 'Warmed the cache.' },
  rootCause: {
    trigger: { category: 'deploy', description: 'A deployment.' },
    technical: null,
    process: null,
    humanFactors: null,
    contributingFactors: [{ description: 'No limit on retries.' }],
  },
  lessons: [{ text: 'Warm it before the failover.' }],
  actionItems: [{ title: 'Alert on a cold cache' }],
};

function reply(body: object, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json' },
  });
}

async function readAll(stream: Readable): Promise<PostmortemDocument[]> {
  const documents: PostmortemDocument[] = [];
  for await (const document of stream) {
    documents.push(document);
  }
  return documents;
}

describe('PostmortemCollatorFactory', () => {
  const realFetch = global.fetch;
  const fetchMock = jest.fn();

  beforeEach(() => {
    fetchMock.mockReset();
    global.fetch = fetchMock;
  });

  afterEach(() => {
    global.fetch = realFetch;
  });

  const create = () =>
    PostmortemCollatorFactory.create({
      auth: mockServices.auth.mock({
        getOwnServiceCredentials: async () => ({} as never),
        getPluginRequestToken: async ({ targetPluginId }) => ({
          token: `token-for-${targetPluginId}`,
        }),
      }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://backend/api/${id}`,
      }),
    });

  it('collects every page, asks for whole documents, and leaves out restricted ones', async () => {
    fetchMock.mockImplementation(async (input: string) => {
      const { pathname, searchParams } = new URL(input);
      if (pathname !== '/api/postmortem/postmortems') {
        const id = pathname.split('/').pop();
        return reply({ ...WRITTEN, id });
      }
      expect(searchParams.getAll('status')).toEqual(['published', 'closed']);
      return searchParams.get('cursor') === 'next'
        ? reply({
            items: [{ id: 'c', visibility: 'internal' }],
            totalItems: 3,
            pageInfo: {},
          })
        : reply({
            items: [
              { id: 'a', visibility: 'internal' },
              { id: 'b', visibility: 'restricted' },
            ],
            totalItems: 3,
            pageInfo: { nextCursor: 'next' },
          });
    });

    const documents = await readAll(await create().getCollator());

    expect(documents.map(({ authorization }) => authorization)).toEqual([
      { resourceRef: 'a' },
      { resourceRef: 'c' },
    ]);
    expect(documents[0]).toMatchObject({
      title: 'PM-1 Checkout was slow',
      location: '/postmortems/PM-1',
      severity: 'SEV2',
      entityRefs: ['component:default/checkout'],
    });
    for (const words of [
      'A cache had to be warmed first.',
      'A tenth of the orders was lost.',
      'Warmed the cache.',
      'A deployment.',
      'No limit on retries.',
      'Warm it before the failover.',
      'Alert on a cold cache',
    ]) {
      expect(documents[0].text).toContain(words);
    }
    for (const [, init] of fetchMock.mock.calls) {
      expect(init.headers.Authorization).toBe('Bearer token-for-postmortem');
    }
  });

  it('has its results decided by the permission to read', () => {
    expect(create().visibilityPermission).toBe(postmortemReadPermission);
    expect(create().type).toBe('postmortem');
  });

  it('fails, and keeps the old index, when the backend does not answer', async () => {
    fetchMock.mockResolvedValue(reply({}, 503));

    await expect(
      create()
        .getCollator()
        .then(stream => readAll(stream)),
    ).rejects.toMatchObject({ statusCode: 503 });
  });
});
