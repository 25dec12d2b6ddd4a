import type { z } from 'zod';
import type {
  ActionItemReport,
  DurationReport,
  OutcomeReport,
  reportQuerySchema,
  ReportSnapshot,
  ReportSnapshotInput,
  TrendReport,
  trendQuerySchema,
} from '../schema';
import type { RequestOptions } from './CollaborationApi';

/** What a report is narrowed to, as a caller writes it. */
export type ReportRequest = Partial<z.output<typeof reportQuerySchema>>;
export type TrendRequest = Partial<z.output<typeof trendQuerySchema>>;

/** Figures about many postmortems. */
export interface ReportsApi {
  /** How many incidents, when, and of what kind. */
  getTrends(
    query?: TrendRequest,
    options?: RequestOptions,
  ): Promise<TrendReport>;
  /** How long it takes to detect, acknowledge, mitigate and resolve. */
  getDurations(
    query?: ReportRequest,
    options?: RequestOptions,
  ): Promise<DurationReport>;
  /** What becomes of action items. */
  getActionItemReport(
    query?: ReportRequest,
    options?: RequestOptions,
  ): Promise<ActionItemReport>;
  /** Whether fixes hold, what is not written, what it costs, where it lands. */
  getOutcomes(
    query?: ReportRequest,
    options?: RequestOptions,
  ): Promise<OutcomeReport>;
  /** Keeps all figures as of now, under an id. */
  createReportSnapshot(
    query?: ReportSnapshotInput,
    options?: RequestOptions,
  ): Promise<{ id: string }>;
  /**
   * The figures as they were kept.
   *
   * @throws ResponseError 404 also for who may not see all that was counted.
   */
  getReportSnapshot(
    id: string,
    options?: RequestOptions,
  ): Promise<ReportSnapshot>;
}
