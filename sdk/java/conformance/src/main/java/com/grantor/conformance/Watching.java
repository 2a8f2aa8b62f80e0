package com.grantor.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.Duration;
import com.grantor.client.Event;
import com.grantor.client.GrantorClient;
import com.grantor.client.GrantorException;
import com.grantor.client.Start;
import com.grantor.client.Watch;
import com.grantor.v1.WatchChangesRequest;
import io.grpc.Status;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Watches. */
final class Watching {
    private Watching() {}

    static JsonObject watch(GrantorClient client, Step step) {
        try (Watch watch = open(client, step)) {
            step.timeout().ifPresent(timeout -> closeAfter(watch, timeout));
            return take(watch, step.number("count", 0));
        }
    }

    private static Watch open(GrantorClient client, Step step) {
        if (!step.has("heartbeat_ms")) {
            return client.watch(step.text("parent"), start(step));
        }
        WatchChangesRequest.Builder request = WatchChangesRequest.newBuilder().setParent(step.text("parent"));
        int heartbeat = step.number("heartbeat_ms", 0);
        request.setHeartbeatInterval(
                Duration.newBuilder().setSeconds(heartbeat / 1000).setNanos(heartbeat % 1000 * 1_000_000));
        return client.watch(start(step).in(request).build());
    }

    private static Start start(Step step) {
        if (step.has("after_revision")) {
            return Start.afterRevision(step.get("after_revision").getAsLong());
        }
        if (step.has("start_time")) {
            return Start.at(Instant.parse(step.text("start_time")));
        }
        return step.has("position") ? Start.after(step.text("position")) : Start.now();
    }

    /** A watch has no deadline, so whoever wants one closes it. */
    private static void closeAfter(Watch watch, java.time.Duration timeout) {
        Executor later = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(watch::close);
    }

    private static JsonObject take(Watch watch, int count) {
        JsonArray changes = new JsonArray();
        JsonArray methods = new JsonArray();
        String position = watch.position();
        for (int taken = 0; taken < count; taken++) {
            if (!watch.hasNext()) {
                throw GrantorException.of(Status.DEADLINE_EXCEEDED
                        .withDescription("only " + taken + " of " + count + " changes came in time")
                        .asException());
            }
            Event event = watch.next();
            changes.add(event.change().getName());
            methods.add(event.change().getMethod());
            position = event.position();
        }
        JsonObject ok = new JsonObject();
        ok.add("changes", changes);
        ok.add("methods", methods);
        ok.addProperty("position", position);
        return ok;
    }
}
