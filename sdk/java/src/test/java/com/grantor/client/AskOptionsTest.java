package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.Timestamp;
import com.grantor.v1.CheckAccessRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskOptionsTest {
    private static CheckAccessRequest request(AskOptions options) {
        CheckAccessRequest.Builder request = CheckAccessRequest.newBuilder();
        options.in(request::setConsistency, request::setAtTime, request::setAtRevision);
        return request.build();
    }

    @Test
    void nothingIsAskedThatIsNotSaid() {
        assertEquals(CheckAccessRequest.getDefaultInstance(), request(AskOptions.DEFAULT));
    }

    @Test
    void allThatIsSaidIsAsked() {
        AskOptions options = AskOptions.DEFAULT
                .consistency(Freshness.full())
                .atTime(Instant.ofEpochSecond(1_700_000_000, 5))
                .atRevision(7);
        CheckAccessRequest expected = CheckAccessRequest.newBuilder()
                .setConsistency(Freshness.full())
                .setAtTime(Timestamp.newBuilder().setSeconds(1_700_000_000).setNanos(5))
                .setAtRevision(7)
                .build();
        assertEquals(expected, request(options));
    }

    @Test
    void revisionZeroIsNotAskedAsOfNow() {
        assertThrows(IllegalArgumentException.class, () -> AskOptions.DEFAULT.atRevision(0));
    }
}
