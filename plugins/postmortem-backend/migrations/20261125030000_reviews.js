// @ts-check

/**
 * What reviewers say of a version of a postmortem.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  // The order of bytes, not of the database's language.
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('postmortem_reviews', table => {
    // Their order, where two have the same time.
    table.increments('sequence');
    table.specificType('id', code).notNullable().unique();
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('verdict', code).notNullable();
    table.text('comment');
    table.integer('version').notNullable();
    table.specificType('created_by', code).notNullable();
    table.specificType('created_at', code).notNullable();
    table.index(['postmortem_number', 'sequence']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_reviews');
};
