// @ts-check

/**
 * The document of a postmortem is kept whole, as JSON, beside the columns and
 * tables that lists, permissions and reports ask for. The tables are derived
 * from the document and rewritten in the transaction that writes it.
 *
 * Times are ISO 8601 texts in UTC of fixed width with milliseconds, refs are
 * full and lower-case: compared byte by byte, they sort the same on both
 * engines.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  // The order of bytes, not of the database's language.
  const code = isPostgres ? 'text collate "C"' : 'text';

  await knex.schema.createTable('postmortems', table => {
    table.comment('Postmortems, one a row');
    table
      .increments('number')
      .comment('The n of PM-n; increasing and never given twice');
    table.specificType('id', code).notNullable();
    table.text('title').notNullable();
    table.specificType('severity', code);
    table.specificType('status', code).notNullable();
    table.specificType('visibility', code).notNullable();
    table.integer('version').notNullable();
    table.specificType('started_at', code);
    table.specificType('detected_at', code);
    table.specificType('declared_at', code);
    table.specificType('acknowledged_at', code);
    table.specificType('mitigated_at', code);
    table.specificType('resolved_at', code);
    table.specificType('source_system', code);
    table.specificType('source_id', code);
    // Whole minutes from started_at.
    table.bigInteger('time_to_detect');
    table.bigInteger('time_to_acknowledge');
    table.bigInteger('time_to_mitigate');
    table.bigInteger('time_to_resolve');
    table.specificType('detection_method', code);
    table.specificType('trigger_category', code);
    table.bigInteger('users_affected');
    table.double('financial_amount');
    table.specificType('financial_currency', code);
    table.specificType('created_by', code).notNullable();
    table.specificType('created_at', code).notNullable();
    table.specificType('updated_by', code).notNullable();
    table.specificType('updated_at', code).notNullable();
    table.specificType('published_at', code);
    table.specificType('closed_at', code);
    table
      .specificType('deleted_at', code)
      .comment('When it was deleted; null while it is listed');
    table
      .text('list_json')
      .notNullable()
      .comment('What a row of a list shows beyond the columns');
    table.text('search_text').notNullable().comment('All text, lower-case');
    table.text('document').notNullable().comment('The content, as JSON');
    table.unique(['id']);
    table.index(['source_system', 'source_id']);
  });
  // One index an order of the list. They hold the same expressions that the
  // queries use: absent times come last in either direction.
  for (const [name, columns] of [
    ['started_desc', "(coalesce(started_at, '')), number"],
    [
      'started_asc',
      "(coalesce(started_at, '9999-12-31T23:59:59.999Z')), number",
    ],
    ['created', 'created_at, number'],
    ['updated', 'updated_at, number'],
    ['status', "status, (coalesce(started_at, '')), number"],
    ['severity', "severity, (coalesce(started_at, '')), number"],
    ['visibility', 'visibility, number'],
    ['author', 'created_by, number'],
  ]) {
    await knex.raw(
      `create index postmortems_${name}_idx on postmortems (${columns}) where deleted_at is null`,
    );
  }

  /**
   * @param {string} name
   * @param {(table: import('knex').Knex.CreateTableBuilder) => void} columns
   */
  const partTable = (name, columns) =>
    knex.schema.createTable(name, table => {
      table
        .integer('postmortem_number')
        .notNullable()
        .references('number')
        .inTable('postmortems')
        .onDelete('CASCADE');
      table.integer('position').notNullable();
      columns(table);
    });

  await partTable('postmortem_entities', table => {
    table.specificType('entity_ref', code).notNullable();
    table.specificType('role', code).notNullable();
    table
      .specificType('started_at', code)
      .comment('Of the postmortem, so that one index gives an entity its list');
    table.primary(['postmortem_number', 'entity_ref']);
  });
  await knex.raw(
    `create index postmortem_entities_ref_idx on postmortem_entities (entity_ref, (coalesce(started_at, '')), postmortem_number)`,
  );

  await partTable('postmortem_teams', table => {
    table.specificType('team_ref', code).notNullable();
    table.primary(['postmortem_number', 'team_ref']);
    table.index(['team_ref', 'postmortem_number']);
  });

  await partTable('postmortem_participants', table => {
    table.specificType('entity_ref', code).notNullable();
    table.text('role');
    table.primary(['postmortem_number', 'position']);
    table.index(['entity_ref', 'postmortem_number']);
  });

  await partTable('postmortem_tags', table => {
    table.specificType('tag', code).notNullable();
    table.primary(['postmortem_number', 'tag']);
    table.index(['tag', 'postmortem_number']);
  });

  await partTable('postmortem_related', table => {
    table.specificType('related_id', code).notNullable();
    table.specificType('relation', code).notNullable();
    table.primary(['postmortem_number', 'position']);
    table.index(['related_id', 'relation']);
  });

  await partTable('postmortem_contributing_factors', table => {
    table.specificType('kind', code).notNullable();
    table.specificType('category', code);
    table.text('description').notNullable();
    table.primary(['postmortem_number', 'position']);
    table.index(['kind', 'category']);
  });

  await partTable('postmortem_lessons', table => {
    table.specificType('id', code).notNullable().primary();
    table.specificType('kind', code).notNullable();
    table.text('text').notNullable();
    table.text('search_text').notNullable();
    table.unique(['postmortem_number', 'position']);
  });

  await partTable('postmortem_timeline', table => {
    table.specificType('id', code).notNullable().primary();
    table.specificType('at', code);
    table.specificType('kind', code).notNullable();
    table.text('text').notNullable();
    table.text('url');
    table.unique(['postmortem_number', 'position']);
  });

  await partTable('postmortem_communications', table => {
    table.specificType('id', code).notNullable().primary();
    table.specificType('audience', code).notNullable();
    table.specificType('channel', code);
    table.specificType('sent_at', code);
    table.text('text').notNullable();
    table.text('url');
    table.unique(['postmortem_number', 'position']);
  });

  await partTable('postmortem_action_items', table => {
    table.specificType('id', code).notNullable().primary();
    table.text('title').notNullable();
    table.text('description');
    table.specificType('term', code).notNullable();
    table.specificType('type', code).notNullable();
    table.specificType('priority', code);
    table.specificType('owner_ref', code);
    table.specificType('entity_ref', code);
    table.specificType('due_at', code);
    table.specificType('status', code).notNullable();
    table.smallint('is_open').notNullable().comment('Neither done nor wont_do');
    table
      .specificType('overdue_from', code)
      .comment('When an open item begins to be overdue; null for others');
    table.specificType('completed_at', code);
    table.text('tracker_url');
    table.text('success_criterion');
    table.specificType('verify_at', code);
    table.specificType('verdict', code);
    table.text('evidence');
    table.specificType('verified_by', code);
    table.specificType('verified_at', code);
    table.unique(['postmortem_number', 'position']);
  });
  const due = "(coalesce(due_at, '9999-12-31T23:59:59.999Z')), id";
  for (const [name, columns] of [
    ['due', `is_open, ${due}`],
    ['owner', `owner_ref, is_open, ${due}`],
    ['entity', `entity_ref, is_open, ${due}`],
    ['overdue', 'overdue_from'],
  ]) {
    await knex.raw(
      `create index postmortem_action_items_${name}_idx on postmortem_action_items (${columns})`,
    );
  }

  await knex.schema.createTable('postmortem_revisions', table => {
    table.comment('Every version, with who wrote it and when');
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.integer('version').notNullable();
    table.specificType('action', code).notNullable();
    table.specificType('changed_by', code).notNullable();
    table.specificType('changed_at', code).notNullable();
    table.text('changed_fields').notNullable().comment('A JSON array of names');
    table.text('document').notNullable().comment('The whole answer, as JSON');
    table.primary(['postmortem_number', 'version']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'postmortem_revisions',
    'postmortem_action_items',
    'postmortem_communications',
    'postmortem_timeline',
    'postmortem_lessons',
    'postmortem_contributing_factors',
    'postmortem_related',
    'postmortem_tags',
    'postmortem_participants',
    'postmortem_teams',
    'postmortem_entities',
    'postmortems',
  ]) {
    await knex.schema.dropTable(table);
  }
};
