import fc from 'fast-check';
import { shortestPaths, type Path } from './shortestPaths';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

/** Any graph over a few nodes: with cycles, loops, and ends that it lacks. */
const graphs = fc
  .dictionary(
    fc.constantFrom(...NODES),
    fc.array(fc.constantFrom(...NODES), { maxLength: 4 }),
    { maxKeys: NODES.length },
  )
  .map(edges => new Map(Object.entries(edges)));

const starts = fc.uniqueArray(fc.constantFrom(...NODES), {
  minLength: 1,
  maxLength: 3,
});

const NO_LIMIT = 1_000;

const endOf = ({ refs }: Path) => refs[refs.length - 1];

/** Every way of at most so many hops, the long way round. */
function allWays(
  from: string[],
  graph: Map<string, string[]>,
  hops: number,
): string[][] {
  const step = (ways: string[][]) =>
    ways.flatMap(way =>
      (graph.get(way[way.length - 1]) ?? [])
        .filter(ref => graph.has(ref))
        .map(ref => [...way, ref]),
    );
  const levels = [from.map(ref => [ref])];
  for (let hop = 0; hop < hops; hop++) {
    levels.push(step(levels[hop]));
  }
  return levels.slice(1).flat();
}

describe('shortestPaths', () => {
  it('finds what can be reached, each once and by no more hops than needed', () => {
    fc.assert(
      fc.property(
        starts,
        graphs,
        fc.integer({ min: 0, max: 4 }),
        (from, graph, hops) => {
          const paths = shortestPaths(from, graph, { hops, limit: NO_LIMIT });

          const shortest = new Map<string, number>();
          for (const way of allWays(from, graph, hops)) {
            const end = way[way.length - 1];
            if (!from.includes(end) && !shortest.has(end)) {
              shortest.set(end, way.length);
            }
          }
          expect(
            new Map(paths.map(path => [endOf(path), path.refs.length])),
          ).toEqual(shortest);
          expect(paths).toHaveLength(shortest.size);
        },
      ),
    );
  });

  it('goes along relations from a start, the shorter paths first', () => {
    fc.assert(
      fc.property(starts, graphs, (from, graph) => {
        const paths = shortestPaths(from, graph, { hops: 3, limit: NO_LIMIT });
        for (const { refs } of paths) {
          expect(from).toContain(refs[0]);
          refs
            .slice(1)
            .forEach((ref, index) =>
              expect(graph.get(refs[index])).toContain(ref),
            );
        }
        const lengths = paths.map(({ refs }) => refs.length);
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
      }),
    );
  });

  it('stops at the limit, with the closest ones', () => {
    fc.assert(
      fc.property(
        starts,
        graphs,
        fc.integer({ min: 0, max: 5 }),
        (from, graph, limit) => {
          const all = shortestPaths(from, graph, { hops: 3, limit: NO_LIMIT });
          expect(shortestPaths(from, graph, { hops: 3, limit })).toEqual(
            all.slice(0, limit),
          );
        },
      ),
    );
  });
});
