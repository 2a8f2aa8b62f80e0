package com.grantor.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.grantor.client.Answer;
import com.grantor.client.FieldViolation;
import com.grantor.client.GrantorException;
import com.grantor.v1.AccessReason;
import java.util.List;

/** Results as the protocol shows them. */
final class Shown {
    private Shown() {}

    static JsonObject error(String code, String message) {
        JsonObject error = new JsonObject();
        error.addProperty("code", code);
        error.addProperty("message", message);
        return wrapped(error);
    }

    static JsonObject error(GrantorException failed) {
        JsonObject error = brief(failed);
        error.addProperty("message", failed.getMessage());
        JsonObject metadata = new JsonObject();
        failed.metadata().forEach(metadata::addProperty);
        error.add("metadata", metadata);
        error.addProperty("request_id", failed.requestId());
        JsonArray violations = new JsonArray();
        failed.violations().forEach(each -> violations.add(violation(each)));
        error.add("violations", violations);
        return wrapped(error);
    }

    static JsonObject brief(GrantorException failed) {
        JsonObject error = new JsonObject();
        error.addProperty("code", failed.code().name());
        error.addProperty("reason", failed.reason());
        return error;
    }

    static JsonElement reason(Answer answer) {
        return answer.reason() == AccessReason.UNRECOGNIZED
                ? new JsonPrimitive(answer.reasonNumber())
                : new JsonPrimitive(answer.reason().name());
    }

    static JsonArray texts(List<String> all) {
        JsonArray array = new JsonArray();
        all.forEach(array::add);
        return array;
    }

    private static JsonObject violation(FieldViolation violation) {
        JsonObject shown = new JsonObject();
        shown.addProperty("field", violation.field());
        shown.addProperty("description", violation.description());
        return shown;
    }

    private static JsonObject wrapped(JsonObject error) {
        JsonObject outcome = new JsonObject();
        outcome.add("error", error);
        return outcome;
    }
}
