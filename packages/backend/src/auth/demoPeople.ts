import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/** Somebody whom the sign-in page offers. */
export type DemoPerson = {
  /** The full, lower-case ref of a user in the catalog. */
  entityRef: string;
  name: string;
};

/** Reads `demo.people`; there has to be at least one. */
export function readDemoPeople(config: Config): DemoPerson[] {
  const people = config.getConfigArray('demo.people').map(person => {
    const ref = parseEntityRef(person.getString('entityRef'));
    if (ref.kind.toLocaleLowerCase('en-US') !== 'user') {
      throw new Error(
        `demo.people lists ${stringifyEntityRef(ref)}, which is not a user`,
      );
    }
    return {
      entityRef: stringifyEntityRef(ref),
      name: person.getString('name'),
    };
  });
  if (people.length === 0) {
    throw new Error('demo.people lists nobody who could sign in');
  }
  return people;
}
