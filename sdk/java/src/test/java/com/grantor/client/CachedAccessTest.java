package com.grantor.client;

import static com.grantor.client.CachedWorld.ACME;
import static com.grantor.client.CachedWorld.ALL;
import static com.grantor.client.CachedWorld.ANN;
import static com.grantor.client.CachedWorld.BOB;
import static com.grantor.client.CachedWorld.DRIVE;
import static com.grantor.client.CachedWorld.database;
import static com.grantor.client.CachedWorld.of;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Timestamp;
import com.grantor.v1.Decision;
import com.grantor.v1.Invalidation;
import com.grantor.v1.WatchAccessResponse;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is kept, and until when. */
class CachedAccessTest {
    private static final Duration FOREVER = Duration.ofSeconds(60);

    @Test
    void anAnswerIsKept() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN);
            world.expect("kept", ANN);
            world.expect("asked", BOB);
            world.expect("asked", ANN, ACME);
            assertEquals(new CacheStats(1, 3, true), world.cached.stats());
            assertEquals(Optional.empty(), world.cached.failure());
        }
    }

    @Test
    void aDenialIsKeptAndAnErrorIsNot() {
        try (CachedWorld world = CachedWorld.open()) {
            world.answer = request -> {
                throw Status.INVALID_ARGUMENT.withDescription("no such right").asRuntimeException();
            };
            for (int time = 0; time < 2; time++) {
                GrantorException error =
                        assertThrows(GrantorException.class, () -> world.cached.check(ANN, "fly", DRIVE));
                assertEquals(Status.Code.INVALID_ARGUMENT, error.code());
            }
            world.answer = request -> world.allow(request).setDecision(Decision.DECISION_DENIED);
            for (boolean kept : List.of(false, true)) {
                CachedAnswer answer = world.cached.check(ANN, "fly", DRIVE);
                assertFalse(answer.allowed());
                assertEquals(kept, answer.fromCache());
            }
            assertEquals(0, world.cached.keeping.underWay.size());
        }
    }

    @Test
    void anInvalidationForgets() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN);
            world.expect("asked", BOB);
            world.say("t1", null);
            world.expect("kept", ANN);
            world.say("t2", of(ANN));
            world.expect("kept", BOB);
            world.expect("asked", ANN);
            world.say("t3", ALL);
            world.expect("asked", ANN);
            world.expect("asked", BOB);
            world.say("t3 and one", of(ANN).toBuilder().setAllSubjects(true).build());
            world.expect("asked", ANN);
            world.expect("asked", BOB);
            // Whom a newer server may mean otherwise is not known here.
            world.say("t4", Invalidation.getDefaultInstance());
            world.expect("asked", ANN);
            world.expect("asked", BOB);
        }
    }

    @Test
    void whatIsAskedHasSeenTheNewestToken() {
        try (CachedWorld world = CachedWorld.unheard(FOREVER)) {
            world.expect("asked", ANN);
            world.next("t0");
            world.expect("asked", ANN);
            world.say("t1", of(ANN));
            world.expect("asked", ANN);
            assertEquals(List.of("", "t0", "t1"), world.tokens);
        }
    }

    @Test
    void whatWasAskedWithoutATokenIsNotKept() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", BOB);
            world.send(WatchAccessResponse.newBuilder().setProvedTime(database(0)));
            world.expect("asked", ANN);
            world.say("t1", null);
            world.expect("asked", ANN);
            world.expect("kept", BOB);
        }
    }

    /** Asks, and while the answer is under way does something else. */
    private static void under(CachedWorld world, Runnable meanwhile) {
        CountDownLatch came = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        world.answer = request -> {
            var response = world.allow(request);
            came.countDown();
            await(released);
            return response;
        };
        CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> world.expect("asked", ANN));
        await(came);
        world.answer = world::allow;
        meanwhile.run();
        released.countDown();
        asking.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void anAnswerUnderWayIsGivenAndNotKept() {
        Map<String, Consumer<CachedWorld>> all = Map.of(
                "its subject", world -> world.say("t1", of("users/eve", ANN)),
                "all", world -> world.say("t1", ALL),
                "somebody else", world -> world.say("t1", of(BOB)),
                "a new stream",
                        world -> {
                            world.stream.onError(Status.UNAVAILABLE.asRuntimeException());
                            world.next("t1");
                        });
        all.forEach((name, meanwhile) -> {
            try (CachedWorld world = CachedWorld.open()) {
                under(world, () -> meanwhile.accept(world));
                world.expect(name.equals("somebody else") ? "kept" : "asked", ANN);
            }
        });
    }

    @Test
    void whatIsUnderWayAtTheEndIsNotKept() {
        try (CachedWorld world = CachedWorld.open()) {
            under(world, world.cached::close);
            assertEquals(0, KeptTest.young(world.cached.keeping.kept));
            assertEquals(0, world.cached.keeping.underWay.size());
        }
    }

    private static void proves(CachedWorld world, Duration at) {
        world.pass(Duration.ofSeconds(10));
        world.send(WatchAccessResponse.newBuilder().setConsistencyToken("t1").setProvedTime(database(at.toNanos())));
    }

    private static void expectAfter(String from, Consumer<CachedWorld> step) {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN);
            step.accept(world);
            world.expect(from, ANN);
        }
    }

    @Test
    void withoutAWordItAsks() {
        Duration bound = Duration.ofSeconds(5);
        long hour = Duration.ofHours(1).toNanos();
        expectAfter("kept", world -> world.pass(bound.minusMillis(1)));
        expectAfter("asked", world -> world.pass(bound));
        expectAfter("asked", world -> world.wall.addAndGet(bound.toNanos()));
        expectAfter("kept", world -> world.wall.addAndGet(-hour));
        expectAfter("asked", world -> {
            world.wall.addAndGet(-hour);
            world.monotonic.addAndGet(bound.toNanos());
        });
    }

    @Test
    void withoutProofItAsks() {
        expectAfter("kept", world -> proves(world, Duration.ofMillis(5001)));
        expectAfter("asked", world -> proves(world, Duration.ofMillis(5000)));
        expectAfter("asked", world -> {
            proves(world, Duration.ofSeconds(13));
            world.pass(Duration.ofSeconds(5));
        });
        expectAfter(
                "asked", world -> world.send(WatchAccessResponse.newBuilder().setConsistencyToken("t1")));
        expectAfter(
                "asked",
                world -> world.send(WatchAccessResponse.newBuilder().setProvedTime(database(10_000_000_000L))));
    }

    @Test
    void theClockIsMeasuredEachMinute() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN);
            world.expect("asked", BOB);
            world.pass(Duration.ofSeconds(60).minusMillis(1));
            world.say("t1", null);
            world.expect("kept", ANN);
            world.pass(Duration.ofMillis(1));
            world.say("t2", null);
            world.expect("asked", ANN);
            world.expect("kept", ANN);
            world.expect("kept", BOB);
        }
    }

    @Test
    void anOlderMeasureDoesNotReplaceANewerOne() {
        try (CachedWorld world = CachedWorld.open()) {
            Keeping.Measure[] newer = new Keeping.Measure[1];
            under(world, () -> {
                world.pass(Duration.ofSeconds(4));
                world.expect("asked", BOB);
                newer[0] = world.cached.keeping.measure;
            });
            assertSame(newer[0], world.cached.keeping.measure);
        }
    }

    @Test
    void anAnswerEndsWhenItCanChangeByItself() {
        try (CachedWorld world = CachedWorld.open()) {
            Timestamp never = Timestamp.newBuilder().setSeconds(253402300799L).build();
            world.answer = request -> world.allow(request)
                    .setValidUntil(
                            request.getSubject().equals(BOB)
                                    ? never
                                    : database(world.monotonic.get()
                                            + Duration.ofSeconds(2).toNanos()));
            world.pass(Duration.ofSeconds(1));
            world.expect("asked", ANN);
            world.expect("asked", BOB);
            world.pass(Duration.ofSeconds(2).minusMillis(1));
            world.expect("kept", ANN);
            world.pass(Duration.ofMillis(1));
            world.expect("asked", ANN);
            world.expect("kept", BOB);
        }
    }

    @Test
    void anAnswerWithoutItsTimeIsNotKept() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", BOB);
            world.answer = request -> world.allow(request).clearEvaluateTime();
            world.expect("asked", ANN);
            world.expect("asked", ANN);
            world.expect("kept", BOB);
        }
    }

    @Test
    void whatIsOfAnotherOrganizationIsNotKept() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN, ACME);
            world.expect("kept", ANN, ACME);
            for (String resource : List.of(
                    "organizations/acme2",
                    "organizations/acme2/products/drive-1",
                    "organizations/acme/products/",
                    "organizations/acme/products/drive-1/files/a",
                    "organizations/acme/teams/a",
                    "organizations",
                    "")) {
                world.expect("asked", ANN, resource);
                world.expect("asked", ANN, resource);
            }
        }
    }

    @Test
    void cachesThatAreNotMade() {
        try (CachedWorld world = CachedWorld.open()) {
            for (String wrong : List.of("acme", "organizations/", "organizations/-", DRIVE, "")) {
                GrantorException error = assertThrows(GrantorException.class, () -> world.client.cachedAccess(wrong));
                assertEquals(Status.Code.INVALID_ARGUMENT, error.code());
                assertTrue(error.getMessage().startsWith("organization: "), error.getMessage());
            }
            GrantorException key = assertThrows(GrantorException.class, () -> world.client.cachedAccess("grk_secret"));
            assertFalse(key.getMessage().contains("secret"));
            GrantorException few = assertThrows(GrantorException.class, () -> world.client.cachedAccess(ACME, 1));
            assertEquals("max_answers: 1 is less than 2.", few.getMessage());
        }
    }
}
