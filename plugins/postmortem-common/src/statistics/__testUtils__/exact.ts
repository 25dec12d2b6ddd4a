// Probabilities by whole numbers alone: a way to the figures that shares
// nothing with the one under test.

const SCALE = 10n ** 40n;

function ratio(numerator: bigint, denominator: bigint): number {
  return Number((numerator * 10n ** 18n) / denominator) / 1e18;
}

/** P(X ≤ k) for X binomial of n, with the probability `a / (a + b)`. */
export function binomialAtMost(
  k: number,
  n: number,
  a: bigint,
  b: bigint,
): number {
  let term = b ** BigInt(n);
  let sum = 0n;
  for (let i = 0; i <= k; i++) {
    sum += term;
    // The next one: times (n − i) / (i + 1) · a / b, without remainder.
    term = (term * BigInt(n - i) * a) / (BigInt(i + 1) * b);
  }
  return ratio(sum, (a + b) ** BigInt(n));
}

/** P(X ≤ k) for X Poisson with a mean given to 12 decimals. */
export function poissonAtMost(k: number, mean: number): number {
  const scaledMean = BigInt(Math.round(mean * 1e12));
  let term = SCALE;
  let total = 0n;
  let upToK = 0n;
  for (let i = 0; term > 0n; i++) {
    total += term;
    if (i <= k) {
      upToK += term;
    }
    term = (term * scaledMean) / (10n ** 12n * BigInt(i + 1));
  }
  return ratio(upToK, total);
}
