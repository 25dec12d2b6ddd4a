import { Z, type Limits } from './types';

/** What happened at one time since the beginning. */
export interface Observed {
  time: number;
  /** To how many it happened then. */
  events: number;
  /** How many were watched for no longer; they could still have it then. */
  censored: number;
}

/** An estimate at one time. */
export interface EventShare {
  time: number;
  /**
   * The share to which it has happened by then; undefined where the last one
   * was watched for a shorter time and it had not happened to all.
   */
  share: number | undefined;
  /** Undefined where the share is 0 or 1, or unknown. */
  limits: Limits | undefined;
  /** How many were watched so long and did not have it before. */
  atRisk: number;
}

/**
 * The share to which something has happened by each of the times, where some
 * were not watched long enough: Kaplan and Meier, "Nonparametric estimation
 * from incomplete observations", JASA 53 (1958), 457–481. The variance is
 * Greenwood's (1926); the 95 % interval is that of log(−log S), which stays
 * within 0 and 1 (Kalbfleisch and Prentice, The Statistical Analysis of
 * Failure Time Data, 1980, section 1.3).
 *
 * To whom it can no longer happen counts as watched until now, not until that
 * turned out: then the estimate is the share of all (Fine and Gray, "A
 * proportional hazards model for the subdistribution of a competing risk",
 * JASA 94 (1999), 496–509, section 3.1).
 *
 * @param observed - one a time, in any order
 * @param times - ascending
 */
export function kaplanMeier(
  observed: Observed[],
  times: number[],
): EventShare[] {
  const steps = [...observed].sort((a, b) => a.time - b.time);
  const last = steps.at(-1)?.time ?? -Infinity;
  let atRisk = steps.reduce(
    (sum, { events, censored }) => sum + events + censored,
    0,
  );
  let survival = 1;
  let greenwood = 0;
  let next = 0;
  return times.map(time => {
    while (next < steps.length && steps[next].time < time) {
      take(steps[next++]);
    }
    const watched = atRisk;
    while (next < steps.length && steps[next].time === time) {
      take(steps[next++]);
    }
    const isKnown = steps.length > 0 && (time <= last || survival === 0);
    return {
      time,
      share: isKnown ? 1 - survival : undefined,
      limits: isKnown ? limitsOf(survival, greenwood) : undefined,
      atRisk: watched,
    };
  });

  function take({ events, censored }: Observed) {
    if (events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      greenwood += events / (atRisk * (atRisk - events));
    }
    atRisk -= events + censored;
  }
}

function limitsOf(survival: number, greenwood: number): Limits | undefined {
  if (survival === 0 || survival === 1) {
    return undefined;
  }
  const half = (Z * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return {
    lower: 1 - survival ** Math.exp(-half),
    upper: 1 - survival ** Math.exp(half),
  };
}
