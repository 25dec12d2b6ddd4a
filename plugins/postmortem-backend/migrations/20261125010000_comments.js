// @ts-check

/**
 * What people say about a postmortem, beside the document.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  // The order of bytes, not of the database's language.
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('postmortem_comments', table => {
    table.specificType('id', code).notNullable().primary();
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('part', code);
    table.specificType('path', code);
    table
      .specificType('parent_id', code)
      .references('id')
      .inTable('postmortem_comments');
    table.text('text').notNullable();
    table.text('mentions').notNullable().comment('Entity refs, as JSON');
    table.specificType('created_by', code).notNullable();
    table.specificType('created_at', code).notNullable();
    table.specificType('edited_at', code);
    table.specificType('resolved_by', code);
    table.specificType('resolved_at', code);
    table.specificType('deleted_at', code);
    table.index(['postmortem_number', 'created_at', 'id']);
    table.index(['parent_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_comments');
};
