import type { PermissionRule } from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import { migratedDatabases } from '../__testUtils__/databases';
import { FULL_INPUT, store } from '../__testUtils__/documents';
import { PostmortemStore } from '../database/PostmortemStore';
import type { StoredPostmortem } from '../database/rows';
import type { PostmortemFilter } from './filter';
import { postmortemRules } from './rules';
import { toResource } from './toResource';

const databases = migratedDatabases();

jest.setTimeout(60_000);

const PARAMS: Record<keyof typeof postmortemRules, object | undefined> = {
  hasSeverity: { severities: ['SEV2', 'SEV3'] },
  hasStatus: { statuses: ['published'] },
  involvesEntity: { entityRefs: ['component:default/checkout'] },
  isAuthor: { userRefs: ['user:default/ana'] },
  isParticipant: { entityRefs: ['user:default/participant'] },
  isResponsibleTeam: { teamRefs: ['group:default/payments'] },
  isRestricted: undefined,
};

describe.each(databases.each)('permission rules on %s', id => {
  let knex: Knex;
  let stored: StoredPostmortem[];

  beforeAll(async () => {
    knex = await databases.init(id);
    stored = [
      await store(knex, FULL_INPUT, { status: 'published' }),
      await store(knex, { title: 'Nothing known' }),
      await store(
        knex,
        { severity: 'SEV3', visibility: 'restricted' },
        { createdBy: 'user:default/ana' },
      ),
    ];
  });

  it.each(Object.entries(postmortemRules))(
    '%s finds in the database what it says of a postmortem in memory',
    async (name, anyRule) => {
      const rule = anyRule as unknown as PermissionRule<any, any, string, any>;
      const params = PARAMS[name as keyof typeof PARAMS];
      const filter: PostmortemFilter = rule.toQuery(params);
      const postmortems = new PostmortemStore(knex);
      const ids = stored.map(({ kept }) => kept.id);
      const accepted = (expected: boolean) =>
        stored
          .filter(one => rule.apply(toResource(one), params) === expected)
          .map(({ kept }) => kept.id)
          .sort();
      const found = async (visible: PostmortemFilter) =>
        [...(await postmortems.visibleIds(ids, visible))].sort();

      expect(accepted(true)).toHaveLength(name === 'hasSeverity' ? 2 : 1);
      expect(await found(filter)).toEqual(accepted(true));
      expect(await found({ not: filter })).toEqual(accepted(false));
    },
  );

  it('combine', async () => {
    const postmortems = new PostmortemStore(knex);
    const [full, empty, restricted] = stored.map(({ kept }) => kept.id);
    const found = async (visible: PostmortemFilter) =>
      postmortems.visibleIds([full, empty, restricted], visible);
    const isRestricted: PostmortemFilter = {
      property: 'visibility',
      values: ['restricted'],
    };
    const isSevere: PostmortemFilter = {
      property: 'severity',
      values: ['SEV2', 'SEV3'],
    };
    expect(await found({ allOf: [isSevere, isRestricted] })).toEqual(
      new Set([restricted]),
    );
    expect(
      await found({
        anyOf: [isRestricted, { allOf: [isSevere, { not: isRestricted }] }],
      }),
    ).toEqual(new Set([full, restricted]));
    expect(await found({ not: { anyOf: [isRestricted, isSevere] } })).toEqual(
      new Set([empty]),
    );
    expect(await found({ property: 'id', values: [] })).toEqual(new Set());
  });
});
