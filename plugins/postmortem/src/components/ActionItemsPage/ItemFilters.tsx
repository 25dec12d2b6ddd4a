import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Button, Select } from '@backstage/ui';
import { RiFilter3Line, RiUserLine } from '@remixicon/react';
import { useId, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { SERVICE_KINDS } from '../../entityKinds';
import { ITEM_TYPE_NAMES } from '../ActionItem';
import { EntitiesPicker } from '../EntityPicker';
import { SearchBox, type UrlQuery } from '../shared';
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

function useMe(): string | undefined {
  const identity = useApi(identityApiRef);
  return useAsync(
    async () => (await identity.getBackstageIdentity()).userEntityRef,
    [identity],
  ).value;
}

/** What narrows the action items down, and their order. */
export function ItemFilters({ list }: { list: UrlQuery<ItemQuery> }) {
  const { query, change } = list;
  const me = useMe();
  const moreId = useId();
  const [isOpen, setIsOpen] = useState(
    activeFilters(query).some(name => MORE.includes(name)),
  );
  const isMine = query.ownerRef.length === 1 && query.ownerRef[0] === me;

  return (
    <div
      role="search"
      aria-label="Filter action items"
      className={styles.filters}
    >
      <div className={styles.row}>
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
        <div className={styles.buttons}>
          <Button
            variant="secondary"
            iconStart={<RiUserLine aria-hidden />}
            isDisabled={!me}
            aria-pressed={isMine}
            onPress={() => change({ ownerRef: isMine || !me ? '' : me })}
          >
            Mine
          </Button>
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
        {isOpen && (
          <div className={styles.more}>
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
          </div>
        )}
      </div>
    </div>
  );
}
