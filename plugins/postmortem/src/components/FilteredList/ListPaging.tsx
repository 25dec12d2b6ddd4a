import { TablePagination } from '@backstage/ui';
import type { UrlQuery } from '../shared';

/** Turns the pages of a list whose place is in the address. */
export function ListPaging(props: {
  list: UrlQuery<{ limit: number; cursor: string | undefined }>;
  page: { items: unknown[]; totalItems: number };
  nextCursor: string | undefined;
  pageSizes: readonly number[];
  /** How many there are, in words. */
  total: string;
  /** How many there are, as a number of rows is said to be of them. */
  outOf?: string;
  isLoading: boolean;
  /** Called before another page is asked for. */
  onTurn?: () => void;
}) {
  const { list, page, nextCursor, total, isLoading, onTurn } = props;
  const { query, offset } = list;
  const outOf = props.outOf ?? page.totalItems;
  return (
    <TablePagination
      pageSize={query.limit}
      pageSizeOptions={props.pageSizes.map(value => ({
        value,
        label: `${value} rows`,
      }))}
      onPageSizeChange={limit => list.change({ limit: String(limit) })}
      offset={offset}
      totalCount={page.totalItems}
      getLabel={() =>
        offset === undefined
          ? total
          : `${offset + 1}–${offset + page.items.length} of ${outOf}`
      }
      hasNextPage={nextCursor !== undefined && !isLoading}
      hasPreviousPage={query.cursor !== undefined && !isLoading}
      onNextPage={() => {
        onTurn?.();
        list.goToNext(nextCursor!);
      }}
      onPreviousPage={() => {
        onTurn?.();
        list.goToPrevious();
      }}
    />
  );
}
