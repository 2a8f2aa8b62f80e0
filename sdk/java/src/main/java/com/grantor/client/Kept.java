package com.grantor.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers, by subject and then by what was asked, so that those of a subject go by one removal. They are of two
 * generations: new ones are young, and once half of the bound is young, the old ones are dropped and the young ones
 * become the old.
 *
 * <p>Whoever writes holds the lock of {@link Keeping}; whoever looks for an answer takes none.
 */
final class Kept {
    /**
     * A question without its subject.
     *
     * @param resource on what
     * @param right what
     */
    record Aspect(String resource, String right) {}

    /**
     * An answer that is kept.
     *
     * @param answer as it is given
     * @param end until when
     */
    record Item(CachedAnswer answer, Moment end) {}

    /** As many as a generation has. */
    private final int half;

    /** How many are young; for whoever holds the lock. */
    int count;

    volatile Map<String, Map<Aspect, Item>> young = new ConcurrentHashMap<>();
    volatile Map<String, Map<Aspect, Item>> old = new ConcurrentHashMap<>();

    /** Keeps at most so many answers, 2 or more. */
    Kept(int maxAnswers) {
        half = maxAnswers / 2;
    }

    /** The young answer; null if there is none. */
    Item young(String subject, Aspect aspect) {
        return in(young, subject, aspect);
    }

    /** The old answer; null if there is none. */
    Item old(String subject, Aspect aspect) {
        return in(old, subject, aspect);
    }

    private static Item in(Map<String, Map<Aspect, Item>> generation, String subject, Aspect aspect) {
        Map<Aspect, Item> items = generation.get(subject);
        return items == null ? null : items.get(aspect);
    }

    void put(String subject, Aspect aspect, Item item) {
        if (young.computeIfAbsent(subject, any -> new ConcurrentHashMap<>()).put(aspect, item) == null) {
            count++;
        }
        if (count >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
            count = 0;
        }
    }

    /** Makes an old answer a young one, as it was asked for again, if it was not forgotten meanwhile. */
    void move(String subject, Aspect aspect, Item item) {
        if (old(subject, aspect) == item) {
            put(subject, aspect, item);
        }
    }

    /** Forgets the answers about one subject. */
    void forget(String subject) {
        Map<Aspect, Item> items = young.remove(subject);
        count -= items == null ? 0 : items.size();
        old.remove(subject);
    }

    void forgetAll() {
        young = new ConcurrentHashMap<>();
        old = new ConcurrentHashMap<>();
        count = 0;
    }
}
