// One replica of the reminders as a process of its own, for the test that
// kills one: node replica.ts, with the database and the recorder in its
// environment.
import knexFactory from 'knex';
import { createReminderTask } from '../scheduleReminders';

const { DATABASE, RECORDER, REPLICA, NOW } = process.env as Record<
  string,
  string
>;

async function main() {
  const knex = knexFactory({ client: 'pg', connection: JSON.parse(DATABASE) });
  const task = createReminderTask({
    knex,
    logger: console as never,
    settings: { hour: 8, weekday: 1, timeZone: 'UTC' },
    clock: () => NOW,
    notifications: {
      async send(notification) {
        const body = JSON.stringify({ replica: REPLICA, ...notification });
        const response = await fetch(RECORDER, { method: 'POST', body });
        if (!response.ok) {
          throw new Error(`The recorder answered ${response.status}`);
        }
      },
    },
  });
  await task.run();
  await knex.destroy();
}

main().catch(error => {
  console.error(error);
  process.exit(1);
});
