import { useCallback, useMemo } from 'react';
import { useSearchParams } from '../../routing';
import { FILTERS, readReportState, type ReportState } from './reportQuery';

/** What the report shows, kept in the address, and the ways to change it. */
export interface ReportQueryState {
  state: ReportState;
  change: (changes: Record<string, string | readonly string[]>) => void;
  /** Takes out every filter. */
  clear: () => void;
}

/** What the report shows, kept in the address: a report is a link. */
export function useReportState(): ReportQueryState {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readReportState(params), [params]);
  const change = useCallback<ReportQueryState['change']>(
    changes =>
      setParams(current => {
        const next = new URLSearchParams(current);
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name);
          [value]
            .flat()
            .filter(Boolean)
            .forEach(item => next.append(name, item));
        }
        return next;
      }),
    [setParams],
  );
  const clear = useCallback(
    () => change(Object.fromEntries(FILTERS.map(name => [name, '']))),
    [change],
  );
  return { state, change, clear };
}
