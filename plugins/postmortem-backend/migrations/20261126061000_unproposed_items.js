// @ts-check

/**
 * Action items whose entity could not be looked up in the catalog when they
 * were written, and that may have to be proposed to another team later.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('postmortem_unproposed_items', table => {
    table.comment('Action items for which the catalog did not answer');
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('action_item_id', code).notNullable().primary();
    table.specificType('entity_ref', code).notNullable();
    table.specificType('written_by', code).notNullable();
    table
      .smallint('is_quiet')
      .notNullable()
      .comment('Whether the team is not to be notified');
    table.index(['postmortem_number']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_unproposed_items');
};
