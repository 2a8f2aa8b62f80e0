package com.grantor.client;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;

/**
 * A call that failed.
 *
 * <p>Decide by {@link #code} and {@link #reason}, never by the message. An error is never an allow. {@code check},
 * {@code checkMany}, {@code explain}, {@link Asked#answer}, {@code list}, {@code watch} and {@link GrantorClient#call}
 * throw it. The generated stubs throw gRPC's own {@link StatusRuntimeException}, of which it is the cause: {@link #of}
 * takes it out.
 */
public final class GrantorException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What gRPC says. */
    private final Status.Code code;

    /** What Grantor says; lost where the exception is serialized, as protobuf's messages are no part of its form. */
    private final transient ErrorDetails details;

    /** Of the call, or "". */
    private final String requestId;

    GrantorException(Status.Code code, String message, ErrorDetails details, String requestId, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.details = details;
        this.requestId = requestId;
    }

    /** A fault of the answer, found by the client. */
    static GrantorException internal(String message, String requestId) {
        return new GrantorException(Status.Code.INTERNAL, message, ErrorDetails.NONE, requestId, null);
    }

    /** What a call was given is wrong, found by the client before anything is sent. */
    static GrantorException argument(String message, String requestId) {
        return new GrantorException(Status.Code.INVALID_ARGUMENT, message, ErrorDetails.NONE, requestId, null);
    }

    /** A call that the server did not end itself. */
    static GrantorException unanswered(Status status, String message, String requestId) {
        return new GrantorException(status.getCode(), message, ErrorDetails.NONE, requestId, status.getCause());
    }

    /** Whatever is asked of a client after its end. */
    static GrantorException clientClosed(String requestId) {
        return new GrantorException(
                Status.Code.CANCELLED, "the client is closed; make another", ErrorDetails.NONE, requestId, null);
    }

    /** The same with the stack of whoever asks now; this one, made on a thread of the connection, as its cause. */
    GrantorException here() {
        return new GrantorException(code, getMessage(), details, requestId, this);
    }

    /** What ended a call. */
    static GrantorException of(Status status, Metadata trailers, String requestId) {
        ErrorDetails details = ErrorDetails.read(trailers);
        return new GrantorException(status.getCode(), words(status), details, requestId, status.getCause());
    }

    /**
     * What a stub threw, or what its future failed with, as the one type.
     *
     * @param thrown any exception; of those in its chain of causes the first is taken that says what the call ended
     *     with
     * @return that, or UNKNOWN with {@code thrown} as its cause
     */
    public static GrantorException of(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof GrantorException error) {
                return error;
            }
        }
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof StatusRuntimeException ended) {
                return of(ended.getStatus(), ended.getTrailers(), "");
            }
            if (each instanceof StatusException ended) {
                return of(ended.getStatus(), ended.getTrailers(), "");
            }
        }
        return new GrantorException(Status.Code.UNKNOWN, String.valueOf(thrown), ErrorDetails.NONE, "", thrown);
    }

    /** gRPC's words for a broken connection ("io exception") say little without those of the cause. */
    private static String words(Status status) {
        String said = status.getDescription() == null ? status.getCode().name() : status.getDescription();
        Throwable cause = status.getCause();
        return cause == null || cause.getMessage() == null ? said : said + ": " + cause.getMessage();
    }

    /**
     * The gRPC code.
     *
     * @return never OK
     */
    public Status.Code code() {
        return code;
    }

    /**
     * Why, as of docs/errors.md, such as {@code RIGHT_UNKNOWN}. A newer server may have others: then go by the code.
     *
     * @return empty where the error is not Grantor's, as where nothing answers
     */
    public String reason() {
        return info().getReason();
    }

    /**
     * What belongs to the reason, such as {@code scopes} of SCOPE_MISSING.
     *
     * @return names and values
     */
    public Map<String, String> metadata() {
        return info().getMetadataMap();
    }

    /**
     * Each wrong field.
     *
     * @return empty where it is not about fields
     */
    public List<FieldViolation> violations() {
        return details == null ? List.of() : details.violations();
    }

    /**
     * The {@code x-request-id} of the call, by which the server's log has it.
     *
     * @return empty where the exception is not of a call of this client
     */
    public String requestId() {
        return requestId;
    }

    /**
     * All details as they came, also those that have no method here, such as {@code google.rpc.RetryInfo}.
     *
     * @return packed messages
     */
    public List<Any> details() {
        return details == null ? List.of() : details.all();
    }

    private ErrorInfo info() {
        return details == null ? ErrorInfo.getDefaultInstance() : details.info();
    }

    /** Code, reason, message and request id in a line. */
    @Override
    public String toString() {
        String why = reason().isEmpty() ? code.name() : code + " (" + reason() + ")";
        String of = requestId.isEmpty() ? "" : " [request " + requestId + "]";
        return "GrantorException: " + why + ": " + getMessage() + of;
    }
}
