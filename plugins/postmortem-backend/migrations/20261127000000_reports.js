// @ts-check

// What reports read of the incidents, and of the items.
const INCIDENT_COLUMNS =
  'number, id, severity, status, visibility, created_by, detection_method, trigger_category, time_to_detect, time_to_acknowledge, time_to_mitigate, time_to_resolve, users_affected, financial_amount, financial_currency, published_at, review_at, held_at';
const ITEM_COLUMNS =
  'opened_day, done_day, verified_day, type, status, is_open, verdict, overdue_from';

/**
 * The days at which action items were opened, done and found to be effective,
 * indexes from which reports are counted without the long rows of the tables,
 * and the reports that were kept.
 *
 * Of items that were there before, the day on which their postmortem was
 * created is taken as that on which they were opened.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  const code = isPostgres ? 'text collate "C"' : 'text';
  /** @param {string} column */
  const day = column =>
    isPostgres
      ? `substr(${column}, 1, 10)::date - date '1970-01-01'`
      : `cast(julianday(substr(${column}, 1, 10)) - julianday('1970-01-01') as integer)`;

  await knex.schema.alterTable('postmortem_action_items', table => {
    table
      .integer('opened_day')
      .comment('When it was first written, in days since 1970-01-01 (UTC)');
    table.integer('done_day').comment('When it was done, as far as known');
    table.integer('verified_day').comment('When it was found to be effective');
  });
  await knex.raw(
    `update postmortem_action_items set
       opened_day = (select ${day('p.created_at')} from postmortems p
         where p.number = postmortem_action_items.postmortem_number),
       done_day = case when status = 'done' then ${day('completed_at')} end,
       verified_day = case when verdict = 'effective' then ${day(
         'verified_at',
       )} end`,
  );
  await knex.raw(
    isPostgres
      ? `create index postmortem_action_items_report_idx on postmortem_action_items (postmortem_number) include (${ITEM_COLUMNS})`
      : `create index postmortem_action_items_report_idx on postmortem_action_items (postmortem_number, ${ITEM_COLUMNS})`,
  );
  await knex.raw(
    isPostgres
      ? `create index postmortems_report_idx on postmortems (started_at) include (${INCIDENT_COLUMNS}) where deleted_at is null`
      : `create index postmortems_report_idx on postmortems (started_at, ${INCIDENT_COLUMNS}) where deleted_at is null`,
  );
  await knex.schema.createTable('postmortem_report_snapshots', table => {
    table.comment('Figures of reports as they were at one time');
    table.specificType('id', code).notNullable().primary();
    table.specificType('created_by', code).notNullable();
    table.specificType('created_at', code).notNullable();
    table
      .text('numbers')
      .notNullable()
      .comment('A JSON array: the postmortems that the figures are of');
    table.text('figures').notNullable().comment('The answers, as JSON');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_report_snapshots');
  await knex.raw('drop index postmortems_report_idx');
  await knex.raw('drop index postmortem_action_items_report_idx');
  // Not the schema builder: on SQLite it would copy the table, and lose its
  // indexes on expressions.
  for (const column of ['verified_day', 'done_day', 'opened_day']) {
    await knex.raw(`alter table postmortem_action_items drop column ${column}`);
  }
};
