package com.grantor.client;

import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.BatchCheckAccessRequest;
import com.grantor.v1.BatchCheckAccessResponse;
import com.grantor.v1.CheckAccessRequest;
import com.grantor.v1.CheckAccessResponse;
import com.grantor.v1.ExplainAccessRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Asks. */
final class Questions {
    /** As many as the server takes in one call. */
    private static final int MOST = 1000;

    private final Channel channel;

    Questions(Channel channel) {
        this.channel = channel;
    }

    Answer check(Question question, AskOptions options) {
        return check(question, options, Answer::of);
    }

    /** @param read what is made of the answer and the id of the call */
    <R> R check(Question question, AskOptions options, BiFunction<CheckAccessResponse, String, R> read) {
        CheckAccessRequest.Builder request = CheckAccessRequest.newBuilder()
                .setSubject(question.subject())
                .setRight(question.right())
                .setResource(question.resource());
        options.in(request::setConsistency, request::setAtTime, request::setAtRevision);
        return ask(AccessServiceGrpc.getCheckAccessMethod(), request.build(), read);
    }

    Explanation explain(Question question, AskOptions options) {
        ExplainAccessRequest.Builder request = ExplainAccessRequest.newBuilder()
                .setSubject(question.subject())
                .setRight(question.right())
                .setResource(question.resource());
        options.in(request::setConsistency, request::setAtTime, request::setAtRevision);
        return ask(AccessServiceGrpc.getExplainAccessMethod(), request.build(), Explanation::of);
    }

    Answers checkMany(List<Question> questions, AskOptions options) {
        List<Result> results = new ArrayList<>(questions.size());
        Set<String> tokens = new LinkedHashSet<>();
        for (int from = 0; from < questions.size(); from += MOST) {
            List<Question> some = questions.subList(from, Math.min(from + MOST, questions.size()));
            Answers answers = checkSome(some, options);
            results.addAll(answers);
            tokens.addAll(answers.tokens());
        }
        return new Answers(results, tokens);
    }

    private Answers checkSome(List<Question> questions, AskOptions options) {
        BatchCheckAccessRequest.Builder request = BatchCheckAccessRequest.newBuilder();
        questions.forEach(question -> request.addQuestions(question.message()));
        options.in(request::setConsistency, request::setAtTime, request::setAtRevision);
        return ask(
                AccessServiceGrpc.getBatchCheckAccessMethod(),
                request.build(),
                (said, requestId) -> answers(said, questions.size(), requestId));
    }

    private static Answers answers(BatchCheckAccessResponse said, int asked, String requestId) {
        if (said.getResultsCount() != asked) {
            throw GrantorException.internal(
                    "The server gave " + said.getResultsCount() + " answers to " + asked + " questions.", requestId);
        }
        List<Result> results = said.getResultsList().stream()
                .map(result -> Result.of(result, requestId))
                .toList();
        return new Answers(results, Set.copyOf(said.getConsistencyTokensList()));
    }

    /** The request id is made here, so that an answer that makes no sense can name it too. */
    private <Q, A, R> R ask(MethodDescriptor<Q, A> method, Q request, BiFunction<A, String, R> read) {
        String requestId = RequestIds.next();
        CallOptions options = CallOptions.DEFAULT.withOption(RequestIds.OPTION, requestId);
        try {
            return read.apply(ClientCalls.blockingUnaryCall(channel, method, options, request), requestId);
        } catch (StatusRuntimeException failed) {
            throw GrantorException.of(failed);
        }
    }
}
