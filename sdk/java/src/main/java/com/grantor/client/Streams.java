package com.grantor.client;

import com.grantor.client.WatchStream.Outcome;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What every watch has: one stream after the other, on a new connection after silence, with waits between them. Which
 * of their ends is the end of the watch, whoever watches decides. One thread follows them; any thread may
 * {@link #close}.
 *
 * @param <Q> what is asked for
 * @param <A> what comes
 */
final class Streams<Q, A> {
    private final Connection connection;
    private final Channel channel;
    private final MethodDescriptor<Q, A> method;
    private final CountDownLatch closed = new CountDownLatch(1);

    private volatile WatchStream<Q, A> stream;

    /** Of the connection, when the stream was opened. */
    private int generation;

    /** How long to wait before the next stream. */
    final Backoff backoff = new Backoff();

    Streams(Connection connection, Channel channel, MethodDescriptor<Q, A> method) {
        this.connection = connection;
        this.channel = channel;
        this.method = method;
    }

    /** The first one. From then on the end of the client is the end of all. */
    void open(Q request) {
        connect(request);
        connection.opened(this);
    }

    private void connect(Q request) {
        generation = connection.generation();
        stream = new WatchStream<>(channel, method, request);
        if (isClosed()) {
            stream.cancel();
        }
    }

    /** Waits for what comes next. What is silent for so long is left: the next stream is opened on a new connection. */
    Outcome<A> next(Duration patience) throws InterruptedException {
        Outcome<A> outcome = stream.next(patience);
        if (outcome instanceof Outcome.Silent) {
            connection.lost(generation);
        }
        return outcome;
    }

    /** Waits before the next stream, or less where this is closed. */
    void pause() throws InterruptedException {
        stream.cancel();
        closed.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Another one, unless this is closed. */
    void openAgain(Q request) {
        if (closed.getCount() > 0) {
            connect(request);
        }
    }

    boolean isClosed() {
        return closed.getCount() == 0 || connection.channel().isShutdown();
    }

    /** Of the present stream, for errors that the client makes itself. */
    String requestId() {
        return stream.requestId;
    }

    /**
     * Why a stream does not stand.
     *
     * @param end what came out of it last, which is no answer
     * @param opened whether an answer had come before
     * @param patience how long was waited for it
     */
    GrantorException failure(Outcome<A> end, boolean opened, Duration patience) {
        if (end instanceof Outcome.Ended<A> ended && !ended.status().isOk()) {
            return error(ended.status());
        }
        String seconds = NoAnswer.seconds(patience) + " s";
        String why;
        if (end instanceof Outcome.Ended) {
            why = "the server ended the watch" + (opened ? "" : " before it was open");
        } else {
            why = opened ? "nothing came within " + seconds : "the watch was not open within " + seconds;
        }
        return GrantorException.unanswered(
                Status.UNAVAILABLE, "no answer from " + connection.address() + ": " + why, requestId());
    }

    static GrantorException error(Status status) {
        return GrantorException.of(status.asException()).here();
    }

    /** Ends the call, and wakes whoever waits. */
    void close() {
        closed.countDown();
        WatchStream<Q, A> last = stream;
        if (last != null) {
            last.cancel();
        }
        connection.closed(this);
    }
}
