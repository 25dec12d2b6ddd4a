import { useApi } from '@backstage/core-plugin-api';
import type {
  DurationsReport,
  FollowThroughReport,
  PatternsReport,
  ReportGrouping,
  ReportRequest,
  Trends,
} from 'backstage-plugin-postmortem-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { toTrendsRequest } from './reportQuery';

/** A part of the report: there, on its way, or failed. */
export interface Loaded<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  retry: () => void;
}

/** The four answers that a report is made of. */
export interface LoadedReports {
  trends: Loaded<Trends>;
  patterns: Loaded<PatternsReport>;
  durations: Loaded<DurationsReport>;
  followThrough: Loaded<FollowThroughReport>;
}

/**
 * Asks for the four parts of a report side by side. Each comes, fails and is
 * asked for again on its own, and stays in its place until the next one comes.
 *
 * @param request - must be the same object as long as it asks for the same
 */
export function useReports(
  request: ReportRequest,
  groupBy: ReportGrouping,
): LoadedReports {
  const api = useApi(postmortemApiRef);
  const trends = useAsyncRetry(
    (): Promise<Trends> => api.getTrends(toTrendsRequest(request, groupBy)),
    [api, request, groupBy],
  );
  const patterns = useAsyncRetry(
    (): Promise<PatternsReport> => api.getPatterns(request),
    [api, request],
  );
  const durations = useAsyncRetry(
    (): Promise<DurationsReport> => api.getDurations(request),
    [api, request],
  );
  const followThrough = useAsyncRetry(
    (): Promise<FollowThroughReport> => api.getFollowThrough(request),
    [api, request],
  );
  return { trends, patterns, durations, followThrough };
}
