import type { JsonValue } from '@backstage/types';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { ITEM_STATUS_NAMES } from '../ActionItem';
import { Time } from '../shared';

const ENTITY_REF = /^[a-z]+:[^\s/:]+\/[^\s/:]+$/;
const TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** Dates that are whole days, in UTC. */
const DAYS = new Set(['dueAt', 'verifyAt']);

/** Fields that hold one of a few names. */
const CHOICES = new Set([
  'kind',
  'status',
  'term',
  'type',
  'visibility',
  'audience',
  'role',
  'method',
  'relation',
  'verdict',
]);

function choiceName(value: string): string {
  const name = (ITEM_STATUS_NAMES as Record<string, string>)[value];
  const words = value.replaceAll('_', ' ');
  return name ?? words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

function textOf(value: string, field: string): ReactNode {
  if (ENTITY_REF.test(value)) {
    return <EntityRefLink entityRef={value} hideIcon />;
  }
  if (TIME.test(value)) {
    return <Time at={value} as={DAYS.has(field) ? 'day' : 'moment'} />;
  }
  return CHOICES.has(field) ? choiceName(value) : value;
}

/** A fact of a postmortem in words. */
export function FactValue(props: {
  value: JsonValue;
  /** The name of the field that holds it. */
  field: string;
}) {
  const { value, field } = props;
  if (value === null) {
    return <>nothing</>;
  }
  if (typeof value === 'boolean') {
    return <>{value ? 'yes' : 'no'}</>;
  }
  if (typeof value === 'number') {
    return <>{value.toLocaleString('en-US')}</>;
  }
  if (typeof value === 'string') {
    return <>{textOf(value, field)}</>;
  }
  const members = Array.isArray(value)
    ? value.map((member): [string, JsonValue] => [field, member])
    : (Object.entries(value) as Array<[string, JsonValue]>);
  return (
    <>
      {members
        .filter(([, member]) => member !== null)
        .map(([name, member], index) => (
          <span key={index}>
            {index > 0 && ', '}
            <FactValue value={member} field={name} />
          </span>
        ))}
    </>
  );
}
