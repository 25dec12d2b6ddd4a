import type { Knex } from 'knex';
import { changeCounter } from './changes';
import { fingerprint } from './fingerprint';
import {
  afterKeys,
  decodeCursor,
  encodeCursor,
  orderByKeys,
  queryFingerprint,
  type SortKey,
} from './keyset';
import { PreparedReader } from './PreparedReader';
import { readRows, type ReadBatch } from './ReadBatch';
import { RecentMap } from './RecentMap';
import type { ListOptions } from './scope';
import { IN_TEXT, toNumber } from './sql';

/** One page of a list. */
export interface PageRequest {
  /** The name of the list; a cursor of one list is of no use to another. */
  list: string;
  query: { limit: number; cursor?: string };
  /**
   * Everything that is in the list, as often as it is asked for: for a page,
   * or to count it.
   */
  matching(use: { isCounted: boolean }): Knex.QueryBuilder;
  columns: ReadonlyArray<string | Knex.Raw>;
  /**
   * What is read of the rows of the page alone, for lists that are long and
   * sorted by what no index has: joined to the page, which is the table `t`.
   */
  details?(page: Knex.QueryBuilder): Knex.QueryBuilder;
  /** The order; the last key is unique. */
  keys: SortKey[];
  /**
   * Whether the whole list is read to sort it, or is mostly little more than a
   * page, as that of one entity is. Then it is counted along the way, which is
   * less work than a second look at the same rows.
   */
  isShort: boolean;
  /** How many there are, where it is known without a look at them all. */
  total?: Knex.Raw;
  /**
   * Where counting stops, for lists whose rows have to be searched for: then
   * the total is that number, and the least that there are.
   */
  countUpTo?: number;
  /**
   * What else decides what is in the list. Without it, the total depends on
   * more than what is stored, and is counted each time.
   */
  narrowedBy?: Pick<ListOptions, 'visible' | 'team'>;
  batch?: ReadBatch;
}

/** Rows of the database, and the page that they are. */
export interface RowPage {
  rows: Array<Record<string, any>>;
  totalItems: number;
  /** True where counting stopped before the end. */
  totalIsMinimum?: true;
  pageInfo: { nextCursor?: string };
}

/** A total, and the state of the database that it was counted in. */
interface CountedTotal {
  total: number;
  /** The counter of changes at that time. */
  change: string;
}

// Totals of lists, by what was counted. Counting everything for every page is
// what makes a long list slow; nothing is written between most pages.
const MAX_TOTALS = 1_000;

/**
 * Reads pages of lists, mostly in one statement: it counts along while the
 * total is not known, and not while it is. Only when something was written in
 * the meantime, there is a second one.
 */
export class PageReader {
  readonly #knex: Knex;
  readonly #prepared: PreparedReader;
  readonly #totals = new RecentMap<CountedTotal>(MAX_TOTALS);

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#prepared = new PreparedReader(knex);
  }

  /** @throws FieldError when the cursor is not one of this list and query. */
  async read(request: PageRequest): Promise<RowPage> {
    const { query, keys, columns, matching } = request;
    const { limit, cursor } = query;
    const asked = queryFingerprint(request.list, query);
    const totalKey = totalKeyOf(request, asked);
    const known = this.#totals.get(totalKey);
    const page = matching({ isCounted: false })
      .select(...columns)
      .select(
        keys.map(({ sql }, index) => this.#knex.raw(`${sql} as sort_${index}`)),
      )
      .select(changeCounter(this.#knex))
      .limit(limit + 1, IN_TEXT);
    if (!known) {
      page.select(
        // A cursor leaves rows out; the total is that of all.
        request.isShort && !cursor
          ? this.#knex.raw(
              request.total ? '(?) as total' : 'count(*) over () as total',
              request.total ? [request.total] : [],
            )
          : this.#count(request).as('total'),
      );
    }
    orderByKeys(page, keys);
    if (cursor) {
      afterKeys(page, keys, decodeCursor(cursor, asked, keys));
    }
    const found = await readRows(
      request.details ? this.#withDetails(page, request.details, keys) : page,
      request.batch ?? this.#readerOf(request),
    );
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const total = await this.#total(request, totalKey, known, found);
    const { countUpTo = Infinity } = request;
    return {
      rows,
      totalItems: Math.min(total, countUpTo),
      ...(total > countUpTo && { totalIsMinimum: true }),
      pageInfo:
        last && found.length > limit
          ? {
              nextCursor: encodeCursor(
                keys.map((_, index) => last[`sort_${index}`]),
                asked,
              ),
            }
          : {},
    };
  }

  /** What a team has is much more than what an entity has: no plan for both. */
  #readerOf({ isShort, narrowedBy }: PageRequest): PreparedReader | undefined {
    return isShort && !narrowedBy?.team ? this.#prepared : undefined;
  }

  #withDetails(
    page: Knex.QueryBuilder,
    details: NonNullable<PageRequest['details']>,
    keys: SortKey[],
  ): Knex.QueryBuilder {
    const detailed = details(this.#knex.from(page.as('t'))).select('t.*');
    orderByKeys(
      detailed,
      keys.map((key, index) => ({ ...key, sql: `t.sort_${index}` })),
    );
    return detailed;
  }

  #count({ matching, countUpTo }: PageRequest): Knex.QueryBuilder {
    return countUpTo === undefined
      ? matching({ isCounted: true }).select(
          this.#knex.raw('count(*) as total'),
        )
      : this.#knex
          .from(
            matching({ isCounted: true })
              .select(this.#knex.raw('1'))
              .limit(countUpTo + 1, IN_TEXT)
              .as('some'),
          )
          .select(this.#knex.raw('count(*) as total'));
  }

  async #total(
    request: PageRequest,
    key: string | undefined,
    known: CountedTotal | undefined,
    found: RowPage['rows'],
  ): Promise<number> {
    const { cursor, limit } = request.query;
    if (!cursor && found.length <= limit) {
      return found.length;
    }
    const [row] = found;
    if (known && row && known.change === String(row.change_counter)) {
      return known.total;
    }
    const counted =
      row && !known
        ? row
        : await this.#count(request).select(changeCounter(this.#knex)).first();
    const total = toNumber(counted.total);
    this.#totals.set(key, { total, change: String(counted.change_counter) });
    return total;
  }
}

function totalKeyOf(
  { narrowedBy }: PageRequest,
  asked: string,
): string | undefined {
  return (
    narrowedBy && fingerprint([asked, narrowedBy.visible, narrowedBy.team])
  );
}
