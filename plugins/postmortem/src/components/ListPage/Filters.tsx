import { Select } from '@backstage/ui';
import type { RefObject } from 'react';
import { FilterBar } from '../FilteredList';
import { SearchBox, STATUS_NAMES, useSeverities } from '../shared';
import { activeFilters, ORDERS } from './listQuery';
import styles from './ListPage.module.css';
import { MoreFilters } from './MoreFilters';

import type { ListQueryState } from './useListQuery';

const MORE = ['entityRef', 'teamRef', 'tag', 'from', 'to', 'attention'];

const STATUS_OPTIONS = Object.entries(STATUS_NAMES).map(([value, label]) => ({
  value,
  label,
}));

const ORDER_OPTIONS = Object.entries(ORDERS).map(([value, label]) => ({
  value,
  label,
}));

/** What narrows the list down, and its order. */
export function Filters(props: {
  list: ListQueryState;
  searchRef: RefObject<HTMLDivElement>;
}) {
  const { query, change } = props.list;
  const severities = useSeverities();
  return (
    <FilterBar
      label="Filter postmortems"
      usesMore={activeFilters(query).some(name => MORE.includes(name))}
      more={<MoreFilters list={props.list} />}
      moreClassName={styles.more}
    >
      <SearchBox
        placeholder="Words in a postmortem, or a key such as PM-42"
        fieldRef={props.searchRef}
        value={query.q}
        onChange={q => change({ q }, { replace: true })}
      />
      <Select
        label="Status"
        placeholder="Any"
        selectionMode="multiple"
        options={STATUS_OPTIONS}
        value={query.status}
        onChange={status => change({ status: status.map(String) })}
      />
      <Select
        label="Severity"
        placeholder="Any"
        selectionMode="multiple"
        options={severities.map(name => ({ value: name, label: name }))}
        value={query.severity}
        onChange={severity => change({ severity: severity.map(String) })}
      />
      <Select
        label="Order"
        options={ORDER_OPTIONS}
        value={query.orderBy}
        onChange={orderBy => change({ orderBy: String(orderBy) })}
      />
    </FilterBar>
  );
}
