package com.grantor.client;

import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A question of a {@link CheckStream} that is under way. */
public final class Asked {
    private final CheckStream stream;
    private final Duration timeout;
    private final long begun = System.nanoTime();
    private final CountDownLatch settled = new CountDownLatch(1);

    private volatile Result result;

    Asked(CheckStream stream, Duration timeout) {
        this.stream = stream;
        this.timeout = timeout;
    }

    /**
     * Waits for the answer, until the timeout of the client is over, which began when the question got its place.
     *
     * @return whether, and why
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Answer answer() {
        try {
            long left = timeout.toNanos() - (System.nanoTime() - begun);
            if (!settled.await(left, TimeUnit.NANOSECONDS)) {
                throw stream.late(timeout);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw stream.interrupted();
        }
        if (result.error().isPresent()) {
            throw result.error().get().here();
        }
        return result.answer();
    }

    /** Says what became of it. */
    Asked settle(Result outcome) {
        result = outcome;
        settled.countDown();
        return this;
    }

    Asked fail(GrantorException error) {
        return settle(Result.failed(error));
    }

    static GrantorException cancelled(String why, String requestId) {
        return GrantorException.unanswered(Status.CANCELLED, why, requestId);
    }
}
