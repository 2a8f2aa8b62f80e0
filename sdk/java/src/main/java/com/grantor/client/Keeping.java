package com.grantor.client;

import com.grantor.client.Kept.Aspect;
import com.grantor.client.Kept.Item;
import com.grantor.v1.Invalidation;
import com.grantor.v1.WatchAccessResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Decides which answers are kept, and when they may be given. */
final class Keeping {
    /** How long what is kept is relied on after the time up to which all was told, and after the word of it. */
    static final Duration PROOF = Duration.ofSeconds(5);

    /** How long a measure of the database's clock counts: clocks drift. */
    private static final long MEASURE = Duration.ofSeconds(60).toNanos();

    /** The time up to which all was told, and when that was read. */
    private record Proof(Instant proved, Moment heard) {}

    /** At the moment when this was asked for, the database's clock showed no later time than this. */
    record Measure(Instant evaluated, Moment sent) {}

    /** A question that is under way. All but its void is as it was when it was asked. */
    static final class Inquiry {
        final String subject;
        final Aspect aspect;
        final Moment sent;

        /** With which it is asked; empty: the answer is not kept. */
        final String token;

        /** The answer may be from before an invalidation. */
        private boolean isVoid;

        private Inquiry(String subject, Aspect aspect, Moment sent, String token) {
            this.subject = subject;
            this.aspect = aspect;
            this.sent = sent;
            this.token = token;
        }
    }

    final Supplier<Moment> clock;
    final LongAdder hits = new LongAdder();
    final Kept kept;

    /** Whoever looks for an answer does not take it. It guards all that follows. */
    final ReentrantLock lock = new ReentrantLock();

    final Map<String, Set<Inquiry>> underWay = new HashMap<>();
    private boolean over;
    String token = "";
    private Proof proof;
    Measure measure;
    private GrantorException failure;

    /** Until when what is kept is given. */
    private volatile Moment until = Moment.NEVER;

    Keeping(int maxAnswers, Supplier<Moment> clock) {
        kept = new Kept(maxAnswers);
        this.clock = clock;
    }

    /** An answer that may be given now; null if there is none. */
    CachedAnswer find(Moment now, String subject, Aspect aspect) {
        // The proof first: what is found after it has outlived all that was told up to it.
        if (!now.isBefore(until)) {
            return null;
        }
        Item young = kept.young(subject, aspect);
        Item found = young == null ? kept.old(subject, aspect) : young;
        if (found == null || !now.isBefore(found.end())) {
            return null;
        }
        hits.increment();
        // A hit waits for nobody: where somebody is in the way, nothing is moved.
        if (young == null && lock.tryLock()) {
            try {
                kept.move(subject, aspect, found);
            } finally {
                lock.unlock();
            }
        }
        return found.answer();
    }

    /** A question is about to be asked, as of this moment. */
    Inquiry ask(Moment now, String subject, Aspect aspect) {
        lock.lock();
        try {
            Inquiry inquiry = new Inquiry(subject, aspect, now, token);
            underWay.computeIfAbsent(subject, any -> new HashSet<>()).add(inquiry);
            return inquiry;
        } finally {
            lock.unlock();
        }
    }

    /** A question is no longer under way. */
    void asked(Inquiry inquiry) {
        lock.lock();
        try {
            underWay.computeIfPresent(inquiry.subject, (subject, all) -> {
                all.remove(inquiry);
                return all.isEmpty() ? null : all;
            });
        } finally {
            lock.unlock();
        }
    }

    /**
     * An answer has come to a question that is under way. It is kept under the lock that invalidations take, so that
     * none slips in between.
     *
     * @param evaluated the time for which it holds
     */
    void answered(Inquiry inquiry, Answer answer, Instant evaluated) {
        lock.lock();
        try {
            if (measure == null || measure.sent().monotonic() < inquiry.sent.monotonic()) {
                measure = new Measure(evaluated, inquiry.sent);
                prove();
            }
            if (inquiry.isVoid || inquiry.token.isEmpty()) {
                return;
            }
            Moment end = answer.validUntil()
                    .map(until -> inquiry.sent.plus(Moment.between(evaluated, until)))
                    .orElse(Moment.FOREVER);
            kept.put(inquiry.subject, inquiry.aspect, new Item(new CachedAnswer(answer, true), end));
        } finally {
            lock.unlock();
        }
    }

    /** A new stream is about to be opened, and the one before has ended. */
    void begin() {
        lock.lock();
        try {
            reset();
        } finally {
            lock.unlock();
        }
    }

    /** A message of the stream. */
    void take(WatchAccessResponse message) {
        Moment heard = clock.get();
        lock.lock();
        try {
            if (over) {
                return;
            }
            if (message.hasInvalidation()) {
                invalidate(message.getInvalidation());
            }
            failure = null;
            token = message.getConsistencyToken();
            proof = message.hasProvedTime() ? new Proof(Answer.instant(message.getProvedTime()), heard) : null;
            prove();
        } finally {
            lock.unlock();
        }
    }

    /** One that names nobody says something that this client does not know: it is about all. */
    private void invalidate(Invalidation invalidation) {
        if (invalidation.getAllSubjects() || invalidation.getSubjectsCount() == 0) {
            forgetAll();
            return;
        }
        for (String subject : invalidation.getSubjectsList()) {
            kept.forget(subject);
            underWay.getOrDefault(subject, Set.of()).forEach(inquiry -> inquiry.isVoid = true);
        }
    }

    private void forgetAll() {
        kept.forgetAll();
        underWay.values().forEach(all -> all.forEach(inquiry -> inquiry.isVoid = true));
    }

    /** The stream does not stand, for this reason. Nothing is given until the next one has said something. */
    void ended(GrantorException why) {
        lock.lock();
        try {
            if (!over) {
                failure = why;
                reset();
            }
        } finally {
            lock.unlock();
        }
    }

    /** All keeping ends, for this reason; the first one counts. */
    void end(GrantorException why) {
        lock.lock();
        try {
            if (!over) {
                over = true;
                failure = why;
                reset();
            }
        } finally {
            lock.unlock();
        }
    }

    private void reset() {
        token = "";
        proof = null;
        prove();
        forgetAll();
    }

    /**
     * What is kept is given for 5 s after the last message, for 60 s after the last measure of the database's clock,
     * and no longer than until that clock may show 5 s after the time up to which all was told.
     */
    private void prove() {
        if (token.isEmpty() || proof == null || measure == null) {
            until = Moment.NEVER;
            return;
        }
        long age = Moment.between(measure.evaluated(), proof.proved());
        until = proof.heard()
                .plus(PROOF.toNanos())
                .earliest(measure.sent().plus(MEASURE))
                .earliest(measure.sent().plus(age).plus(PROOF.toNanos()));
    }

    /** Whether the stream stands and was heard lately, so that answers are kept. */
    boolean keeps() {
        Moment now = clock.get();
        lock.lock();
        try {
            return !token.isEmpty()
                    && proof != null
                    && now.isBefore(proof.heard().plus(PROOF.toNanos()));
        } finally {
            lock.unlock();
        }
    }

    Optional<GrantorException> failure() {
        lock.lock();
        try {
            return Optional.ofNullable(failure);
        } finally {
            lock.unlock();
        }
    }
}
