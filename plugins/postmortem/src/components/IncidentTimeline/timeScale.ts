import { formatDuration } from '../shared';

const MINUTE = 60_000;

/** Distances between ticks that people count in, in minutes. */
const STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200,
];

const MAX_TICKS = 5;

/** A linear time axis. */
export interface TimeScale {
  /** Where a time lies: 0 at the beginning, 1 at the end. */
  position(at: string): number;
  /** Marks at round durations since the beginning of the axis. */
  ticks: Array<{ position: number; label: string }>;
}

function ticksOf(length: number): TimeScale['ticks'] {
  const minutes = length / MINUTE;
  const step =
    STEPS.find(candidate => minutes / candidate < MAX_TICKS) ??
    Math.ceil(minutes / MAX_TICKS);
  const count = Math.floor(minutes / step);
  return Array.from({ length: count + 1 }, (_, index) => ({
    position: (index * step) / minutes,
    label: index === 0 ? '0' : formatDuration(index * step),
  }));
}

/**
 * The axis from the first to the last of the given times; null when they do not
 * span any time.
 */
export function timeScale(times: readonly string[]): TimeScale | null {
  const instants = times.map(at => Date.parse(at));
  const from = Math.min(...instants);
  const length = Math.max(...instants) - from;
  if (!(length > 0)) {
    return null;
  }
  return {
    position: at => (Date.parse(at) - from) / length,
    ticks: ticksOf(length),
  };
}
