package com.grantor.client;

import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/** Knows whether the server itself ended a call, and says what happened where it did not. One for each call. */
final class NoAnswer extends ClientStreamTracer.Factory {
    private static final int LONGEST_CAUSE = 200;

    private final Connection connection;
    private final Duration limit;
    private volatile boolean answered;

    /** @param limit how long the call may take; null where it has no deadline */
    NoAnswer(Connection connection, Duration limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** Each attempt begins anew: the last one counts. */
    @Override
    public ClientStreamTracer newClientStreamTracer(ClientStreamTracer.StreamInfo attempt, Metadata headers) {
        answered = false;
        return new ClientStreamTracer() {
            @Override
            public void inboundTrailers(Metadata trailers) {
                answered = true;
            }
        };
    }

    /** What the server said stays as it is; what gRPC made up itself gets words that name the address. */
    GrantorException error(Status status, Metadata trailers, String requestId) {
        if (answered) {
            return GrantorException.of(status, trailers, requestId);
        }
        return switch (status.getCode()) {
            case UNAVAILABLE ->
                connection.channel().isShutdown()
                        ? GrantorException.clientClosed(requestId)
                        : GrantorException.unanswered(status, unreachable(connection.address(), status), requestId);
            case DEADLINE_EXCEEDED ->
                limit == null
                        ? GrantorException.of(status, trailers, requestId)
                        : GrantorException.unanswered(status, late(connection.address(), limit), requestId);
            default -> GrantorException.of(status, trailers, requestId);
        };
    }

    static String unreachable(String address, Status status) {
        String cause = cause(status);
        // An SSL/TLS record is what Netty's own engine and OpenSSL miss; the JDK speaks of a message.
        boolean plaintext =
                cause.contains("not an SSL/TLS record") || cause.contains("Unsupported or unrecognized SSL");
        return "no answer from " + address + ": " + cause
                + (plaintext ? " (does the server speak TLS? if not, use http://)" : "");
    }

    static String late(String address, Duration limit) {
        return "no answer from " + address + " within " + seconds(limit) + " s";
    }

    /** Three digits: what is left of a deadline of 2 s when the call begins is still 2 s. */
    static String seconds(Duration limit) {
        BigDecimal exact = BigDecimal.valueOf(Math.max(0, limit.toNanos()), 9);
        return exact.round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    /** gRPC's "io exception" says nothing, and the innermost cause says it shortest. */
    private static String cause(Status status) {
        String said = firstLine(status.getDescription());
        if (said == null || said.equals("io exception")) {
            for (Throwable each = status.getCause(); each != null; each = each.getCause()) {
                said = each.getMessage() == null ? said : firstLine(each.getMessage());
            }
        }
        String line = said == null ? status.getCode().name() : said;
        return line.substring(0, Math.min(LONGEST_CAUSE, line.length()));
    }

    /** gRPC's further lines are about its own pipeline. */
    private static String firstLine(String text) {
        return text == null ? null : text.lines().findFirst().orElse("");
    }
}
