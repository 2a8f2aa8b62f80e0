const FIRST_MS = 100;

/**
 * How long to wait after a number of failed attempts, the first being 1: 0.1 s, then twice as long
 * each time, at most `atMost`; a fifth more or less, so that not all clients come back at once.
 */
export function backoffMs(failures: number, atMost: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), atMost) * (0.8 + 0.4 * Math.random());
}

/** Waits, or less where one of the signals is aborted meanwhile. */
export function pause(ms: number, ...given: (AbortSignal | undefined)[]): Promise<void> {
  const signals = given.filter((signal) => signal !== undefined);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      for (const signal of signals) {
        signal.removeEventListener("abort", done);
      }
      resolve();
    };
    const timer = setTimeout(done, ms);
    for (const signal of signals) {
      signal.addEventListener("abort", done);
    }
    if (signals.some(({ aborted }) => aborted)) {
      done();
    }
  });
}
