package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
 * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
 * and service accounts under "platform"; these two are read by operators and by service accounts
 * with the scope for all organizations.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class AuditServiceGrpc {

  private AuditServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.AuditService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListChangesRequest,
      com.grantor.v1.ListChangesResponse> getListChangesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListChanges",
      requestType = com.grantor.v1.ListChangesRequest.class,
      responseType = com.grantor.v1.ListChangesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListChangesRequest,
      com.grantor.v1.ListChangesResponse> getListChangesMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListChangesRequest, com.grantor.v1.ListChangesResponse> getListChangesMethod;
    if ((getListChangesMethod = AuditServiceGrpc.getListChangesMethod) == null) {
      synchronized (AuditServiceGrpc.class) {
        if ((getListChangesMethod = AuditServiceGrpc.getListChangesMethod) == null) {
          AuditServiceGrpc.getListChangesMethod = getListChangesMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListChangesRequest, com.grantor.v1.ListChangesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListChanges"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListChangesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListChangesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AuditServiceMethodDescriptorSupplier("ListChanges"))
              .build();
        }
      }
    }
    return getListChangesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetChangeRequest,
      com.grantor.v1.GetChangeResponse> getGetChangeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetChange",
      requestType = com.grantor.v1.GetChangeRequest.class,
      responseType = com.grantor.v1.GetChangeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetChangeRequest,
      com.grantor.v1.GetChangeResponse> getGetChangeMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetChangeRequest, com.grantor.v1.GetChangeResponse> getGetChangeMethod;
    if ((getGetChangeMethod = AuditServiceGrpc.getGetChangeMethod) == null) {
      synchronized (AuditServiceGrpc.class) {
        if ((getGetChangeMethod = AuditServiceGrpc.getGetChangeMethod) == null) {
          AuditServiceGrpc.getGetChangeMethod = getGetChangeMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetChangeRequest, com.grantor.v1.GetChangeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetChange"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetChangeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetChangeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AuditServiceMethodDescriptorSupplier("GetChange"))
              .build();
        }
      }
    }
    return getGetChangeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListResourceChangesRequest,
      com.grantor.v1.ListResourceChangesResponse> getListResourceChangesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListResourceChanges",
      requestType = com.grantor.v1.ListResourceChangesRequest.class,
      responseType = com.grantor.v1.ListResourceChangesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListResourceChangesRequest,
      com.grantor.v1.ListResourceChangesResponse> getListResourceChangesMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListResourceChangesRequest, com.grantor.v1.ListResourceChangesResponse> getListResourceChangesMethod;
    if ((getListResourceChangesMethod = AuditServiceGrpc.getListResourceChangesMethod) == null) {
      synchronized (AuditServiceGrpc.class) {
        if ((getListResourceChangesMethod = AuditServiceGrpc.getListResourceChangesMethod) == null) {
          AuditServiceGrpc.getListResourceChangesMethod = getListResourceChangesMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListResourceChangesRequest, com.grantor.v1.ListResourceChangesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListResourceChanges"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListResourceChangesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListResourceChangesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new AuditServiceMethodDescriptorSupplier("ListResourceChanges"))
              .build();
        }
      }
    }
    return getListResourceChangesMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static AuditServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AuditServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AuditServiceStub>() {
        @java.lang.Override
        public AuditServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AuditServiceStub(channel, callOptions);
        }
      };
    return AuditServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static AuditServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AuditServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AuditServiceBlockingV2Stub>() {
        @java.lang.Override
        public AuditServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AuditServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return AuditServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static AuditServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AuditServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AuditServiceBlockingStub>() {
        @java.lang.Override
        public AuditServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AuditServiceBlockingStub(channel, callOptions);
        }
      };
    return AuditServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static AuditServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<AuditServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<AuditServiceFutureStub>() {
        @java.lang.Override
        public AuditServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new AuditServiceFutureStub(channel, callOptions);
        }
      };
    return AuditServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
   * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
   * and service accounts under "platform"; these two are read by operators and by service accounts
   * with the scope for all organizations.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Lists changes, newest first.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    default void listChanges(com.grantor.v1.ListChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListChangesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListChangesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one change: of what it did as much as fits 1 MiB.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    default void getChange(com.grantor.v1.GetChangeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetChangeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetChangeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists all that one change did, in its order: for changes which did more than fits in a `Change`.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    default void listResourceChanges(com.grantor.v1.ListResourceChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListResourceChangesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListResourceChangesMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service AuditService.
   * <pre>
   * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
   * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
   * and service accounts under "platform"; these two are read by operators and by service accounts
   * with the scope for all organizations.
   * </pre>
   */
  public static abstract class AuditServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return AuditServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service AuditService.
   * <pre>
   * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
   * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
   * and service accounts under "platform"; these two are read by operators and by service accounts
   * with the scope for all organizations.
   * </pre>
   */
  public static final class AuditServiceStub
      extends io.grpc.stub.AbstractAsyncStub<AuditServiceStub> {
    private AuditServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AuditServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AuditServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Lists changes, newest first.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public void listChanges(com.grantor.v1.ListChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListChangesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListChangesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one change: of what it did as much as fits 1 MiB.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public void getChange(com.grantor.v1.GetChangeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetChangeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetChangeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists all that one change did, in its order: for changes which did more than fits in a `Change`.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public void listResourceChanges(com.grantor.v1.ListResourceChangesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListResourceChangesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListResourceChangesMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service AuditService.
   * <pre>
   * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
   * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
   * and service accounts under "platform"; these two are read by operators and by service accounts
   * with the scope for all organizations.
   * </pre>
   */
  public static final class AuditServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<AuditServiceBlockingV2Stub> {
    private AuditServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AuditServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AuditServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Lists changes, newest first.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.grantor.v1.ListChangesResponse listChanges(com.grantor.v1.ListChangesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListChangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one change: of what it did as much as fits 1 MiB.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.grantor.v1.GetChangeResponse getChange(com.grantor.v1.GetChangeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetChangeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all that one change did, in its order: for changes which did more than fits in a `Change`.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.grantor.v1.ListResourceChangesResponse listResourceChanges(com.grantor.v1.ListResourceChangesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListResourceChangesMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service AuditService.
   * <pre>
   * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
   * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
   * and service accounts under "platform"; these two are read by operators and by service accounts
   * with the scope for all organizations.
   * </pre>
   */
  public static final class AuditServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<AuditServiceBlockingStub> {
    private AuditServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AuditServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AuditServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Lists changes, newest first.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.grantor.v1.ListChangesResponse listChanges(com.grantor.v1.ListChangesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListChangesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one change: of what it did as much as fits 1 MiB.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.grantor.v1.GetChangeResponse getChange(com.grantor.v1.GetChangeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetChangeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all that one change did, in its order: for changes which did more than fits in a `Change`.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.grantor.v1.ListResourceChangesResponse listResourceChanges(com.grantor.v1.ListResourceChangesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListResourceChangesMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service AuditService.
   * <pre>
   * The audit. Every change of an organization is one revision, numbered 1, 2, 3 and so on without
   * gaps, and kept for ever. Changes of people are kept under "people", those of catalog, settings
   * and service accounts under "platform"; these two are read by operators and by service accounts
   * with the scope for all organizations.
   * </pre>
   */
  public static final class AuditServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<AuditServiceFutureStub> {
    private AuditServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected AuditServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new AuditServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Lists changes, newest first.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListChangesResponse> listChanges(
        com.grantor.v1.ListChangesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListChangesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one change: of what it did as much as fits 1 MiB.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetChangeResponse> getChange(
        com.grantor.v1.GetChangeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetChangeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists all that one change did, in its order: for changes which did more than fits in a `Change`.
     * May be called by acting users who hold `manage_security` on the organization; operators; and
     * service accounts with scope `read` or `watch`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListResourceChangesResponse> listResourceChanges(
        com.grantor.v1.ListResourceChangesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListResourceChangesMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_LIST_CHANGES = 0;
  private static final int METHODID_GET_CHANGE = 1;
  private static final int METHODID_LIST_RESOURCE_CHANGES = 2;

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
        case METHODID_LIST_CHANGES:
          serviceImpl.listChanges((com.grantor.v1.ListChangesRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListChangesResponse>) responseObserver);
          break;
        case METHODID_GET_CHANGE:
          serviceImpl.getChange((com.grantor.v1.GetChangeRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetChangeResponse>) responseObserver);
          break;
        case METHODID_LIST_RESOURCE_CHANGES:
          serviceImpl.listResourceChanges((com.grantor.v1.ListResourceChangesRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListResourceChangesResponse>) responseObserver);
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
          getListChangesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListChangesRequest,
              com.grantor.v1.ListChangesResponse>(
                service, METHODID_LIST_CHANGES)))
        .addMethod(
          getGetChangeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetChangeRequest,
              com.grantor.v1.GetChangeResponse>(
                service, METHODID_GET_CHANGE)))
        .addMethod(
          getListResourceChangesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListResourceChangesRequest,
              com.grantor.v1.ListResourceChangesResponse>(
                service, METHODID_LIST_RESOURCE_CHANGES)))
        .build();
  }

  private static abstract class AuditServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    AuditServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.AuditProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("AuditService");
    }
  }

  private static final class AuditServiceFileDescriptorSupplier
      extends AuditServiceBaseDescriptorSupplier {
    AuditServiceFileDescriptorSupplier() {}
  }

  private static final class AuditServiceMethodDescriptorSupplier
      extends AuditServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    AuditServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (AuditServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new AuditServiceFileDescriptorSupplier())
              .addMethod(getListChangesMethod())
              .addMethod(getGetChangeMethod())
              .addMethod(getListResourceChangesMethod())
              .build();
        }
      }
    }
    return result;
  }
}
