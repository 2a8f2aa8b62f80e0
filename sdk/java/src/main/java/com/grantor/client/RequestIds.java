package com.grantor.client;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.CallOptions;
import java.util.UUID;

/** The ids of calls, and the field {@code request_id} that makes a mutation safe to send again. */
final class RequestIds {
    /** The id of a call, for whoever needs to know it beforehand. */
    static final CallOptions.Key<String> OPTION = CallOptions.Key.create("grantor-request-id");

    private static final String FIELD = "request_id";

    /** The field of each type of message, or null: looked up once. */
    private static final ClassValue<FieldDescriptor> FIELDS = new ClassValue<>() {
        @Override
        protected FieldDescriptor computeValue(Class<?> type) {
            Message message = com.google.protobuf.Internal.getDefaultInstance(type.asSubclass(Message.class));
            FieldDescriptor field = message.getDescriptorForType().findFieldByName(FIELD);
            boolean isText = field != null && field.getJavaType() == FieldDescriptor.JavaType.STRING;
            return isText && !field.isRepeated() ? field : null;
        }
    };

    private RequestIds() {}

    static String next() {
        return UUID.randomUUID().toString();
    }

    /** The message with the id in its field, if it has one and it is empty; else the message itself. */
    static <T> T fill(T request, String id) {
        if (!(request instanceof Message message)) {
            return request;
        }
        FieldDescriptor field = FIELDS.get(message.getClass());
        if (field == null || !((String) message.getField(field)).isEmpty()) {
            return request;
        }
        @SuppressWarnings("unchecked") // A builder builds what it was made from.
        T filled = (T) message.toBuilder().setField(field, id).build();
        return filled;
    }
}
