package com.grantor.client;

import com.google.protobuf.Timestamp;
import com.grantor.v1.WatchChangesRequest;
import java.time.Instant;
import java.util.function.Consumer;

/** Where a watch begins. */
public final class Start {
    private final Consumer<WatchChangesRequest.Builder> set;

    private Start(Consumer<WatchChangesRequest.Builder> set) {
        this.set = set;
    }

    /**
     * With the first change after the watch is open.
     *
     * @return a start
     */
    public static Start now() {
        return new Start(request -> {});
    }

    /**
     * After this change; not for all organizations.
     *
     * @param revision the number of the change; 0 begins with the first. One that has not been is OUT_OF_RANGE
     *     (WATCH_START_UNKNOWN).
     * @return a start
     */
    public static Start afterRevision(long revision) {
        return new Start(request -> request.setAfterRevision(revision));
    }

    /**
     * With the changes of this time or later.
     *
     * @param time at most 30 days ago for all organizations, else OUT_OF_RANGE (WATCH_START_UNKNOWN)
     * @return a start
     */
    public static Start at(Instant time) {
        Timestamp message = Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
        return new Start(request -> request.setStartTime(message));
    }

    /**
     * After an earlier event.
     *
     * @param position of an event of a watch of the same parent
     * @return a start
     * @throws IllegalArgumentException if it is empty
     */
    public static Start after(String position) {
        WatchRequests.requirePosition(position);
        return new Start(request -> request.setPosition(position));
    }

    /**
     * Sets the start in a request, for those who set more in it than parent and start.
     *
     * @param request the request
     * @return the request, changed
     */
    public WatchChangesRequest.Builder in(WatchChangesRequest.Builder request) {
        set.accept(request);
        return request;
    }
}
