import { useMemo } from 'react';
import { type UrlParams, useUrlParams } from '../shared';
import { FILTERS, readReportState, type ReportState } from './reportQuery';

/** What the report shows, kept in the address, and the ways to change it. */
export interface ReportQueryState extends Pick<UrlParams, 'change' | 'clear'> {
  state: ReportState;
}

/** What the report shows, kept in the address: a report is a link. */
export function useReportState(): ReportQueryState {
  const { params, change, clear } = useUrlParams(FILTERS);
  const state = useMemo(() => readReportState(params), [params]);
  return { state, change, clear };
}
