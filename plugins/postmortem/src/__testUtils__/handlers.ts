import type {
  ActionItemListEntry,
  Comment,
  HintEntry,
  Overview,
  Postmortem,
  PostmortemLessonAnswers,
  PostmortemSummary,
  PresenceInput,
  PresentPerson,
  Review,
  Settings,
} from 'backstage-plugin-postmortem-common';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { postmortem, summary } from './documents';
import { overview } from './overviews';
import { settings } from './settings';

/** Where the backend of the tests is. */
export const BASE_URL = 'http://backend.example.com/api/postmortem';

/** The body of an error answer, as Backstage's backends write it. */
export function errorAnswer(status: number, name: string, message: string) {
  return HttpResponse.json(
    { error: { name, message }, response: { statusCode: status } },
    { status },
  );
}

/** Cuts a list into the page that a request asks for; the cursor is an offset. */
function pageOf<T>(items: T[], url: URL) {
  const limit = Number(url.searchParams.get('limit') ?? 20);
  const start = Number(url.searchParams.get('cursor') ?? 0);
  const next = start + limit;
  return HttpResponse.json({
    items: items.slice(start, next),
    totalItems: items.length,
    pageInfo: next < items.length ? { nextCursor: String(next) } : {},
  });
}

/**
 * A backend that serves the given documents. A test that is about one answer
 * puts a handler of its own before these with `server.use`.
 */
export function postmortemHandlers(
  documents: {
    summaries?: PostmortemSummary[];
    postmortems?: Postmortem[];
    actionItems?: ActionItemListEntry[];
    overview?: Overview;
    comments?: Comment[];
    reviews?: Review[];
    lessonAnswers?: PostmortemLessonAnswers['items'];
    settings?: Settings;
    /** The advice on a postmortem. */
    hints?: HintEntry[];
    /** Those who have a postmortem open beside the one who asks. */
    people?: PresentPerson[];
  } = {},
): RequestHandler[] {
  const shown = documents.overview ?? overview();
  const postmortems = documents.postmortems ?? [postmortem()];
  const reviews = documents.reviews ?? [];
  const actionItems = documents.actionItems ?? shown.actionItems;
  return [
    http.get(`${BASE_URL}/overview`, () => HttpResponse.json(shown)),
    http.get(`${BASE_URL}/postmortems`, ({ request }) =>
      pageOf(documents.summaries ?? [summary()], new URL(request.url)),
    ),
    http.get(`${BASE_URL}/postmortems/:idOrKey`, ({ params }) => {
      const found = postmortems.find(
        ({ id, key }) => id === params.idOrKey || key === params.idOrKey,
      );
      return found
        ? HttpResponse.json(found, {
            headers: { ETag: `"${found.version}"` },
          })
        : errorAnswer(404, 'NotFoundError', 'No such postmortem');
    }),
    http.get(`${BASE_URL}/postmortems/:id/comments`, ({ request }) =>
      pageOf(documents.comments ?? [], new URL(request.url)),
    ),
    http.get(`${BASE_URL}/postmortems/:id/reviews`, () =>
      HttpResponse.json({
        items: reviews,
        totalItems: reviews.length,
        pageInfo: {},
        approvals: {
          required: 1,
          given: reviews.filter(
            ({ verdict, stale }) => verdict === 'approve' && !stale,
          ).length,
          changesRequestedBy: reviews
            .filter(({ verdict }) => verdict === 'request_changes')
            .map(({ createdBy }) => createdBy),
        },
      }),
    ),
    http.get(`${BASE_URL}/postmortems/:id/lesson-answers`, () =>
      HttpResponse.json({ items: documents.lessonAnswers ?? [] }),
    ),
    http.get(`${BASE_URL}/settings`, () =>
      HttpResponse.json(documents.settings ?? settings()),
    ),
    http.get(`${BASE_URL}/postmortems/:id/hints`, () =>
      HttpResponse.json({ items: documents.hints ?? [] }),
    ),
    http.post(`${BASE_URL}/postmortems/:id/presence`, async ({ request }) => {
      const window = (await request.json()) as Required<PresenceInput>;
      const self = {
        ...window,
        userRef: 'user:default/dele.adeyemi',
        since: '2026-11-24T10:00:00.000Z',
      };
      return HttpResponse.json({ people: [self, ...(documents.people ?? [])] });
    }),
    http.delete(
      `${BASE_URL}/postmortems/:id/presence/:clientId`,
      () => new HttpResponse(null, { status: 204 }),
    ),
    http.get(`${BASE_URL}/action-items`, ({ request }) =>
      pageOf(actionItems, new URL(request.url)),
    ),
  ];
}
