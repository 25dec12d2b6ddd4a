import { Button, Select } from '@backstage/ui';
import { RiFilter3Line } from '@remixicon/react';
import { type RefObject, useId, useState } from 'react';
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
  const moreId = useId();
  const [isOpen, setIsOpen] = useState(
    activeFilters(query).some(name => MORE.includes(name)),
  );

  return (
    <div
      role="search"
      aria-label="Filter postmortems"
      className={styles.filters}
    >
      <div className={styles.row}>
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
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            iconStart={<RiFilter3Line aria-hidden />}
            aria-expanded={isOpen}
            aria-controls={moreId}
            onPress={() => setIsOpen(!isOpen)}
          >
            More filters
          </Button>
        </div>
      </div>
      <div id={moreId} hidden={!isOpen}>
        {isOpen && <MoreFilters list={props.list} />}
      </div>
    </div>
  );
}
