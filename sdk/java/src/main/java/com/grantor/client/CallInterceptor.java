package com.grantor.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Duration;

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
        return new Call<>(next.newCall(method, limited(method, options)), id);
    }

    /** A stream has no end, and so no deadline. */
    private CallOptions limited(MethodDescriptor<?, ?> method, CallOptions options) {
        boolean ends = method.getType() == MethodDescriptor.MethodType.UNARY;
        return ends && options.getDeadline() == null ? options.withDeadlineAfter(timeout) : options;
    }

    private final class Call<Q, A> extends SimpleForwardingClientCall<Q, A> {
        private final String id;

        Call(ClientCall<Q, A> call, String id) {
            super(call);
            this.id = id;
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            headers.merge(caller);
            headers.put(REQUEST_ID, id);
            super.start(new Ending<>(listener, id), headers);
        }

        @Override
        public void sendMessage(Q request) {
            super.sendMessage(RequestIds.fill(request, id));
        }
    }

    /** Gives the error of a call its one type, as the cause of what the stub throws. */
    private static final class Ending<A> extends SimpleForwardingClientCallListener<A> {
        private final String id;

        Ending(ClientCall.Listener<A> listener, String id) {
            super(listener);
            this.id = id;
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            Status told = status.isOk() ? status : status.withCause(GrantorException.of(status, trailers, id));
            super.onClose(told, trailers);
        }
    }
}
