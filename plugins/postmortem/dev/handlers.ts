import type {
  Overview,
  PostmortemStatus,
  PostmortemSummary,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import { http, HttpResponse, type RequestHandler } from 'msw';
import { postmortem, summary } from '../src/__testUtils__/documents';
import { emptyOverview, overview } from '../src/__testUtils__/overviews';
import { BASE_URL, postmortemHandlers } from '../src/__testUtils__/handlers';

const TITLES = [
  'Checkout errors after cache failover',
  'Schema lock on the ledger stopped all payments',
  'Receipts sent twice',
  'An expired certificate, a retry without a limit and an alert that nobody had routed anywhere since the team was renamed kept a third of all customers from paying for most of a Saturday afternoon in March',
  'Slow search after an index rebuild',
];
const STATUSES: PostmortemStatus[] = [
  'draft',
  'in_review',
  'published',
  'closed',
];

/** Two hundred postmortems, one every five days. */
const summaries: PostmortemSummary[] = Array.from({ length: 200 }, (_, index) =>
  summary(200 - index, {
    title: TITLES[index % TITLES.length],
    severity: [null, 'SEV1', 'SEV2', 'SEV3', 'SEV4'][(index * 3) % 5],
    status: STATUSES[index % STATUSES.length],
    visibility: index % 9 === 4 ? 'restricted' : 'internal',
    incident: {
      ...summary().incident,
      startedAt: DateTime.utc()
        .minus({ days: 3 + 5 * index })
        .toISO(),
    },
    metrics: { ...summary().metrics, timeToResolve: 15 + ((index * 97) % 600) },
  }),
);

function overviewOf(scope: Pick<Overview, 'entityRef' | 'teamRef'>): Overview {
  if (scope.entityRef?.endsWith('/greetings')) {
    return emptyOverview(scope);
  }
  const recent = summaries.slice(0, 73);
  return overview({
    ...scope,
    postmortems: summaries.slice(0, 10),
    marks: recent.map(({ id, key, title, severity, incident }) => ({
      id,
      key,
      title,
      severity,
      startedAt: incident.startedAt!,
    })),
    counts: {
      ...overview().counts,
      postmortems: summaries.length,
      incidentsLast12Months: recent.length,
    },
  });
}

/** The backend of the dev portal. */
export const handlers: RequestHandler[] = [
  http.get(`${BASE_URL}/overview`, ({ request }) => {
    const { searchParams } = new URL(request.url);
    return HttpResponse.json(
      overviewOf({
        entityRef: searchParams.get('entityRef'),
        teamRef: searchParams.get('teamRef'),
      }),
    );
  }),
  ...postmortemHandlers({
    summaries,
    postmortems: summaries.map(({ actionItemCounts: _, ...row }) =>
      postmortem(31, row),
    ),
  }),
];
