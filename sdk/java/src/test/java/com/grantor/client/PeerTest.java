package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Duration;
import com.grantor.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import com.grantor.v1.AccessServiceGrpc.AccessServiceImplBase;
import com.grantor.v1.Change;
import com.grantor.v1.CheckAccessRequest;
import com.grantor.v1.CheckAccessResponse;
import com.grantor.v1.Decision;
import com.grantor.v1.ExplainAccessRequest;
import com.grantor.v1.Heartbeat;
import com.grantor.v1.WatchChangesRequest;
import com.grantor.v1.WatchChangesResponse;
import io.grpc.ClientInterceptor;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what a watch does with a server that misbehaves as no real one can be told to. */
class PeerTest {
    private static final Metadata.Key<String> REQUEST_ID =
            Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> ACTING_USER =
            Metadata.Key.of("x-grantor-acting-user", Metadata.ASCII_STRING_MARSHALLER);
    private static final WatchChangesRequest WATCH = WatchChangesRequest.newBuilder()
            .setParent("organizations/acme")
            .setHeartbeatInterval(Duration.newBuilder().setSeconds(1))
            .build();

    private final List<Metadata> headers = new CopyOnWriteArrayList<>();
    private final List<SocketAddress> peers = new CopyOnWriteArrayList<>();
    private Server server;
    private GrantorClient client;

    /** Fails the first check; its watches open, after which the first are as the test says. */
    private final class Peer extends AccessServiceImplBase {
        @Override
        public void checkAccess(CheckAccessRequest request, StreamObserver<CheckAccessResponse> answers) {
            if (headers.size() == 1) {
                answers.onError(Status.UNAVAILABLE.asException());
                return;
            }
            answers.onNext(CheckAccessResponse.newBuilder()
                    .setDecision(Decision.DECISION_ALLOWED)
                    .build());
            answers.onCompleted();
        }

        @Override
        public void watchChanges(WatchChangesRequest request, StreamObserver<WatchChangesResponse> answers) {
            answers.onNext(WatchChangesResponse.newBuilder()
                    .setHeartbeat(Heartbeat.getDefaultInstance())
                    .setPosition("p")
                    .build());
            int stream = streams.incrementAndGet();
            if (stream > bad) {
                Change change = Change.newBuilder()
                        .setName("organizations/acme/changes/1")
                        .setRevision(1)
                        .build();
                answers.onNext(WatchChangesResponse.newBuilder()
                        .setChange(change)
                        .setPosition("q")
                        .build());
            } else if (!silent) {
                answers.onError(Status.UNAVAILABLE.asException());
            }
        }
    }

    private final AtomicInteger streams = new AtomicInteger();
    private volatile int bad;
    private volatile boolean silent;

    private final class Recorder implements ServerInterceptor {
        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata sent, ServerCallHandler<Q, A> next) {
            headers.add(sent);
            peers.add(call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
            return next.startCall(call, sent);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new Peer())
                .intercept(new Recorder())
                .build()
                .start();
        client = new ClientBuilder(Map.of())
                .address("HTTP://127.0.0.1:" + server.getPort() + "/")
                .key("grk_test")
                .build();
    }

    @AfterEach
    void end() {
        client.close();
        server.shutdownNow();
    }

    private static ClientInterceptor header(Metadata.Key<String> name, String value) {
        Metadata own = new Metadata();
        own.put(name, value);
        return MetadataUtils.newAttachHeadersInterceptor(own);
    }

    private static AccessServiceBlockingStub with(GrantorClient client, Metadata.Key<String> name, String value) {
        return client.access().withInterceptors(header(name, value));
    }

    private static List<String> all(Metadata sent, Metadata.Key<String> name) {
        List<String> values = new CopyOnWriteArrayList<>();
        sent.getAll(name).forEach(values::add);
        return values;
    }

    @Test
    void aRequestOfOneMebibyteIsSentAgain() {
        assertTrue(
                client.check("x".repeat(1024 * 1024), "use", "organizations/a").allowed());
        assertEquals(2, headers.size());
    }

    @Test
    void theCallersRequestIdIsSentOnceAndNamedByTheError() {
        client.call(() -> with(client, REQUEST_ID, "mine").checkAccess(CheckAccessRequest.getDefaultInstance()));
        assertEquals(List.of("mine"), all(headers.get(0), REQUEST_ID));
        GrantorException error = assertThrows(
                GrantorException.class,
                () -> client.call(() ->
                        with(client, REQUEST_ID, "mine").explainAccess(ExplainAccessRequest.getDefaultInstance())));
        assertEquals("mine", error.requestId());
    }

    @Test
    void anActingUserOfOneCallGoesFirstAndMustBeOne() {
        CheckAccessRequest request = CheckAccessRequest.getDefaultInstance();
        GrantorClient ann = client.actingFor("users/ann");
        ann.call(() -> with(ann, ACTING_USER, "users/bob").checkAccess(request));
        assertEquals(List.of("users/bob"), all(headers.get(0), ACTING_USER));
        int sent = headers.size();
        for (String wrong : List.of("", "ann", "users/")) {
            GrantorException error = assertThrows(
                    GrantorException.class,
                    () -> client.call(() -> with(client, ACTING_USER, wrong).checkAccess(request)));
            assertEquals(Status.Code.INVALID_ARGUMENT, error.code());
            assertFalse(error.requestId().isEmpty());
        }
        assertEquals(sent, headers.size());
    }

    @Test
    void aWatchDialsAnewAfterSilence() {
        bad = 1;
        silent = true;
        try (Watch watch = client.watch(WATCH)) {
            assertEquals("q", watch.next().position());
            assertNotEquals(peers.get(0), peers.get(1));
            client.close();
            assertFalse(watch.hasNext());
            assertTrue(client.connection().isTerminated());
        }
    }

    @Test
    void aServerThatOpensAndFailsIsAskedEverMoreSeldom() {
        bad = 5;
        long before = System.nanoTime();
        try (Watch watch = client.watch(WATCH)) {
            assertEquals("q", watch.next().position());
        }
        long millis = (System.nanoTime() - before) / 1_000_000;
        // 0.1 + 0.2 + 0.4 + 0.8 + 1.6 s, a fifth less at most.
        assertTrue(millis >= 2400, millis + " ms");
    }
}
