import { mockServices } from '@backstage/backend-test-utils';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT } from '../__testUtils__/documents';
import { startPlugin } from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const [[engine]] = databases.each;

describe('the traces of writes', () => {
  it('say who tried what, and whether it was done; reads leave none', async () => {
    const traces: Array<[eventId: string, level: string, outcome: string]> = [];
    const auditor = mockServices.auditor.mock({
      async createEvent({ eventId, severityLevel = 'low', request }) {
        expect(request).toBeDefined();
        return {
          success: async () => {
            traces.push([eventId, severityLevel, 'done']);
          },
          fail: async ({ error }) => {
            traces.push([eventId, severityLevel, error.name]);
          },
        };
      },
    });
    const { as } = await startPlugin({
      knex: await databases.init(engine),
      features: [auditor.factory],
    });
    const author = as('author');
    const { body } = await author.post('/postmortems', FULL_INPUT);
    const path = `/postmortems/${body.id}`;
    await author.get(path);
    await author.get('/postmortems');
    await author.patch(path, 1, { summary: 'x' });
    await author.patch(path, 1, { summary: 'y' });
    await author.patch(path, 2, { summary: 1 });
    await author.patch(`/action-items/${body.actionItems[0].id}`, null, {
      status: 'done',
    });
    await author.post(`${path}/transitions`, { to: 'in_review' });
    await author.delete(path);
    await author.post(`${path}/restore`);
    await author.importMarkdown('# x');
    expect(traces).toEqual([
      ['create', 'medium', 'done'],
      ['update', 'medium', 'done'],
      ['update', 'medium', 'PreconditionFailedError'],
      ['update', 'medium', 'InputError'],
      ['action-item-update', 'low', 'done'],
      ['transition', 'medium', 'done'],
      ['delete', 'high', 'done'],
      ['restore', 'high', 'done'],
      ['import', 'medium', 'done'],
    ]);
  });
});
