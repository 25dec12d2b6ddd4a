import type { Readable } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import { postmortemReadPermission } from 'backstage-plugin-postmortem-common';
import type { PostmortemDocument } from './documents';
import { PostmortemCollatorFactory } from './PostmortemCollatorFactory';
import { WRITTEN } from './__testUtils__/written';

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

  const create = (type: string) => {
    const factories = PostmortemCollatorFactory.createAll({
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
    return factories.find(each => each.type === type)!;
  };

  const page = (
    documents: Array<{ id: string; visibility?: string }>,
    nextCursor?: string,
  ) =>
    reply({
      items: [],
      documents: documents.map(each => ({ ...WRITTEN, ...each })),
      totalItems: 3,
      pageInfo: { nextCursor },
    });

  it.each([
    ['postmortem', 'postmortem'],
    ['postmortem-lesson', 'lesson'],
    ['postmortem-action-item', 'actionItem'],
  ])(
    'collects the type %s, page by page, without what is restricted',
    async (type, part) => {
      fetchMock
        .mockImplementationOnce(async () =>
          page([{ id: 'a' }, { id: 'b', visibility: 'restricted' }], 'next'),
        )
        .mockImplementationOnce(async () => page([{ id: 'c' }]));
      const factory = create(type);
      expect(factory.visibilityPermission).toBe(postmortemReadPermission);

      const documents = await readAll(await factory.getCollator());

      expect(
        documents.map(document => [
          document.part,
          document.authorization?.resourceRef,
        ]),
      ).toEqual([
        [part, 'a'],
        [part, 'c'],
      ]);
      const requests = fetchMock.mock.calls.map(([url, { headers }]) => {
        expect(headers.Authorization).toBe('Bearer token-for-postmortem');
        return new URL(url);
      });
      expect(
        requests.map(({ searchParams }) => searchParams.get('cursor')),
      ).toEqual([null, 'next']);
      for (const { pathname, searchParams } of requests) {
        expect(pathname).toBe('/api/postmortem/postmortems');
        expect(searchParams.getAll('status')).toEqual(['published', 'closed']);
        expect(searchParams.get('include')).toBe('document');
        expect(searchParams.get('limit')).toBe('20');
      }
    },
  );

  it('reads the next page only when its documents are wanted', async () => {
    fetchMock.mockImplementation(async () => page([{ id: 'a' }], 'next'));
    const stream = await create('postmortem').getCollator();
    for await (const document of stream) {
      expect(document.key).toBe('PM-1');
      break;
    }
    // A stream reads ahead, but not without end.
    expect(fetchMock.mock.calls.length).toBeLessThan(50);
  });

  it('fails, and keeps the old index, when the backend does not answer', async () => {
    fetchMock.mockResolvedValue(reply({}, 503));

    await expect(
      create('postmortem')
        .getCollator()
        .then(stream => readAll(stream)),
    ).rejects.toMatchObject({ statusCode: 503 });
  });
});
