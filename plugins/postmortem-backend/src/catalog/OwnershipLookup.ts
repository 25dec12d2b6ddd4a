import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { CatalogLookup } from './CatalogLookup';

/** An entity that a piece of work changes, and who is responsible for that. */
export interface EntityAtWork {
  entityRef: string;
  /** The groups that are responsible for the work. */
  teams: string[];
}

/** Asks the catalog whose work something is. */
export class OwnershipLookup {
  readonly #catalog: CatalogLookup;

  constructor(options: { catalog: CatalogLookup }) {
    this.#catalog = options.catalog;
  }

  /**
   * For each piece of work the group that owns its entity, where that is a
   * team other than the responsible ones, than those above them and than
   * those below. As many requests for any number of them.
   *
   * @throws Error when the catalog does not answer.
   */
  async otherOwners(
    work: EntityAtWork[],
    credentials: BackstageCredentials,
  ): Promise<Array<string | null>> {
    const owners = await this.#catalog.ownersOf(
      [...new Set(work.map(({ entityRef }) => entityRef))],
      credentials,
    );
    const open = work.filter(({ entityRef, teams }) => {
      const groups = owners.get(entityRef) ?? [];
      return groups.length > 0 && !groups.some(ref => teams.includes(ref));
    });
    const lineages = await this.#catalog.lineages(
      [
        ...new Set(
          open.flatMap(({ entityRef, teams }) => [
            ...owners.get(entityRef)!,
            ...teams,
          ]),
        ),
      ],
      credentials,
    );
    const isAbove = (upper: string, lower: string) =>
      lineages.get(lower)!.has(upper);
    const isForeign = new Set(
      open.filter(({ entityRef, teams }) =>
        owners
          .get(entityRef)!
          .every(owner =>
            teams.every(team => !isAbove(owner, team) && !isAbove(team, owner)),
          ),
      ),
    );
    return work.map(each =>
      isForeign.has(each) ? owners.get(each.entityRef)![0] : null,
    );
  }

  /**
   * Whether one of the groups is the team, or above it.
   *
   * @throws Error when the catalog does not answer.
   */
  async standFor(
    groupRefs: string[],
    teamRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (groupRefs.includes(teamRef)) {
      return true;
    }
    const lineages = await this.#catalog.lineages([teamRef], credentials);
    const above = lineages.get(teamRef)!;
    return groupRefs.some(ref => above.has(ref));
  }
}
