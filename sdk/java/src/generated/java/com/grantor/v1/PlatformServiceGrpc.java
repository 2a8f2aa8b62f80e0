package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The platform itself: settings that hold for every organization, and who operates it.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class PlatformServiceGrpc {

  private PlatformServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.PlatformService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetPlatformSettingsRequest,
      com.grantor.v1.GetPlatformSettingsResponse> getGetPlatformSettingsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetPlatformSettings",
      requestType = com.grantor.v1.GetPlatformSettingsRequest.class,
      responseType = com.grantor.v1.GetPlatformSettingsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetPlatformSettingsRequest,
      com.grantor.v1.GetPlatformSettingsResponse> getGetPlatformSettingsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetPlatformSettingsRequest, com.grantor.v1.GetPlatformSettingsResponse> getGetPlatformSettingsMethod;
    if ((getGetPlatformSettingsMethod = PlatformServiceGrpc.getGetPlatformSettingsMethod) == null) {
      synchronized (PlatformServiceGrpc.class) {
        if ((getGetPlatformSettingsMethod = PlatformServiceGrpc.getGetPlatformSettingsMethod) == null) {
          PlatformServiceGrpc.getGetPlatformSettingsMethod = getGetPlatformSettingsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetPlatformSettingsRequest, com.grantor.v1.GetPlatformSettingsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetPlatformSettings"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetPlatformSettingsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetPlatformSettingsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PlatformServiceMethodDescriptorSupplier("GetPlatformSettings"))
              .build();
        }
      }
    }
    return getGetPlatformSettingsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdatePlatformSettingsRequest,
      com.grantor.v1.UpdatePlatformSettingsResponse> getUpdatePlatformSettingsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdatePlatformSettings",
      requestType = com.grantor.v1.UpdatePlatformSettingsRequest.class,
      responseType = com.grantor.v1.UpdatePlatformSettingsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdatePlatformSettingsRequest,
      com.grantor.v1.UpdatePlatformSettingsResponse> getUpdatePlatformSettingsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdatePlatformSettingsRequest, com.grantor.v1.UpdatePlatformSettingsResponse> getUpdatePlatformSettingsMethod;
    if ((getUpdatePlatformSettingsMethod = PlatformServiceGrpc.getUpdatePlatformSettingsMethod) == null) {
      synchronized (PlatformServiceGrpc.class) {
        if ((getUpdatePlatformSettingsMethod = PlatformServiceGrpc.getUpdatePlatformSettingsMethod) == null) {
          PlatformServiceGrpc.getUpdatePlatformSettingsMethod = getUpdatePlatformSettingsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdatePlatformSettingsRequest, com.grantor.v1.UpdatePlatformSettingsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdatePlatformSettings"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdatePlatformSettingsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdatePlatformSettingsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PlatformServiceMethodDescriptorSupplier("UpdatePlatformSettings"))
              .build();
        }
      }
    }
    return getUpdatePlatformSettingsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListOperatorsRequest,
      com.grantor.v1.ListOperatorsResponse> getListOperatorsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListOperators",
      requestType = com.grantor.v1.ListOperatorsRequest.class,
      responseType = com.grantor.v1.ListOperatorsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListOperatorsRequest,
      com.grantor.v1.ListOperatorsResponse> getListOperatorsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListOperatorsRequest, com.grantor.v1.ListOperatorsResponse> getListOperatorsMethod;
    if ((getListOperatorsMethod = PlatformServiceGrpc.getListOperatorsMethod) == null) {
      synchronized (PlatformServiceGrpc.class) {
        if ((getListOperatorsMethod = PlatformServiceGrpc.getListOperatorsMethod) == null) {
          PlatformServiceGrpc.getListOperatorsMethod = getListOperatorsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListOperatorsRequest, com.grantor.v1.ListOperatorsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListOperators"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListOperatorsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListOperatorsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PlatformServiceMethodDescriptorSupplier("ListOperators"))
              .build();
        }
      }
    }
    return getListOperatorsMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static PlatformServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PlatformServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PlatformServiceStub>() {
        @java.lang.Override
        public PlatformServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PlatformServiceStub(channel, callOptions);
        }
      };
    return PlatformServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static PlatformServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PlatformServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PlatformServiceBlockingV2Stub>() {
        @java.lang.Override
        public PlatformServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PlatformServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return PlatformServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static PlatformServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PlatformServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PlatformServiceBlockingStub>() {
        @java.lang.Override
        public PlatformServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PlatformServiceBlockingStub(channel, callOptions);
        }
      };
    return PlatformServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static PlatformServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PlatformServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PlatformServiceFutureStub>() {
        @java.lang.Override
        public PlatformServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PlatformServiceFutureStub(channel, callOptions);
        }
      };
    return PlatformServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The platform itself: settings that hold for every organization, and who operates it.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Answers the platform's settings.
     * May be called by operators; and service accounts with scope `read`.
     * </pre>
     */
    default void getPlatformSettings(com.grantor.v1.GetPlatformSettingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetPlatformSettingsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetPlatformSettingsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the platform's settings. They hold for what happens from then on; existing members
     * and open invitations stay as they are.
     * May be called by operators.
     * </pre>
     */
    default void updatePlatformSettings(com.grantor.v1.UpdatePlatformSettingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdatePlatformSettingsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdatePlatformSettingsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the operators. They are named on the command line of the server, never by an RPC.
     * May be called by operators.
     * </pre>
     */
    default void listOperators(com.grantor.v1.ListOperatorsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListOperatorsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListOperatorsMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service PlatformService.
   * <pre>
   * The platform itself: settings that hold for every organization, and who operates it.
   * </pre>
   */
  public static abstract class PlatformServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return PlatformServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service PlatformService.
   * <pre>
   * The platform itself: settings that hold for every organization, and who operates it.
   * </pre>
   */
  public static final class PlatformServiceStub
      extends io.grpc.stub.AbstractAsyncStub<PlatformServiceStub> {
    private PlatformServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PlatformServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PlatformServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the platform's settings.
     * May be called by operators; and service accounts with scope `read`.
     * </pre>
     */
    public void getPlatformSettings(com.grantor.v1.GetPlatformSettingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetPlatformSettingsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetPlatformSettingsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the platform's settings. They hold for what happens from then on; existing members
     * and open invitations stay as they are.
     * May be called by operators.
     * </pre>
     */
    public void updatePlatformSettings(com.grantor.v1.UpdatePlatformSettingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdatePlatformSettingsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdatePlatformSettingsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the operators. They are named on the command line of the server, never by an RPC.
     * May be called by operators.
     * </pre>
     */
    public void listOperators(com.grantor.v1.ListOperatorsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListOperatorsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListOperatorsMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service PlatformService.
   * <pre>
   * The platform itself: settings that hold for every organization, and who operates it.
   * </pre>
   */
  public static final class PlatformServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<PlatformServiceBlockingV2Stub> {
    private PlatformServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PlatformServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PlatformServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the platform's settings.
     * May be called by operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetPlatformSettingsResponse getPlatformSettings(com.grantor.v1.GetPlatformSettingsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetPlatformSettingsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the platform's settings. They hold for what happens from then on; existing members
     * and open invitations stay as they are.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.UpdatePlatformSettingsResponse updatePlatformSettings(com.grantor.v1.UpdatePlatformSettingsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdatePlatformSettingsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the operators. They are named on the command line of the server, never by an RPC.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ListOperatorsResponse listOperators(com.grantor.v1.ListOperatorsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListOperatorsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service PlatformService.
   * <pre>
   * The platform itself: settings that hold for every organization, and who operates it.
   * </pre>
   */
  public static final class PlatformServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<PlatformServiceBlockingStub> {
    private PlatformServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PlatformServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PlatformServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the platform's settings.
     * May be called by operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetPlatformSettingsResponse getPlatformSettings(com.grantor.v1.GetPlatformSettingsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetPlatformSettingsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the platform's settings. They hold for what happens from then on; existing members
     * and open invitations stay as they are.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.UpdatePlatformSettingsResponse updatePlatformSettings(com.grantor.v1.UpdatePlatformSettingsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdatePlatformSettingsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the operators. They are named on the command line of the server, never by an RPC.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ListOperatorsResponse listOperators(com.grantor.v1.ListOperatorsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListOperatorsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service PlatformService.
   * <pre>
   * The platform itself: settings that hold for every organization, and who operates it.
   * </pre>
   */
  public static final class PlatformServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<PlatformServiceFutureStub> {
    private PlatformServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PlatformServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PlatformServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the platform's settings.
     * May be called by operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetPlatformSettingsResponse> getPlatformSettings(
        com.grantor.v1.GetPlatformSettingsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetPlatformSettingsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the platform's settings. They hold for what happens from then on; existing members
     * and open invitations stay as they are.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdatePlatformSettingsResponse> updatePlatformSettings(
        com.grantor.v1.UpdatePlatformSettingsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdatePlatformSettingsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the operators. They are named on the command line of the server, never by an RPC.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListOperatorsResponse> listOperators(
        com.grantor.v1.ListOperatorsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListOperatorsMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_PLATFORM_SETTINGS = 0;
  private static final int METHODID_UPDATE_PLATFORM_SETTINGS = 1;
  private static final int METHODID_LIST_OPERATORS = 2;

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
        case METHODID_GET_PLATFORM_SETTINGS:
          serviceImpl.getPlatformSettings((com.grantor.v1.GetPlatformSettingsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetPlatformSettingsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_PLATFORM_SETTINGS:
          serviceImpl.updatePlatformSettings((com.grantor.v1.UpdatePlatformSettingsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdatePlatformSettingsResponse>) responseObserver);
          break;
        case METHODID_LIST_OPERATORS:
          serviceImpl.listOperators((com.grantor.v1.ListOperatorsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListOperatorsResponse>) responseObserver);
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
          getGetPlatformSettingsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetPlatformSettingsRequest,
              com.grantor.v1.GetPlatformSettingsResponse>(
                service, METHODID_GET_PLATFORM_SETTINGS)))
        .addMethod(
          getUpdatePlatformSettingsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdatePlatformSettingsRequest,
              com.grantor.v1.UpdatePlatformSettingsResponse>(
                service, METHODID_UPDATE_PLATFORM_SETTINGS)))
        .addMethod(
          getListOperatorsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListOperatorsRequest,
              com.grantor.v1.ListOperatorsResponse>(
                service, METHODID_LIST_OPERATORS)))
        .build();
  }

  private static abstract class PlatformServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    PlatformServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.PlatformProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("PlatformService");
    }
  }

  private static final class PlatformServiceFileDescriptorSupplier
      extends PlatformServiceBaseDescriptorSupplier {
    PlatformServiceFileDescriptorSupplier() {}
  }

  private static final class PlatformServiceMethodDescriptorSupplier
      extends PlatformServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    PlatformServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (PlatformServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new PlatformServiceFileDescriptorSupplier())
              .addMethod(getGetPlatformSettingsMethod())
              .addMethod(getUpdatePlatformSettingsMethod())
              .addMethod(getListOperatorsMethod())
              .build();
        }
      }
    }
    return result;
  }
}
