package com.grantor.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.grantor.client.Answer;
import com.grantor.client.Answers;
import com.grantor.client.AskOptions;
import com.grantor.client.Explanation;
import com.grantor.client.Freshness;
import com.grantor.client.GrantorClient;
import com.grantor.client.Question;
import com.grantor.client.Result;
import com.grantor.v1.Consistency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Questions. */
final class Asking {
    private Asking() {}

    static JsonObject check(GrantorClient client, Step step) {
        String subject = step.text("subject");
        String right = step.text("right");
        String resource = step.text("resource");
        return answer(client.check(subject, right, resource, options(step)));
    }

    static JsonObject answer(Answer answer) {
        JsonObject ok = new JsonObject();
        ok.addProperty("allowed", answer.allowed());
        ok.add("reason", Shown.reason(answer));
        ok.addProperty("token", answer.token());
        return ok;
    }

    static JsonObject checkMany(GrantorClient client, Step step) {
        List<Question> questions = questions(step);
        Answers answers = client.checkMany(questions, options(step));
        if (!step.has("repeat")) {
            return results(answers);
        }
        long errors = answers.stream().filter(each -> each.error().isPresent()).count();
        return counts(answers.size(), answers.stream().filter(Result::allowed).count(), errors);
    }

    static JsonObject explain(GrantorClient client, Step step) {
        String subject = step.text("subject");
        String right = step.text("right");
        String resource = step.text("resource");
        Explanation explanation = client.explain(subject, right, resource, options(step));
        JsonObject ok = new JsonObject();
        ok.addProperty("allowed", explanation.allowed());
        ok.addProperty("sentence", explanation.sentence());
        return ok;
    }

    private static AskOptions options(Step step) {
        AskOptions options = AskOptions.DEFAULT;
        if (step.has("consistency")) {
            options = options.consistency(freshness(step));
        }
        if (step.has("at_time")) {
            options = options.atTime(Instant.parse(step.text("at_time")));
        }
        return step.has("at_revision")
                ? options.atRevision(step.get("at_revision").getAsLong())
                : options;
    }

    static Consistency freshness(Step step) {
        if (step.isText("consistency")) {
            return Freshness.full();
        }
        List<String> tokens = new ArrayList<>();
        step.get("consistency").getAsJsonArray().forEach(token -> tokens.add(token.getAsString()));
        return Freshness.atLeast(tokens);
    }

    static List<Question> questions(Step step) {
        if (step.has("repeat")) {
            return Collections.nCopies(step.number("repeat", 0), question(step.get("question")));
        }
        List<Question> questions = new ArrayList<>();
        step.get("questions").getAsJsonArray().forEach(each -> questions.add(question(each)));
        return questions;
    }

    private static Question question(JsonElement element) {
        JsonObject said = element.getAsJsonObject();
        return new Question(
                said.get("subject").getAsString(),
                said.get("right").getAsString(),
                said.get("resource").getAsString());
    }

    private static JsonObject results(Answers answers) {
        JsonArray results = new JsonArray();
        answers.forEach(each -> results.add(result(each)));
        JsonObject ok = new JsonObject();
        ok.add("results", results);
        return ok;
    }

    private static JsonObject result(Result result) {
        JsonObject shown = new JsonObject();
        result.error()
                .ifPresentOrElse(
                        error -> shown.add("error", Shown.brief(error)),
                        () -> shown.addProperty("allowed", result.allowed()));
        return shown;
    }

    static JsonObject counts(int count, long allowed, long errors) {
        JsonObject ok = new JsonObject();
        ok.addProperty("count", count);
        ok.addProperty("allowed", allowed);
        ok.addProperty("errors", errors);
        return ok;
    }
}
