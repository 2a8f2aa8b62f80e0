package com.grantor.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.grantor.client.Asked;
import com.grantor.client.CheckStream;
import com.grantor.client.GrantorClient;
import com.grantor.client.GrantorException;
import com.grantor.client.Question;
import java.util.List;

/** Questions of a stream. */
final class Streaming {
    private Streaming() {}

    static JsonObject streamChecks(GrantorClient client, Step step) {
        JsonArray results = new JsonArray();
        try (CheckStream stream = client.streamChecks()) {
            List<Asked> all = Asking.questions(step).stream()
                    .map(question -> ask(stream, question, step))
                    .toList();
            all.forEach(asked -> results.add(result(asked)));
        }
        if (step.has("repeat")) {
            long errors = count(results, "error");
            return Asking.counts(results.size(), count(results, "allowed"), errors);
        }
        JsonObject ok = new JsonObject();
        ok.add("results", results);
        return ok;
    }

    private static Asked ask(CheckStream stream, Question asked, Step step) {
        return step.has("consistency")
                ? stream.ask(asked.subject(), asked.right(), asked.resource(), Asking.freshness(step))
                : stream.ask(asked.subject(), asked.right(), asked.resource());
    }

    private static JsonObject result(Asked asked) {
        try {
            return Asking.answer(asked.answer());
        } catch (GrantorException error) {
            JsonObject shown = new JsonObject();
            shown.add("error", Shown.brief(error));
            return shown;
        }
    }

    /** Those that have this, and where it is no object, as true. */
    private static long count(JsonArray results, String name) {
        long count = 0;
        for (JsonElement each : results) {
            JsonElement value = each.getAsJsonObject().get(name);
            count += value != null && (value.isJsonObject() || value.getAsBoolean()) ? 1 : 0;
        }
        return count;
    }
}
