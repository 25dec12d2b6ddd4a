import type {
  DurationsReport,
  FollowThroughReport,
  PatternsReport,
  Snapshot,
  SnapshotCreated,
  SnapshotInput,
  Trends,
} from '../schema';
import type { RequestOptions } from './CollaborationApi';
import { FollowThroughClient } from './FollowThroughClient';
import type { ReportRequest, ReportsApi, TrendsRequest } from './ReportsApi';
import { toSearch } from './RestClient';

/** The part of the client for what many incidents tell together. */
export class ReportsClient extends FollowThroughClient implements ReportsApi {
  async getTrends(
    query: TrendsRequest = {},
    options?: RequestOptions,
  ): Promise<Trends> {
    return this.rest.json('GET', `/reports/trends${toSearch(query)}`, options);
  }

  async getPatterns(
    query: ReportRequest = {},
    options?: RequestOptions,
  ): Promise<PatternsReport> {
    return this.rest.json(
      'GET',
      `/reports/patterns${toSearch(query)}`,
      options,
    );
  }

  async getDurations(
    query: ReportRequest = {},
    options?: RequestOptions,
  ): Promise<DurationsReport> {
    return this.rest.json(
      'GET',
      `/reports/durations${toSearch(query)}`,
      options,
    );
  }

  async getFollowThrough(
    query: ReportRequest = {},
    options?: RequestOptions,
  ): Promise<FollowThroughReport> {
    return this.rest.json(
      'GET',
      `/reports/follow-through${toSearch(query)}`,
      options,
    );
  }

  async createSnapshot(
    input: SnapshotInput,
    options?: RequestOptions,
  ): Promise<SnapshotCreated> {
    return this.rest.json('POST', '/reports/snapshots', options, input);
  }

  async getSnapshot(id: string, options?: RequestOptions): Promise<Snapshot> {
    return this.rest.json(
      'GET',
      `/reports/snapshots/${encodeURIComponent(id)}`,
      options,
    );
  }
}
