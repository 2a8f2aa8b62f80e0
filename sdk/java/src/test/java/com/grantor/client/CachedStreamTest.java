package com.grantor.client;

import static com.grantor.client.CachedWorld.ANN;
import static com.grantor.client.CachedWorld.DRIVE;
import static com.grantor.client.CachedWorld.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a cache does where its stream does not stand. */
class CachedStreamTest {
    private static final Duration FOREVER = Duration.ofSeconds(60);

    private static void expectFailure(CachedWorld world, Status.Code code, String message) {
        eventually("a failure", () -> world.cached.failure().isPresent());
        GrantorException failure = world.cached.failure().orElseThrow();
        assertEquals(code, failure.code());
        assertTrue(failure.getMessage().endsWith(message), failure.getMessage());
    }

    @Test
    void aStreamThatEndsIsOpenedAgain() {
        for (boolean well : new boolean[] {true, false}) {
            try (CachedWorld world = CachedWorld.open()) {
                world.expect("asked", ANN);
                if (well) {
                    world.stream.onCompleted();
                } else {
                    world.stream.onError(Status.UNAVAILABLE
                            .withDescription("the server ended the watch")
                            .asRuntimeException());
                }
                expectFailure(world, Status.Code.UNAVAILABLE, "the server ended the watch");
                world.expect("asked", ANN);
                assertFalse(world.cached.stats().keeping());
                world.next("t0");
                assertEquals(Optional.empty(), world.cached.failure());
                world.expect("asked", ANN);
                world.expect("kept", ANN);
            }
        }
    }

    @Test
    void aRefusedStreamSaysSoAndItAsks() throws InterruptedException {
        try (CachedWorld world = CachedWorld.unheard(FOREVER)) {
            world.streams
                    .take()
                    .onError(Status.PERMISSION_DENIED
                            .withDescription("not yours")
                            .asRuntimeException());
            expectFailure(world, Status.Code.PERMISSION_DENIED, "not yours");
            world.expect("asked", ANN);
            world.expect("asked", ANN);
            // After UNAVAILABLE another one would be there by now.
            assertNull(world.streams.poll(300, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void aSilentStreamIsOpenedAnew() {
        try (CachedWorld world = CachedWorld.unheard(Duration.ofMillis(500))) {
            world.next("t0");
            world.expect("asked", ANN);
            expectFailure(world, Status.Code.UNAVAILABLE, "nothing came within 0.5 s");
            world.next("t0");
            assertNotEquals(world.watchers.get(0), world.watchers.get(1));
            world.expect("asked", ANN);
        }
    }

    @Test
    void afterItsEndItAsks() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN);
            world.cached.close();
            world.expect("asked", ANN);
            world.expect("asked", ANN);
            world.cached.close();
            expectFailure(world, Status.Code.CANCELLED, "the cache is closed; make another");
            eventually("the end of the stream", () -> ((ServerCallStreamObserver<?>) world.stream).isCancelled());
            noneLeft();
        }
    }

    @Test
    void theEndOfTheClientIsItsEnd() {
        try (CachedWorld world = CachedWorld.open()) {
            world.expect("asked", ANN);
            world.client.connection().shutdown(); // as close does, before the thread of the cache has seen it
            GrantorException error = assertThrows(GrantorException.class, () -> world.cached.check(ANN, "use", DRIVE));
            assertEquals(Status.Code.CANCELLED, error.code());
            world.client.close();
            expectFailure(world, Status.Code.CANCELLED, "the client is closed; make another");
            noneLeft();
        }
    }

    private static void noneLeft() {
        eventually(
                "the end of the thread",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("grantor-cached-access")));
    }
}
