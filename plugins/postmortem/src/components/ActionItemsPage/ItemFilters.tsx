import { Button, Select } from '@backstage/ui';
import { RiUserLine } from '@remixicon/react';
import { SERVICE_KINDS } from '../../entityKinds';
import { ITEM_TYPE_NAMES } from '../ActionItem';
import { EntitiesPicker } from '../EntityPicker';
import { FilterBar } from '../FilteredList';
import { SearchBox, type UrlQuery, useMe } from '../shared';
import styles from './ActionItemsPage.module.css';
import {
  activeFilters,
  type ItemQuery,
  ORDER_NAMES,
  STATE_NAMES,
} from './itemQuery';

const MORE = ['teamRef', 'ownerRef', 'entityRef', 'type'];

function optionsOf(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}

const STATE_OPTIONS = [
  ...optionsOf(STATE_NAMES),
  { value: 'any', label: 'Any' },
];
const PRIORITY_OPTIONS = optionsOf({ P0: 'P0', P1: 'P1', P2: 'P2', P3: 'P3' });

/** What narrows the action items down, and their order. */
export function ItemFilters({ list }: { list: UrlQuery<ItemQuery> }) {
  const { query, change } = list;
  const me = useMe()?.userRef;
  const isMine = query.ownerRef.length === 1 && query.ownerRef[0] === me;
  return (
    <FilterBar
      label="Filter action items"
      usesMore={activeFilters(query).some(name => MORE.includes(name))}
      buttons={
        <Button
          variant="secondary"
          iconStart={<RiUserLine aria-hidden />}
          isDisabled={!me}
          aria-pressed={isMine}
          onPress={() => change({ ownerRef: isMine || !me ? '' : me })}
        >
          Mine
        </Button>
      }
      more={<MoreFilters list={list} />}
      moreClassName={styles.more}
    >
      <SearchBox
        value={query.q}
        placeholder="Words in an action item"
        onChange={q => change({ q }, { replace: true })}
      />
      <Select
        label="State"
        options={STATE_OPTIONS}
        value={query.state}
        onChange={state =>
          change({ state: state === 'open' ? '' : String(state) })
        }
      />
      <Select
        label="Priority"
        placeholder="Any"
        selectionMode="multiple"
        options={PRIORITY_OPTIONS}
        value={query.priority}
        onChange={priority => change({ priority: priority.map(String) })}
      />
      <Select
        label="Order"
        options={optionsOf(ORDER_NAMES)}
        value={query.orderBy}
        onChange={orderBy => change({ orderBy: String(orderBy) })}
      />
    </FilterBar>
  );
}

/** The filters that are asked for less often. */
function MoreFilters({ list }: { list: UrlQuery<ItemQuery> }) {
  const { query, change } = list;
  return (
    <>
      <EntitiesPicker
        label="Teams, with their child teams"
        kinds={['group']}
        value={query.teamRef}
        onChange={teamRef => change({ teamRef })}
      />
      <EntitiesPicker
        label="Owners"
        kinds={['user', 'group']}
        value={query.ownerRef}
        onChange={ownerRef => change({ ownerRef })}
      />
      <EntitiesPicker
        label="Components and other entities"
        kinds={SERVICE_KINDS}
        value={query.entityRef}
        onChange={entityRef => change({ entityRef })}
      />
      <Select
        label="Type"
        placeholder="Any"
        selectionMode="multiple"
        options={optionsOf(ITEM_TYPE_NAMES)}
        value={query.type}
        onChange={type => change({ type: type.map(String) })}
      />
    </>
  );
}
