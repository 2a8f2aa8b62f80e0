package com.grantor.client;

import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.Consistency;
import com.grantor.v1.StreamCheckAccessRequest;
import com.grantor.v1.StreamCheckAccessResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Asks over one call, answered in the order asked. Threads may share it; close it.
 *
 * <pre>{@code
 * try (CheckStream stream = client.streamChecks()) {
 *     List<Asked> asked = rights.stream().map(right -> stream.ask(user, right, product)).toList();
 *     List<Answer> answers = asked.stream().map(Asked::answer).toList();
 * }
 * }</pre>
 *
 * <p>Answers are taken in as they come, whether anybody waits for them or not. Of the questions 256 are under way at
 * once; one more waits in {@link #ask} for a place, as long as answers come. Where the stream ends, each question
 * without an answer fails with the error that ended it, and so does each that is asked later: open another stream.
 * Nothing is asked again by itself.
 */
public final class CheckStream implements AutoCloseable {
    /** How many questions may wait for their answers at once. */
    static final int WINDOW = 256;

    private final String address;
    private final Duration timeout;
    private final String requestId = RequestIds.next();
    private final ClientCall<StreamCheckAccessRequest, StreamCheckAccessResponse> call;
    private final Semaphore places = new Semaphore(WINDOW, true);

    /** Guarded by itself, as is all that follows. */
    private final Queue<Asked> unanswered = new ArrayDeque<>();

    private long came;
    private String token = "";
    private GrantorException error;

    CheckStream(String address, Channel channel, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        // The listener only settles what others wait for: it may do so on the thread of the connection.
        call = channel.newCall(
                AccessServiceGrpc.getStreamCheckAccessMethod(),
                CallOptions.DEFAULT.withExecutor(Runnable::run).withOption(RequestIds.OPTION, requestId));
        call.start(new Taking(), new Metadata());
        call.request(WINDOW);
    }

    /**
     * Asks as {@link GrantorClient#check(String, String, String)} does, and does not wait for the answer. It waits only
     * where 256 questions have no answer yet.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @return what has the answer, or says what failed
     */
    public Asked ask(String subject, String right, String resource) {
        return ask(new Question(subject, right, resource), null);
    }

    /**
     * Asks as {@link GrantorClient#check(String, String, String, Consistency)} does, and does not wait for the answer.
     * It waits only where 256 questions have no answer yet.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @param freshness how fresh the answer must be, of {@link Freshness}
     * @return what has the answer, or says what failed
     */
    public Asked ask(String subject, String right, String resource, Consistency freshness) {
        return ask(new Question(subject, right, resource), freshness);
    }

    private Asked ask(Question question, Consistency freshness) {
        StreamCheckAccessRequest.Builder request = StreamCheckAccessRequest.newBuilder()
                .setSubject(question.subject())
                .setRight(question.right())
                .setResource(question.resource());
        if (freshness != null) {
            request.setConsistency(freshness);
        }
        try {
            if (!awaitPlace()) {
                return new Asked(this, timeout).fail(late(timeout));
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return new Asked(this, timeout).fail(interrupted());
        }
        return send(request.build());
    }

    /** As long as answers come. */
    private boolean awaitPlace() throws InterruptedException {
        for (long before = -1; ; ) {
            long now = came();
            if (now == before) {
                return places.tryAcquire();
            }
            if (places.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
            before = now;
        }
    }

    private long came() {
        synchronized (unanswered) {
            return came;
        }
    }

    /** What is sent, and what waits, is in the same order. Sending does not block. */
    private Asked send(StreamCheckAccessRequest request) {
        Asked asked = new Asked(this, timeout);
        synchronized (unanswered) {
            if (error != null) {
                return asked.fail(error);
            }
            unanswered.add(asked);
            call.sendMessage(request);
        }
        return asked;
    }

    /**
     * Why the stream ended.
     *
     * @return empty while it goes on
     */
    public Optional<GrantorException> error() {
        synchronized (unanswered) {
            return Optional.ofNullable(error);
        }
    }

    /** Ends the stream; questions that have no answer yet fail with CANCELLED. Closing again does nothing. */
    @Override
    public void close() {
        end(Asked.cancelled("the stream is closed; open another", requestId));
    }

    GrantorException late(Duration limit) {
        return GrantorException.unanswered(Status.DEADLINE_EXCEEDED, NoAnswer.late(address, limit), requestId);
    }

    GrantorException interrupted() {
        return Asked.cancelled("the thread was interrupted", requestId);
    }

    /** What ended it first counts. */
    private void end(GrantorException why) {
        synchronized (unanswered) {
            if (error != null) {
                return;
            }
            error = why;
            unanswered.forEach(asked -> asked.fail(why));
            unanswered.clear();
            call.cancel("the stream has ended", null);
        }
        // Whoever waits for a place, now or later, is to find that it has ended.
        places.release(Integer.MAX_VALUE / 2);
    }

    /** An answer to another question than the next is an error: none that comes after it can be trusted. */
    private void take(StreamCheckAccessResponse response) {
        Asked asked;
        String last;
        synchronized (unanswered) {
            asked = response.getIndex() == came ? unanswered.poll() : null;
            if (asked == null) {
                end(GrantorException.internal(
                        "The answers of the stream are not in the order of its questions.", requestId));
                return;
            }
            came++;
            token = response.getConsistencyToken().isEmpty() ? token : response.getConsistencyToken();
            last = token;
        }
        asked.settle(Result.of(response.getResult(), requestId, last));
        places.release();
    }

    private final class Taking extends ClientCall.Listener<StreamCheckAccessResponse> {
        @Override
        public void onMessage(StreamCheckAccessResponse response) {
            take(response);
            call.request(1);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            end(
                    status.isOk()
                            ? GrantorException.unanswered(
                                    Status.UNAVAILABLE, address + " ended the stream; open another", requestId)
                            : GrantorException.of(status.asException()));
        }
    }
}
