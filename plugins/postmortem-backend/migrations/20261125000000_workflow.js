// @ts-check

/**
 * What a postmortem was let go without, why a write was made, and what came of
 * action items.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table
      .text('waivers')
      .notNullable()
      .defaultTo('[]')
      .comment('The points that it was let go without, as JSON');
  });
  await knex.schema.alterTable('postmortem_revisions', table => {
    table.text('reason').comment('Why, where whoever wrote said so');
  });
  await knex.schema.alterTable('postmortem_action_items', table => {
    table.text('resolution_note');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Not the schema builder: on SQLite it would copy the tables, and lose their
  // indexes on expressions.
  await knex.raw(
    'alter table postmortem_action_items drop column resolution_note',
  );
  await knex.raw('alter table postmortem_revisions drop column reason');
  await knex.raw('alter table postmortems drop column waivers');
};
