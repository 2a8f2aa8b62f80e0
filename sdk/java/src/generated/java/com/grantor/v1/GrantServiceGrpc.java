package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
 * time.
 * Who gives a right must hold it on every product that the grant can cover, now and later, for at
 * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
 * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
 * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class GrantServiceGrpc {

  private GrantServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.GrantService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateGrantRequest,
      com.grantor.v1.CreateGrantResponse> getCreateGrantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateGrant",
      requestType = com.grantor.v1.CreateGrantRequest.class,
      responseType = com.grantor.v1.CreateGrantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateGrantRequest,
      com.grantor.v1.CreateGrantResponse> getCreateGrantMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateGrantRequest, com.grantor.v1.CreateGrantResponse> getCreateGrantMethod;
    if ((getCreateGrantMethod = GrantServiceGrpc.getCreateGrantMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getCreateGrantMethod = GrantServiceGrpc.getCreateGrantMethod) == null) {
          GrantServiceGrpc.getCreateGrantMethod = getCreateGrantMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateGrantRequest, com.grantor.v1.CreateGrantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateGrant"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateGrantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateGrantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("CreateGrant"))
              .build();
        }
      }
    }
    return getCreateGrantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetGrantRequest,
      com.grantor.v1.GetGrantResponse> getGetGrantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetGrant",
      requestType = com.grantor.v1.GetGrantRequest.class,
      responseType = com.grantor.v1.GetGrantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetGrantRequest,
      com.grantor.v1.GetGrantResponse> getGetGrantMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetGrantRequest, com.grantor.v1.GetGrantResponse> getGetGrantMethod;
    if ((getGetGrantMethod = GrantServiceGrpc.getGetGrantMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getGetGrantMethod = GrantServiceGrpc.getGetGrantMethod) == null) {
          GrantServiceGrpc.getGetGrantMethod = getGetGrantMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetGrantRequest, com.grantor.v1.GetGrantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetGrant"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetGrantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetGrantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("GetGrant"))
              .build();
        }
      }
    }
    return getGetGrantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListGrantsRequest,
      com.grantor.v1.ListGrantsResponse> getListGrantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListGrants",
      requestType = com.grantor.v1.ListGrantsRequest.class,
      responseType = com.grantor.v1.ListGrantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListGrantsRequest,
      com.grantor.v1.ListGrantsResponse> getListGrantsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListGrantsRequest, com.grantor.v1.ListGrantsResponse> getListGrantsMethod;
    if ((getListGrantsMethod = GrantServiceGrpc.getListGrantsMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getListGrantsMethod = GrantServiceGrpc.getListGrantsMethod) == null) {
          GrantServiceGrpc.getListGrantsMethod = getListGrantsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListGrantsRequest, com.grantor.v1.ListGrantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListGrants"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListGrantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListGrantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("ListGrants"))
              .build();
        }
      }
    }
    return getListGrantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateGrantRequest,
      com.grantor.v1.UpdateGrantResponse> getUpdateGrantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateGrant",
      requestType = com.grantor.v1.UpdateGrantRequest.class,
      responseType = com.grantor.v1.UpdateGrantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateGrantRequest,
      com.grantor.v1.UpdateGrantResponse> getUpdateGrantMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateGrantRequest, com.grantor.v1.UpdateGrantResponse> getUpdateGrantMethod;
    if ((getUpdateGrantMethod = GrantServiceGrpc.getUpdateGrantMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getUpdateGrantMethod = GrantServiceGrpc.getUpdateGrantMethod) == null) {
          GrantServiceGrpc.getUpdateGrantMethod = getUpdateGrantMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateGrantRequest, com.grantor.v1.UpdateGrantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateGrant"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateGrantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateGrantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("UpdateGrant"))
              .build();
        }
      }
    }
    return getUpdateGrantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeleteGrantRequest,
      com.grantor.v1.DeleteGrantResponse> getDeleteGrantMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteGrant",
      requestType = com.grantor.v1.DeleteGrantRequest.class,
      responseType = com.grantor.v1.DeleteGrantResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeleteGrantRequest,
      com.grantor.v1.DeleteGrantResponse> getDeleteGrantMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeleteGrantRequest, com.grantor.v1.DeleteGrantResponse> getDeleteGrantMethod;
    if ((getDeleteGrantMethod = GrantServiceGrpc.getDeleteGrantMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getDeleteGrantMethod = GrantServiceGrpc.getDeleteGrantMethod) == null) {
          GrantServiceGrpc.getDeleteGrantMethod = getDeleteGrantMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeleteGrantRequest, com.grantor.v1.DeleteGrantResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteGrant"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteGrantRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteGrantResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("DeleteGrant"))
              .build();
        }
      }
    }
    return getDeleteGrantMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateGrantsRequest,
      com.grantor.v1.BatchCreateGrantsResponse> getBatchCreateGrantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchCreateGrants",
      requestType = com.grantor.v1.BatchCreateGrantsRequest.class,
      responseType = com.grantor.v1.BatchCreateGrantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateGrantsRequest,
      com.grantor.v1.BatchCreateGrantsResponse> getBatchCreateGrantsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateGrantsRequest, com.grantor.v1.BatchCreateGrantsResponse> getBatchCreateGrantsMethod;
    if ((getBatchCreateGrantsMethod = GrantServiceGrpc.getBatchCreateGrantsMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getBatchCreateGrantsMethod = GrantServiceGrpc.getBatchCreateGrantsMethod) == null) {
          GrantServiceGrpc.getBatchCreateGrantsMethod = getBatchCreateGrantsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.BatchCreateGrantsRequest, com.grantor.v1.BatchCreateGrantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchCreateGrants"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCreateGrantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCreateGrantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("BatchCreateGrants"))
              .build();
        }
      }
    }
    return getBatchCreateGrantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.BatchDeleteGrantsRequest,
      com.grantor.v1.BatchDeleteGrantsResponse> getBatchDeleteGrantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchDeleteGrants",
      requestType = com.grantor.v1.BatchDeleteGrantsRequest.class,
      responseType = com.grantor.v1.BatchDeleteGrantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.BatchDeleteGrantsRequest,
      com.grantor.v1.BatchDeleteGrantsResponse> getBatchDeleteGrantsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.BatchDeleteGrantsRequest, com.grantor.v1.BatchDeleteGrantsResponse> getBatchDeleteGrantsMethod;
    if ((getBatchDeleteGrantsMethod = GrantServiceGrpc.getBatchDeleteGrantsMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getBatchDeleteGrantsMethod = GrantServiceGrpc.getBatchDeleteGrantsMethod) == null) {
          GrantServiceGrpc.getBatchDeleteGrantsMethod = getBatchDeleteGrantsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.BatchDeleteGrantsRequest, com.grantor.v1.BatchDeleteGrantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchDeleteGrants"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchDeleteGrantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchDeleteGrantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("BatchDeleteGrants"))
              .build();
        }
      }
    }
    return getBatchDeleteGrantsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListExpiringGrantsRequest,
      com.grantor.v1.ListExpiringGrantsResponse> getListExpiringGrantsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListExpiringGrants",
      requestType = com.grantor.v1.ListExpiringGrantsRequest.class,
      responseType = com.grantor.v1.ListExpiringGrantsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListExpiringGrantsRequest,
      com.grantor.v1.ListExpiringGrantsResponse> getListExpiringGrantsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListExpiringGrantsRequest, com.grantor.v1.ListExpiringGrantsResponse> getListExpiringGrantsMethod;
    if ((getListExpiringGrantsMethod = GrantServiceGrpc.getListExpiringGrantsMethod) == null) {
      synchronized (GrantServiceGrpc.class) {
        if ((getListExpiringGrantsMethod = GrantServiceGrpc.getListExpiringGrantsMethod) == null) {
          GrantServiceGrpc.getListExpiringGrantsMethod = getListExpiringGrantsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListExpiringGrantsRequest, com.grantor.v1.ListExpiringGrantsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListExpiringGrants"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListExpiringGrantsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListExpiringGrantsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GrantServiceMethodDescriptorSupplier("ListExpiringGrants"))
              .build();
        }
      }
    }
    return getListExpiringGrantsMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static GrantServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GrantServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GrantServiceStub>() {
        @java.lang.Override
        public GrantServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GrantServiceStub(channel, callOptions);
        }
      };
    return GrantServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static GrantServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GrantServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GrantServiceBlockingV2Stub>() {
        @java.lang.Override
        public GrantServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GrantServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return GrantServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static GrantServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GrantServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GrantServiceBlockingStub>() {
        @java.lang.Override
        public GrantServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GrantServiceBlockingStub(channel, callOptions);
        }
      };
    return GrantServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static GrantServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GrantServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GrantServiceFutureStub>() {
        @java.lang.Override
        public GrantServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GrantServiceFutureStub(channel, callOptions);
        }
      };
    return GrantServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
   * time.
   * Who gives a right must hold it on every product that the grant can cover, now and later, for at
   * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
   * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
   * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Gives rights.
     * INVALID_ARGUMENT: RIGHT_UNKNOWN, RIGHTS_DO_NOT_APPLY, ALL_PRODUCTS_NOT_ACKNOWLEDGED.
     * FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper roles,
     * PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    default void createGrant(com.grantor.v1.CreateGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateGrantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateGrantMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one grant. Users may read those of their own and of their teams.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    default void getGrant(com.grantor.v1.GetGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetGrantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetGrantMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists grants of an organization, also those that have not started or have expired. Users may
     * list their own by naming themselves as `subject`; an owner of types sees those on its types.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    default void listGrants(com.grantor.v1.ListGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListGrantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListGrantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes scope, rights, times or note of a grant. It is checked on what it adds.
     * Errors as of CreateGrant, but for ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    default void updateGrant(com.grantor.v1.UpdateGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateGrantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateGrantMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes a grant away. FAILED_PRECONDITION: EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    default void deleteGrant(com.grantor.v1.DeleteGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteGrantResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteGrantMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes up to 1000 grants in one change: all of them or none. Errors as of CreateGrant; the
     * field path names the item.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    default void batchCreateGrants(com.grantor.v1.BatchCreateGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateGrantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchCreateGrantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes up to 1000 grants away in one change: all of them or none. Errors as of DeleteGrant.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    default void batchDeleteGrants(com.grantor.v1.BatchDeleteGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchDeleteGrantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchDeleteGrantsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the grants that end in a span of time, soonest first. Those of a partnership are its
     * mandate, and listed to acting users who hold `manage_partners`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listExpiringGrants(com.grantor.v1.ListExpiringGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListExpiringGrantsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListExpiringGrantsMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service GrantService.
   * <pre>
   * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
   * time.
   * Who gives a right must hold it on every product that the grant can cover, now and later, for at
   * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
   * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
   * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
   * </pre>
   */
  public static abstract class GrantServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return GrantServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service GrantService.
   * <pre>
   * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
   * time.
   * Who gives a right must hold it on every product that the grant can cover, now and later, for at
   * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
   * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
   * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
   * </pre>
   */
  public static final class GrantServiceStub
      extends io.grpc.stub.AbstractAsyncStub<GrantServiceStub> {
    private GrantServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GrantServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GrantServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Gives rights.
     * INVALID_ARGUMENT: RIGHT_UNKNOWN, RIGHTS_DO_NOT_APPLY, ALL_PRODUCTS_NOT_ACKNOWLEDGED.
     * FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper roles,
     * PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public void createGrant(com.grantor.v1.CreateGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateGrantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateGrantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one grant. Users may read those of their own and of their teams.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public void getGrant(com.grantor.v1.GetGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetGrantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetGrantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists grants of an organization, also those that have not started or have expired. Users may
     * list their own by naming themselves as `subject`; an owner of types sees those on its types.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public void listGrants(com.grantor.v1.ListGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListGrantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListGrantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes scope, rights, times or note of a grant. It is checked on what it adds.
     * Errors as of CreateGrant, but for ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public void updateGrant(com.grantor.v1.UpdateGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateGrantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateGrantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes a grant away. FAILED_PRECONDITION: EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public void deleteGrant(com.grantor.v1.DeleteGrantRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteGrantResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteGrantMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes up to 1000 grants in one change: all of them or none. Errors as of CreateGrant; the
     * field path names the item.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public void batchCreateGrants(com.grantor.v1.BatchCreateGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateGrantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchCreateGrantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes up to 1000 grants away in one change: all of them or none. Errors as of DeleteGrant.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public void batchDeleteGrants(com.grantor.v1.BatchDeleteGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchDeleteGrantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchDeleteGrantsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the grants that end in a span of time, soonest first. Those of a partnership are its
     * mandate, and listed to acting users who hold `manage_partners`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listExpiringGrants(com.grantor.v1.ListExpiringGrantsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListExpiringGrantsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListExpiringGrantsMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service GrantService.
   * <pre>
   * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
   * time.
   * Who gives a right must hold it on every product that the grant can cover, now and later, for at
   * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
   * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
   * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
   * </pre>
   */
  public static final class GrantServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<GrantServiceBlockingV2Stub> {
    private GrantServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GrantServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GrantServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Gives rights.
     * INVALID_ARGUMENT: RIGHT_UNKNOWN, RIGHTS_DO_NOT_APPLY, ALL_PRODUCTS_NOT_ACKNOWLEDGED.
     * FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper roles,
     * PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.CreateGrantResponse createGrant(com.grantor.v1.CreateGrantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one grant. Users may read those of their own and of their teams.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.GetGrantResponse getGrant(com.grantor.v1.GetGrantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists grants of an organization, also those that have not started or have expired. Users may
     * list their own by naming themselves as `subject`; an owner of types sees those on its types.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.ListGrantsResponse listGrants(com.grantor.v1.ListGrantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes scope, rights, times or note of a grant. It is checked on what it adds.
     * Errors as of CreateGrant, but for ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.UpdateGrantResponse updateGrant(com.grantor.v1.UpdateGrantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a grant away. FAILED_PRECONDITION: EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.DeleteGrantResponse deleteGrant(com.grantor.v1.DeleteGrantRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes up to 1000 grants in one change: all of them or none. Errors as of CreateGrant; the
     * field path names the item.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.BatchCreateGrantsResponse batchCreateGrants(com.grantor.v1.BatchCreateGrantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchCreateGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes up to 1000 grants away in one change: all of them or none. Errors as of DeleteGrant.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.BatchDeleteGrantsResponse batchDeleteGrants(com.grantor.v1.BatchDeleteGrantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchDeleteGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the grants that end in a span of time, soonest first. Those of a partnership are its
     * mandate, and listed to acting users who hold `manage_partners`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListExpiringGrantsResponse listExpiringGrants(com.grantor.v1.ListExpiringGrantsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListExpiringGrantsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service GrantService.
   * <pre>
   * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
   * time.
   * Who gives a right must hold it on every product that the grant can cover, now and later, for at
   * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
   * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
   * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
   * </pre>
   */
  public static final class GrantServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<GrantServiceBlockingStub> {
    private GrantServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GrantServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GrantServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Gives rights.
     * INVALID_ARGUMENT: RIGHT_UNKNOWN, RIGHTS_DO_NOT_APPLY, ALL_PRODUCTS_NOT_ACKNOWLEDGED.
     * FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper roles,
     * PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.CreateGrantResponse createGrant(com.grantor.v1.CreateGrantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one grant. Users may read those of their own and of their teams.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.GetGrantResponse getGrant(com.grantor.v1.GetGrantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists grants of an organization, also those that have not started or have expired. Users may
     * list their own by naming themselves as `subject`; an owner of types sees those on its types.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.ListGrantsResponse listGrants(com.grantor.v1.ListGrantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes scope, rights, times or note of a grant. It is checked on what it adds.
     * Errors as of CreateGrant, but for ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.UpdateGrantResponse updateGrant(com.grantor.v1.UpdateGrantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a grant away. FAILED_PRECONDITION: EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.DeleteGrantResponse deleteGrant(com.grantor.v1.DeleteGrantRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteGrantMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes up to 1000 grants in one change: all of them or none. Errors as of CreateGrant; the
     * field path names the item.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.BatchCreateGrantsResponse batchCreateGrants(com.grantor.v1.BatchCreateGrantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchCreateGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes up to 1000 grants away in one change: all of them or none. Errors as of DeleteGrant.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.BatchDeleteGrantsResponse batchDeleteGrants(com.grantor.v1.BatchDeleteGrantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchDeleteGrantsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the grants that end in a span of time, soonest first. Those of a partnership are its
     * mandate, and listed to acting users who hold `manage_partners`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListExpiringGrantsResponse listExpiringGrants(com.grantor.v1.ListExpiringGrantsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListExpiringGrantsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service GrantService.
   * <pre>
   * Grants. A grant gives a member or a team rights on a scope of products, from a time, until a
   * time.
   * Who gives a right must hold it on every product that the grant can cover, now and later, for at
   * least as long (GIVES_MORE_THAN_HELD), and nobody gives to themselves (RAISES_SELF). Taking away
   * or shortening needs `manage_users` alone. Grants on externally managed types are written only by
   * the service account that owns the type (EXTERNALLY_MANAGED), for members of any role.
   * </pre>
   */
  public static final class GrantServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<GrantServiceFutureStub> {
    private GrantServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GrantServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GrantServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Gives rights.
     * INVALID_ARGUMENT: RIGHT_UNKNOWN, RIGHTS_DO_NOT_APPLY, ALL_PRODUCTS_NOT_ACKNOWLEDGED.
     * FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper roles,
     * PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateGrantResponse> createGrant(
        com.grantor.v1.CreateGrantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateGrantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one grant. Users may read those of their own and of their teams.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetGrantResponse> getGrant(
        com.grantor.v1.GetGrantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetGrantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists grants of an organization, also those that have not started or have expired. Users may
     * list their own by naming themselves as `subject`; an owner of types sees those on its types.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read` or `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListGrantsResponse> listGrants(
        com.grantor.v1.ListGrantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListGrantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes scope, rights, times or note of a grant. It is checked on what it adds.
     * Errors as of CreateGrant, but for ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateGrantResponse> updateGrant(
        com.grantor.v1.UpdateGrantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateGrantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes a grant away. FAILED_PRECONDITION: EXTERNALLY_MANAGED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeleteGrantResponse> deleteGrant(
        com.grantor.v1.DeleteGrantRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteGrantMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes up to 1000 grants in one change: all of them or none. Errors as of CreateGrant; the
     * field path names the item.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.BatchCreateGrantsResponse> batchCreateGrants(
        com.grantor.v1.BatchCreateGrantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchCreateGrantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes up to 1000 grants away in one change: all of them or none. Errors as of DeleteGrant.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.BatchDeleteGrantsResponse> batchDeleteGrants(
        com.grantor.v1.BatchDeleteGrantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchDeleteGrantsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the grants that end in a span of time, soonest first. Those of a partnership are its
     * mandate, and listed to acting users who hold `manage_partners`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListExpiringGrantsResponse> listExpiringGrants(
        com.grantor.v1.ListExpiringGrantsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListExpiringGrantsMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_GRANT = 0;
  private static final int METHODID_GET_GRANT = 1;
  private static final int METHODID_LIST_GRANTS = 2;
  private static final int METHODID_UPDATE_GRANT = 3;
  private static final int METHODID_DELETE_GRANT = 4;
  private static final int METHODID_BATCH_CREATE_GRANTS = 5;
  private static final int METHODID_BATCH_DELETE_GRANTS = 6;
  private static final int METHODID_LIST_EXPIRING_GRANTS = 7;

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
        case METHODID_CREATE_GRANT:
          serviceImpl.createGrant((com.grantor.v1.CreateGrantRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateGrantResponse>) responseObserver);
          break;
        case METHODID_GET_GRANT:
          serviceImpl.getGrant((com.grantor.v1.GetGrantRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetGrantResponse>) responseObserver);
          break;
        case METHODID_LIST_GRANTS:
          serviceImpl.listGrants((com.grantor.v1.ListGrantsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListGrantsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_GRANT:
          serviceImpl.updateGrant((com.grantor.v1.UpdateGrantRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateGrantResponse>) responseObserver);
          break;
        case METHODID_DELETE_GRANT:
          serviceImpl.deleteGrant((com.grantor.v1.DeleteGrantRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeleteGrantResponse>) responseObserver);
          break;
        case METHODID_BATCH_CREATE_GRANTS:
          serviceImpl.batchCreateGrants((com.grantor.v1.BatchCreateGrantsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateGrantsResponse>) responseObserver);
          break;
        case METHODID_BATCH_DELETE_GRANTS:
          serviceImpl.batchDeleteGrants((com.grantor.v1.BatchDeleteGrantsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.BatchDeleteGrantsResponse>) responseObserver);
          break;
        case METHODID_LIST_EXPIRING_GRANTS:
          serviceImpl.listExpiringGrants((com.grantor.v1.ListExpiringGrantsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListExpiringGrantsResponse>) responseObserver);
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
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getCreateGrantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateGrantRequest,
              com.grantor.v1.CreateGrantResponse>(
                service, METHODID_CREATE_GRANT)))
        .addMethod(
          getGetGrantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetGrantRequest,
              com.grantor.v1.GetGrantResponse>(
                service, METHODID_GET_GRANT)))
        .addMethod(
          getListGrantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListGrantsRequest,
              com.grantor.v1.ListGrantsResponse>(
                service, METHODID_LIST_GRANTS)))
        .addMethod(
          getUpdateGrantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateGrantRequest,
              com.grantor.v1.UpdateGrantResponse>(
                service, METHODID_UPDATE_GRANT)))
        .addMethod(
          getDeleteGrantMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeleteGrantRequest,
              com.grantor.v1.DeleteGrantResponse>(
                service, METHODID_DELETE_GRANT)))
        .addMethod(
          getBatchCreateGrantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.BatchCreateGrantsRequest,
              com.grantor.v1.BatchCreateGrantsResponse>(
                service, METHODID_BATCH_CREATE_GRANTS)))
        .addMethod(
          getBatchDeleteGrantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.BatchDeleteGrantsRequest,
              com.grantor.v1.BatchDeleteGrantsResponse>(
                service, METHODID_BATCH_DELETE_GRANTS)))
        .addMethod(
          getListExpiringGrantsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListExpiringGrantsRequest,
              com.grantor.v1.ListExpiringGrantsResponse>(
                service, METHODID_LIST_EXPIRING_GRANTS)))
        .build();
  }

  private static abstract class GrantServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    GrantServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.GrantProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("GrantService");
    }
  }

  private static final class GrantServiceFileDescriptorSupplier
      extends GrantServiceBaseDescriptorSupplier {
    GrantServiceFileDescriptorSupplier() {}
  }

  private static final class GrantServiceMethodDescriptorSupplier
      extends GrantServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    GrantServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (GrantServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new GrantServiceFileDescriptorSupplier())
              .addMethod(getCreateGrantMethod())
              .addMethod(getGetGrantMethod())
              .addMethod(getListGrantsMethod())
              .addMethod(getUpdateGrantMethod())
              .addMethod(getDeleteGrantMethod())
              .addMethod(getBatchCreateGrantsMethod())
              .addMethod(getBatchDeleteGrantsMethod())
              .addMethod(getListExpiringGrantsMethod())
              .build();
        }
      }
    }
    return result;
  }
}
