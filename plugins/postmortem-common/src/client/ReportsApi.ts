import type { z } from 'zod';
import type {
  DurationsReport,
  FollowThroughReport,
  PatternsReport,
  reportQuerySchema,
  Snapshot,
  SnapshotCreated,
  SnapshotInput,
  Trends,
  trendsQuerySchema,
} from '../schema';
import type { RequestOptions } from './CollaborationApi';

/** What a report is narrowed to, as a caller writes it. */
export type ReportRequest = Partial<z.output<typeof reportQuerySchema>>;
export type TrendsRequest = Partial<z.output<typeof trendsQuerySchema>>;

/** What many incidents tell together; all of it with the same filters. */
export interface ReportsApi {
  /** How many incidents began, by period and by group. */
  getTrends(query?: TrendsRequest, options?: RequestOptions): Promise<Trends>;
  /** Where it hurts, what sets it off, how it is found out and what it costs. */
  getPatterns(
    query?: ReportRequest,
    options?: RequestOptions,
  ): Promise<PatternsReport>;
  /** How long detection, acknowledgement, mitigation and resolution took. */
  getDurations(
    query?: ReportRequest,
    options?: RequestOptions,
  ): Promise<DurationsReport>;
  /** What becomes of action items, fixes and postmortems. */
  getFollowThrough(
    query?: ReportRequest,
    options?: RequestOptions,
  ): Promise<FollowThroughReport>;
  /** Keeps the figures of all reports as they are now. */
  createSnapshot(
    input: SnapshotInput,
    options?: RequestOptions,
  ): Promise<SnapshotCreated>;
  /**
   * The figures as they were then.
   *
   * @throws ResponseError 404 also for who may not see every postmortem that
   * they are of.
   */
  getSnapshot(id: string, options?: RequestOptions): Promise<Snapshot>;
}
