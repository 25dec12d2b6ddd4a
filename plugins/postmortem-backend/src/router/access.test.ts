import { postmortemHints } from 'backstage-plugin-postmortem-common/hints';
import type { Knex } from 'knex';
import type { Test } from 'supertest';
import { migratedDatabases } from '../__testUtils__/databases';
import { contentWith, FULL_INPUT } from '../__testUtils__/documents';
import { DESCRIBED_ROUTES } from '../__testUtils__/openApi';
import {
  startPlugin,
  type Client,
  type RunningPlugin,
} from '../__testUtils__/startPlugin';

const databases = migratedDatabases();

jest.setTimeout(120_000);

const SECRET = 'Embargoed words';

const SUMMARY = 'It was human error.';
const HINT = postmortemHints(contentWith({ summary: SUMMARY })).find(
  ({ path }) => path === 'summary',
)!.id;

/** The postmortem that a request is about. */
interface Target {
  id: string;
  key: string;
  actionItemId: string;
  /** An item about what another team owns. */
  proposedItemId: string;
  /** A comment of the author's. */
  commentId: string;
  lessonId: string;
  entityRef: string;
  /** Figures of its entity alone, where they were kept before. */
  snapshotId?: string;
}

/** What a route does for those who may know of a postmortem, and for others. */
interface Expectation {
  send(client: Client, target: Target): Test;
  /** The status for those who may know of it. */
  status: number;
  /** The status for those who may not. */
  hidden: number;
  /** Everything in the answer that tells how many there are. */
  counts?(body: any): number[];
  /** Whether the request is about a deleted one. */
  deleted?: boolean;
  /** Whether others than the author get a 403. */
  ownOnly?: boolean;
  /** What the author does before. */
  prepare?(author: Client, target: Target): Test;
}

const page = (body: any) => [body.items.length, body.totalItems];

const document = (send: Expectation['send'], status = 200): Expectation => ({
  send,
  status,
  hidden: 404,
});

const list = (
  send: Expectation['send'],
  counts: Expectation['counts'] = page,
): Expectation => ({ send, status: 200, hidden: 200, counts });

const neutral = (
  send: (client: Client) => Test,
  status: number,
): Expectation => ({ send, status, hidden: status });

/** A route that is in openapi.json and not here fails the test. */
const EXPECTED: Record<string, Expectation> = {
  listPostmortems: list((client, { entityRef }) =>
    client.get(`/postmortems?entityRef=${entityRef}`),
  ),
  createPostmortem: neutral(
    client => client.post('/postmortems', { title: 'Another' }),
    201,
  ),
  getPostmortem: document((client, { key }) =>
    client.get(`/postmortems/${key}`),
  ),
  patchPostmortem: document((client, { id }) =>
    client.patch(`/postmortems/${id}`, 1, { summary: 'Changed' }),
  ),
  deletePostmortem: document(
    (client, { id }) => client.delete(`/postmortems/${id}`),
    204,
  ),
  restorePostmortem: {
    ...document((client, { id }) => client.post(`/postmortems/${id}/restore`)),
    deleted: true,
  },
  transitionPostmortem: document((client, { id }) =>
    client.post(`/postmortems/${id}/transitions`, { to: 'in_review' }),
  ),
  listRevisions: document((client, { id }) =>
    client.get(`/postmortems/${id}/revisions`),
  ),
  getRevision: document((client, { id }) =>
    client.get(`/postmortems/${id}/revisions/1`),
  ),
  restoreRevision: document((client, { id }) =>
    client
      .post(`/postmortems/${id}/revisions/1/restore`)
      .set('If-Match', '"1"'),
  ),
  getReviewCalendar: document((client, { id }) =>
    client.get(`/postmortems/${id}/review.ics`),
  ),
  listHints: document((client, { id }) =>
    client.get(`/postmortems/${id}/hints`),
  ),
  dismissHint: document(
    (client, { id }) =>
      client.post(`/postmortems/${id}/hints/${HINT}/dismissals`, {}),
    201,
  ),
  undismissHint: {
    ...document(
      (client, { id }) =>
        client.delete(`/postmortems/${id}/hints/${HINT}/dismissals`),
      204,
    ),
    prepare: (author, { id }) =>
      author.post(`/postmortems/${id}/hints/${HINT}/dismissals`, {}),
  },
  exportPostmortem: document((client, { id }) =>
    client.get(`/postmortems/${id}/export?format=json`),
  ),
  importPostmortem: neutral(
    client => client.importMarkdown('# Another', '?dryRun=true'),
    200,
  ),
  listActionItems: list((client, { entityRef }) =>
    client.get(`/action-items?entityRef=${entityRef}`),
  ),
  patchActionItem: document((client, { actionItemId }) =>
    client.patch(`/action-items/${actionItemId}`, null, { title: 'Changed' }),
  ),
  patchActionItems: {
    ...list(
      (client, { actionItemId }) =>
        client.send(
          'patch',
          '/action-items',
          'application/json',
          JSON.stringify({ ids: [actionItemId], patch: { priority: 'P0' } }),
        ),
      body => [body.results.filter((each: any) => each.changed).length],
    ),
  },
  answerProposal: {
    ...document((client, { proposedItemId }) =>
      client.post(`/action-items/${proposedItemId}/proposal`, {
        answer: 'accept',
      }),
    ),
    // For the team that it is proposed to, which is the author's.
    ownOnly: true,
  },
  listOwnershipGaps: list(client => client.get('/ownership-gaps')),
  getSettings: neutral(client => client.get('/settings'), 200),
  listComments: document((client, { id }) =>
    client.get(`/postmortems/${id}/comments`),
  ),
  createComment: document(
    (client, { id }) =>
      client.post(`/postmortems/${id}/comments`, { text: 'Why?' }),
    201,
  ),
  changeComment: document((client, { id, commentId }) =>
    client.patch(`/postmortems/${id}/comments/${commentId}`, null, {
      resolved: true,
    }),
  ),
  deleteComment: {
    ...document(
      (client, { id, commentId }) =>
        client.delete(`/postmortems/${id}/comments/${commentId}`),
      204,
    ),
    ownOnly: true,
  },
  getPresence: document((client, { id }) =>
    client.get(`/postmortems/${id}/presence`),
  ),
  beatPresence: document((client, { id }) =>
    client.post(`/postmortems/${id}/presence`, { clientId: 'window-1' }),
  ),
  leavePresence: document(
    (client, { id }) => client.delete(`/postmortems/${id}/presence/window-1`),
    204,
  ),
  listReviews: document((client, { id }) =>
    client.get(`/postmortems/${id}/reviews`),
  ),
  createReview: document(
    (client, { id }) =>
      client.post(`/postmortems/${id}/reviews`, {
        verdict: 'request_changes',
        comment: 'Say more',
        version: 1,
      }),
    201,
  ),
  answerLesson: {
    ...document(
      (client, { lessonId }) =>
        client.post(`/lessons/${lessonId}/answers`, {
          entityRef: 'component:default/checkout',
          verdict: 'already_covered',
          reason: 'By the runbook',
        }),
      201,
    ),
    // For the team that owns the component, which is the author's.
    ownOnly: true,
  },
  listLessonAnswers: document((client, { key }) =>
    client.get(`/postmortems/${key}/lesson-answers`),
  ),
  listLessons: list((client, { entityRef }) =>
    client.get(`/lessons?entityRef=${entityRef}`),
  ),
  getOverview: list(
    (client, { entityRef }) => client.get(`/overview?entityRef=${entityRef}`),
    body => [
      body.counts.postmortems,
      body.counts.drafts,
      body.counts.openActionItems,
      body.counts.overdueActionItems,
      body.counts.lessons,
      body.postmortems.length,
      body.actionItems.length,
      body.lessons.length,
      Number(body.lastSevere !== null),
      Number(body.facts.hasPostmortem),
      body.facts.openActionItems,
      body.facts.overdueActionItems,
      Number(body.facts.daysSinceLastSevereIncident !== null),
    ],
  ),
  getTrends: list(
    (client, { entityRef }) =>
      client.get(`/reports/trends?from=2026-08-01&entityRef=${entityRef}`),
    body => [body.n, body.totals.n, body.groups.length],
  ),
  getPatterns: list(
    (client, { entityRef }) =>
      client.get(`/reports/patterns?from=2026-08-01&entityRef=${entityRef}`),
    body => [body.n, body.services.items.length, body.impact.users.known],
  ),
  getDurations: list(
    (client, { entityRef }) =>
      client.get(`/reports/durations?from=2026-08-01&entityRef=${entityRef}`),
    body => [body.n, body.points.items.length, body.metrics[0].n],
  ),
  getFollowThrough: list(
    (client, { entityRef }) =>
      client.get(
        `/reports/follow-through?from=2026-08-01&entityRef=${entityRef}`,
      ),
    body => [body.n, body.open.n, body.open.overdue, body.debt.written.of],
  ),
  createSnapshot: neutral(client => client.post('/reports/snapshots', {}), 201),
  getSnapshot: {
    ...document((client, { snapshotId }) =>
      client.get(`/reports/snapshots/${snapshotId}`),
    ),
    prepare: (author, { entityRef }) =>
      author.post('/reports/snapshots', { entityRef: [entityRef] }),
  },
  getOpenApi: neutral(client => client.get('/openapi.json'), 200),
};

const INSIDERS = ['member', 'participant', 'author'];
const OUTSIDERS = ['outsider', 'service'];

describe.each(databases.each)('who may do what on %s', id => {
  let knex: Knex;
  let plugin: RunningPlugin;
  let targets = 0;

  beforeAll(async () => {
    knex = await databases.init(id);
    plugin = await startPlugin({ knex });
  });

  async function newTarget(
    visibility: 'internal' | 'restricted',
    { deleted, prepare }: Expectation,
  ): Promise<Target> {
    targets += 1;
    const entityRef = `component:default/target-${targets}`;
    const [item] = FULL_INPUT.actionItems!;
    const [lesson] = FULL_INPUT.lessons!;
    const author = plugin.as('author');
    const created = await author.post('/postmortems', {
      ...FULL_INPUT,
      visibility,
      title: SECRET,
      summary: SUMMARY,
      entities: [{ entityRef, role: 'cause' }],
      teams: ['group:default/ledger'],
      lessons: [{ ...lesson, text: SECRET }],
      actionItems: [{ ...item, title: SECRET, dueAt: '2020-01-01' }],
    });
    expect(created.status).toBe(201);
    const { id: postmortemId, key, actionItems, lessons } = created.body;
    const comment = await author.post(`/postmortems/${key}/comments`, {
      text: SECRET,
    });
    // Its entity is in no catalog: as a sweep notes it, and only this one.
    await knex('postmortem_ownership_gaps').delete();
    await knex('postmortem_ownership_gaps').insert({
      postmortem_number: Number(key.slice('PM-'.length)),
      field: 'postmortem.entities',
      action_item_id: '',
      missing_ref: entityRef,
      found_at: '2026-11-25T08:00:00.000Z',
    });
    if (deleted) {
      await author.delete(`/postmortems/${postmortemId}`);
    }
    const target: Target = {
      id: postmortemId,
      key,
      actionItemId: actionItems[0].id,
      proposedItemId: actionItems[0].id,
      commentId: comment.body.id,
      lessonId: lessons[0].id,
      entityRef,
    };
    const prepared = await prepare?.(author, target);
    return { ...target, snapshotId: prepared?.body.id };
  }

  const statusFor = (who: string, { status, ownOnly }: Expectation) =>
    ownOnly && who !== 'author' ? 403 : status;

  /** How many the answer tells of, as every single count in it has it. */
  const told = ({ counts }: Expectation, body: unknown) => [
    ...new Set(counts?.(body)),
  ];

  it('has an expectation of every route, and no other ones', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual(
      DESCRIBED_ROUTES.map(({ operationId }) => operationId).sort(),
    );
  });

  describe.each(DESCRIBED_ROUTES)('$operationId', ({ operationId }) => {
    const expected = EXPECTED[operationId];
    const ofOne = expected.counts ? [1] : [];
    const ofNone = expected.counts ? [0] : [];

    it('internal: for everybody with credentials', async () => {
      for (const who of [...INSIDERS, ...OUTSIDERS]) {
        const target = await newTarget('internal', expected);
        const { status, body } = await expected.send(plugin.as(who), target);
        expect([who, status]).toEqual([who, statusFor(who, expected)]);
        expect([who, told(expected, body)]).toEqual([who, ofOne]);
      }
    });

    it('restricted: for the author, participants and responsible teams', async () => {
      for (const who of INSIDERS) {
        const target = await newTarget('restricted', expected);
        const { status, body } = await expected.send(plugin.as(who), target);
        expect([who, status]).toEqual([who, statusFor(who, expected)]);
        expect([who, told(expected, body)]).toEqual([who, ofOne]);
      }
    });

    it('restricted: as if it did not exist for others', async () => {
      const target = await newTarget('restricted', expected);
      for (const who of OUTSIDERS) {
        const { status, body } = await expected.send(plugin.as(who), target);
        expect([who, status]).toEqual([who, expected.hidden]);
        expect([who, told(expected, body)]).toEqual([who, ofNone]);
        expect(JSON.stringify(body)).not.toContain(SECRET);
      }
      const revisions = await plugin
        .as('author')
        .get(`/postmortems/${target.id}/revisions`);
      expect(revisions.status).toBe(expected.deleted ? 404 : 200);
      expect(revisions.body.totalItems).toBe(expected.deleted ? undefined : 1);
    });

    it('for nobody without credentials', async () => {
      const target = await newTarget('internal', expected);
      const { status, body } = await expected.send(plugin.as(null), target);
      expect(status).toBe(401);
      expect(JSON.stringify(body)).not.toContain(SECRET);
    });
  });
});
