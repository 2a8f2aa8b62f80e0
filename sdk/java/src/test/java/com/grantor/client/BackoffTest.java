package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static void assertAbout(long millis, Duration wait) {
        long given = wait.toMillis();
        assertTrue(given >= millis * 8 / 10 && given <= millis * 12 / 10, given + " ms, not about " + millis);
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToTenSecondsAndStartsAnew() {
        Backoff backoff = new Backoff();
        for (long millis : new long[] {100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000}) {
            assertAbout(millis, backoff.next());
        }
        backoff.reset();
        assertAbout(100, backoff.next());
    }
}
