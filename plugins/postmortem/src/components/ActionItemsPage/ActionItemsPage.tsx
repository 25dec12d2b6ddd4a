import {
  Container,
  Flex,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiLayoutColumnLine, RiTableLine } from '@remixicon/react';
import { useState } from 'react';
import { ListHeading } from '../FilteredList';
import { count, type UrlQuery, useUrlQuery } from '../shared';
import { BulkBar } from './BulkBar';
import { ItemFilters } from './ItemFilters';
import {
  activeFilters,
  FILTERS,
  type ItemQuery,
  readItemQuery,
} from './itemQuery';
import { ItemResults } from './ItemResults';
import { useItems } from './useItems';
import { usePageEditing } from './usePageEditing';

function ViewChoice({ list }: { list: UrlQuery<ItemQuery> }) {
  return (
    <ToggleButtonGroup
      aria-label="View"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[list.query.view]}
      onSelectionChange={([view]) =>
        list.change({ view: view === 'board' ? 'board' : '' })
      }
    >
      <ToggleButton id="table" iconStart={<RiTableLine aria-hidden />}>
        Table
      </ToggleButton>
      <ToggleButton id="board" iconStart={<RiLayoutColumnLine aria-hidden />}>
        Board
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

/** What postmortems promised: to search, filter and bring up to date. */
export function ActionItemsPage() {
  const list = useUrlQuery(readItemQuery, FILTERS);
  const { items, error, isLoading, retry, replace } = useItems(list.query);
  const editing = usePageEditing(replace);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = (items?.items ?? []).filter(({ id }) => chosenIds.has(id));

  return (
    <Container>
      <Flex direction="column" gap="5">
        <ListHeading
          title="Action items"
          total={items && !isLoading && count(items.totalItems, 'action item')}
          isFiltered={activeFilters(list.query).length > 0}
          onClear={list.clear}
        >
          <ViewChoice list={list} />
        </ListHeading>
        <ItemFilters list={list} />
        {chosen.length > 0 && list.query.view === 'table' && (
          <BulkBar
            chosen={chosen}
            onChanged={refused => {
              setChosenIds(new Set(refused));
              retry();
            }}
            onClear={() => setChosenIds(new Set())}
          />
        )}
        <section aria-label="Results">
          <ItemResults
            list={list}
            items={items}
            error={error}
            isLoading={isLoading}
            onRetry={retry}
            editing={editing}
            chosen={chosenIds}
            onChoose={(ids, isChosen) =>
              setChosenIds(current => {
                const next = new Set(current);
                ids.forEach(id => (isChosen ? next.add(id) : next.delete(id)));
                return next;
              })
            }
          />
        </section>
      </Flex>
    </Container>
  );
}
