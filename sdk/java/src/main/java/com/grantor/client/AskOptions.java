package com.grantor.client;

import com.google.protobuf.Timestamp;
import com.grantor.v1.Consistency;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Of when an answer must be: how fresh, or as things stood at a time or a revision.
 *
 * <pre>{@code
 * client.check("users/alice", "manage", drive, AskOptions.DEFAULT.atTime(Instant.parse("2026-03-31T12:00:00Z")));
 * }</pre>
 *
 * <p>An answer about the past has no token. Options that contradict each other the server refuses (INVALID_ARGUMENT).
 */
public final class AskOptions {
    /** As of now, from memory, proved to be at most 5 seconds old. */
    public static final AskOptions DEFAULT = new AskOptions(null, null, 0);

    private final Consistency consistency;
    private final Timestamp atTime;
    private final long atRevision;

    private AskOptions(Consistency consistency, Timestamp atTime, long atRevision) {
        this.consistency = consistency;
        this.atTime = atTime;
        this.atRevision = atRevision;
    }

    /**
     * These options, and how fresh the answer must be.
     *
     * @param freshness of {@link Freshness}
     * @return other options
     */
    public AskOptions consistency(Consistency freshness) {
        return new AskOptions(freshness, atTime, atRevision);
    }

    /**
     * These options, and as things stood at this time.
     *
     * @param time some ten seconds ago or earlier, else FAILED_PRECONDITION (TIME_NOT_SETTLED)
     * @return other options
     */
    public AskOptions atTime(Instant time) {
        Timestamp message = Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
        return new AskOptions(consistency, message, atRevision);
    }

    /**
     * These options, and as things stood at this revision of the organization, which all questions are then about.
     *
     * @param revision what audit and watches call the revision of a change; one that has not been is OUT_OF_RANGE
     *     (AS_OF_UNKNOWN)
     * @return other options
     * @throws IllegalArgumentException if it is 0, which would ask about now
     */
    public AskOptions atRevision(long revision) {
        if (revision == 0) {
            throw new IllegalArgumentException(
                    "The revision is 0, and the first is 1: set one, or leave atRevision out to" + " ask about now.");
        }
        return new AskOptions(consistency, atTime, revision);
    }

    /** Sets what is said in a request. */
    void in(Consumer<Consistency> setConsistency, Consumer<Timestamp> setAtTime, LongConsumer setAtRevision) {
        if (consistency != null) {
            setConsistency.accept(consistency);
        }
        if (atTime != null) {
            setAtTime.accept(atTime);
        }
        setAtRevision.accept(atRevision);
    }
}
