import { type CalendarDate, parseDate } from '@internationalized/date';
import { DatePicker, Select } from '@backstage/ui';
import { SERVICE_KINDS } from '../../entityKinds';
import { EntitiesPicker } from '../EntityPicker';
import { ATTENTION_NAMES } from './listQuery';
import { TagsField } from './TagsField';
import type { ListQueryState } from './useListQuery';

const ANY = 'any';

const ATTENTION_OPTIONS = [
  { value: ANY, label: 'All' },
  ...Object.entries(ATTENTION_NAMES).map(([value, label]) => ({
    value,
    label,
  })),
];

/** The filters that are asked for less often. */
export function MoreFilters({ list }: { list: ListQueryState }) {
  const { query, change } = list;
  return (
    <>
      <EntitiesPicker
        label="Components and other entities"
        kinds={SERVICE_KINDS}
        value={query.entityRef}
        onChange={entityRef => change({ entityRef })}
      />
      <EntitiesPicker
        label="Teams, with their child teams"
        kinds={['group']}
        value={query.teamRef}
        onChange={teamRef => change({ teamRef })}
      />
      <EntitiesPicker
        label="People who took part"
        kinds={['user']}
        value={query.participantRef}
        onChange={participantRef => change({ participantRef })}
      />
      <TagsField value={query.tag} onChange={tag => change({ tag })} />
      <Select
        label="Asks for somebody"
        options={ATTENTION_OPTIONS}
        value={query.attention || ANY}
        onChange={attention =>
          change({ attention: attention === ANY ? '' : String(attention) })
        }
      />
      <DatePicker
        label="Began on or after"
        value={dayFrom(query.from)}
        onChange={from => change({ from: from?.toString() ?? '' })}
      />
      <DatePicker
        label="Began on or before"
        value={dayFrom(query.to)}
        onChange={to => change({ to: to?.toString() ?? '' })}
      />
    </>
  );
}

/** A day of the address; null for none and for one that no calendar has. */
function dayFrom(text: string): CalendarDate | null {
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
