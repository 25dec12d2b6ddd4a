// npm run seed -- --count N: writes invented postmortems into the database of
// the given configuration, which it migrates when that is needed.
//
//   --count N            how many (1000)
//   --seed TEXT          other ones for another text (1)
//   --config FILE        app-config.yaml when left out; repeatable
//   --entity-ref REF     use these components instead of invented ones; repeatable
//   --team-ref REF       and these teams; repeatable
//   --until DAY          the newest incident began before this day (2026-11-01)
//
// On standard output: {postmortems, actionItems, seconds}, and nothing else
// (`npm run --silent seed`, since npm has a heading of its own).
import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  type LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConfigSources } from '@backstage/config-loader';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { seedPostmortems } from '../plugins/postmortem-backend/src/dev/seedPostmortems';

const root = resolve(__dirname, '..');

function options() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      config: { type: 'string', multiple: true, default: ['app-config.yaml'] },
      'entity-ref': { type: 'string', multiple: true },
      'team-ref': { type: 'string', multiple: true },
      until: { type: 'string', default: '2026-11-01' },
    },
  });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`--count has to be a whole number above 0`);
  }
  const until = new Date(`${values.until}T00:00:00Z`);
  if (Number.isNaN(until.getTime())) {
    throw new Error(`--until has to be a day such as 2026-11-01`);
  }
  return {
    configs: values.config.map(file => resolve(root, file)),
    world: {
      count,
      seed: values.seed,
      until,
      ...(values['entity-ref'] && { entityRefs: values['entity-ref'] }),
      ...(values['team-ref'] && { teamRefs: values['team-ref'] }),
    },
  };
}

// Only what somebody has to know, and never on standard output.
const logger: LoggerService = {
  error: message => console.error(String(message)),
  warn: message => console.error(String(message)),
  info: () => {},
  debug: () => {},
  child: () => logger,
};

async function main() {
  const { configs, world } = options();
  const config = await ConfigSources.toConfig(
    ConfigSources.default({
      argv: configs.flatMap(file => ['--config', file]),
      watch: false,
    }),
  );
  // Where the backend runs, and so where relative paths count from.
  process.chdir(resolve(root, 'packages/backend'));
  const knex = await DatabaseManager.fromConfig(config)
    .forPlugin('postmortem', {
      logger,
      lifecycle: { addStartupHook: () => {}, addShutdownHook: () => {} },
    })
    .getClient();
  try {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-postmortem-backend',
        'migrations',
      ),
    });
    const start = performance.now();
    const severities = config.getOptionalStringArray('postmortem.severities');
    const summary = await seedPostmortems(knex, {
      ...world,
      ...(severities && { severities }),
    });
    const seconds = Number(((performance.now() - start) / 1000).toFixed(2));
    process.stdout.write(`${JSON.stringify({ ...summary, seconds })}\n`);
  } finally {
    await knex.destroy();
    config.close?.();
  }
}

main().then(
  // The database manager keeps a timer going.
  () => process.exit(0),
  error => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
