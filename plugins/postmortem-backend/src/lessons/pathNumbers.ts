import type { Path } from '../catalog/shortestPaths';

/**
 * The numbers of paths of two hops begin here, far above how many there are:
 * how far a path leads is told by its number, in SQL that is the same for all.
 */
export const FIRST_OF_TWO_HOPS = 1_000_000;

const isOneHop = ({ refs }: Path) => refs.length <= 2;

/** A number for each of the paths, in their order: the closest come first. */
export function pathNumbers(paths: Path[]): number[] {
  return paths.map((path, index) =>
    isOneHop(path) ? index : FIRST_OF_TWO_HOPS + index,
  );
}

/** The path that has a number. */
export function pathOfNumber(paths: Path[], number: number): Path {
  return paths[
    number < FIRST_OF_TWO_HOPS ? number : number - FIRST_OF_TWO_HOPS
  ];
}
