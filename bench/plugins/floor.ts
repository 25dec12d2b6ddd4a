import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { text } from 'express';
import Router from 'express-promise-router';
import { randomBytes } from 'node:crypto';
import { catalogTime } from './catalog';
import { statementsOf } from './countingDatabase';

export const FLOOR_ROWS = 10_000;
const ROW_BYTES = 2_048;
const PAGE = 20;

/**
 * What no route of a portal can be faster than: who is it, and one page of
 * rows of the size of a summary, off an index; and for writes, one insert of
 * what was sent.
 */
export const floorPlugin = createBackendPlugin({
  pluginId: 'floor',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpAuth, httpRouter }) {
        const knex = await database.getClient();
        await knex.schema.createTable('floor', table => {
          table.integer('number').primary();
          table.text('payload').notNullable();
        });
        // Inline: what is stored aside would cost a second look-up each.
        await knex.raw('alter table floor alter payload set storage plain');
        await knex.schema.createTable('floor_inserts', table => {
          table.increments('number');
          table.text('payload').notNullable();
        });
        const rows = Array.from({ length: FLOOR_ROWS }, (_, number) => ({
          number,
          payload: randomBytes(ROW_BYTES / 2).toString('hex'),
        }));
        await knex.batchInsert('floor', rows, 1_000);
        await knex.raw('vacuum analyze floor');

        const router = Router();
        router.get('/', async (req, res) => {
          await httpAuth.credentials(req, { allow: ['user', 'service'] });
          const items = await knex('floor')
            .where('number', '>', Number(req.query.after))
            .orderBy('number')
            .limit(PAGE);
          res.json({ items });
        });
        router.post(
          '/insert',
          text({ type: '*/*', limit: '1mb' }),
          async (req, res) => {
            await httpAuth.credentials(req, { allow: ['user', 'service'] });
            await knex.transaction(trx =>
              trx('floor_inserts').insert({ payload: req.body }),
            );
            res.status(201).json({});
          },
        );
        router.get('/statements', (_, res) => {
          res.json(Object.fromEntries(statementsOf));
        });
        router.get('/catalog', (_, res) => {
          res.json(catalogTime);
        });
        httpRouter.use(router);
      },
    });
  },
});
