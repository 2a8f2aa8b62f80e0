package com.grantor.client;

import java.time.Duration;
import java.time.Instant;

/**
 * A time on both clocks of this machine, in nanoseconds since a beginning of each. Something has lasted as long as the
 * one says that saw more: the monotonic clock may stand still while the machine sleeps, and the wall's may be put back.
 *
 * @param monotonic what {@link System#nanoTime} counts
 * @param wall what {@link System#currentTimeMillis} counts
 */
record Moment(long monotonic, long wall) {
    /** Before every other one. */
    static final Moment NEVER = new Moment(Long.MIN_VALUE, Long.MIN_VALUE);

    /** After every other one. */
    static final Moment FOREVER = new Moment(Long.MAX_VALUE, Long.MAX_VALUE);

    private static final long BEGIN = System.nanoTime();
    private static final long NANOS_OF_MILLI = 1_000_000;
    private static final long NANOS_OF_SECOND = 1_000_000_000;

    static Moment now() {
        return new Moment(System.nanoTime() - BEGIN, System.currentTimeMillis() * NANOS_OF_MILLI);
    }

    /** So much later, at most for ever. */
    Moment plus(long nanos) {
        return new Moment(later(monotonic, nanos), later(wall, nanos));
    }

    private static long later(long at, long nanos) {
        return nanos > 0 && at > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : at + nanos;
    }

    /** On both clocks. */
    boolean isBefore(Moment other) {
        return monotonic < other.monotonic && wall < other.wall;
    }

    /** The earlier one, of each clock. */
    Moment earliest(Moment other) {
        return new Moment(Math.min(monotonic, other.monotonic), Math.min(wall, other.wall));
    }

    /** Nanoseconds between two times of the database, at most as many as there are. */
    static long between(Instant from, Instant to) {
        Duration span = Duration.between(from, to);
        long most = Long.MAX_VALUE / NANOS_OF_SECOND - 1;
        if (Math.abs(span.getSeconds()) > most) {
            return span.isNegative() ? Long.MIN_VALUE / 2 : Long.MAX_VALUE;
        }
        return span.toNanos();
    }
}
