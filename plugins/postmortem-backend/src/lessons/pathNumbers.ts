import type { Path } from '../catalog/shortestPaths';
import type { Reach } from './ReachResolver';

/**
 * The numbers of paths of two hops begin here, and those of paths to the other
 * parts of a system: far above how many there are. How a path leads is told by
 * its number, in SQL that is the same for all.
 */
export const FIRST_OF_TWO_HOPS = 1_000_000;
export const FIRST_OF_SIBLINGS = 2_000_000;

type Paths = Pick<Reach, 'paths' | 'siblingsFrom'>;

/** The paths to what the entities depend on, without those within a system. */
export function dependencyPaths({ paths, siblingsFrom }: Paths): Path[] {
  return paths.slice(0, siblingsFrom);
}

/** A number for each of the paths, in their order: the closest come first. */
export function pathNumbers({ paths, siblingsFrom = paths.length }: Paths) {
  return paths.map(({ refs }, index) => {
    if (index >= siblingsFrom) {
      return FIRST_OF_SIBLINGS + index;
    }
    return refs.length <= 2 ? index : FIRST_OF_TWO_HOPS + index;
  });
}

/** The path that has a number. */
export function pathOfNumber({ paths }: Paths, number: number): Path {
  return paths[number % FIRST_OF_TWO_HOPS];
}
