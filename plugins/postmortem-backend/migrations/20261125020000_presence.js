// @ts-check

/**
 * Who has which postmortem open. A table, since the windows of two people may
 * well be served by two replicas.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  // The order of bytes, not of the database's language.
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('postmortem_presence', table => {
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('user_ref', code).notNullable();
    table.specificType('client_id', code).notNullable();
    table.specificType('part', code);
    table.specificType('since', code).notNullable();
    table.specificType('expires_at', code).notNullable();
    table.primary(['postmortem_number', 'user_ref', 'client_id']);
    table.index(['expires_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_presence');
};
