// @ts-check

/**
 * Notices that are to be sent, each of them once.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  const code = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('postmortem_outbox', table => {
    table.specificType('id', code).notNullable().primary();
    table
      .specificType('occasion', code)
      .notNullable()
      .unique()
      .comment('What it is about, for whom and when: planned once');
    table.specificType('recipient_ref', code).notNullable();
    table.text('payload').notNullable().comment('As JSON');
    table
      .specificType('state', code)
      .notNullable()
      .comment('pending, sent or failed');
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .specificType('claimed_until', code)
      .comment('Until then, one process has it; also the pause before a retry');
    table.specificType('created_at', code).notNullable();
    table.specificType('sent_at', code);
    table.text('last_error');
    table.index(['state', 'created_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_outbox');
};
