import { Text } from '@backstage/ui';
import { ListError, ListPaging, ListSkeleton, NoMatch } from '../FilteredList';
import { count, EmptyState, type UrlQuery } from '../shared';
import { ItemBoard } from './ItemBoard';
import { activeFilters, type ItemQuery, PAGE_SIZES } from './itemQuery';
import { ItemTable } from './ItemTable';
import type { PageEditing } from './usePageEditing';
import type { Items } from './useItems';

interface ItemResultsProps {
  list: UrlQuery<ItemQuery>;
  items: Items | undefined;
  error: Error | undefined;
  isLoading: boolean;
  onRetry: () => void;
  editing: PageEditing;
  chosen: ReadonlySet<string>;
  onChoose: (ids: string[], isChosen: boolean) => void;
}

/** A page or a board of action items, or why there is none. */
export function ItemResults(props: ItemResultsProps) {
  const { list, items, error, isLoading, onRetry, editing } = props;
  const { query } = list;

  if (error) {
    return (
      <ListError
        what="The action items"
        error={error}
        list={list}
        onRetry={onRetry}
      />
    );
  }
  if (!items) {
    return <ListSkeleton rows={10} height={40} />;
  }
  if (items.items.length === 0) {
    return activeFilters(query).length > 0 || query.cursor ? (
      <NoMatch title="No action item matches" onClear={list.clear} />
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
      <ListPaging
        list={list}
        page={items}
        nextCursor={items.pageInfo.nextCursor}
        pageSizes={PAGE_SIZES}
        total={count(items.totalItems, 'action item')}
        isLoading={isLoading}
      />
    </>
  );
}
