const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** Does one thing later: after a pause, or after ever longer waits. */
export class Schedule {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retries = 0;
  readonly #run: () => void;

  constructor(run: () => void) {
    this.#run = run;
  }

  after(delayMs: number): void {
    this.cancel();
    this.#timer = setTimeout(this.#run, delayMs);
  }

  /** Waits twice as long as the last time, up to half a minute. */
  retry(): void {
    this.after(Math.min(FIRST_RETRY_MS * 2 ** this.#retries, LAST_RETRY_MS));
    this.#retries += 1;
  }

  /** The next retry comes soon again. */
  succeed(): void {
    this.#retries = 0;
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
