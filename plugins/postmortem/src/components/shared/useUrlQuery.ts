import { useMemo } from 'react';
import { useLocation } from '../../routing';
import { type UrlParams, useUrlParams } from './useUrlParams';

/** Kept with each entry of the browser's history. */
interface PageState {
  /** The cursors of the pages before this one; the first page has none. */
  previous: Array<string | null>;
}

/** What a list shows, kept in the address, and the ways to change it. */
export interface UrlQuery<Q> extends Pick<UrlParams, 'change' | 'clear'> {
  query: Q;
  /** How many rows come before this page; unknown after following a link. */
  offset: number | undefined;
  goToNext: (cursor: string) => void;
  /** To the page before, or to the first where that is not known. */
  goToPrevious: () => void;
}

/**
 * What a list shows, kept in the address: a view is a link, and the browser's
 * Back goes to the view before.
 *
 * @param read - reads the address; must be the same function at every render
 * @param filters - the parameters that narrow the list down
 */
export function useUrlQuery<
  Q extends { limit: number; cursor: string | undefined },
>(
  read: (params: URLSearchParams) => Q,
  filters: readonly string[],
): UrlQuery<Q> {
  const { params, setParams, change, clear } = useUrlParams(filters);
  const state = useLocation().state as PageState | null;
  const query = useMemo(() => read(params), [read, params]);
  const previous = query.cursor ? state?.previous : [];

  const goTo = (cursor: string | null, before: PageState['previous']) => {
    const next = new URLSearchParams(params);
    next.delete('cursor');
    if (cursor) {
      next.set('cursor', cursor);
    }
    setParams(next, { state: { previous: before } satisfies PageState });
  };

  return {
    query,
    change,
    clear,
    offset: previous && previous.length * query.limit,
    goToNext: cursor =>
      goTo(cursor, [...(previous ?? []), query.cursor ?? null]),
    goToPrevious: () =>
      goTo(previous?.at(-1) ?? null, previous?.slice(0, -1) ?? []),
  };
}
