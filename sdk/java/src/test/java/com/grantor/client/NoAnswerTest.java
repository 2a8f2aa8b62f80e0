package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NoAnswerTest {
    private static String unreachable(Status status) {
        return NoAnswer.unreachable("https://grantor.example:443", status);
    }

    @Test
    void saysWhyAConnectionBroke() {
        IOException cause = new IOException("annotated", new IOException("Connection refused\nmore"));
        assertEquals(
                "no answer from https://grantor.example:443: Connection refused",
                unreachable(Status.UNAVAILABLE.withDescription("io exception").withCause(cause)));
    }

    @Test
    void theWordsOfGrpcStayWhereTheySaySomething() {
        Status lost =
                Status.UNAVAILABLE.withDescription("Unable to resolve host").withCause(new IOException("x"));
        assertEquals("no answer from https://grantor.example:443: Unable to resolve host", unreachable(lost));
        assertEquals("no answer from https://grantor.example:443: UNAVAILABLE", unreachable(Status.UNAVAILABLE));
    }

    @Test
    void aLongCauseIsCut() {
        String message = unreachable(Status.UNAVAILABLE.withDescription("x".repeat(1000)));
        assertEquals("no answer from https://grantor.example:443: ".length() + 200, message.length());
    }

    @Test
    void tlsWithAPlaintextServerIsGuessed() {
        IOException cause = new IOException("not an SSL/TLS record: 00001804");
        String message =
                unreachable(Status.UNAVAILABLE.withDescription("io exception").withCause(cause));
        assertTrue(message.endsWith("00001804 (does the server speak TLS? if not, use http://)"), message);
    }

    @Test
    void aDeadlineIsToldInSeconds() {
        assertEquals("no answer from X within 2 s", NoAnswer.late("X", Duration.ofNanos(1_999_400_000)));
        assertEquals("0.25", NoAnswer.seconds(Duration.ofMillis(250)));
        assertEquals("120", NoAnswer.seconds(Duration.ofMinutes(2)));
        assertEquals("0", NoAnswer.seconds(Duration.ofSeconds(-1)));
    }
}
