package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
 * is denied that no way allows; there is no explicit deny.
 * Users ask about themselves; about others in an organization ask those who hold `manage_users`
 * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
 * scope. The subject is always said in the request, never taken from the acting user.
 * A resource is a product, "organizations/acme/products/drive-1", or an organization,
 * "organizations/acme". A right on a product is the bare id of a right of its type, such as
 * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
 * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
 * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
 * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class AccessServiceGrpc {

  private AccessServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.AccessService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CheckAccessRequest,
      com.grantor.v1.CheckAccessResponse> getCheckAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CheckAccess",
      requestType = com.grantor.v1.CheckAccessRequest.class,
      responseType = com.grantor.v1.CheckAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CheckAccessRequest,
      com.grantor.v1.CheckAccessResponse> getCheckAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CheckAccessRequest, com.grantor.v1.CheckAccessResponse> getCheckAccessMethod;
    if ((getCheckAccessMethod = AccessServiceGrpc.getCheckAccessMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getCheckAccessMethod = AccessServiceGrpc.getCheckAccessMethod) == null) {
          AccessServiceGrpc.getCheckAccessMethod = getCheckAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CheckAccessRequest, com.grantor.v1.CheckAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CheckAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CheckAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CheckAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("CheckAccess"))
              .build();
        }
      }
    }
    return getCheckAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.BatchCheckAccessRequest,
      com.grantor.v1.BatchCheckAccessResponse> getBatchCheckAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchCheckAccess",
      requestType = com.grantor.v1.BatchCheckAccessRequest.class,
      responseType = com.grantor.v1.BatchCheckAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.BatchCheckAccessRequest,
      com.grantor.v1.BatchCheckAccessResponse> getBatchCheckAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.BatchCheckAccessRequest, com.grantor.v1.BatchCheckAccessResponse> getBatchCheckAccessMethod;
    if ((getBatchCheckAccessMethod = AccessServiceGrpc.getBatchCheckAccessMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getBatchCheckAccessMethod = AccessServiceGrpc.getBatchCheckAccessMethod) == null) {
          AccessServiceGrpc.getBatchCheckAccessMethod = getBatchCheckAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.BatchCheckAccessRequest, com.grantor.v1.BatchCheckAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchCheckAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCheckAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCheckAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("BatchCheckAccess"))
              .build();
        }
      }
    }
    return getBatchCheckAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.StreamCheckAccessRequest,
      com.grantor.v1.StreamCheckAccessResponse> getStreamCheckAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "StreamCheckAccess",
      requestType = com.grantor.v1.StreamCheckAccessRequest.class,
      responseType = com.grantor.v1.StreamCheckAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
  public static io.grpc.MethodDescriptor<com.grantor.v1.StreamCheckAccessRequest,
      com.grantor.v1.StreamCheckAccessResponse> getStreamCheckAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.StreamCheckAccessRequest, com.grantor.v1.StreamCheckAccessResponse> getStreamCheckAccessMethod;
    if ((getStreamCheckAccessMethod = AccessServiceGrpc.getStreamCheckAccessMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getStreamCheckAccessMethod = AccessServiceGrpc.getStreamCheckAccessMethod) == null) {
          AccessServiceGrpc.getStreamCheckAccessMethod = getStreamCheckAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.StreamCheckAccessRequest, com.grantor.v1.StreamCheckAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "StreamCheckAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.StreamCheckAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.StreamCheckAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("StreamCheckAccess"))
              .build();
        }
      }
    }
    return getStreamCheckAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListAccessibleProductsRequest,
      com.grantor.v1.ListAccessibleProductsResponse> getListAccessibleProductsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAccessibleProducts",
      requestType = com.grantor.v1.ListAccessibleProductsRequest.class,
      responseType = com.grantor.v1.ListAccessibleProductsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListAccessibleProductsRequest,
      com.grantor.v1.ListAccessibleProductsResponse> getListAccessibleProductsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListAccessibleProductsRequest, com.grantor.v1.ListAccessibleProductsResponse> getListAccessibleProductsMethod;
    if ((getListAccessibleProductsMethod = AccessServiceGrpc.getListAccessibleProductsMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getListAccessibleProductsMethod = AccessServiceGrpc.getListAccessibleProductsMethod) == null) {
          AccessServiceGrpc.getListAccessibleProductsMethod = getListAccessibleProductsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListAccessibleProductsRequest, com.grantor.v1.ListAccessibleProductsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAccessibleProducts"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessibleProductsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessibleProductsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ListAccessibleProducts"))
              .build();
        }
      }
    }
    return getListAccessibleProductsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListAccessibleOrganizationsRequest,
      com.grantor.v1.ListAccessibleOrganizationsResponse> getListAccessibleOrganizationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAccessibleOrganizations",
      requestType = com.grantor.v1.ListAccessibleOrganizationsRequest.class,
      responseType = com.grantor.v1.ListAccessibleOrganizationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListAccessibleOrganizationsRequest,
      com.grantor.v1.ListAccessibleOrganizationsResponse> getListAccessibleOrganizationsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListAccessibleOrganizationsRequest, com.grantor.v1.ListAccessibleOrganizationsResponse> getListAccessibleOrganizationsMethod;
    if ((getListAccessibleOrganizationsMethod = AccessServiceGrpc.getListAccessibleOrganizationsMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getListAccessibleOrganizationsMethod = AccessServiceGrpc.getListAccessibleOrganizationsMethod) == null) {
          AccessServiceGrpc.getListAccessibleOrganizationsMethod = getListAccessibleOrganizationsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListAccessibleOrganizationsRequest, com.grantor.v1.ListAccessibleOrganizationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAccessibleOrganizations"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessibleOrganizationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessibleOrganizationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ListAccessibleOrganizations"))
              .build();
        }
      }
    }
    return getListAccessibleOrganizationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListAccessorsRequest,
      com.grantor.v1.ListAccessorsResponse> getListAccessorsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAccessors",
      requestType = com.grantor.v1.ListAccessorsRequest.class,
      responseType = com.grantor.v1.ListAccessorsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListAccessorsRequest,
      com.grantor.v1.ListAccessorsResponse> getListAccessorsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListAccessorsRequest, com.grantor.v1.ListAccessorsResponse> getListAccessorsMethod;
    if ((getListAccessorsMethod = AccessServiceGrpc.getListAccessorsMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getListAccessorsMethod = AccessServiceGrpc.getListAccessorsMethod) == null) {
          AccessServiceGrpc.getListAccessorsMethod = getListAccessorsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListAccessorsRequest, com.grantor.v1.ListAccessorsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAccessors"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessorsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessorsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ListAccessors"))
              .build();
        }
      }
    }
    return getListAccessorsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListRightsRequest,
      com.grantor.v1.ListRightsResponse> getListRightsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListRights",
      requestType = com.grantor.v1.ListRightsRequest.class,
      responseType = com.grantor.v1.ListRightsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListRightsRequest,
      com.grantor.v1.ListRightsResponse> getListRightsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListRightsRequest, com.grantor.v1.ListRightsResponse> getListRightsMethod;
    if ((getListRightsMethod = AccessServiceGrpc.getListRightsMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getListRightsMethod = AccessServiceGrpc.getListRightsMethod) == null) {
          AccessServiceGrpc.getListRightsMethod = getListRightsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListRightsRequest, com.grantor.v1.ListRightsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListRights"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListRightsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListRightsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ListRights"))
              .build();
        }
      }
    }
    return getListRightsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ExplainAccessRequest,
      com.grantor.v1.ExplainAccessResponse> getExplainAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ExplainAccess",
      requestType = com.grantor.v1.ExplainAccessRequest.class,
      responseType = com.grantor.v1.ExplainAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ExplainAccessRequest,
      com.grantor.v1.ExplainAccessResponse> getExplainAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ExplainAccessRequest, com.grantor.v1.ExplainAccessResponse> getExplainAccessMethod;
    if ((getExplainAccessMethod = AccessServiceGrpc.getExplainAccessMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getExplainAccessMethod = AccessServiceGrpc.getExplainAccessMethod) == null) {
          AccessServiceGrpc.getExplainAccessMethod = getExplainAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ExplainAccessRequest, com.grantor.v1.ExplainAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ExplainAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ExplainAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ExplainAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ExplainAccess"))
              .build();
        }
      }
    }
    return getExplainAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListAccessChangesRequest,
      com.grantor.v1.ListAccessChangesResponse> getListAccessChangesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListAccessChanges",
      requestType = com.grantor.v1.ListAccessChangesRequest.class,
      responseType = com.grantor.v1.ListAccessChangesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListAccessChangesRequest,
      com.grantor.v1.ListAccessChangesResponse> getListAccessChangesMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListAccessChangesRequest, com.grantor.v1.ListAccessChangesResponse> getListAccessChangesMethod;
    if ((getListAccessChangesMethod = AccessServiceGrpc.getListAccessChangesMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getListAccessChangesMethod = AccessServiceGrpc.getListAccessChangesMethod) == null) {
          AccessServiceGrpc.getListAccessChangesMethod = getListAccessChangesMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListAccessChangesRequest, com.grantor.v1.ListAccessChangesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListAccessChanges"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessChangesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListAccessChangesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("ListAccessChanges"))
              .build();
        }
      }
    }
    return getListAccessChangesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.WatchChangesRequest,
      com.grantor.v1.WatchChangesResponse> getWatchChangesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WatchChanges",
      requestType = com.grantor.v1.WatchChangesRequest.class,
      responseType = com.grantor.v1.WatchChangesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<com.grantor.v1.WatchChangesRequest,
      com.grantor.v1.WatchChangesResponse> getWatchChangesMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.WatchChangesRequest, com.grantor.v1.WatchChangesResponse> getWatchChangesMethod;
    if ((getWatchChangesMethod = AccessServiceGrpc.getWatchChangesMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getWatchChangesMethod = AccessServiceGrpc.getWatchChangesMethod) == null) {
          AccessServiceGrpc.getWatchChangesMethod = getWatchChangesMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.WatchChangesRequest, com.grantor.v1.WatchChangesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WatchChanges"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WatchChangesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WatchChangesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("WatchChanges"))
              .build();
        }
      }
    }
    return getWatchChangesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.WatchAccessRequest,
      com.grantor.v1.WatchAccessResponse> getWatchAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WatchAccess",
      requestType = com.grantor.v1.WatchAccessRequest.class,
      responseType = com.grantor.v1.WatchAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<com.grantor.v1.WatchAccessRequest,
      com.grantor.v1.WatchAccessResponse> getWatchAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.WatchAccessRequest, com.grantor.v1.WatchAccessResponse> getWatchAccessMethod;
    if ((getWatchAccessMethod = AccessServiceGrpc.getWatchAccessMethod) == null) {
      synchronized (AccessServiceGrpc.class) {
        if ((getWatchAccessMethod = AccessServiceGrpc.getWatchAccessMethod) == null) {
          AccessServiceGrpc.getWatchAccessMethod = getWatchAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.WatchAccessRequest, com.grantor.v1.WatchAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WatchAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WatchAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WatchAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AccessServiceMethodDescriptorSupplier("WatchAccess"))
              .build();
        }
      }
    }
    return getWatchAccessMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static AccessServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceStub>() {
        @java.lang.Override
        public AccessServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceStub(channel, callOptions);
        }
      };
    return AccessServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static AccessServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingV2Stub>() {
        @java.lang.Override
        public AccessServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return AccessServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static AccessServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceBlockingStub>() {
        @java.lang.Override
        public AccessServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceBlockingStub(channel, callOptions);
        }
      };
    return AccessServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static AccessServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AccessServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AccessServiceFutureStub>() {
        @java.lang.Override
        public AccessServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AccessServiceFutureStub(channel, callOptions);
        }
      };
    return AccessServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
   * is denied that no way allows; there is no explicit deny.
   * Users ask about themselves; about others in an organization ask those who hold `manage_users`
   * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
   * scope. The subject is always said in the request, never taken from the acting user.
   * A resource is a product, "organizations/acme/products/drive-1", or an organization,
   * "organizations/acme". A right on a product is the bare id of a right of its type, such as
   * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
   * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
   * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
   * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * May this user do that on this resource, now?
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    default void checkAccess(com.grantor.v1.CheckAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CheckAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCheckAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Asks up to 1000 questions at once. Each gets its own decision or error, in the order asked;
     * all on one organization see the same state and time. A question that the caller may not ask
     * gets an error of its own.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    default void batchCheckAccess(com.grantor.v1.BatchCheckAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCheckAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchCheckAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers questions as they come, in the order asked, each as CheckAccess would, until the caller
     * ends its side or the stream. How many wait for their answers is the caller's to choose; whoever
     * does not read answers is asked no further questions.
     * A question that can't be answered gets an error of its own, and the stream goes on. It ends with
     * an error where the caller's key no longer works or its acting user was deactivated (looked at
     * every 5 seconds) or that can't be told, where a message is broken, and where the server stops
     * (UNAVAILABLE): ask what was not answered at another one. Each question counts as a call against the limits, and the stream as a watch.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<com.grantor.v1.StreamCheckAccessRequest> streamCheckAccess(
        io.grpc.stub.StreamObserver<com.grantor.v1.StreamCheckAccessResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getStreamCheckAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the products of an organization on which a user has any right, or a given one.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    default void listAccessibleProducts(com.grantor.v1.ListAccessibleProductsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessibleProductsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAccessibleProductsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the organizations in which a user may do anything at all now: where CheckAccess allows a
     * right on the organization itself or on one of its products. It finds them by the memberships of
     * the user and the clients of partners of which the user is a member.
     * Service accounts with one of the scopes for listed organizations get these alone. A user who is
     * unknown, deactivated or erased has none. An organization that can't be read makes the call fail;
     * it is never left out.
     * May be called by the acting user it is about, by a service account whose `act.for.users` is for
     * all organizations; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    default void listAccessibleOrganizations(com.grantor.v1.ListAccessibleOrganizationsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessibleOrganizationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAccessibleOrganizationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the users who have a right on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    default void listAccessors(com.grantor.v1.ListAccessorsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessorsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAccessorsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists all rights that a user has on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    default void listRights(com.grantor.v1.ListRightsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListRightsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListRightsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers as CheckAccess does, and says why: every way that allows it, or what is missing and
     * who could give it.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    default void explainAccess(com.grantor.v1.ExplainAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ExplainAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getExplainAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists what one user, or everybody on one product, gained and lost between two times, each with
     * what did it. It is told to who may ask what others have now; what changed elsewhere, in the
     * catalog, an account or a partner, without naming whose change it was.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    default void listAccessChanges(com.grantor.v1.ListAccessChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessChangesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListAccessChangesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sends changes as they happen, and before them those since a start. A reader too slow for 30
     * seconds is dropped with UNAVAILABLE (WATCH_TOO_SLOW); it resumes from the last `position`.
     * The right to watch is looked at again every 5 seconds, so that whoever loses it sees no more.
     * A server that stops ends the stream with UNAVAILABLE; then resume at another one.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `watch`. "platform", "people" and "organizations/-" are watched by
     * operators, and by service accounts with the scope for all organizations.
     * </pre>
     */
    default void watchChanges(com.grantor.v1.WatchChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WatchChangesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWatchChangesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Tells which answers about an organization may have changed, so that whoever keeps answers knows
     * when to ask again. It says nothing of what changed; what changes by time alone it does not tell:
     * an answer says so itself (`valid_until`).
     * The right to ask is looked at again every 5 seconds. A reader too slow for 30 seconds is dropped
     * with UNAVAILABLE (WATCH_TOO_SLOW), and a server that stops ends the stream with UNAVAILABLE. What
     * came between two streams is not told: the first message of each says to forget all.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask`.
     * </pre>
     */
    default void watchAccess(com.grantor.v1.WatchAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WatchAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWatchAccessMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service AccessService.
   * <pre>
   * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
   * is denied that no way allows; there is no explicit deny.
   * Users ask about themselves; about others in an organization ask those who hold `manage_users`
   * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
   * scope. The subject is always said in the request, never taken from the acting user.
   * A resource is a product, "organizations/acme/products/drive-1", or an organization,
   * "organizations/acme". A right on a product is the bare id of a right of its type, such as
   * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
   * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
   * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
   * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
   * </pre>
   */
  public static abstract class AccessServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return AccessServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service AccessService.
   * <pre>
   * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
   * is denied that no way allows; there is no explicit deny.
   * Users ask about themselves; about others in an organization ask those who hold `manage_users`
   * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
   * scope. The subject is always said in the request, never taken from the acting user.
   * A resource is a product, "organizations/acme/products/drive-1", or an organization,
   * "organizations/acme". A right on a product is the bare id of a right of its type, such as
   * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
   * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
   * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
   * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
   * </pre>
   */
  public static final class AccessServiceStub
      extends io.grpc.stub.AbstractAsyncStub<AccessServiceStub> {
    private AccessServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * May this user do that on this resource, now?
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public void checkAccess(com.grantor.v1.CheckAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CheckAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCheckAccessMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Asks up to 1000 questions at once. Each gets its own decision or error, in the order asked;
     * all on one organization see the same state and time. A question that the caller may not ask
     * gets an error of its own.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public void batchCheckAccess(com.grantor.v1.BatchCheckAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCheckAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchCheckAccessMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers questions as they come, in the order asked, each as CheckAccess would, until the caller
     * ends its side or the stream. How many wait for their answers is the caller's to choose; whoever
     * does not read answers is asked no further questions.
     * A question that can't be answered gets an error of its own, and the stream goes on. It ends with
     * an error where the caller's key no longer works or its acting user was deactivated (looked at
     * every 5 seconds) or that can't be told, where a message is broken, and where the server stops
     * (UNAVAILABLE): ask what was not answered at another one. Each question counts as a call against the limits, and the stream as a watch.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<com.grantor.v1.StreamCheckAccessRequest> streamCheckAccess(
        io.grpc.stub.StreamObserver<com.grantor.v1.StreamCheckAccessResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
          getChannel().newCall(getStreamCheckAccessMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * Lists the products of an organization on which a user has any right, or a given one.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public void listAccessibleProducts(com.grantor.v1.ListAccessibleProductsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessibleProductsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAccessibleProductsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the organizations in which a user may do anything at all now: where CheckAccess allows a
     * right on the organization itself or on one of its products. It finds them by the memberships of
     * the user and the clients of partners of which the user is a member.
     * Service accounts with one of the scopes for listed organizations get these alone. A user who is
     * unknown, deactivated or erased has none. An organization that can't be read makes the call fail;
     * it is never left out.
     * May be called by the acting user it is about, by a service account whose `act.for.users` is for
     * all organizations; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public void listAccessibleOrganizations(com.grantor.v1.ListAccessibleOrganizationsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessibleOrganizationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAccessibleOrganizationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the users who have a right on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public void listAccessors(com.grantor.v1.ListAccessorsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessorsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAccessorsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists all rights that a user has on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public void listRights(com.grantor.v1.ListRightsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListRightsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListRightsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers as CheckAccess does, and says why: every way that allows it, or what is missing and
     * who could give it.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public void explainAccess(com.grantor.v1.ExplainAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ExplainAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getExplainAccessMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists what one user, or everybody on one product, gained and lost between two times, each with
     * what did it. It is told to who may ask what others have now; what changed elsewhere, in the
     * catalog, an account or a partner, without naming whose change it was.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public void listAccessChanges(com.grantor.v1.ListAccessChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessChangesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListAccessChangesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sends changes as they happen, and before them those since a start. A reader too slow for 30
     * seconds is dropped with UNAVAILABLE (WATCH_TOO_SLOW); it resumes from the last `position`.
     * The right to watch is looked at again every 5 seconds, so that whoever loses it sees no more.
     * A server that stops ends the stream with UNAVAILABLE; then resume at another one.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `watch`. "platform", "people" and "organizations/-" are watched by
     * operators, and by service accounts with the scope for all organizations.
     * </pre>
     */
    public void watchChanges(com.grantor.v1.WatchChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WatchChangesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getWatchChangesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Tells which answers about an organization may have changed, so that whoever keeps answers knows
     * when to ask again. It says nothing of what changed; what changes by time alone it does not tell:
     * an answer says so itself (`valid_until`).
     * The right to ask is looked at again every 5 seconds. A reader too slow for 30 seconds is dropped
     * with UNAVAILABLE (WATCH_TOO_SLOW), and a server that stops ends the stream with UNAVAILABLE. What
     * came between two streams is not told: the first message of each says to forget all.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask`.
     * </pre>
     */
    public void watchAccess(com.grantor.v1.WatchAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WatchAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getWatchAccessMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service AccessService.
   * <pre>
   * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
   * is denied that no way allows; there is no explicit deny.
   * Users ask about themselves; about others in an organization ask those who hold `manage_users`
   * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
   * scope. The subject is always said in the request, never taken from the acting user.
   * A resource is a product, "organizations/acme/products/drive-1", or an organization,
   * "organizations/acme". A right on a product is the bare id of a right of its type, such as
   * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
   * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
   * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
   * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
   * </pre>
   */
  public static final class AccessServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<AccessServiceBlockingV2Stub> {
    private AccessServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * May this user do that on this resource, now?
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public com.grantor.v1.CheckAccessResponse checkAccess(com.grantor.v1.CheckAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCheckAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Asks up to 1000 questions at once. Each gets its own decision or error, in the order asked;
     * all on one organization see the same state and time. A question that the caller may not ask
     * gets an error of its own.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public com.grantor.v1.BatchCheckAccessResponse batchCheckAccess(com.grantor.v1.BatchCheckAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchCheckAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers questions as they come, in the order asked, each as CheckAccess would, until the caller
     * ends its side or the stream. How many wait for their answers is the caller's to choose; whoever
     * does not read answers is asked no further questions.
     * A question that can't be answered gets an error of its own, and the stream goes on. It ends with
     * an error where the caller's key no longer works or its acting user was deactivated (looked at
     * every 5 seconds) or that can't be told, where a message is broken, and where the server stops
     * (UNAVAILABLE): ask what was not answered at another one. Each question counts as a call against the limits, and the stream as a watch.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<com.grantor.v1.StreamCheckAccessRequest, com.grantor.v1.StreamCheckAccessResponse>
        streamCheckAccess() {
      return io.grpc.stub.ClientCalls.blockingBidiStreamingCall(
          getChannel(), getStreamCheckAccessMethod(), getCallOptions());
    }

    /**
     * <pre>
     * Lists the products of an organization on which a user has any right, or a given one.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessibleProductsResponse listAccessibleProducts(com.grantor.v1.ListAccessibleProductsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAccessibleProductsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the organizations in which a user may do anything at all now: where CheckAccess allows a
     * right on the organization itself or on one of its products. It finds them by the memberships of
     * the user and the clients of partners of which the user is a member.
     * Service accounts with one of the scopes for listed organizations get these alone. A user who is
     * unknown, deactivated or erased has none. An organization that can't be read makes the call fail;
     * it is never left out.
     * May be called by the acting user it is about, by a service account whose `act.for.users` is for
     * all organizations; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessibleOrganizationsResponse listAccessibleOrganizations(com.grantor.v1.ListAccessibleOrganizationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAccessibleOrganizationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the users who have a right on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessorsResponse listAccessors(com.grantor.v1.ListAccessorsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAccessorsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all rights that a user has on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListRightsResponse listRights(com.grantor.v1.ListRightsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListRightsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers as CheckAccess does, and says why: every way that allows it, or what is missing and
     * who could give it.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ExplainAccessResponse explainAccess(com.grantor.v1.ExplainAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getExplainAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists what one user, or everybody on one product, gained and lost between two times, each with
     * what did it. It is told to who may ask what others have now; what changed elsewhere, in the
     * catalog, an account or a partner, without naming whose change it was.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessChangesResponse listAccessChanges(com.grantor.v1.ListAccessChangesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListAccessChangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sends changes as they happen, and before them those since a start. A reader too slow for 30
     * seconds is dropped with UNAVAILABLE (WATCH_TOO_SLOW); it resumes from the last `position`.
     * The right to watch is looked at again every 5 seconds, so that whoever loses it sees no more.
     * A server that stops ends the stream with UNAVAILABLE; then resume at another one.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `watch`. "platform", "people" and "organizations/-" are watched by
     * operators, and by service accounts with the scope for all organizations.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, com.grantor.v1.WatchChangesResponse>
        watchChanges(com.grantor.v1.WatchChangesRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getWatchChangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Tells which answers about an organization may have changed, so that whoever keeps answers knows
     * when to ask again. It says nothing of what changed; what changes by time alone it does not tell:
     * an answer says so itself (`valid_until`).
     * The right to ask is looked at again every 5 seconds. A reader too slow for 30 seconds is dropped
     * with UNAVAILABLE (WATCH_TOO_SLOW), and a server that stops ends the stream with UNAVAILABLE. What
     * came between two streams is not told: the first message of each says to forget all.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask`.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, com.grantor.v1.WatchAccessResponse>
        watchAccess(com.grantor.v1.WatchAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getWatchAccessMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service AccessService.
   * <pre>
   * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
   * is denied that no way allows; there is no explicit deny.
   * Users ask about themselves; about others in an organization ask those who hold `manage_users`
   * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
   * scope. The subject is always said in the request, never taken from the acting user.
   * A resource is a product, "organizations/acme/products/drive-1", or an organization,
   * "organizations/acme". A right on a product is the bare id of a right of its type, such as
   * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
   * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
   * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
   * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
   * </pre>
   */
  public static final class AccessServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<AccessServiceBlockingStub> {
    private AccessServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * May this user do that on this resource, now?
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public com.grantor.v1.CheckAccessResponse checkAccess(com.grantor.v1.CheckAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCheckAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Asks up to 1000 questions at once. Each gets its own decision or error, in the order asked;
     * all on one organization see the same state and time. A question that the caller may not ask
     * gets an error of its own.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public com.grantor.v1.BatchCheckAccessResponse batchCheckAccess(com.grantor.v1.BatchCheckAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchCheckAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the products of an organization on which a user has any right, or a given one.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessibleProductsResponse listAccessibleProducts(com.grantor.v1.ListAccessibleProductsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAccessibleProductsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the organizations in which a user may do anything at all now: where CheckAccess allows a
     * right on the organization itself or on one of its products. It finds them by the memberships of
     * the user and the clients of partners of which the user is a member.
     * Service accounts with one of the scopes for listed organizations get these alone. A user who is
     * unknown, deactivated or erased has none. An organization that can't be read makes the call fail;
     * it is never left out.
     * May be called by the acting user it is about, by a service account whose `act.for.users` is for
     * all organizations; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessibleOrganizationsResponse listAccessibleOrganizations(com.grantor.v1.ListAccessibleOrganizationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAccessibleOrganizationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the users who have a right on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessorsResponse listAccessors(com.grantor.v1.ListAccessorsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAccessorsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all rights that a user has on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListRightsResponse listRights(com.grantor.v1.ListRightsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListRightsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers as CheckAccess does, and says why: every way that allows it, or what is missing and
     * who could give it.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ExplainAccessResponse explainAccess(com.grantor.v1.ExplainAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getExplainAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists what one user, or everybody on one product, gained and lost between two times, each with
     * what did it. It is told to who may ask what others have now; what changed elsewhere, in the
     * catalog, an account or a partner, without naming whose change it was.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.grantor.v1.ListAccessChangesResponse listAccessChanges(com.grantor.v1.ListAccessChangesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListAccessChangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sends changes as they happen, and before them those since a start. A reader too slow for 30
     * seconds is dropped with UNAVAILABLE (WATCH_TOO_SLOW); it resumes from the last `position`.
     * The right to watch is looked at again every 5 seconds, so that whoever loses it sees no more.
     * A server that stops ends the stream with UNAVAILABLE; then resume at another one.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `watch`. "platform", "people" and "organizations/-" are watched by
     * operators, and by service accounts with the scope for all organizations.
     * </pre>
     */
    public java.util.Iterator<com.grantor.v1.WatchChangesResponse> watchChanges(
        com.grantor.v1.WatchChangesRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getWatchChangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Tells which answers about an organization may have changed, so that whoever keeps answers knows
     * when to ask again. It says nothing of what changed; what changes by time alone it does not tell:
     * an answer says so itself (`valid_until`).
     * The right to ask is looked at again every 5 seconds. A reader too slow for 30 seconds is dropped
     * with UNAVAILABLE (WATCH_TOO_SLOW), and a server that stops ends the stream with UNAVAILABLE. What
     * came between two streams is not told: the first message of each says to forget all.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask`.
     * </pre>
     */
    public java.util.Iterator<com.grantor.v1.WatchAccessResponse> watchAccess(
        com.grantor.v1.WatchAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getWatchAccessMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service AccessService.
   * <pre>
   * Access questions. All of them are answered by the same evaluator and can't disagree. Everything
   * is denied that no way allows; there is no explicit deny.
   * Users ask about themselves; about others in an organization ask those who hold `manage_users`
   * there. Service accounts with scope `access.ask` ask about anyone, in the organizations of that
   * scope. The subject is always said in the request, never taken from the acting user.
   * A resource is a product, "organizations/acme/products/drive-1", or an organization,
   * "organizations/acme". A right on a product is the bare id of a right of its type, such as
   * "manage", or "type/right"; every product also has `contact_support`. A right on an organization
   * is one of GetRoleMatrix, such as "manage_users". A right that the type or organization does not
   * have is INVALID_ARGUMENT (RIGHT_UNKNOWN), which lists those there are. An unknown organization,
   * or one that the caller may not ask about, is NOT_FOUND; an unknown product or user is DENIED.
   * </pre>
   */
  public static final class AccessServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<AccessServiceFutureStub> {
    private AccessServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AccessServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AccessServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * May this user do that on this resource, now?
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CheckAccessResponse> checkAccess(
        com.grantor.v1.CheckAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCheckAccessMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Asks up to 1000 questions at once. Each gets its own decision or error, in the order asked;
     * all on one organization see the same state and time. A question that the caller may not ask
     * gets an error of its own.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.BatchCheckAccessResponse> batchCheckAccess(
        com.grantor.v1.BatchCheckAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchCheckAccessMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the products of an organization on which a user has any right, or a given one.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListAccessibleProductsResponse> listAccessibleProducts(
        com.grantor.v1.ListAccessibleProductsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAccessibleProductsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the organizations in which a user may do anything at all now: where CheckAccess allows a
     * right on the organization itself or on one of its products. It finds them by the memberships of
     * the user and the clients of partners of which the user is a member.
     * Service accounts with one of the scopes for listed organizations get these alone. A user who is
     * unknown, deactivated or erased has none. An organization that can't be read makes the call fail;
     * it is never left out.
     * May be called by the acting user it is about, by a service account whose `act.for.users` is for
     * all organizations; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListAccessibleOrganizationsResponse> listAccessibleOrganizations(
        com.grantor.v1.ListAccessibleOrganizationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAccessibleOrganizationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the users who have a right on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListAccessorsResponse> listAccessors(
        com.grantor.v1.ListAccessorsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAccessorsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists all rights that a user has on a resource, and through what.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListRightsResponse> listRights(
        com.grantor.v1.ListRightsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListRightsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers as CheckAccess does, and says why: every way that allows it, or what is missing and
     * who could give it.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ExplainAccessResponse> explainAccess(
        com.grantor.v1.ExplainAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getExplainAccessMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists what one user, or everybody on one product, gained and lost between two times, each with
     * what did it. It is told to who may ask what others have now; what changed elsewhere, in the
     * catalog, an account or a partner, without naming whose change it was.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `access.ask` or `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListAccessChangesResponse> listAccessChanges(
        com.grantor.v1.ListAccessChangesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListAccessChangesMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CHECK_ACCESS = 0;
  private static final int METHODID_BATCH_CHECK_ACCESS = 1;
  private static final int METHODID_LIST_ACCESSIBLE_PRODUCTS = 2;
  private static final int METHODID_LIST_ACCESSIBLE_ORGANIZATIONS = 3;
  private static final int METHODID_LIST_ACCESSORS = 4;
  private static final int METHODID_LIST_RIGHTS = 5;
  private static final int METHODID_EXPLAIN_ACCESS = 6;
  private static final int METHODID_LIST_ACCESS_CHANGES = 7;
  private static final int METHODID_WATCH_CHANGES = 8;
  private static final int METHODID_WATCH_ACCESS = 9;
  private static final int METHODID_STREAM_CHECK_ACCESS = 10;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_CHECK_ACCESS:
          serviceImpl.checkAccess((com.grantor.v1.CheckAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CheckAccessResponse>) responseObserver);
          break;
        case METHODID_BATCH_CHECK_ACCESS:
          serviceImpl.batchCheckAccess((com.grantor.v1.BatchCheckAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.BatchCheckAccessResponse>) responseObserver);
          break;
        case METHODID_LIST_ACCESSIBLE_PRODUCTS:
          serviceImpl.listAccessibleProducts((com.grantor.v1.ListAccessibleProductsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessibleProductsResponse>) responseObserver);
          break;
        case METHODID_LIST_ACCESSIBLE_ORGANIZATIONS:
          serviceImpl.listAccessibleOrganizations((com.grantor.v1.ListAccessibleOrganizationsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessibleOrganizationsResponse>) responseObserver);
          break;
        case METHODID_LIST_ACCESSORS:
          serviceImpl.listAccessors((com.grantor.v1.ListAccessorsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessorsResponse>) responseObserver);
          break;
        case METHODID_LIST_RIGHTS:
          serviceImpl.listRights((com.grantor.v1.ListRightsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListRightsResponse>) responseObserver);
          break;
        case METHODID_EXPLAIN_ACCESS:
          serviceImpl.explainAccess((com.grantor.v1.ExplainAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ExplainAccessResponse>) responseObserver);
          break;
        case METHODID_LIST_ACCESS_CHANGES:
          serviceImpl.listAccessChanges((com.grantor.v1.ListAccessChangesRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListAccessChangesResponse>) responseObserver);
          break;
        case METHODID_WATCH_CHANGES:
          serviceImpl.watchChanges((com.grantor.v1.WatchChangesRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.WatchChangesResponse>) responseObserver);
          break;
        case METHODID_WATCH_ACCESS:
          serviceImpl.watchAccess((com.grantor.v1.WatchAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.WatchAccessResponse>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_STREAM_CHECK_ACCESS:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.streamCheckAccess(
              (io.grpc.stub.StreamObserver<com.grantor.v1.StreamCheckAccessResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getCheckAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CheckAccessRequest,
              com.grantor.v1.CheckAccessResponse>(
                service, METHODID_CHECK_ACCESS)))
        .addMethod(
          getBatchCheckAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.BatchCheckAccessRequest,
              com.grantor.v1.BatchCheckAccessResponse>(
                service, METHODID_BATCH_CHECK_ACCESS)))
        .addMethod(
          getStreamCheckAccessMethod(),
          io.grpc.stub.ServerCalls.asyncBidiStreamingCall(
            new MethodHandlers<
              com.grantor.v1.StreamCheckAccessRequest,
              com.grantor.v1.StreamCheckAccessResponse>(
                service, METHODID_STREAM_CHECK_ACCESS)))
        .addMethod(
          getListAccessibleProductsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListAccessibleProductsRequest,
              com.grantor.v1.ListAccessibleProductsResponse>(
                service, METHODID_LIST_ACCESSIBLE_PRODUCTS)))
        .addMethod(
          getListAccessibleOrganizationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListAccessibleOrganizationsRequest,
              com.grantor.v1.ListAccessibleOrganizationsResponse>(
                service, METHODID_LIST_ACCESSIBLE_ORGANIZATIONS)))
        .addMethod(
          getListAccessorsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListAccessorsRequest,
              com.grantor.v1.ListAccessorsResponse>(
                service, METHODID_LIST_ACCESSORS)))
        .addMethod(
          getListRightsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListRightsRequest,
              com.grantor.v1.ListRightsResponse>(
                service, METHODID_LIST_RIGHTS)))
        .addMethod(
          getExplainAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ExplainAccessRequest,
              com.grantor.v1.ExplainAccessResponse>(
                service, METHODID_EXPLAIN_ACCESS)))
        .addMethod(
          getListAccessChangesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListAccessChangesRequest,
              com.grantor.v1.ListAccessChangesResponse>(
                service, METHODID_LIST_ACCESS_CHANGES)))
        .addMethod(
          getWatchChangesMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              com.grantor.v1.WatchChangesRequest,
              com.grantor.v1.WatchChangesResponse>(
                service, METHODID_WATCH_CHANGES)))
        .addMethod(
          getWatchAccessMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              com.grantor.v1.WatchAccessRequest,
              com.grantor.v1.WatchAccessResponse>(
                service, METHODID_WATCH_ACCESS)))
        .build();
  }

  private static abstract class AccessServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    AccessServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.AccessProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("AccessService");
    }
  }

  private static final class AccessServiceFileDescriptorSupplier
      extends AccessServiceBaseDescriptorSupplier {
    AccessServiceFileDescriptorSupplier() {}
  }

  private static final class AccessServiceMethodDescriptorSupplier
      extends AccessServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    AccessServiceMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (AccessServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new AccessServiceFileDescriptorSupplier())
              .addMethod(getCheckAccessMethod())
              .addMethod(getBatchCheckAccessMethod())
              .addMethod(getStreamCheckAccessMethod())
              .addMethod(getListAccessibleProductsMethod())
              .addMethod(getListAccessibleOrganizationsMethod())
              .addMethod(getListAccessorsMethod())
              .addMethod(getListRightsMethod())
              .addMethod(getExplainAccessMethod())
              .addMethod(getListAccessChangesMethod())
              .addMethod(getWatchChangesMethod())
              .addMethod(getWatchAccessMethod())
              .build();
        }
      }
    }
    return result;
  }
}
