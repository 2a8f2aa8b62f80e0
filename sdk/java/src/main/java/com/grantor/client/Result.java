package com.grantor.client;

import com.google.rpc.ErrorInfo;
import com.grantor.v1.AccessError;
import com.grantor.v1.AccessResult;
import com.grantor.v1.ErrorReason;
import io.grpc.Status;
import java.util.List;
import java.util.Optional;

/** What became of one of many questions: an answer or an error of its own. */
public final class Result {
    private static final String PREFIX = "ERROR_REASON_";

    private final Answer answer;
    private final GrantorException error;

    private Result(Answer answer, GrantorException error) {
        this.answer = answer;
        this.error = error;
    }

    static Result of(AccessResult result, String requestId) {
        return of(result, requestId, "");
    }

    /** One that has no answer. */
    static Result failed(GrantorException error) {
        return new Result(null, error);
    }

    /** @param token what stands beside it */
    static Result of(AccessResult result, String requestId, String token) {
        try {
            return switch (result.getResultCase()) {
                case ANSWER -> new Result(Answer.of(result.getAnswer(), requestId, token), null);
                case ERROR -> new Result(null, error(result.getError(), requestId));
                case RESULT_NOT_SET ->
                    throw GrantorException.internal(
                            "The server gave neither an answer nor an error that this client knows.", requestId);
            };
        } catch (GrantorException unknown) {
            return new Result(null, unknown);
        }
    }

    private static GrantorException error(AccessError error, String requestId) {
        ErrorInfo info = ErrorInfo.newBuilder().setReason(reason(error)).build();
        ErrorDetails details = new ErrorDetails(List.of(), info, List.of());
        Status.Code code = Status.fromCodeValue(error.getCode()).getCode();
        if (code == Status.Code.OK) {
            return GrantorException.internal("The server gave an error without a code.", requestId);
        }
        return new GrantorException(code, error.getMessage(), details, requestId, null);
    }

    /** As an error of a call has it: without the prefix, or the number if it is not known. */
    private static String reason(AccessError error) {
        if (error.getReason() == ErrorReason.UNRECOGNIZED) {
            return Integer.toString(error.getReasonValue());
        }
        return error.getReasonValue() == 0 ? "" : error.getReason().name().substring(PREFIX.length());
    }

    /**
     * The answer.
     *
     * @return whether the user may, and why
     * @throws GrantorException if there is an error in its place
     */
    public Answer answer() {
        if (error != null) {
            throw error;
        }
        return answer;
    }

    /**
     * Whether the user may.
     *
     * @return false for a deny, and where there is an error in place of the answer
     */
    public boolean allowed() {
        return error == null && answer.allowed();
    }

    /**
     * What the question would have failed with, asked alone.
     *
     * @return empty if there is an answer
     */
    public Optional<GrantorException> error() {
        return Optional.ofNullable(error);
    }

    /** The answer or the error. */
    @Override
    public String toString() {
        return "Result[" + (error == null ? answer : error) + "]";
    }
}
