package com.grantor.client;

import static com.grantor.client.CachedWorld.ANN;
import static com.grantor.client.CachedWorld.DRIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.grantor.v1.Decision;
import com.grantor.v1.Invalidation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads ask while rights come and go. */
class CachedRaceTest {
    private final AtomicBoolean allowed = new AtomicBoolean(true);
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicLong kept = new AtomicLong();

    /** Odd: the right is taken, and the cache was told. */
    private final AtomicLong term = new AtomicLong();

    private final List<String> wrong = new CopyOnWriteArrayList<>();

    @Test
    void noAllowIsGivenAfterItsInvalidation() throws InterruptedException {
        try (CachedWorld world = CachedWorld.open()) {
            world.answer = request -> {
                boolean decided = allowed.get();
                for (int i = 0; i < 20; i++) {
                    Thread.yield(); // What was decided before a change arrives after it.
                }
                return world.allow(request).setDecision(decided ? Decision.DECISION_ALLOWED : Decision.DECISION_DENIED);
            };
            List<Thread> readers = new CopyOnWriteArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                int first = reader;
                Thread thread = new Thread(() -> read(world, first));
                readers.add(thread);
                thread.start();
            }
            for (int round = 0; (round < 30 || kept.get() < 300) && wrong.isEmpty(); round++) {
                change(world, round);
            }
            stop.set(true);
            for (Thread reader : readers) {
                reader.join();
            }
            assertEquals(List.of(), wrong);
        }
    }

    private void read(CachedWorld world, int first) {
        for (int i = first; !stop.get(); i++) {
            long before = term.get();
            CachedAnswer answer = world.cached.check(ANN, "use" + i % 3, DRIVE);
            if (answer.fromCache()) {
                kept.incrementAndGet();
            }
            if (before % 2 == 1 && term.get() == before && answer.allowed()) {
                wrong.add("allowed after it was taken; from the cache: " + answer.fromCache());
                return;
            }
        }
    }

    private void change(CachedWorld world, int round) {
        Invalidation invalidation = round % 10 == 9 ? CachedWorld.ALL : CachedWorld.of(ANN);
        allowed.set(false);
        world.say("taken" + round, invalidation);
        term.incrementAndGet();
        awaitHits();
        term.incrementAndGet();
        allowed.set(true);
        world.say("given" + round, invalidation);
        awaitHits();
    }

    /** So that both answers are kept in turn, as far as a busy machine lets them. */
    private void awaitHits() {
        long served = kept.get();
        long begun = System.nanoTime();
        while (kept.get() < served + 20 && System.nanoTime() - begun < 20_000_000) {
            Thread.yield();
        }
    }
}
