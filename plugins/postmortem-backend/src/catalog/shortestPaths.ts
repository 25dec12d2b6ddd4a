/** How one entity leads to another. */
export interface Path {
  /** From where it begins to where it leads, both included. */
  refs: string[];
}

/**
 * The shortest path to each entity that some lead to, the shorter ones first.
 * None leads back to where one begins.
 *
 * @param graph - where each entity leads to; those that it has no entry for
 * are on no path
 */
export function shortestPaths(
  starts: string[],
  graph: ReadonlyMap<string, string[]>,
  { hops, limit }: { hops: number; limit: number },
): Path[] {
  const seen = new Set(starts);
  const found: Path[] = [];
  let level: Path[] = [...seen].map(ref => ({ refs: [ref] }));
  for (let hop = 0; level.length > 0 && hop < hops; hop++) {
    const next: Path[] = [];
    for (const { refs } of level) {
      for (const ref of graph.get(refs[refs.length - 1]) ?? []) {
        if (graph.has(ref) && !seen.has(ref) && found.length < limit) {
          seen.add(ref);
          const path = { refs: [...refs, ref] };
          found.push(path);
          next.push(path);
        }
      }
    }
    level = next;
  }
  return found;
}
