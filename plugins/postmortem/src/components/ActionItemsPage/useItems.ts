import { useApi } from '@backstage/core-plugin-api';
import {
  type ActionItem,
  type ActionItemListEntry,
  type ActionItemPage,
  isFinished,
} from 'backstage-plugin-postmortem-common';
import { useCallback, useEffect, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { postmortemApiRef } from '../../api';
import { type ItemQuery, toRequest } from './itemQuery';

const BOARD_ROWS = 100;

// What came to an end is there to be looked back at, not to be worked on.
const BOARD_ROWS_DONE = 20;

/** The rows of a page or a board, and how many there are beside them. */
export interface Items {
  items: ActionItemListEntry[];
  totalItems: number;
  pageInfo: ActionItemPage['pageInfo'];
}

/**
 * The items that a view asks for. The board shows what is open and what came
 * to an end beside each other, unless one state is asked for.
 */
export function useItems(query: ItemQuery) {
  const api = useApi(postmortemApiRef);
  const [items, setItems] = useState<Items>();
  const { value, error, loading, retry } =
    useAsyncRetry(async (): Promise<Items> => {
      const request = toRequest(query);
      if (query.view === 'table') {
        return api.listActionItems(request);
      }
      const all = { ...request, cursor: undefined, limit: BOARD_ROWS };
      const pages = await Promise.all(
        query.state === 'open' || query.state === 'any'
          ? [
              api.listActionItems({ ...all, state: 'open' }),
              api.listActionItems({
                ...all,
                state: 'done',
                orderBy: '-dueAt',
                limit: BOARD_ROWS_DONE,
              }),
            ]
          : [api.listActionItems(all)],
      );
      return {
        items: pages.flatMap(page => page.items),
        totalItems: pages.reduce((sum, page) => sum + page.totalItems, 0),
        pageInfo: {},
      };
    }, [api, query]);
  useEffect(() => {
    if (value) {
      setItems(value);
    }
  }, [value]);

  // A row stays in its place while somebody works on it, also where the
  // change takes it out of the filter: it is gone at the next look.
  const replace = useCallback((saved: ActionItem) => {
    setItems(
      current =>
        current && {
          ...current,
          items: current.items.map(item =>
            item.id === saved.id
              ? {
                  ...item,
                  ...saved,
                  overdue:
                    item.overdue &&
                    saved.dueAt === item.dueAt &&
                    !isFinished(saved.status),
                  missingRef:
                    saved.ownerRef === item.missingRef ||
                    saved.entityRef === item.missingRef
                      ? item.missingRef
                      : null,
                }
              : item,
          ),
        },
    );
  }, []);

  return { items, error, isLoading: loading, retry, replace };
}
