package com.grantor.client;

import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.WatchChangesRequest;
import com.grantor.v1.WatchChangesResponse;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One stream of a watch, from its call to its end. It asks for one answer at a time, so nothing heaps up. */
final class WatchStream {
    /** What comes out of a stream: an answer, or how it ended, or nothing in time. */
    sealed interface Outcome {
        record Said(WatchChangesResponse answer) implements Outcome {}

        record Ended(Status status) implements Outcome {}

        record Silent() implements Outcome {}
    }

    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final ClientCall<WatchChangesRequest, WatchChangesResponse> call;

    /** Of the call, for an error that the client makes itself. */
    final String requestId = RequestIds.next();

    WatchStream(Channel channel, WatchChangesRequest request) {
        // The listener only puts into a queue: it may do so on the thread of the connection.
        call = channel.newCall(
                AccessServiceGrpc.getWatchChangesMethod(),
                CallOptions.DEFAULT.withExecutor(Runnable::run).withOption(RequestIds.OPTION, requestId));
        call.start(new Queueing(), new Metadata());
        call.request(1);
        call.sendMessage(request);
        call.halfClose();
    }

    /** Waits for the next outcome; after {@code Ended} there is none. */
    Outcome next(Duration silence) throws InterruptedException {
        Outcome outcome = outcomes.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        if (outcome instanceof Outcome.Said) {
            call.request(1);
        }
        return outcome == null ? new Outcome.Silent() : outcome;
    }

    /** Wakes whoever waits, with {@code Ended}. */
    void cancel() {
        call.cancel("the watch no longer wants it", null);
    }

    private final class Queueing extends ClientCall.Listener<WatchChangesResponse> {
        @Override
        public void onMessage(WatchChangesResponse answer) {
            outcomes.add(new Outcome.Said(answer));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            outcomes.add(new Outcome.Ended(status));
        }
    }
}
