// @ts-check

// What is counted and sorted of open items.
const OPEN = 'id, owner_ref, due_at, overdue_from';

/**
 * What overviews and lists count and sort, off indexes alone: the rows of the
 * tables are long, and only those of a page are read. And the lessons for the
 * dependents of an entity by the entity.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const isPostgres = String(knex.client.config.client).includes('pg');
  await knex.raw(
    `create index postmortem_action_items_open_idx on postmortem_action_items (postmortem_number, ${OPEN}) where is_open = 1`,
  );
  await knex.raw(
    `create index postmortem_action_items_open_entity_idx on postmortem_action_items (entity_ref, postmortem_number, ${OPEN}) where is_open = 1`,
  );
  await knex.raw(
    'create index postmortem_lessons_ids_idx on postmortem_lessons (postmortem_number, id)',
  );
  if (isPostgres) {
    // In SQLite, the number is the place of the row itself.
    await knex.raw(
      'create index postmortems_scope_idx on postmortems (number) include (status, severity, visibility, created_by, started_at) where deleted_at is null',
    );
  }
  // One row for each entity of the postmortem, instead of one in all.
  await knex.raw(
    `insert into postmortem_lesson_audiences (postmortem_number, position, lesson_id, kind, value)
     select u.postmortem_number,
       m.last + row_number() over (partition by u.postmortem_number order by u.position, e.position),
       u.lesson_id, u.kind, e.entity_ref
     from postmortem_lesson_audiences u
     join postmortem_entities e on e.postmortem_number = u.postmortem_number
     join (select postmortem_number, max(position) as last from postmortem_lesson_audiences group by postmortem_number) m
       on m.postmortem_number = u.postmortem_number
     where u.kind = 'dependents'`,
  );
  await knex('postmortem_lesson_audiences')
    .where({ kind: 'dependents', value: '' })
    .delete();
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(
    `insert into postmortem_lesson_audiences (postmortem_number, position, lesson_id, kind, value)
     select u.postmortem_number,
       m.last + row_number() over (partition by u.postmortem_number order by u.lesson_id),
       u.lesson_id, 'dependents', ''
     from (select distinct postmortem_number, lesson_id from postmortem_lesson_audiences where kind = 'dependents') u
     join (select postmortem_number, max(position) as last from postmortem_lesson_audiences group by postmortem_number) m
       on m.postmortem_number = u.postmortem_number`,
  );
  await knex('postmortem_lesson_audiences')
    .where({ kind: 'dependents' })
    .whereNot({ value: '' })
    .delete();
  for (const name of [
    'postmortems_scope_idx',
    'postmortem_lessons_ids_idx',
    'postmortem_action_items_open_entity_idx',
    'postmortem_action_items_open_idx',
  ]) {
    await knex.raw(`drop index if exists ${name}`);
  }
};
