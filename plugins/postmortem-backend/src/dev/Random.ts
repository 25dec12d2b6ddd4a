import { createHash } from 'node:crypto';

/**
 * Numbers that look random and are the same for the same seed, on every
 * machine (the mulberry32 generator).
 */
export class Random {
  readonly #seed: string;
  #state: number;
  #uuids = 0;

  constructor(seed: string) {
    this.#seed = seed;
    this.#state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  }

  /** At least 0 and below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[Math.floor(this.next() * values.length)];
  }

  /** Different values, at most as many as there are. */
  sample<T>(values: readonly T[], count: number): T[] {
    const chosen = new Set<T>();
    for (
      let tries = 0;
      chosen.size < Math.min(count, values.length) && tries < count * 20;
      tries += 1
    ) {
      chosen.add(this.pick(values));
    }
    return [...chosen];
  }

  /** From the whole seed: the generator's 32 bits would repeat themselves. */
  uuid(): string {
    const hex = createHash('sha256')
      .update(`${this.#seed}/uuid/${this.#uuids++}`)
      .digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `${this.pick(['8', '9', 'a', 'b'])}${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  }
}
