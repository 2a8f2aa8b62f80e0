package com.grantor.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: 0.1 s, then twice as long each time up to 10 s, each about a fifth more or
 * less.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        // So that many clients that lost the same server do not come back at once.
        long percent = ThreadLocalRandom.current().nextLong(80, 121);
        return now.multipliedBy(percent).dividedBy(100);
    }

    /** The next wait is the longest, for what does not mend itself so soon. */
    void longest() {
        next = LONGEST;
    }

    void reset() {
        next = FIRST;
    }
}
