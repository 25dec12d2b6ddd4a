/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('loaded_examples', table => {
    table.comment('Example postmortems that were, or are being, imported');
    table
      .string('file', 255)
      .primary()
      .comment('The name of the file in examples/postmortems');
    table
      .string('state', 20)
      .notNullable()
      .comment('loading from before the import until it answered; then loaded');
    table
      .string('postmortem_key', 40)
      .comment('The key of the postmortem that the file became');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('loaded_examples');
};
