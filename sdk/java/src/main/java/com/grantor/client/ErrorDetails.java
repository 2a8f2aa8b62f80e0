package com.grantor.client;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.protobuf.ProtoUtils;
import java.util.List;
import java.util.Optional;

/**
 * What the trailers of a failed call say beyond code and message.
 *
 * @param all every detail, packed
 * @param info Grantor's reason; the default instance where there is none
 * @param violations each wrong field
 */
record ErrorDetails(List<Any> all, ErrorInfo info, List<FieldViolation> violations) {
    static final ErrorDetails NONE = new ErrorDetails(List.of(), ErrorInfo.getDefaultInstance(), List.of());

    private static final String DOMAIN = "grantor";
    private static final Metadata.Key<com.google.rpc.Status> KEY = Metadata.Key.of(
            "grpc-status-details-bin", ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance()));

    /** Damaged details are none: the code alone must still come through. */
    static ErrorDetails read(Metadata trailers) {
        try {
            com.google.rpc.Status status = trailers == null ? null : trailers.get(KEY);
            return status == null ? NONE : read(status.getDetailsList());
        } catch (IllegalArgumentException | InvalidProtocolBufferException damaged) {
            return NONE;
        }
    }

    private static ErrorDetails read(List<Any> all) throws InvalidProtocolBufferException {
        ErrorInfo info = first(all, ErrorInfo.class)
                .filter(said -> said.getDomain().equals(DOMAIN))
                .orElse(ErrorInfo.getDefaultInstance());
        BadRequest bad = first(all, BadRequest.class).orElse(BadRequest.getDefaultInstance());
        List<FieldViolation> violations = bad.getFieldViolationsList().stream()
                .map(wrong -> new FieldViolation(wrong.getField(), wrong.getDescription()))
                .toList();
        return new ErrorDetails(all, info, violations);
    }

    private static <T extends Message> Optional<T> first(List<Any> all, Class<T> type)
            throws InvalidProtocolBufferException {
        for (Any each : all) {
            if (each.is(type)) {
                return Optional.of(each.unpack(type));
            }
        }
        return Optional.empty();
    }
}
