package com.grantor.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.Optional;

/**
 * A step of a case.
 *
 * @param call what to call
 * @param with the arguments, those from earlier steps filled in
 * @param timeout the deadline of this call
 */
record Step(String call, JsonObject with, Optional<Duration> timeout) {
    /** The step asks for what the runner can't do. */
    static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;

        Impossible(String message) {
            super(message);
        }
    }

    static Step of(JsonObject step, JsonArray before) {
        JsonObject with = step.has("with") ? step.getAsJsonObject("with") : new JsonObject();
        Optional<Duration> timeout = Optional.ofNullable(step.get("timeout_ms"))
                .map(JsonElement::getAsLong)
                .map(Duration::ofMillis);
        return new Step(step.get("call").getAsString(), filled(with, before).getAsJsonObject(), timeout);
    }

    /** Texts of the form {"from": [STEP, "FIELD"]} stand for what an earlier step gave. */
    private static JsonElement filled(JsonElement element, JsonArray before) {
        if (element.isJsonArray()) {
            JsonArray array = new JsonArray();
            element.getAsJsonArray().forEach(each -> array.add(filled(each, before)));
            return array;
        }
        if (!element.isJsonObject()) {
            return element;
        }
        JsonObject object = element.getAsJsonObject();
        if (object.size() == 1 && object.has("from")) {
            return earlier(object.getAsJsonArray("from"), before);
        }
        JsonObject all = new JsonObject();
        object.entrySet().forEach(entry -> all.add(entry.getKey(), filled(entry.getValue(), before)));
        return all;
    }

    private static JsonElement earlier(JsonArray from, JsonArray before) {
        int step = from.get(0).getAsInt();
        String field = from.get(1).getAsString();
        JsonObject ok =
                step < before.size() ? before.get(step).getAsJsonObject().getAsJsonObject("ok") : null;
        if (ok == null || !ok.has(field)) {
            throw new Impossible("step " + step + " gave no " + field);
        }
        return ok.get(field);
    }

    boolean has(String name) {
        return with.has(name);
    }

    JsonElement get(String name) {
        if (!with.has(name)) {
            throw new Impossible(call + " needs " + name);
        }
        return with.get(name);
    }

    String text(String name) {
        return get(name).getAsString();
    }

    String text(String name, String otherwise) {
        return with.has(name) ? text(name) : otherwise;
    }

    int number(String name, int otherwise) {
        return with.has(name) ? with.getAsJsonPrimitive(name).getAsInt() : otherwise;
    }

    boolean isText(String name) {
        return get(name) instanceof JsonPrimitive value && value.isString();
    }
}
