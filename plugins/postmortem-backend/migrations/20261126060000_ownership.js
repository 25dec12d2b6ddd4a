// @ts-check

/**
 * Ownership that follows the catalog: which responsible teams were looked up
 * there, what was proposed to other teams, and what lost its owner. And the
 * dates of reviews, and the text of action items to search.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.alterTable('postmortems', table => {
    table
      .smallint('teams_from_catalog')
      .notNullable()
      .defaultTo(0)
      .comment('Whether its teams are the owners of its causes at that time');
    table.specificType('review_at', code);
    table.specificType('held_at', code);
  });
  await knex.schema.alterTable('postmortem_teams', table => {
    table.smallint('from_catalog').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('postmortem_action_items', table => {
    table.text('search_text').notNullable().defaultTo('');
  });
  /** @param {string} name */
  const followUp = name =>
    isPostgres
      ? `document::json -> 'followUp' ->> '${name}'`
      : `json_extract(document, '$.followUp.${name}')`;
  await knex.raw(
    `update postmortems set review_at = ${followUp(
      'reviewAt',
    )}, held_at = ${followUp('heldAt')}`,
  );
  let last = '';
  for (;;) {
    const rows = await knex('postmortem_action_items')
      .select('id', 'title', 'description')
      .where('id', '>', last)
      .orderBy('id')
      .limit(1000);
    if (rows.length === 0) {
      break;
    }
    for (const { id, title, description } of rows) {
      await knex('postmortem_action_items')
        .where({ id })
        .update({
          search_text: `${title}\n${description ?? ''}`.toLocaleLowerCase(
            'en-US',
          ),
        });
    }
    last = rows[rows.length - 1].id;
  }
  await knex.raw(
    `create index postmortems_review_idx on postmortems (review_at, number) where held_at is null and review_at is not null and deleted_at is null`,
  );
  await knex.raw(
    `create index postmortems_draft_idx on postmortems (updated_at, number) where status = 'draft' and deleted_at is null`,
  );

  await knex.schema.createTable('postmortem_action_item_proposals', table => {
    table.comment('Action items that change another team’s entity');
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('action_item_id', code).notNullable().primary();
    table.specificType('entity_ref', code).notNullable();
    table.specificType('team_ref', code).notNullable();
    table.specificType('state', code).notNullable();
    table.specificType('proposed_by', code).notNullable();
    table.specificType('proposed_at', code).notNullable();
    table.specificType('answered_by', code);
    table.specificType('answered_at', code);
    table.text('reason');
    table.index(['team_ref', 'state']);
    table.index(['postmortem_number']);
  });

  await knex.schema.createTable('postmortem_ownership_gaps', table => {
    table.comment('Refs that the catalog no longer has, as of the last sweep');
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('field', code).notNullable();
    table
      .specificType('action_item_id', code)
      .notNullable()
      .comment('Empty where it is about the postmortem');
    table.specificType('missing_ref', code).notNullable();
    table.specificType('found_at', code).notNullable();
    table.primary([
      'postmortem_number',
      'field',
      'action_item_id',
      'missing_ref',
    ]);
    table.index(['action_item_id']);
    table.index(['missing_ref']);
    table.index(['found_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_ownership_gaps');
  await knex.schema.dropTable('postmortem_action_item_proposals');
  await knex.raw('drop index postmortems_draft_idx');
  await knex.raw('drop index postmortems_review_idx');
  // Not the schema builder: on SQLite it would copy the tables, and lose their
  // indexes on expressions.
  for (const [table, column] of [
    ['postmortem_action_items', 'search_text'],
    ['postmortem_teams', 'from_catalog'],
    ['postmortems', 'held_at'],
    ['postmortems', 'review_at'],
    ['postmortems', 'teams_from_catalog'],
  ]) {
    await knex.raw(`alter table ${table} drop column ${column}`);
  }
};
