/** The ends of a confidence interval. */
export interface Limits {
  lower: number;
  upper: number;
}

/** The level of every test, and 1 minus the confidence of every interval. */
export const ALPHA = 0.05;

/** The 97.5th percentile of the standard normal distribution. */
export const Z = 1.959963984540054;
