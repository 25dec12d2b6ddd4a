import { Button, Skeleton, TablePagination, Text } from '@backstage/ui';
import {
  count,
  EmptyState,
  LoadError,
  statusOf,
  type UrlQuery,
} from '../shared';
import styles from './ActionItemsPage.module.css';
import { ItemBoard } from './ItemBoard';
import { activeFilters, type ItemQuery, PAGE_SIZES } from './itemQuery';
import { ItemTable } from './ItemTable';
import type { ItemEditing } from './useItemEditing';
import type { Items } from './useItems';

interface ItemResultsProps {
  list: UrlQuery<ItemQuery>;
  items: Items | undefined;
  error: Error | undefined;
  isLoading: boolean;
  onRetry: () => void;
  editing: ItemEditing;
  chosen: ReadonlySet<string>;
  onChoose: (ids: string[], isChosen: boolean) => void;
}

/** A page or a board of action items, or why there is none. */
export function ItemResults(props: ItemResultsProps) {
  const { list, items, error, isLoading, onRetry, editing } = props;
  const { query, change } = list;

  if (error) {
    // A cursor does not hold for another query, or when somebody edited it.
    const isCursorRefused = query.cursor && statusOf(error) === 400;
    return (
      <LoadError
        what="The action items"
        error={error}
        onRetry={isCursorRefused ? () => change({}) : onRetry}
      />
    );
  }
  if (!items) {
    return (
      <div className={styles.skeleton} aria-busy>
        {Array.from({ length: 10 }, (_, row) => (
          <Skeleton key={row} width="100%" height={40} />
        ))}
      </div>
    );
  }
  if (items.items.length === 0) {
    return activeFilters(query).length > 0 || query.cursor ? (
      <EmptyState
        title="No action item matches"
        description="Take out a filter, or search for fewer words."
        action={
          <Button variant="secondary" onPress={list.clear}>
            Clear filters
          </Button>
        }
      />
    ) : (
      <EmptyState
        title="No action items yet"
        description="What postmortems promise is listed here until it is done, with who does it and when."
      />
    );
  }
  if (query.view === 'board') {
    return (
      <>
        <ItemBoard
          items={items.items}
          editing={editing}
          isStale={isLoading}
          onAnswered={onRetry}
        />
        {items.items.length < items.totalItems && (
          <Text as="p" variant="body-small" color="secondary">
            {items.items.length} of {items.totalItems} are on the board. Filters
            bring up the others, and the table has them all.
          </Text>
        )}
      </>
    );
  }
  return (
    <>
      <ItemTable
        items={items.items}
        editing={editing}
        isStale={isLoading}
        chosen={props.chosen}
        onChoose={props.onChoose}
        onAnswered={onRetry}
      />
      <Paging list={list} items={items} isLoading={isLoading} />
    </>
  );
}

function Paging(props: {
  list: UrlQuery<ItemQuery>;
  items: Items;
  isLoading: boolean;
}) {
  const { list, items, isLoading } = props;
  const { query, offset } = list;
  const { nextCursor } = items.pageInfo;
  return (
    <TablePagination
      pageSize={query.limit}
      pageSizeOptions={PAGE_SIZES.map(value => ({
        value,
        label: `${value} rows`,
      }))}
      onPageSizeChange={limit => list.change({ limit: String(limit) })}
      offset={offset}
      totalCount={items.totalItems}
      getLabel={() =>
        offset === undefined
          ? count(items.totalItems, 'action item')
          : `${offset + 1}–${offset + items.items.length} of ${
              items.totalItems
            }`
      }
      hasNextPage={nextCursor !== undefined && !isLoading}
      hasPreviousPage={query.cursor !== undefined && !isLoading}
      onNextPage={() => list.goToNext(nextCursor!)}
      onPreviousPage={list.goToPrevious}
    />
  );
}
