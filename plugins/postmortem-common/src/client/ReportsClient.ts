import type {
  ActionItemReport,
  DurationReport,
  OutcomeReport,
  ReportSnapshot,
  ReportSnapshotInput,
  TrendReport,
} from '../schema';
import type { RequestOptions } from './CollaborationApi';
import { FollowThroughClient } from './FollowThroughClient';
import type { ReportRequest, ReportsApi, TrendRequest } from './ReportsApi';
import { toSearch } from './RestClient';

/** The part of the client for figures about many postmortems. */
export class ReportsClient extends FollowThroughClient implements ReportsApi {
  async getTrends(
    query: TrendRequest = {},
    options?: RequestOptions,
  ): Promise<TrendReport> {
    return this.rest.json('GET', `/reports/trends${toSearch(query)}`, options);
  }

  async getDurations(
    query: ReportRequest = {},
    options?: RequestOptions,
  ): Promise<DurationReport> {
    return this.rest.json(
      'GET',
      `/reports/durations${toSearch(query)}`,
      options,
    );
  }

  async getActionItemReport(
    query: ReportRequest = {},
    options?: RequestOptions,
  ): Promise<ActionItemReport> {
    return this.rest.json(
      'GET',
      `/reports/action-items${toSearch(query)}`,
      options,
    );
  }

  async getOutcomes(
    query: ReportRequest = {},
    options?: RequestOptions,
  ): Promise<OutcomeReport> {
    return this.rest.json(
      'GET',
      `/reports/outcomes${toSearch(query)}`,
      options,
    );
  }

  async createReportSnapshot(
    query: ReportSnapshotInput = {},
    options?: RequestOptions,
  ): Promise<{ id: string }> {
    return this.rest.json('POST', '/reports/snapshots', options, query);
  }

  async getReportSnapshot(
    id: string,
    options?: RequestOptions,
  ): Promise<ReportSnapshot> {
    return this.rest.json(
      'GET',
      `/reports/snapshots/${encodeURIComponent(id)}`,
      options,
    );
  }
}
