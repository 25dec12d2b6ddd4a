import { type UrlQuery, useUrlQuery } from '../shared';
import { FILTERS, type ListQuery, readListQuery } from './listQuery';

/** What the list of postmortems shows, kept in the address. */
export function useListQuery(): UrlQuery<ListQuery> {
  return useUrlQuery(readListQuery, FILTERS);
}

export type ListQueryState = UrlQuery<ListQuery>;
