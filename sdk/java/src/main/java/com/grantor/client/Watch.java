package com.grantor.client;

import com.grantor.client.WatchStream.Outcome;
import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.WatchChangesRequest;
import com.grantor.v1.WatchChangesResponse;
import io.grpc.Channel;
import io.grpc.Status;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;

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
 * <p>It is open when {@link GrantorClient#watch(String)} returns: without a start it gives what changes after that.
 *
 * <p>Where the stream breaks it resumes by itself from the last position: after UNAVAILABLE, after the server's end of
 * the stream, and, on a new connection, after silence for three heartbeat intervals. A change that comes again is not
 * given twice. Any other error ends the watch: {@link #hasNext} throws it.
 *
 * <p>There is no thread behind it. One thread takes the events; any thread may {@link #close}, which ends the loop.
 */
public final class Watch implements Iterable<Event>, Iterator<Event>, AutoCloseable {
    /** As often as gRPC tries a call; once open, a watch resumes without end. */
    private static final int ATTEMPTS_TO_OPEN = 4;

    private final Streams<WatchChangesRequest, WatchChangesResponse> streams;
    private final WatchChangesRequest request;
    private final Duration silence;
    private final Seen seen = new Seen();

    private volatile String position;

    /** How many answers the stream has given. */
    private long answers;

    private Event next;

    private Watch(Connection connection, Channel channel, WatchChangesRequest request) {
        streams = new Streams<>(connection, channel, AccessServiceGrpc.getWatchChangesMethod());
        this.request = request;
        silence = WatchRequests.heartbeat(request).multipliedBy(3);
        WatchRequests.requireStart(request);
        position = request.getPosition();
    }

    /** @param timeout how long each attempt waits for the first answer */
    static Watch open(Connection connection, Channel channel, WatchChangesRequest request, Duration timeout) {
        Watch watch = new Watch(connection, channel, request);
        watch.streams.open(watch.from());
        try {
            watch.awaitFirst(timeout);
        } catch (InterruptedException interruption) {
            throw watch.interrupted();
        }
        return watch;
    }

    private void awaitFirst(Duration timeout) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Outcome<WatchChangesResponse> outcome = streams.next(timeout);
            if (outcome instanceof Outcome.Said) {
                take(outcome);
                return;
            }
            requireOpenClient();
            GrantorException failed = streams.failure(outcome, false, timeout);
            if (failed.code() != Status.Code.UNAVAILABLE || attempt == ATTEMPTS_TO_OPEN) {
                close();
                throw failed;
            }
            resume();
            requireOpenClient();
        }
    }

    /** Nobody else can close a watch that is not given to anyone yet. */
    private void requireOpenClient() {
        if (streams.isClosed()) {
            close();
            throw GrantorException.clientClosed(streams.requestId());
        }
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
            while (next == null && !streams.isClosed()) {
                take(streams.next(silence));
            }
        } catch (InterruptedException interruption) {
            throw interrupted();
        }
        return next != null && !streams.isClosed();
    }

    private GrantorException interrupted() {
        close();
        Thread.currentThread().interrupt();
        return GrantorException.unanswered(Status.CANCELLED, "the thread was interrupted", streams.requestId());
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

    private void take(Outcome<WatchChangesResponse> outcome) throws InterruptedException {
        if (outcome instanceof Outcome.Said<WatchChangesResponse> said) {
            read(said.answer());
        } else if (outcome instanceof Outcome.Ended<WatchChangesResponse> ended
                && !streams.isClosed()
                && !resumable(ended.status())) {
            close();
            throw Streams.error(ended.status());
        } else {
            resume();
        }
    }

    /** Heartbeats, and kinds of events that this client does not know, move the position alone. */
    private void read(WatchChangesResponse answer) {
        position = answer.getPosition();
        answers++;
        // The heartbeat that opens each stream says little: a server may open and fail, again and again.
        if (answer.hasChange() || answers > 1) {
            streams.backoff.reset();
        }
        if (answer.hasChange() && seen.add(answer.getChange())) {
            next = new Event(answer.getChange(), answer.getPosition());
        }
    }

    private static boolean resumable(Status status) {
        return status.isOk() || status.getCode() == Status.Code.UNAVAILABLE;
    }

    private void resume() throws InterruptedException {
        streams.pause();
        answers = 0;
        streams.openAgain(from());
    }

    private WatchChangesRequest from() {
        return position.isEmpty()
                ? request
                : request.toBuilder().setPosition(position).build();
    }

    /** Ends the call and wakes whoever waits in {@link #hasNext}, which then is false. */
    @Override
    public void close() {
        streams.close();
    }
}
