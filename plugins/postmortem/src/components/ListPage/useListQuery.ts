import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from '../../routing';
import { FILTERS, readListQuery } from './listQuery';

/** Kept with each entry of the browser's history. */
interface PageState {
  /** The cursors of the pages before this one; the first page has none. */
  previous: Array<string | null>;
}

/**
 * What the list shows, kept in the address: a view is a link, and the
 * browser's Back goes to the view before.
 */
export function useListQuery() {
  const [params, setParams] = useSearchParams();
  const state = useLocation().state as PageState | null;
  const query = useMemo(() => readListQuery(params), [params]);
  const previous = query.cursor ? state?.previous : [];

  /** Changes parameters; the list then begins at its first page. */
  const change = useCallback(
    (
      changes: Record<string, string | readonly string[]>,
      options?: { replace: boolean },
    ) => {
      setParams(current => {
        const next = new URLSearchParams(current);
        next.delete('cursor');
        for (const [name, value] of Object.entries(changes)) {
          next.delete(name);
          [value]
            .flat()
            .filter(Boolean)
            .forEach(item => next.append(name, item));
        }
        return next;
      }, options);
    },
    [setParams],
  );

  const clear = useCallback(
    () => change(Object.fromEntries(FILTERS.map(name => [name, '']))),
    [change],
  );

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
    /** How many rows come before this page; unknown after following a link. */
    offset: previous && previous.length * query.limit,
    goToNext: (cursor: string) =>
      goTo(cursor, [...(previous ?? []), query.cursor ?? null]),
    /** To the page before, or to the first where that is not known. */
    goToPrevious: () =>
      goTo(previous?.at(-1) ?? null, previous?.slice(0, -1) ?? []),
  };
}

export type ListQueryState = ReturnType<typeof useListQuery>;
