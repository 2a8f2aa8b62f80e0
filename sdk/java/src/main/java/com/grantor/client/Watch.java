package com.grantor.client;

import com.google.protobuf.Duration;
import com.grantor.client.WatchStream.Outcome;
import com.grantor.v1.WatchChangesRequest;
import com.grantor.v1.WatchChangesResponse;
import io.grpc.Channel;
import io.grpc.Status;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The changes as they come.
 *
 * <pre>{@code
 * try (Watch watch = client.watch("organizations/acme")) {
 *     for (Event event : watch) { // waits for the next change
 *         System.out.println(event.change().getMethod());
 *     }
 * }
 * }</pre>
 *
 * <p>Where the stream breaks it resumes by itself from the last position: after UNAVAILABLE, after the server's end of
 * the stream, and when the connection is silent for three heartbeat intervals. A change that comes again is not given
 * twice. Any other error ends the watch: {@link #hasNext} throws it.
 *
 * <p>There is no thread behind it. One thread takes the events; any thread may {@link #close}, which ends the loop.
 */
public final class Watch implements Iterable<Event>, Iterator<Event>, AutoCloseable {
    /** What the server takes where the request says nothing. */
    private static final java.time.Duration HEARTBEAT = java.time.Duration.ofSeconds(10);

    private final Connection connection;
    private final Channel channel;
    private final WatchChangesRequest request;
    private final java.time.Duration silence;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Backoff backoff = new Backoff();
    private final Seen seen = new Seen();

    private volatile WatchStream stream;
    private volatile String position;
    private Event next;

    private Watch(Connection connection, Channel channel, WatchChangesRequest request) {
        this.connection = connection;
        this.channel = channel;
        this.request = request;
        silence = heartbeat(request).multipliedBy(3);
        position = request.getPosition();
    }

    static Watch open(Connection connection, Channel channel, WatchChangesRequest request) {
        Watch watch = new Watch(connection, channel, request);
        connection.opened(watch);
        watch.connect();
        return watch;
    }

    private static java.time.Duration heartbeat(WatchChangesRequest request) {
        Duration given = request.getHeartbeatInterval();
        return request.hasHeartbeatInterval()
                ? java.time.Duration.ofSeconds(given.getSeconds(), given.getNanos())
                : HEARTBEAT;
    }

    /**
     * From where another watch would go on, with what was last read: the last event, or a sign of life after it.
     *
     * @return empty before the server has said one
     */
    public String position() {
        return position;
    }

    @Override
    public Iterator<Event> iterator() {
        return this;
    }

    /**
     * Waits for the next change.
     *
     * @return false only once the watch is closed
     * @throws GrantorException if the watch ended by an error after which it makes no sense to resume, or if the thread
     *     is interrupted, which closes the watch (CANCELLED)
     */
    @Override
    public boolean hasNext() {
        try {
            while (next == null && !isClosed()) {
                take(stream.next(silence));
            }
        } catch (InterruptedException interrupted) {
            close();
            Thread.currentThread().interrupt();
            throw GrantorException.of(Status.CANCELLED
                    .withDescription("the thread was interrupted")
                    .asException());
        }
        return next != null && !isClosed();
    }

    @Override
    public Event next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the watch is closed");
        }
        Event event = next;
        next = null;
        return event;
    }

    private void take(Outcome outcome) throws InterruptedException {
        if (outcome instanceof Outcome.Said said) {
            backoff.reset();
            read(said.answer());
        } else if (outcome instanceof Outcome.Ended ended && !isClosed() && !resumable(ended.status())) {
            close();
            throw GrantorException.of(ended.status().asException());
        } else {
            resume();
        }
    }

    /** Heartbeats, and kinds of events that this client does not know, move the position alone. */
    private void read(WatchChangesResponse answer) {
        position = answer.getPosition();
        if (answer.hasChange() && seen.add(answer.getChange())) {
            next = new Event(answer.getChange(), answer.getPosition());
        }
    }

    private static boolean resumable(Status status) {
        return status.isOk() || status.getCode() == Status.Code.UNAVAILABLE;
    }

    private void resume() throws InterruptedException {
        stream.cancel();
        if (!closed.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS)) {
            connect();
        }
    }

    private void connect() {
        WatchChangesRequest from = position.isEmpty()
                ? request
                : request.toBuilder().setPosition(position).build();
        stream = new WatchStream(channel, from);
        if (isClosed()) {
            stream.cancel();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0 || connection.channel().isShutdown();
    }

    /** Ends the call and wakes whoever waits in {@link #hasNext}, which then is false. */
    @Override
    public void close() {
        closed.countDown();
        stream.cancel();
        connection.closed(this);
    }
}
