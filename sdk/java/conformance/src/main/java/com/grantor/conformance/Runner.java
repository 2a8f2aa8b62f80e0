package com.grantor.conformance;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.grantor.client.ClientBuilder;
import com.grantor.client.ConfigurationException;
import com.grantor.client.GrantorClient;
import com.grantor.client.GrantorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Goes through the cases of a file and prints what came out of each, one JSON line a case. */
public final class Runner {
    private static final Gson JSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Runner() {}

    /**
     * Runs.
     *
     * @param arguments the file
     * @throws IOException if it can't be read
     */
    public static void main(String[] arguments) throws IOException {
        String text = Files.readString(Path.of(arguments[0]));
        JsonObject file = JsonParser.parseString(text).getAsJsonObject();
        for (JsonElement each : file.getAsJsonArray("cases")) {
            System.out.println(JSON.toJson(run(each.getAsJsonObject())));
        }
    }

    private static JsonObject run(JsonObject test) {
        JsonObject line = new JsonObject();
        line.add("case", test.get("name"));
        line.add("outcomes", outcomes(test));
        return line;
    }

    private static JsonArray outcomes(JsonObject test) {
        JsonArray steps = test.getAsJsonArray("steps");
        JsonArray outcomes = new JsonArray();
        try (GrantorClient client = client(test.getAsJsonObject("client"))) {
            Caching caching = new Caching();
            for (JsonElement step : steps) {
                outcomes.add(outcome(client, caching, step.getAsJsonObject(), outcomes));
            }
        } catch (ConfigurationException wrong) {
            steps.forEach(step -> outcomes.add(Shown.error("CONFIGURATION", wrong.getMessage())));
        }
        return outcomes;
    }

    private static GrantorClient client(JsonObject options) {
        ClientBuilder builder = GrantorClient.builder();
        if (options.has("address")) {
            builder.address(options.get("address").getAsString());
        }
        if (options.has("key")) {
            builder.key(options.get("key").getAsString());
        }
        if (options.has("acting_user")) {
            builder.actingUser(options.get("acting_user").getAsString());
        }
        if (options.has("timeout_ms")) {
            builder.timeout(Duration.ofMillis(options.get("timeout_ms").getAsLong()));
        }
        if (options.has("ca_certificate")) {
            builder.caCertificate(options.get("ca_certificate").getAsString());
        }
        if (options.has("plaintext") && options.get("plaintext").getAsBoolean()) {
            builder.plaintext();
        }
        return builder.build();
    }

    private static JsonObject outcome(GrantorClient client, Caching caching, JsonObject step, JsonArray before) {
        try {
            JsonObject ok = new JsonObject();
            ok.add("ok", Calls.run(client, caching, Step.of(step, before)));
            return ok;
        } catch (GrantorException failed) {
            return Shown.error(failed);
        } catch (Step.Impossible impossible) {
            return Shown.error("RUNNER", impossible.getMessage());
        }
    }
}
