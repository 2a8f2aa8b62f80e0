package com.grantor.client;

import static com.grantor.client.CachedWorld.ANN;
import static com.grantor.client.CachedWorld.BOB;
import static com.grantor.client.CachedWorld.DRIVE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grantor.client.Kept.Aspect;
import com.grantor.client.Kept.Item;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How many answers are kept, and which ones go. */
class KeptTest {
    private static final Aspect USE = new Aspect(DRIVE, "use");

    static int young(Kept kept) {
        return kept.young.values().stream().mapToInt(Map::size).sum();
    }

    private static int old(Kept kept) {
        return kept.old.values().stream().mapToInt(Map::size).sum();
    }

    private static Item item() {
        return new Item(null, Moment.FOREVER);
    }

    private static String subject(int number) {
        return "users/" + number % 7;
    }

    private static Aspect aspect(int number) {
        return new Aspect("organizations/acme/products/" + number, "use");
    }

    @Test
    void noMoreThanTheBound() {
        for (int bound : List.of(2, 3, 10, 100)) {
            Kept kept = new Kept(bound);
            for (int i = 0; i < 1000; i++) {
                for (int times = 0; times < 1 + i % 2; times++) {
                    kept.put(subject(i), aspect(i), item());
                }
                assertTrue(kept.young(subject(i), aspect(i)) != null || kept.old(subject(i), aspect(i)) != null);
                if (i % 5 == 0) {
                    kept.forget("users/3");
                }
                assertTrue(young(kept) + old(kept) <= bound, young(kept) + " and " + old(kept) + " of " + bound);
                assertEquals(young(kept), kept.count);
            }
        }
    }

    @Test
    void whatIsAskedForStaysAndTheRestGoes() {
        Kept kept = new Kept(20);
        for (int i = 0; i < 100; i++) {
            kept.put(subject(i), aspect(i), item());
            Item old = kept.old(subject(0), aspect(0));
            if (kept.young(subject(0), aspect(0)) == null) {
                assertNotNull(old, "gone after " + i + " others");
                kept.move(subject(0), aspect(0), old);
            }
        }
        assertNull(kept.young(subject(1), aspect(1)));
        assertNull(kept.old(subject(1), aspect(1)));
    }

    @Test
    void bothGenerationsForget() {
        for (Consumer<Kept> forget : List.<Consumer<Kept>>of(kept -> kept.forget(ANN), Kept::forgetAll)) {
            Kept kept = new Kept(4);
            for (String right : List.of("old 1", "old 2", "young")) {
                kept.put(ANN, new Aspect(DRIVE, right), item());
            }
            assertEquals(1, young(kept));
            assertEquals(2, old(kept));
            forget.accept(kept);
            assertEquals(0, young(kept) + old(kept) + kept.count);
        }
    }

    @Test
    void anOldAnswerThatWasForgottenIsNotMoved() {
        Kept kept = new Kept(4);
        Item gone = item();
        kept.put(ANN, USE, gone);
        kept.put(BOB, USE, item());
        kept.forget(ANN);
        kept.move(ANN, USE, gone);
        assertNull(kept.young(ANN, USE));
    }
}
