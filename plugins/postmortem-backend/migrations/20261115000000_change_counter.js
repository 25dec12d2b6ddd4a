// @ts-check

/**
 * A number that every write increases: while it stays the same, totals that
 * were counted before are still right.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('postmortem_changes', table => {
    table.comment('One row: how often anything was written');
    table.bigInteger('counter').notNullable();
  });
  await knex('postmortem_changes').insert({ counter: 0 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_changes');
};
