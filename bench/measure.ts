import type { Portal } from './portal';

/** A request to send; the round decides which. */
export interface Sent {
  method?: 'POST' | 'PATCH';
  path(round: number): string;
  body?(round: number): string;
  contentType?: string;
}

/** Requests of one kind. */
export interface Case extends Sent {
  name: string;
  /** Whether the catalog has a part in it, which is measured apart. */
  asksCatalog?: boolean;
}

/** How long the requests of one kind took, in milliseconds. */
export interface Measured {
  p50: number;
  p99: number;
  perSecond: number;
}

function percentile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param times - in milliseconds, in any order */
export function measuredOf(times: number[]): Measured {
  const sorted = [...times].sort((a, b) => a - b);
  const sum = sorted.reduce((total, time) => total + time, 0);
  return {
    p50: percentile(sorted, 0.5),
    p99: percentile(sorted, 0.99),
    perSecond: (sorted.length * 1_000) / sum,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Sends one request of each kind a round, one after the other, each round
 * beginning with another kind: whatever else the machine does hits all alike.
 */
export async function measure(
  portal: Portal,
  cases: Case[],
  options: { warmUp: number; rounds: number },
): Promise<Map<Case, Measured>> {
  const times = new Map(cases.map(item => [item, [] as number[]]));
  for (let round = 0; round < options.warmUp + options.rounds; round++) {
    for (let index = 0; index < cases.length; index++) {
      const item = cases[(round + index) % cases.length];
      const took = await timed(() => portal.send(item, round));
      if (round >= options.warmUp) {
        times.get(item)!.push(took);
      }
    }
  }
  return new Map([...times].map(([item, took]) => [item, measuredOf(took)]));
}
