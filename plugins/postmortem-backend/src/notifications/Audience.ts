import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_PARENT_OF,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { entitiesByRefs, refOf, relationTargets } from '../catalog/entities';
import type { StoredPostmortem } from '../database/rows';

// Far above any team; where a catalog is broken, a limit.
const MAX_LEVELS = 10;

const isUser = (ref: string) => parseEntityRef(ref).kind === 'user';

/**
 * Who may be told of a postmortem. Nobody is there to be asked for a
 * permission, so for a restricted one it is those who may read it under any
 * policy: its author, participants and members of its responsible teams.
 */
export class Audience {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** The users and groups that own the entities involved. */
  async owners({ content }: StoredPostmortem): Promise<string[]> {
    const entities = await this.#entities(
      content.entities.map(({ entityRef }) => entityRef),
    );
    return [
      ...new Set(
        entities.flatMap(entity => relationTargets(entity, RELATION_OWNED_BY)),
      ),
    ];
  }

  /** Those of the users and groups who may be told; groups as their members. */
  async of(postmortem: StoredPostmortem, refs: string[]): Promise<string[]> {
    const { kept, content } = postmortem;
    if (content.visibility === 'internal') {
      return refs;
    }
    const insiders = new Set([
      ...content.participants.map(({ entityRef }) => entityRef),
      ...content.teams,
    ]);
    const userRefs = await this.#users(refs);
    const users = await this.#entities(userRefs);
    const insiderRefs = new Set(
      users
        .filter(user =>
          relationTargets(user, RELATION_MEMBER_OF).some(ref =>
            insiders.has(ref),
          ),
        )
        .map(refOf),
    );
    return userRefs.filter(
      ref =>
        ref === kept.createdBy || insiders.has(ref) || insiderRefs.has(ref),
    );
  }

  /** The users, and the members of the groups and of their child groups. */
  async #users(refs: string[]): Promise<string[]> {
    const seen = new Set(refs);
    let level = refs.filter(ref => !isUser(ref));
    for (let depth = 0; level.length > 0 && depth < MAX_LEVELS; depth++) {
      const groups = await this.#entities(level);
      const below = groups.flatMap(group =>
        relationTargets(group, RELATION_HAS_MEMBER, RELATION_PARENT_OF),
      );
      const fresh = [...new Set(below)].filter(ref => !seen.has(ref));
      fresh.forEach(ref => seen.add(ref));
      level = fresh.filter(ref => !isUser(ref));
    }
    return [...seen].filter(isUser);
  }

  async #entities(entityRefs: string[]): Promise<Entity[]> {
    const entities = await entitiesByRefs(
      this.#catalog,
      entityRefs,
      await this.#auth.getOwnServiceCredentials(),
    );
    return entities.filter(entity => entity !== undefined);
  }
}
