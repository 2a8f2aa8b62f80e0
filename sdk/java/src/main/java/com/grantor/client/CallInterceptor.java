package com.grantor.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What every call goes with, whichever stub makes it. It works once a call; gRPC's retries happen below it. */
final class CallInterceptor implements ClientInterceptor {
    private static final Metadata.Key<String> AUTHORIZATION = ascii("authorization");
    private static final Metadata.Key<String> ACTING_USER = ascii("x-grantor-acting-user");
    private static final Metadata.Key<String> REQUEST_ID = ascii("x-request-id");

    private final Connection connection;
    private final Duration timeout;
    private final Metadata caller = new Metadata();

    CallInterceptor(Connection connection, Identity identity, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
        caller.put(AUTHORIZATION, "Bearer " + identity.key());
        if (identity.actingUser() != null) {
            caller.put(ACTING_USER, identity.actingUser());
        }
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        connection.hurry();
        String given = options.getOption(RequestIds.OPTION);
        String id = given == null ? RequestIds.next() : given;
        CallOptions limited = limited(method, options);
        NoAnswer noAnswer = new NoAnswer(connection, limit(limited));
        return new Call<>(next.newCall(method, limited.withStreamTracerFactory(noAnswer)), id, noAnswer);
    }

    /** A stream has no end, and so no deadline. */
    private CallOptions limited(MethodDescriptor<?, ?> method, CallOptions options) {
        boolean ends = method.getType() == MethodDescriptor.MethodType.UNARY;
        return ends && options.getDeadline() == null ? options.withDeadlineAfter(timeout) : options;
    }

    /** How long the call may take from now on, or null. */
    private static Duration limit(CallOptions options) {
        Deadline outer = Context.current().getDeadline();
        Deadline own = options.getDeadline();
        Deadline first = own == null || outer == null ? (own == null ? outer : own) : own.minimum(outer);
        return first == null ? null : Duration.ofNanos(first.timeRemaining(TimeUnit.NANOSECONDS));
    }

    private final class Call<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private final String id;
        private final NoAnswer noAnswer;

        Call(ClientCall<Q, A> call, String id, NoAnswer noAnswer) {
            super(call);
            this.id = id;
            this.noAnswer = noAnswer;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            headers.merge(caller);
            headers.put(REQUEST_ID, id);
            super.start(new Ending<>(listener, id, noAnswer), headers);
        }

        @Override
        public void sendMessage(Q request) {
            super.sendMessage(RequestIds.fill(request, id));
        }
    }

    /** Gives the error of a call its one type, as the cause of what the stub throws. */
    private static final class Ending<A> extends SimpleForwardingClientCallListener<A> {
        private final String id;
        private final NoAnswer noAnswer;

        Ending(ClientCall.Listener<A> listener, String id, NoAnswer noAnswer) {
            super(listener);
            this.id = id;
            this.noAnswer = noAnswer;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            super.onClose(status.isOk() ? status : told(noAnswer.error(status, trailers, id)), trailers);
        }

        private static Status told(GrantorException error) {
            return error.code().toStatus().withDescription(error.getMessage()).withCause(error);
        }
    }
}
