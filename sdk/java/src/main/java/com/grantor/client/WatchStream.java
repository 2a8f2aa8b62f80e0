package com.grantor.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One stream of a watch, from its call to its end. It asks for one answer at a time, so nothing heaps up. */
final class WatchStream<Q, A> {
    /** What comes out of a stream: an answer, or how it ended, or nothing in time. */
    sealed interface Outcome<A> {
        record Said<A>(A answer) implements Outcome<A> {}

        record Ended<A>(Status status) implements Outcome<A> {}

        record Silent<A>() implements Outcome<A> {}
    }

    private final BlockingQueue<Outcome<A>> outcomes = new LinkedBlockingQueue<>();
    private final ClientCall<Q, A> call;

    /** Of the call, for an error that the client makes itself. */
    final String requestId = RequestIds.next();

    WatchStream(Channel channel, MethodDescriptor<Q, A> method, Q request) {
        // The listener only puts into a queue: it may do so on the thread of the connection.
        call = channel.newCall(
                method, CallOptions.DEFAULT.withExecutor(Runnable::run).withOption(RequestIds.OPTION, requestId));
        call.start(new Queueing(), new Metadata());
        call.request(1);
        call.sendMessage(request);
        call.halfClose();
    }

    /** Waits for the next outcome; after {@code Ended} there is none. */
    Outcome<A> next(Duration silence) throws InterruptedException {
        Outcome<A> outcome = outcomes.poll(silence.toNanos(), TimeUnit.NANOSECONDS);
        if (outcome instanceof Outcome.Said) {
            call.request(1);
        }
        return outcome == null ? new Outcome.Silent<>() : outcome;
    }

    /** Wakes whoever waits, with {@code Ended}. */
    void cancel() {
        call.cancel("the watch no longer wants it", null);
    }

    private final class Queueing extends ClientCall.Listener<A> {
        @Override
        public void onMessage(A answer) {
            outcomes.add(new Outcome.Said<>(answer));
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            outcomes.add(new Outcome.Ended<>(status));
        }
    }
}
