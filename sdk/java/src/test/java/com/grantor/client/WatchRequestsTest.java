package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Duration;
import com.grantor.v1.WatchChangesRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchRequestsTest {
    private static WatchChangesRequest with(long seconds, int nanos) {
        Duration interval =
                Duration.newBuilder().setSeconds(seconds).setNanos(nanos).build();
        return WatchChangesRequest.newBuilder().setHeartbeatInterval(interval).build();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 999999999", "60, 1", "61, 0", "-1, 0", "1, -1", "9223372036854775807, 0"})
    void aHeartbeatIntervalOutOfBoundsIsRefused(long seconds, int nanos) {
        assertThrows(IllegalArgumentException.class, () -> WatchRequests.heartbeat(with(seconds, nanos)));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "60, 0"})
    void theBoundsBelongToIt(long seconds, int nanos) {
        assertEquals(java.time.Duration.ofSeconds(seconds), WatchRequests.heartbeat(with(seconds, nanos)));
    }

    @Test
    void anEmptyPositionIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Start.after(""));
        WatchChangesRequest request =
                WatchChangesRequest.newBuilder().setPosition("").build();
        assertThrows(IllegalArgumentException.class, () -> WatchRequests.requireStart(request));
    }
}
