import type { Snapshot } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import type { PostmortemFilter } from '../../permissions/filter';
import { isPostgres, toNumber } from '../sql';
import { visibleTo } from '../visibleTo';
import { reportedPostmortems, type ReportScope } from './reportScope';

/** The figures of a snapshot, and what they are of. */
export interface StoredSnapshot {
  snapshot: Snapshot;
  /** The numbers of the postmortems, as a JSON array. */
  numbers: string;
}

/** Keeps figures of reports. */
export class SnapshotStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * The numbers of all postmortems that the figures of a report can tell of,
   * as a JSON array: those that pass the filters, whenever they began, and
   * those that they repeat.
   */
  async numbersOf(scope: ReportScope): Promise<string> {
    const knex = this.#knex;
    const earlier = knex('postmortems as p')
      .join('postmortem_related as r', 'r.related_id', 'p.id')
      .where('r.relation', 'repeat_of')
      .whereIn(
        'r.postmortem_number',
        reportedPostmortems(knex, scope).select('p.number'),
      )
      .whereNull('p.deleted_at')
      .select('p.number');
    visibleTo(knex, earlier, scope.visible);
    const all = reportedPostmortems(knex, scope)
      .select('p.number')
      .union(earlier);
    const aggregate = isPostgres(knex) ? 'json_agg' : 'json_group_array';
    const [row] = await knex
      .from(all.as('x'))
      .select(knex.raw(`cast(${aggregate}(number) as text) as numbers`));
    return row.numbers ?? '[]';
  }

  async insert({ snapshot, numbers }: StoredSnapshot): Promise<void> {
    await this.#knex('postmortem_report_snapshots').insert({
      id: snapshot.id,
      created_by: snapshot.createdBy,
      created_at: snapshot.createdAt,
      numbers,
      figures: JSON.stringify(snapshot),
    });
  }

  async find(id: string): Promise<StoredSnapshot | undefined> {
    const row = await this.#knex('postmortem_report_snapshots')
      .where({ id: id.toLocaleLowerCase('en-US') })
      .first('figures', 'numbers');
    return row && { snapshot: JSON.parse(row.figures), numbers: row.numbers };
  }

  /** Whether the filter lets through each of the postmortems. */
  async seesAll(
    numbers: string,
    visible: PostmortemFilter | undefined,
  ): Promise<boolean> {
    if (!visible) {
      return true;
    }
    const knex = this.#knex;
    const listed = isPostgres(knex)
      ? 'select value::int from json_array_elements_text(?)'
      : 'select value from json_each(?)';
    const query = knex('postmortems as p').whereRaw(`p.number in (${listed})`, [
      numbers,
    ]);
    visibleTo(knex, query, visible);
    const [row] = await query.select(knex.raw('count(*) as n'));
    return toNumber(row.n) === JSON.parse(numbers).length;
  }
}
