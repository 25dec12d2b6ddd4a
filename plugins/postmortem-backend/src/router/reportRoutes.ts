import {
  createSnapshot,
  getDurations,
  getFollowThrough,
  getPatterns,
  getSnapshot,
  getTrends,
} from '../api/operations/reports';
import type { ReportService } from '../reports/ReportService';
import type { Mount } from './mount';

/** Routes of figures about many postmortems. */
export function mountReports(mount: Mount, reports: ReportService): void {
  mount(getTrends, async ({ query, credentials }) => ({
    json: await reports.trends(query, credentials),
  }));
  mount(getPatterns, async ({ query, credentials }) => ({
    json: await reports.patterns(query, credentials),
  }));
  mount(getDurations, async ({ query, credentials }) => ({
    json: await reports.durations(query, credentials),
  }));
  mount(getFollowThrough, async ({ query, credentials }) => ({
    json: await reports.followThrough(query, credentials),
  }));
  mount(createSnapshot, async ({ body, credentials, req }) => {
    const created = await reports.createSnapshot(body, credentials);
    return {
      status: 201,
      headers: { Location: `${req.baseUrl}/reports/snapshots/${created.id}` },
      json: created,
    };
  });
  mount(getSnapshot, async ({ params, credentials }) => ({
    json: await reports.snapshot(params.id, credentials),
  }));
}
