import type {
  ActionItemPage,
  ActionItemQuery,
  LessonPage,
  LessonQuery,
  Overview,
  OverviewQuery,
  OwnershipGapPage,
  OwnershipGapQuery,
  PostmortemPage,
  PostmortemQuery,
} from 'backstage-plugin-postmortem-common';
import { intersection } from 'lodash';
import type { CatalogLookup } from '../catalog/CatalogLookup';
import type { DependencyLookup } from '../catalog/DependencyLookup';
import type { ActionItemList } from '../database/ActionItemList';
import type { LessonList } from '../database/LessonList';
import type { PostmortemList } from '../database/PostmortemList';
import type { ListOptions } from '../database/scope';
import type { ReachResolver } from '../lessons/ReachResolver';
import type {
  OverviewBuilder,
  OverviewSubject,
} from '../overview/OverviewBuilder';
import type { OwnershipGapList } from '../ownership/OwnershipGapList';
import type { CallOptions } from './PostmortemService';

/** What the views are made of. */
export interface PostmortemViewsOptions {
  lists: {
    postmortems: PostmortemList;
    actionItems: ActionItemList;
    lessons: LessonList;
    ownershipGaps: OwnershipGapList;
  };
  overviews: OverviewBuilder;
  catalog: CatalogLookup;
  dependencies: DependencyLookup;
  reach: ReachResolver;
  clock: () => string;
}

/**
 * Everything that is read from many postmortems. What belongs to an entity or
 * a team, the catalog says at that moment, with the caller's rights there.
 */
export class PostmortemViews {
  readonly #lists: PostmortemViewsOptions['lists'];
  readonly #overviews: OverviewBuilder;
  readonly #catalog: CatalogLookup;
  readonly #dependencies: DependencyLookup;
  readonly #reach: ReachResolver;
  readonly #clock: () => string;

  constructor(options: PostmortemViewsOptions) {
    this.#lists = options.lists;
    this.#overviews = options.overviews;
    this.#catalog = options.catalog;
    this.#dependencies = options.dependencies;
    this.#reach = options.reach;
    this.#clock = options.clock;
  }

  async list(
    query: PostmortemQuery,
    options: CallOptions,
  ): Promise<PostmortemPage> {
    return this.#lists.postmortems.list(
      await this.#withParts(query, options),
      await this.#listOptions(query, options),
    );
  }

  async listActionItems(
    query: ActionItemQuery,
    options: CallOptions,
  ): Promise<ActionItemPage> {
    return this.#lists.actionItems.list(
      await this.#withParts(query, options),
      await this.#listOptions(query, options),
    );
  }

  async listOwnershipGaps(
    query: OwnershipGapQuery,
    options: CallOptions,
  ): Promise<OwnershipGapPage> {
    return this.#lists.ownershipGaps.list(
      query,
      await this.#listOptions(query, options),
    );
  }

  async listLessons(
    query: LessonQuery,
    options: CallOptions,
  ): Promise<LessonPage> {
    const [expanded, listOptions] = await Promise.all([
      this.#withParts(query, options),
      this.#listOptions(query, options),
    ]);
    const { scope } = query;
    if (scope === 'self') {
      return this.#lists.lessons.list(expanded, listOptions);
    }
    const named = expanded.entityRef;
    const owned = listOptions.team?.entityRefs;
    const entityRefs =
      named && owned ? intersection(named, owned) : named ?? owned ?? [];
    return this.#lists.lessons.list(expanded, {
      ...listOptions,
      reach: await this.#reach.resolve(scope, entityRefs, options.credentials),
      // As in the overview: what was learned here comes from nowhere else. But
      // one part of a system can owe another one an answer.
      ...(named && scope !== 'waiting' && { notOf: entityRefs }),
    });
  }

  async overview(
    query: OverviewQuery,
    options: CallOptions,
  ): Promise<Overview> {
    const listOptions = await this.#listOptions(
      { teamRef: query.teamRef ? [query.teamRef] : undefined },
      options,
    );
    return this.#overviews.build(
      await this.#subject(query, listOptions, options),
      listOptions,
    );
  }

  async #subject(
    { entityRef, teamRef, userRef }: OverviewQuery,
    { team }: ListOptions,
    { credentials }: CallOptions,
  ): Promise<OverviewSubject> {
    if (teamRef) {
      return {
        teamRef,
        waiting: await this.#reach.resolve(
          'waiting',
          team!.entityRefs,
          credentials,
        ),
      };
    }
    if (userRef) {
      return { userRef };
    }
    const entityRefs = await this.#dependencies.withParts(
      [entityRef!],
      credentials,
    );
    return {
      entityRef: entityRef!,
      entityRefs,
      // The parts of a system are its own.
      reach: await (entityRefs.length === 1
        ? this.#reach.around(entityRefs[0], credentials)
        : this.#reach.resolve('dependencies', entityRefs, credentials)),
    };
  }

  /** A system or a domain stands for all its parts as well. */
  async #withParts<Q extends { entityRef?: string[] }>(
    query: Q,
    { credentials }: CallOptions,
  ): Promise<Q> {
    return query.entityRef
      ? {
          ...query,
          entityRef: await this.#dependencies.withParts(
            query.entityRef,
            credentials,
          ),
        }
      : query;
  }

  async #listOptions(
    { teamRef }: { teamRef?: string[] },
    { credentials, visible }: CallOptions,
  ): Promise<ListOptions> {
    return {
      visible,
      now: this.#clock(),
      team: teamRef && (await this.#catalog.teamScope(teamRef, credentials)),
    };
  }
}
