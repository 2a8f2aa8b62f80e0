package com.grantor.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors.CheckedForwardingClientCall;
import io.grpc.Context;
import io.grpc.Deadline;
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
    private final String authorization;
    private final String actingUser;

    CallInterceptor(Connection connection, Identity identity, Duration timeout) {
        this.connection = connection;
        this.timeout = timeout;
        authorization = "Bearer " + identity.key();
        actingUser = identity.actingUser();
    }

    private static Metadata.Key<String> ascii(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        connection.hurry();
        String given = options.getOption(RequestIds.OPTION);
        String id = given == null ? RequestIds.next() : given;
        // A stream has no end, and so no deadline of the client's own.
        boolean ends = method.getType() == MethodDescriptor.MethodType.UNARY;
        Duration own = ends && options.getDeadline() == null ? timeout : null;
        NoAnswer noAnswer = new NoAnswer(connection, shorter(own, left(options)));
        CallOptions limited = own == null ? options : options.withDeadlineAfter(own);
        return new Call<>(next.newCall(method, limited.withStreamTracerFactory(noAnswer)), id, noAnswer);
    }

    /** What is left of the deadline that the caller gave, or null. */
    private static Duration left(CallOptions options) {
        Deadline outer = Context.current().getDeadline();
        Deadline own = options.getDeadline();
        Deadline first = own == null || outer == null ? (own == null ? outer : own) : own.minimum(outer);
        return first == null ? null : Duration.ofNanos(first.timeRemaining(TimeUnit.NANOSECONDS));
    }

    private static Duration shorter(Duration one, Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    private final class Call<Q, A> extends CheckedForwardingClientCall<Q, A> {
        private final NoAnswer noAnswer;
        private String id;

        Call(ClientCall<Q, A> call, String id, NoAnswer noAnswer) {
            super(call);
            this.id = id;
            this.noAnswer = noAnswer;
        }

        /**
         * What the caller's own headers say goes first, and is sent once. A wrong one ends the call before it begins.
         */
        @Override
        protected void checkedStart(Listener<A> listener, Metadata headers) {
            String own = headers.get(REQUEST_ID);
            id = own == null || own.isEmpty() ? id : own;
            String user = headers.get(ACTING_USER);
            if (user != null && !Identity.isUser(user)) {
                throw told(GrantorException.argument(Identity.noUser(user), id)).asRuntimeException();
            }
            putOnce(headers, REQUEST_ID, id);
            putOnce(headers, AUTHORIZATION, authorization);
            putOnce(headers, ACTING_USER, user == null ? actingUser : user);
            delegate().start(new Ending<>(listener, id, noAnswer), headers);
        }

        @Override
        public void sendMessage(Q request) {
            super.sendMessage(RequestIds.fill(request, id));
        }
    }

    private static void putOnce(Metadata headers, Metadata.Key<String> name, String value) {
        headers.discardAll(name);
        if (value != null) {
            headers.put(name, value);
        }
    }

    private static Status told(GrantorException error) {
        return error.code().toStatus().withDescription(error.getMessage()).withCause(error);
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
    }
}
