package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class GrantorExceptionTest {
    private static Metadata trailers(com.google.protobuf.Message... details) {
        com.google.rpc.Status.Builder status = com.google.rpc.Status.newBuilder();
        for (com.google.protobuf.Message each : details) {
            status.addDetails(Any.pack(each));
        }
        Metadata trailers = new Metadata();
        trailers.put(
                Metadata.Key.of(
                        "grpc-status-details-bin",
                        ProtoUtils.metadataMarshaller(com.google.rpc.Status.getDefaultInstance())),
                status.build());
        return trailers;
    }

    private static ErrorInfo info(String domain) {
        return ErrorInfo.newBuilder()
                .setDomain(domain)
                .setReason("OF_TOMORROW")
                .putMetadata("first", "1")
                .build();
    }

    @Test
    void readsReasonMetadataAndViolationsAlsoOfANewerServer() {
        BadRequest bad = BadRequest.newBuilder()
                .addFieldViolations(BadRequest.FieldViolation.newBuilder()
                        .setField("grant.note")
                        .setDescription("is too long"))
                .build();
        GrantorException error = GrantorException.of(
                Status.INVALID_ARGUMENT.withDescription("Shorten it."), trailers(info("grantor"), bad), "id");
        assertEquals(Status.Code.INVALID_ARGUMENT, error.code());
        assertEquals("OF_TOMORROW", error.reason());
        assertEquals(Map.of("first", "1"), error.metadata());
        assertEquals(List.of(new FieldViolation("grant.note", "is too long")), error.violations());
        assertEquals("GrantorException: INVALID_ARGUMENT (OF_TOMORROW): Shorten it. [request id]", error.toString());
    }

    @Test
    void theReasonOfAnotherDomainIsNotGrantors() {
        assertEquals(
                "",
                GrantorException.of(Status.INTERNAL, trailers(info("proxy.example")), "id")
                        .reason());
    }

    @Test
    void damagedDetailsLeaveTheCode() {
        Metadata trailers = new Metadata();
        trailers.put(
                Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER), new byte[] {(byte) 0xff});
        GrantorException error = GrantorException.of(Status.NOT_FOUND, trailers, "id");
        assertEquals(Status.Code.NOT_FOUND, error.code());
        assertEquals("", error.reason());
    }

    @Test
    void saysWhyAConnectionBroke() {
        Status broken = Status.UNAVAILABLE.withDescription("io exception").withCause(new IOException("refused"));
        assertEquals(
                "io exception: refused", GrantorException.of(broken, null, "id").getMessage());
    }

    @Test
    void isThrownAgainWithTheStackOfWhoAsks() {
        GrantorException first = GrantorException.of(Status.NOT_FOUND, trailers(info("grantor")), "id");
        GrantorException again = first.here();
        assertSame(first, again.getCause());
        assertEquals(first.toString(), again.toString());
        assertEquals(first.metadata(), again.metadata());
    }

    @Test
    void isFoundUnderWhatStubsAndFuturesThrow() {
        GrantorException error = GrantorException.of(Status.NOT_FOUND, null, "id");
        Throwable thrown =
                new ExecutionException(Status.NOT_FOUND.withCause(error).asRuntimeException());
        assertSame(error, GrantorException.of(thrown));
    }
}
