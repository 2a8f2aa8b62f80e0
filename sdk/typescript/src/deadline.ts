/** The most that the header of a deadline can say, in milliseconds: eight digits. */
const LONGEST_MS = 99_999_999;

/** Until when a call may take, with all its attempts. */
export class Deadline {
  readonly #end: number;

  /** In so many milliseconds; never, where it is 0 or less. */
  constructor(timeoutMs: number) {
    this.#end = timeoutMs > 0 ? performance.now() + Math.min(timeoutMs, LONGEST_MS) : Infinity;
  }

  /** What is left, as the transports take it: whole milliseconds, at least 1; 0 without an end. */
  timeoutMs(): number {
    return this.#end === Infinity ? 0 : Math.max(1, Math.ceil(this.#end - performance.now()));
  }

  /** Whether so many milliseconds are left. */
  leaves(ms: number): boolean {
    return performance.now() + ms < this.#end;
  }
}
