package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grantor.v1.AccessAnswer;
import com.grantor.v1.AccessError;
import com.grantor.v1.AccessResult;
import com.grantor.v1.AccessServiceGrpc.AccessServiceImplBase;
import com.grantor.v1.ErrorReason;
import com.grantor.v1.StreamCheckAccessRequest;
import com.grantor.v1.StreamCheckAccessResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream of questions: each its own answer, none an allow by mistake, and nobody hangs. */
@Timeout(30)
class CheckStreamTest {
    private static final int WINDOW = CheckStream.WINDOW;

    private final CountDownLatch heard = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile BiConsumer<Integer, StreamObserver<StreamCheckAccessResponse>> answering;
    private final List<String> rights = Collections.synchronizedList(new ArrayList<>());
    private Server server;
    private GrantorClient client;

    private final class Peer extends AccessServiceImplBase {
        @Override
        public StreamObserver<StreamCheckAccessRequest> streamCheckAccess(
                StreamObserver<StreamCheckAccessResponse> answers) {
            return new StreamObserver<>() {
                @Override
                public void onNext(StreamCheckAccessRequest question) {
                    rights.add(question.getRight());
                    heard.countDown();
                    answering.accept(rights.size() - 1, answers);
                }

                @Override
                public void onError(Throwable cancelled) {
                    ended.countDown();
                }

                @Override
                public void onCompleted() {
                    answers.onCompleted();
                }
            };
        }
    }

    /** Allows "use", denies "no", fails "fly", and says what nobody knows to the rest. */
    private StreamCheckAccessResponse said(int index) {
        String right = rights.get(index);
        StreamCheckAccessResponse.Builder said =
                StreamCheckAccessResponse.newBuilder().setIndex(index);
        AccessResult.Builder result = AccessResult.newBuilder();
        switch (right) {
            case "empty" -> {}
            case "fly" ->
                result.setError(AccessError.newBuilder()
                        .setCode(Status.Code.INVALID_ARGUMENT.value())
                        .setReason(ErrorReason.ERROR_REASON_RIGHT_UNKNOWN));
            default ->
                result.setAnswer(AccessAnswer.newBuilder()
                        .setDecisionValue(right.equals("use") ? 1 : right.equals("no") ? 2 : 99));
        }
        if (index == 0 || index == 7) {
            said.setConsistencyToken("t" + index);
        }
        return said.setResult(result).build();
    }

    private void each(int index, StreamObserver<StreamCheckAccessResponse> answers) {
        answers.onNext(said(index));
    }

    @BeforeEach
    void serve() throws IOException {
        server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new Peer())
                .build()
                .start();
        client = new ClientBuilder(Map.of())
                .address("http://127.0.0.1:" + server.getPort())
                .key("grk_test")
                .build();
        answering = this::each;
    }

    @AfterEach
    void end() {
        client.close();
        server.shutdownNow();
    }

    /** All are asked before an answer is read. */
    private static List<Asked> ask(CheckStream stream, List<String> rights) {
        return rights.stream()
                .map(right -> stream.ask("users/a", right, "organizations/b"))
                .toList();
    }

    private static String outcome(Asked asked) {
        try {
            return String.valueOf(asked.answer().allowed());
        } catch (GrantorException error) {
            return error.code().name();
        }
    }

    private static List<String> outcomes(CheckStream stream, List<String> rights) {
        return ask(stream, rights).stream().map(CheckStreamTest::outcome).toList();
    }

    @Test
    void eachHasItsOwnAnswerOrErrorAndTheLastToken() {
        try (CheckStream stream = client.streamChecks()) {
            List<Asked> all = ask(stream, List.of("use", "no", "fly", "odd", "empty", "use", "use", "use", "no"));
            assertEquals(
                    List.of(
                            "true",
                            "false",
                            "INVALID_ARGUMENT",
                            "INTERNAL",
                            "INTERNAL",
                            "true",
                            "true",
                            "true",
                            "false"),
                    all.stream().map(CheckStreamTest::outcome).toList());
            GrantorException fly = assertThrows(GrantorException.class, all.get(2)::answer);
            assertEquals("RIGHT_UNKNOWN", fly.reason());
            assertEquals("t0", all.get(6).answer().token());
            assertEquals("t7", all.get(8).answer().token());
        }
    }

    @Test
    void whoeverAsksMoreThanTheWindowBeforeReadingDoesNotHang() {
        try (CheckStream stream = client.streamChecks()) {
            assertEquals(
                    Collections.nCopies(10 * WINDOW, "true"),
                    outcomes(stream, Collections.nCopies(10 * WINDOW, "use")));
        }
    }

    @Test
    void aSilentStreamHoldsUpNobodyForEverAndHearsNoMoreThanTheWindow() throws InterruptedException {
        CountDownLatch window = new CountDownLatch(WINDOW);
        answering = (index, answers) -> window.countDown();
        try (CheckStream stream = client.withTimeout(Duration.ofMillis(300)).streamChecks()) {
            assertEquals(
                    Collections.nCopies(WINDOW + 1, "DEADLINE_EXCEEDED"),
                    outcomes(stream, Collections.nCopies(WINDOW + 1, "use")));
            assertTrue(stream.error().isEmpty());
            // What was sent may still be on its way.
            window.await();
            assertEquals(WINDOW, rights.size());
        }
    }

    private void answersTwoAndThen(Status end, String code) {
        rights.clear();
        answering = (index, answers) -> {
            if (index < 2) {
                each(index, answers);
            } else if (index == 2 && end == null) {
                answers.onCompleted();
            } else if (index == 2) {
                answers.onError(end.asException());
            }
        };
        try (CheckStream stream = client.streamChecks()) {
            List<String> all = new ArrayList<>(List.of("true", "true"));
            all.addAll(Collections.nCopies(2 * WINDOW - 2, code));
            assertEquals(all, outcomes(stream, Collections.nCopies(2 * WINDOW, "use")));
            assertEquals(code, stream.error().orElseThrow().code().name());
        }
    }

    @Test
    void whatIsNotAnsweredFailsWithTheEndOfTheStream() {
        answersTwoAndThen(null, "UNAVAILABLE");
        answersTwoAndThen(Status.UNAVAILABLE, "UNAVAILABLE");
        answersTwoAndThen(Status.UNAUTHENTICATED, "UNAUTHENTICATED");
    }

    @Test
    void answersOutOfOrderAllowNothing() {
        answering = (index, answers) ->
                answers.onNext(said(index).toBuilder().setIndex(index + 1).build());
        try (CheckStream stream = client.streamChecks()) {
            assertEquals(List.of("INTERNAL", "INTERNAL"), outcomes(stream, List.of("use", "use")));
        }
    }

    @Test
    void closingEndsWhatIsNotAnswered() throws InterruptedException {
        answering = (index, answers) -> {};
        CheckStream stream = client.streamChecks();
        Asked asked = stream.ask("users/a", "use", "organizations/b");
        heard.await();
        stream.close();
        assertEquals(
                Status.Code.CANCELLED,
                assertThrows(GrantorException.class, asked::answer).code());
        assertEquals("CANCELLED", outcome(stream.ask("users/a", "use", "organizations/b")));
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        stream.close();
    }

    @Test
    void closingTheClientEndsItsStreams() throws InterruptedException {
        answering = (index, answers) -> {};
        CheckStream stream = client.streamChecks();
        Asked asked = stream.ask("users/a", "use", "organizations/b");
        heard.await();
        client.close();
        GrantorException error = assertThrows(GrantorException.class, asked::answer);
        assertEquals("the client is closed; make another", error.getMessage());
        assertEquals("CANCELLED", outcome(client.streamChecks().ask("users/a", "use", "organizations/b")));
    }

    @Test
    void anInterruptionEndsTheWaitAlone() {
        answering = (index, answers) -> {};
        try (CheckStream stream = client.streamChecks()) {
            Asked asked = stream.ask("users/a", "use", "organizations/b");
            Thread.currentThread().interrupt();
            assertEquals("CANCELLED", outcome(asked));
            assertTrue(Thread.interrupted());
            assertTrue(stream.error().isEmpty());
        }
    }
}
