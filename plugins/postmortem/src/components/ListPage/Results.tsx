import { Button, Skeleton, TablePagination } from '@backstage/ui';
import type { PostmortemPage } from 'backstage-plugin-postmortem-common';
import { PostmortemTable } from '../PostmortemTable';
import { EmptyState, LoadError, NewPostmortem, statusOf } from '../shared';
import { activeFilters, PAGE_SIZES, total } from './listQuery';
import styles from './ListPage.module.css';
import type { ListQueryState } from './useListQuery';

/** A page of the list, or why there is none. */
export function Results(props: {
  list: ListQueryState;
  page: PostmortemPage | undefined;
  error: Error | undefined;
  isLoading: boolean;
  onRetry: () => void;
  /** Called before another page is asked for. */
  onTurn: () => void;
}) {
  const { list, page, error, isLoading, onRetry, onTurn } = props;
  const { query, offset, change, clear } = list;

  if (error) {
    // A cursor does not hold for another query, or when somebody edited it.
    const isCursorRefused = query.cursor && statusOf(error) === 400;
    return (
      <LoadError
        what="The postmortems"
        error={error}
        onRetry={isCursorRefused ? () => change({}) : onRetry}
      />
    );
  }
  if (!page) {
    return (
      <div className={styles.skeleton} aria-busy>
        {Array.from({ length: 12 }, (_, row) => (
          <Skeleton key={row} width="100%" height={28} />
        ))}
      </div>
    );
  }
  if (page.items.length === 0) {
    return activeFilters(query).length > 0 || query.cursor ? (
      <EmptyState
        title="No postmortem matches"
        description="Take out a filter, or search for fewer words."
        action={
          <Button variant="secondary" onPress={clear}>
            Clear filters
          </Button>
        }
      />
    ) : (
      <EmptyState
        title="No postmortems yet"
        description="Every incident that somebody writes about is listed here. Documents that are already written can be imported."
        action={<NewPostmortem />}
      />
    );
  }

  const { nextCursor } = page.pageInfo;
  return (
    <>
      <PostmortemTable
        label="Postmortems"
        postmortems={page.items}
        isStale={isLoading}
      />
      <TablePagination
        pageSize={query.limit}
        pageSizeOptions={PAGE_SIZES.map(value => ({
          value,
          label: `${value} rows`,
        }))}
        onPageSizeChange={limit => change({ limit: String(limit) })}
        offset={offset}
        totalCount={page.totalItems}
        getLabel={() => describeRows(offset, page)}
        hasNextPage={nextCursor !== undefined && !isLoading}
        hasPreviousPage={query.cursor !== undefined && !isLoading}
        onNextPage={() => {
          onTurn();
          list.goToNext(nextCursor!);
        }}
        onPreviousPage={() => {
          onTurn();
          list.goToPrevious();
        }}
      />
    </>
  );
}

function describeRows(
  offset: number | undefined,
  page: PostmortemPage,
): string {
  const { items, totalItems, totalIsMinimum } = page;
  const of = totalIsMinimum ? `more than ${totalItems}` : totalItems;
  return offset === undefined
    ? total(page)
    : `${offset + 1}–${offset + items.length} of ${of}`;
}
