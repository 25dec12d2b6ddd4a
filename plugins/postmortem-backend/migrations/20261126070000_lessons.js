// @ts-check

/**
 * Lessons that travel: whom they are meant for, and what the teams that they
 * reach answer. No lesson had an audience before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.alterTable('postmortem_lessons', table => {
    table.text('audience').comment('Whom it is meant for, as JSON');
  });
  await knex.schema.createTable('postmortem_lesson_audiences', table => {
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.specificType('lesson_id', code).notNullable();
    table
      .specificType('kind', code)
      .notNullable()
      .comment('entity, tag or dependents');
    table
      .specificType('value', code)
      .notNullable()
      .comment('The ref or the tag; empty for all dependents');
    table.primary(['postmortem_number', 'position']);
    table.index(['kind', 'value']);
    table.index(['lesson_id']);
  });

  await knex.raw(
    'create index postmortems_published_idx on postmortems (published_at, number) where published_at is not null and deleted_at is null',
  );

  await knex.schema.createTable('postmortem_lesson_answers', table => {
    table.comment('What teams answer, the answers that were replaced as well');
    table.specificType('id', code).notNullable().primary();
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('lesson_id', code).notNullable();
    table.specificType('entity_ref', code).notNullable();
    table.specificType('verdict', code).notNullable();
    table.text('reason');
    table.specificType('action_item_id', code);
    table.specificType('answered_by', code).notNullable();
    table.specificType('answered_at', code).notNullable();
    table.smallint('is_current').notNullable();
    table.index(['postmortem_number']);
  });
  await knex.raw(
    'create unique index postmortem_lesson_answers_current_idx on postmortem_lesson_answers (lesson_id, entity_ref) where is_current = 1',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_lesson_answers');
  await knex.raw('drop index postmortems_published_idx');
  await knex.schema.dropTable('postmortem_lesson_audiences');
  // Not the schema builder: on SQLite it would copy the table, and lose its
  // indexes on expressions.
  await knex.raw('alter table postmortem_lessons drop column audience');
};
