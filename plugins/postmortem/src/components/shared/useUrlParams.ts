import { useCallback } from 'react';
import { useSearchParams } from '../../routing';

/** The parameters of the address, and the ways to change them. */
export interface UrlParams {
  params: URLSearchParams;
  setParams: ReturnType<typeof useSearchParams>[1];
  /** Sets parameters, an empty value takes one out; a list begins anew. */
  change: (
    changes: Record<string, string | readonly string[]>,
    options?: { replace: boolean },
  ) => void;
  /** Takes out every filter. */
  clear: () => void;
}

/**
 * What a page shows, kept in the address: a view is a link.
 *
 * @param filters - the parameters that narrow it down
 */
export function useUrlParams(filters: readonly string[]): UrlParams {
  const [params, setParams] = useSearchParams();
  const change = useCallback<UrlParams['change']>(
    (changes, options) =>
      setParams(current => {
        const next = new URLSearchParams(current);
        // Of what was shown before.
        next.delete('cursor');
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name);
          [value]
            .flat()
            .filter(Boolean)
            .forEach(item => next.append(name, item));
        }
        return next;
      }, options),
    [setParams],
  );
  const clear = useCallback(
    () => change(Object.fromEntries(filters.map(name => [name, '']))),
    [change, filters],
  );
  return { params, setParams, change, clear };
}
