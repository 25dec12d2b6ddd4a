// @ts-check

const INDEX = 'postmortems_scope_idx';
const OF_A_POSTMORTEM = 'status, severity, visibility, created_by, started_at';

/**
 * In SQLite, the number is the place of the row itself.
 *
 * @param {import('knex').Knex} knex
 * @param {string} columns - to be read off the index
 */
async function replaceIndex(knex, columns) {
  if (String(knex.client.config.client).includes('pg')) {
    await knex.raw(`drop index if exists ${INDEX}`);
    await knex.raw(
      `create index ${INDEX} on postmortems (number) include (${columns}) where deleted_at is null`,
    );
  }
}

/**
 * What many postmortems are looked through for: how many lessons each has, and
 * who may see a restricted one, in one place instead of three.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('postmortems', table => {
    table.integer('lesson_count').notNullable().defaultTo(0);
  });
  await knex.raw(
    `update postmortems set lesson_count =
      (select count(*) from postmortem_lessons l where l.postmortem_number = postmortems.number)`,
  );
  await replaceIndex(
    knex,
    `${OF_A_POSTMORTEM}, created_at, updated_at, review_at, held_at, lesson_count`,
  );

  const isPostgres = String(knex.client.config.client).includes('pg');
  const code = isPostgres ? 'text collate "C"' : 'text';
  await knex.schema.createTable('postmortem_viewers', table => {
    table.comment('Who may see a restricted postmortem, besides the policy');
    table
      .integer('postmortem_number')
      .notNullable()
      .references('number')
      .inTable('postmortems')
      .onDelete('CASCADE');
    table.specificType('principal_ref', code).notNullable();
    table.primary(['postmortem_number', 'principal_ref']);
    table.index(['principal_ref', 'postmortem_number']);
  });
  await knex.raw(
    `insert into postmortem_viewers (postmortem_number, principal_ref)
     select p.number, v.principal_ref from postmortems p join (
       select number, created_by as principal_ref from postmortems
       union select postmortem_number, entity_ref from postmortem_participants
       union select postmortem_number, team_ref from postmortem_teams) v
       on v.number = p.number
     where p.visibility = 'restricted'`,
  );

  // The catalog takes tags to be the same in any case.
  await knex.raw(
    `update postmortem_lesson_audiences set value = lower(value) where kind = 'tag'`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('postmortem_viewers');
  await replaceIndex(knex, OF_A_POSTMORTEM);
  // Not with the builder: in SQLite it makes the table anew, and what refers to
  // its rows would go with them.
  await knex.raw('alter table postmortems drop column lesson_count');
};
