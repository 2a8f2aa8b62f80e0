package com.grantor.conformance;

import com.google.gson.JsonObject;
import com.grantor.client.CachedAccess;
import com.grantor.client.CachedAnswer;
import com.grantor.client.GrantorClient;
import com.grantor.client.GrantorException;
import io.grpc.Status;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Keeps answers: the cache that a case has opened. */
final class Caching {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PAUSE_MILLIS = 20;

    private CachedAccess cached;

    /** Waits until its stream has said something. */
    JsonObject open(GrantorClient client, Step step) {
        String organization = step.text("organization");
        CachedAccess opened = step.has("max_answers")
                ? client.cachedAccess(organization, step.number("max_answers", 0))
                : client.cachedAccess(organization);
        cached = opened;
        if (!await(() -> opened.stats().keeping())) {
            throw opened.failure()
                    .orElseGet(() -> GrantorException.of(Status.DEADLINE_EXCEEDED
                            .withDescription("nothing came on the stream")
                            .asException()));
        }
        return new JsonObject();
    }

    /** Asks again and again where an answer is waited for, and gives the last one. */
    JsonObject check(Step step) {
        CachedAccess opened = opened();
        JsonObject until = step.has("until") ? step.get("until").getAsJsonObject() : new JsonObject();
        CachedAnswer[] last = new CachedAnswer[1];
        await(() -> {
            last[0] = opened.check(step.text("subject"), step.text("right"), step.text("resource"));
            return is(until, "allowed", last[0].allowed()) && is(until, "from_cache", last[0].fromCache());
        });
        JsonObject ok = new JsonObject();
        ok.addProperty("allowed", last[0].allowed());
        ok.add("reason", Shown.reason(last[0].answer()));
        ok.addProperty("from_cache", last[0].fromCache());
        return ok;
    }

    private static boolean is(JsonObject until, String name, boolean value) {
        return !until.has(name) || until.get(name).getAsBoolean() == value;
    }

    JsonObject close() {
        opened().close();
        return new JsonObject();
    }

    private CachedAccess opened() {
        if (cached == null) {
            throw new Step.Impossible("no step has opened a cache");
        }
        return cached;
    }

    /** Whether it was so in time. */
    private static boolean await(BooleanSupplier is) {
        long begun = System.nanoTime();
        while (!is.getAsBoolean()) {
            if (System.nanoTime() - begun >= PATIENCE_NANOS) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new Step.Impossible("interrupted");
        }
    }
}
