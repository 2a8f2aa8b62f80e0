/** The most that the header of a deadline can say, in milliseconds: eight digits. */
export const LONGEST_MS = 99_999_999;

/** Until when a call may take, with all its attempts. */
export class Deadline {
  readonly #timeoutMs: number;
  readonly #end: number;

  /** In so many milliseconds, which is at once where it is 0 or less, or no number; never, where it is undefined. */
  constructor(timeoutMs: number | undefined) {
    this.#timeoutMs = timeoutMs === undefined ? Infinity : Math.min(timeoutMs, LONGEST_MS);
    this.#end = performance.now() + this.#timeoutMs;
  }

  /** What is left, as the transports take it: whole milliseconds, at least 1; 0 without an end. */
  timeoutMs(): number {
    return this.#end === Infinity ? 0 : Math.max(1, Math.ceil(this.#end - performance.now()));
  }

  /** Whether so many milliseconds are left. */
  leaves(ms: number): boolean {
    return performance.now() + ms < this.#end;
  }

  /** As an error says it: `within 5 s`. */
  toString(): string {
    return `within ${this.#timeoutMs / 1000} s`;
  }
}
