import type { PostmortemPage } from 'backstage-plugin-postmortem-common';
import { ListError, ListPaging, ListSkeleton, NoMatch } from '../FilteredList';
import { PostmortemTable } from '../PostmortemTable';
import { EmptyState, NewPostmortem } from '../shared';
import { activeFilters, PAGE_SIZES, total } from './listQuery';
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
  const { query } = list;

  if (error) {
    return (
      <ListError
        what="The postmortems"
        error={error}
        list={list}
        onRetry={onRetry}
      />
    );
  }
  if (!page) {
    return <ListSkeleton rows={12} height={28} />;
  }
  if (page.items.length === 0) {
    return activeFilters(query).length > 0 || query.cursor ? (
      <NoMatch title="No postmortem matches" onClear={list.clear} />
    ) : (
      <EmptyState
        title="No postmortems yet"
        description="Every incident that somebody writes about is listed here. Documents that are already written can be imported."
        action={<NewPostmortem />}
      />
    );
  }

  const { totalItems, totalIsMinimum } = page;
  return (
    <>
      <PostmortemTable
        label="Postmortems"
        postmortems={page.items}
        isStale={isLoading}
      />
      <ListPaging
        list={list}
        page={page}
        nextCursor={page.pageInfo.nextCursor}
        pageSizes={PAGE_SIZES}
        total={total(page)}
        outOf={totalIsMinimum && `more than ${totalItems}`}
        isLoading={isLoading}
        onTurn={onTurn}
      />
    </>
  );
}
