// @ts-check

/**
 * The writing hints that somebody thinks do not fit.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  // The order of bytes, not of the database's language.
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('postmortem_hint_dismissals', table => {
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('hint_id', code).notNullable();
    table.text('reason');
    table.specificType('dismissed_by', code).notNullable();
    table.specificType('dismissed_at', code).notNullable();
    table.primary(['postmortem_number', 'hint_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_hint_dismissals');
};
