/** A difference that no drift of the clocks makes, in milliseconds. */
const JUMP_MS = 1000;

/**
 * Milliseconds since some moment. They never go back, and go on while the machine is suspended: the usual
 * clock stands still then, and what was heard long ago would seem to be of just now. That the wall's clock
 * went on tells; if somebody has put it forward, more time seems to have passed, which does no harm.
 */
export function clock(
  steady: () => number = () => performance.now(),
  wall: () => number = Date.now,
): () => number {
  let apart = wall() - steady();
  let suspended = 0;
  return () => {
    const now = steady();
    const jumped = wall() - now - apart;
    if (Math.abs(jumped) >= JUMP_MS) {
      apart += jumped;
      suspended += Math.max(0, jumped);
    }
    return now + suspended;
  };
}
