package com.grantor.client;

import com.grantor.v1.WatchChangesRequest;
import java.time.Duration;

/** What a watch may be asked for, as far as it is told without the server. */
final class WatchRequests {
    private static final Duration DEFAULT = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private WatchRequests() {}

    /** How long the server may be silent before it gives a sign of life. */
    static Duration heartbeat(WatchChangesRequest request) {
        if (!request.hasHeartbeatInterval()) {
            return DEFAULT;
        }
        // Nanoseconds beyond one second are no proper duration.
        long seconds = request.getHeartbeatInterval().getSeconds();
        int nanos = request.getHeartbeatInterval().getNanos();
        boolean possible = seconds >= 0 && seconds <= LONGEST.toSeconds() && nanos >= 0 && nanos < 1_000_000_000;
        Duration interval = possible ? Duration.ofSeconds(seconds, nanos) : Duration.ZERO;
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("The heartbeat interval of " + seconds + " s and " + nanos
                    + " ns is out of bounds: set one from 1 s to 60 s, or none for 10 s.");
        }
        return interval;
    }

    static void requirePosition(String position) {
        if (position.isEmpty()) {
            throw new IllegalArgumentException("The position is empty: set that of an earlier event, or begin with"
                    + " Start.now() if what happened until now does not matter.");
        }
    }

    /** A lost position must not become a start from now on. */
    static void requireStart(WatchChangesRequest request) {
        if (request.hasPosition()) {
            requirePosition(request.getPosition());
        }
    }
}
