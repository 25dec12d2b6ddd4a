import type { PostmortemQuery } from 'backstage-plugin-postmortem-common';
import type { SortKey } from './keyset';
import { END_OF_TIME } from './sql';

/**
 * Whether the list is that of one entity in the order of its index, which
 * then leads: the page is read off the index, however many there are.
 */
export function isLedByEntity({
  orderBy,
  entityRef,
  teamRef,
}: PostmortemQuery): boolean {
  return (
    entityRef?.length === 1 &&
    !teamRef &&
    (orderBy === '-startedAt' || orderBy === 'startedAt')
  );
}

/** The rank of a severity: ascending with the direction, unknown ones last. */
function rank(severities: string[], direction: 'asc' | 'desc'): string {
  const names = [...severities];
  if (direction === 'desc') {
    names.reverse();
  }
  // Names that the configuration was checked for: no quotes among them.
  const cases = names.map((name, index) => `when '${name}' then ${index}`);
  return `case p.severity ${cases.join(' ')} else ${names.length} end`;
}

/** What the list is sorted by. */
export function sortKeys(
  query: PostmortemQuery,
  severities: string[],
): SortKey[] {
  const { orderBy } = query;
  const ledByEntity = isLedByEntity(query);
  const direction = orderBy.startsWith('-') ? 'desc' : 'asc';
  const number: SortKey = {
    sql: ledByEntity ? 'e.postmortem_number' : 'p.number',
    direction,
    type: 'number',
  };
  switch (orderBy) {
    case 'createdAt':
    case '-createdAt':
      return [{ sql: 'p.created_at', direction, type: 'string' }, number];
    case 'updatedAt':
    case '-updatedAt':
      return [{ sql: 'p.updated_at', direction, type: 'string' }, number];
    case 'severity':
    case '-severity':
      return [
        { sql: rank(severities, direction), direction: 'asc', type: 'number' },
        {
          sql: `coalesce(p.started_at, '')`,
          direction: 'desc',
          type: 'string',
        },
        { ...number, direction: 'desc' },
      ];
    default: {
      // Postmortems without a beginning come last in either direction.
      const absent = direction === 'desc' ? '' : END_OF_TIME;
      const column = ledByEntity ? 'e.started_at' : 'p.started_at';
      return [
        {
          sql: `coalesce(${column}, '${absent}')`,
          direction,
          type: 'string',
        },
        number,
      ];
    }
  }
}
