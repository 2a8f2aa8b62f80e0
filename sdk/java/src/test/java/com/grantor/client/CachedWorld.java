package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.grantor.v1.AccessServiceGrpc.AccessServiceImplBase;
import com.grantor.v1.CheckAccessRequest;
import com.grantor.v1.CheckAccessResponse;
import com.grantor.v1.Decision;
import com.grantor.v1.Invalidation;
import com.grantor.v1.WatchAccessRequest;
import com.grantor.v1.WatchAccessResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** A cache beside a server that answers, and says on its streams, what a test says; and a clock that stands still. */
final class CachedWorld implements AutoCloseable {
    static final String ACME = "organizations/acme";
    static final String DRIVE = ACME + "/products/drive-1";
    static final String ANN = "users/ann";
    static final String BOB = "users/bob";
    static final Invalidation ALL =
            Invalidation.newBuilder().setAllSubjects(true).build();

    final AtomicLong monotonic = new AtomicLong();
    final AtomicLong wall = new AtomicLong();
    final List<String> tokens = new CopyOnWriteArrayList<>();
    final List<SocketAddress> watchers = new CopyOnWriteArrayList<>();
    final BlockingQueue<StreamObserver<WatchAccessResponse>> streams = new LinkedBlockingQueue<>();
    volatile Function<CheckAccessRequest, CheckAccessResponse.Builder> answer = this::allow;
    StreamObserver<WatchAccessResponse> stream;

    private final Server server;
    final GrantorClient client;
    final CachedAccess cached;

    private final class Peer extends AccessServiceImplBase {
        @Override
        public void checkAccess(CheckAccessRequest request, StreamObserver<CheckAccessResponse> answers) {
            try {
                answers.onNext(answer.apply(request).build());
                answers.onCompleted();
            } catch (StatusRuntimeException refusal) {
                answers.onError(refusal);
            }
        }

        @Override
        public void watchAccess(WatchAccessRequest request, StreamObserver<WatchAccessResponse> messages) {
            assertEquals(ACME, request.getOrganization());
            // Whoever leaves is no error of the test's next message.
            ((ServerCallStreamObserver<WatchAccessResponse>) messages).setOnCancelHandler(() -> {});
            streams.add(messages);
        }
    }

    private final class Recorder implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata sent, ServerCallHandler<Q, A> next) {
            if (call.getMethodDescriptor().getBareMethodName().equals("WatchAccess")) {
                watchers.add(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
            }
            return next.startCall(call, sent);
        }
    }

    private CachedWorld(int maxAnswers, Duration silence) {
        try {
            server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                    .addService(new Peer())
                    .intercept(new Recorder())
                    .build()
                    .start();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
        client = new ClientBuilder(Map.of())
                .address("http://127.0.0.1:" + server.getPort())
                .key("grk_test")
                .build();
        cached = client.cachedAccess(ACME, maxAnswers, silence, () -> new Moment(monotonic.get(), wall.get()));
    }

    /** One whose stream says nothing yet. */
    static CachedWorld unheard(Duration silence) {
        return new CachedWorld(100, silence);
    }

    /** One whose stream has said its first message, with the token "t0". */
    static CachedWorld open() {
        CachedWorld world = unheard(Duration.ofSeconds(60));
        world.next("t0");
        return world;
    }

    @Override
    public void close() {
        cached.close();
        client.close();
        server.shutdownNow();
    }

    static Timestamp database(long nanos) {
        return Timestamp.newBuilder()
                .setSeconds(1_800_000_000 + Math.floorDiv(nanos, 1_000_000_000))
                .setNanos((int) Math.floorMod(nanos, 1_000_000_000L))
                .build();
    }

    void pass(Duration span) {
        monotonic.addAndGet(span.toNanos());
        wall.addAndGet(span.toNanos());
    }

    CheckAccessResponse.Builder allow(CheckAccessRequest request) {
        tokens.add(String.join(",", request.getConsistency().getAtLeastAsFresh().getTokensList()));
        return CheckAccessResponse.newBuilder()
                .setDecision(Decision.DECISION_ALLOWED)
                .setEvaluateTime(database(monotonic.get()));
    }

    /** Waits for the next stream, and has it say its first message. */
    void next(String token) {
        try {
            stream = streams.poll(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        assertNotNull(stream, "no stream is opened");
        say(token, ALL);
    }

    static Invalidation of(String... subjects) {
        return Invalidation.newBuilder().addAllSubjects(List.of(subjects)).build();
    }

    /** Has the stream say a message that proves all until now, and waits until it was taken in. */
    void say(String token, Invalidation invalidation) {
        WatchAccessResponse.Builder message =
                WatchAccessResponse.newBuilder().setConsistencyToken(token).setProvedTime(database(monotonic.get()));
        if (invalidation != null) {
            message.setInvalidation(invalidation);
        }
        send(message);
    }

    void send(WatchAccessResponse.Builder message) {
        stream.onNext(message.build());
        eventually("the message is taken in", () -> token().equals(message.getConsistencyToken()));
    }

    private String token() {
        cached.keeping.lock.lock();
        try {
            return cached.keeping.token;
        } finally {
            cached.keeping.lock.unlock();
        }
    }

    static void eventually(String what, BooleanSupplier is) {
        long begun = System.nanoTime();
        while (!is.getAsBoolean()) {
            assertTrue(System.nanoTime() - begun < 10_000_000_000L, what + ": not within 10 s");
            Thread.onSpinWait();
        }
    }

    /** Checks, and compares where the answer is from. */
    void expect(String from, String subject) {
        expect(from, subject, DRIVE);
    }

    void expect(String from, String subject, String resource) {
        CachedAnswer answer = cached.check(subject, "use", resource);
        assertTrue(answer.allowed());
        assertEquals(from, answer.fromCache() ? "kept" : "asked");
    }
}
