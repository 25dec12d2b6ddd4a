import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { LessonScope } from 'backstage-plugin-postmortem-common';
import type { DependencyLookup, Path } from '../catalog/DependencyLookup';

/** What in the catalog brings lessons to some entities. */
export interface Reach {
  scope: Exclude<LessonScope, 'self'>;
  /** The entities that lessons are looked for. */
  entityRefs: string[];
  /** Where lessons may come from; the closest first. */
  paths: Path[];
  /** The tags of the entities. */
  tags: Array<{ entityRef: string; tag: string }>;
}

/** Asks the catalog what brings lessons to entities. */
export class ReachResolver {
  readonly #dependencies: DependencyLookup;

  constructor(dependencies: DependencyLookup) {
    this.#dependencies = dependencies;
  }

  /** @throws ServiceUnavailableError when the catalog does not answer. */
  async resolve(
    scope: Reach['scope'],
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Reach> {
    if (scope === 'system') {
      const paths = await this.#dependencies.siblings(entityRefs, credentials);
      return { scope, entityRefs, paths, tags: [] };
    }
    const [paths, tags] = await Promise.all([
      // Each entity owes an answer of its own.
      scope === 'waiting'
        ? this.#dependencies.dependenciesOfEach(entityRefs, credentials)
        : this.#dependencies.dependencies(entityRefs, credentials),
      this.#dependencies.tagsOf(entityRefs, credentials),
    ]);
    return {
      scope,
      entityRefs,
      paths,
      tags: [...tags].flatMap(([entityRef, all]) =>
        all.map(tag => ({ entityRef, tag })),
      ),
    };
  }
}
