package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The catalog: which types of products there are, and which rights each type has. It is the same
 * for the whole platform.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class CatalogServiceGrpc {

  private CatalogServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.CatalogService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetProductTypeRequest,
      com.grantor.v1.GetProductTypeResponse> getGetProductTypeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetProductType",
      requestType = com.grantor.v1.GetProductTypeRequest.class,
      responseType = com.grantor.v1.GetProductTypeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetProductTypeRequest,
      com.grantor.v1.GetProductTypeResponse> getGetProductTypeMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetProductTypeRequest, com.grantor.v1.GetProductTypeResponse> getGetProductTypeMethod;
    if ((getGetProductTypeMethod = CatalogServiceGrpc.getGetProductTypeMethod) == null) {
      synchronized (CatalogServiceGrpc.class) {
        if ((getGetProductTypeMethod = CatalogServiceGrpc.getGetProductTypeMethod) == null) {
          CatalogServiceGrpc.getGetProductTypeMethod = getGetProductTypeMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetProductTypeRequest, com.grantor.v1.GetProductTypeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetProductType"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetProductTypeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetProductTypeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CatalogServiceMethodDescriptorSupplier("GetProductType"))
              .build();
        }
      }
    }
    return getGetProductTypeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListProductTypesRequest,
      com.grantor.v1.ListProductTypesResponse> getListProductTypesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListProductTypes",
      requestType = com.grantor.v1.ListProductTypesRequest.class,
      responseType = com.grantor.v1.ListProductTypesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListProductTypesRequest,
      com.grantor.v1.ListProductTypesResponse> getListProductTypesMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListProductTypesRequest, com.grantor.v1.ListProductTypesResponse> getListProductTypesMethod;
    if ((getListProductTypesMethod = CatalogServiceGrpc.getListProductTypesMethod) == null) {
      synchronized (CatalogServiceGrpc.class) {
        if ((getListProductTypesMethod = CatalogServiceGrpc.getListProductTypesMethod) == null) {
          CatalogServiceGrpc.getListProductTypesMethod = getListProductTypesMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListProductTypesRequest, com.grantor.v1.ListProductTypesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListProductTypes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListProductTypesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListProductTypesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CatalogServiceMethodDescriptorSupplier("ListProductTypes"))
              .build();
        }
      }
    }
    return getListProductTypesMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ApplyCatalogRequest,
      com.grantor.v1.ApplyCatalogResponse> getApplyCatalogMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ApplyCatalog",
      requestType = com.grantor.v1.ApplyCatalogRequest.class,
      responseType = com.grantor.v1.ApplyCatalogResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ApplyCatalogRequest,
      com.grantor.v1.ApplyCatalogResponse> getApplyCatalogMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ApplyCatalogRequest, com.grantor.v1.ApplyCatalogResponse> getApplyCatalogMethod;
    if ((getApplyCatalogMethod = CatalogServiceGrpc.getApplyCatalogMethod) == null) {
      synchronized (CatalogServiceGrpc.class) {
        if ((getApplyCatalogMethod = CatalogServiceGrpc.getApplyCatalogMethod) == null) {
          CatalogServiceGrpc.getApplyCatalogMethod = getApplyCatalogMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ApplyCatalogRequest, com.grantor.v1.ApplyCatalogResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ApplyCatalog"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ApplyCatalogRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ApplyCatalogResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CatalogServiceMethodDescriptorSupplier("ApplyCatalog"))
              .build();
        }
      }
    }
    return getApplyCatalogMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RetireProductTypeRequest,
      com.grantor.v1.RetireProductTypeResponse> getRetireProductTypeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RetireProductType",
      requestType = com.grantor.v1.RetireProductTypeRequest.class,
      responseType = com.grantor.v1.RetireProductTypeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RetireProductTypeRequest,
      com.grantor.v1.RetireProductTypeResponse> getRetireProductTypeMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RetireProductTypeRequest, com.grantor.v1.RetireProductTypeResponse> getRetireProductTypeMethod;
    if ((getRetireProductTypeMethod = CatalogServiceGrpc.getRetireProductTypeMethod) == null) {
      synchronized (CatalogServiceGrpc.class) {
        if ((getRetireProductTypeMethod = CatalogServiceGrpc.getRetireProductTypeMethod) == null) {
          CatalogServiceGrpc.getRetireProductTypeMethod = getRetireProductTypeMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RetireProductTypeRequest, com.grantor.v1.RetireProductTypeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RetireProductType"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RetireProductTypeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RetireProductTypeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CatalogServiceMethodDescriptorSupplier("RetireProductType"))
              .build();
        }
      }
    }
    return getRetireProductTypeMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static CatalogServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CatalogServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CatalogServiceStub>() {
        @java.lang.Override
        public CatalogServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CatalogServiceStub(channel, callOptions);
        }
      };
    return CatalogServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static CatalogServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CatalogServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CatalogServiceBlockingV2Stub>() {
        @java.lang.Override
        public CatalogServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CatalogServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return CatalogServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static CatalogServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CatalogServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CatalogServiceBlockingStub>() {
        @java.lang.Override
        public CatalogServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CatalogServiceBlockingStub(channel, callOptions);
        }
      };
    return CatalogServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static CatalogServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CatalogServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CatalogServiceFutureStub>() {
        @java.lang.Override
        public CatalogServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CatalogServiceFutureStub(channel, callOptions);
        }
      };
    return CatalogServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The catalog: which types of products there are, and which rights each type has. It is the same
   * for the whole platform.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Answers one product type.
     * May be called by every authenticated caller.
     * </pre>
     */
    default void getProductType(com.grantor.v1.GetProductTypeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetProductTypeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetProductTypeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the product types.
     * May be called by every authenticated caller.
     * </pre>
     */
    default void listProductTypes(com.grantor.v1.ListProductTypesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListProductTypesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListProductTypesMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes the named types be exactly as declared, all of them in one change: a type that is new
     * is made, a right that the declaration leaves out is removed for good. Types that the request
     * does not name stay as they are.
     * Preview it with `validate_only`. A change that gives rights to anybody (a new implication,
     * another kind) needs `allow_gain`, one that takes any needs `allow_loss`; otherwise
     * FAILED_PRECONDITION (CATALOG_GIVES_RIGHTS, CATALOG_TAKES_RIGHTS). No grant is rewritten.
     * May be called by operators.
     * </pre>
     */
    default void applyCatalog(com.grantor.v1.ApplyCatalogRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ApplyCatalogResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getApplyCatalogMethod(), responseObserver);
    }

    /**
     * <pre>
     * Retires a type: no new products of it and no new grants on it. What is there goes on until it
     * is deleted. It can't be undone. One that is retired already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    default void retireProductType(com.grantor.v1.RetireProductTypeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RetireProductTypeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRetireProductTypeMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service CatalogService.
   * <pre>
   * The catalog: which types of products there are, and which rights each type has. It is the same
   * for the whole platform.
   * </pre>
   */
  public static abstract class CatalogServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return CatalogServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service CatalogService.
   * <pre>
   * The catalog: which types of products there are, and which rights each type has. It is the same
   * for the whole platform.
   * </pre>
   */
  public static final class CatalogServiceStub
      extends io.grpc.stub.AbstractAsyncStub<CatalogServiceStub> {
    private CatalogServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CatalogServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CatalogServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one product type.
     * May be called by every authenticated caller.
     * </pre>
     */
    public void getProductType(com.grantor.v1.GetProductTypeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetProductTypeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetProductTypeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the product types.
     * May be called by every authenticated caller.
     * </pre>
     */
    public void listProductTypes(com.grantor.v1.ListProductTypesRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListProductTypesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListProductTypesMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes the named types be exactly as declared, all of them in one change: a type that is new
     * is made, a right that the declaration leaves out is removed for good. Types that the request
     * does not name stay as they are.
     * Preview it with `validate_only`. A change that gives rights to anybody (a new implication,
     * another kind) needs `allow_gain`, one that takes any needs `allow_loss`; otherwise
     * FAILED_PRECONDITION (CATALOG_GIVES_RIGHTS, CATALOG_TAKES_RIGHTS). No grant is rewritten.
     * May be called by operators.
     * </pre>
     */
    public void applyCatalog(com.grantor.v1.ApplyCatalogRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ApplyCatalogResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getApplyCatalogMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Retires a type: no new products of it and no new grants on it. What is there goes on until it
     * is deleted. It can't be undone. One that is retired already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public void retireProductType(com.grantor.v1.RetireProductTypeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RetireProductTypeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRetireProductTypeMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service CatalogService.
   * <pre>
   * The catalog: which types of products there are, and which rights each type has. It is the same
   * for the whole platform.
   * </pre>
   */
  public static final class CatalogServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<CatalogServiceBlockingV2Stub> {
    private CatalogServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CatalogServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CatalogServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one product type.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.GetProductTypeResponse getProductType(com.grantor.v1.GetProductTypeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetProductTypeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the product types.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.ListProductTypesResponse listProductTypes(com.grantor.v1.ListProductTypesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListProductTypesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes the named types be exactly as declared, all of them in one change: a type that is new
     * is made, a right that the declaration leaves out is removed for good. Types that the request
     * does not name stay as they are.
     * Preview it with `validate_only`. A change that gives rights to anybody (a new implication,
     * another kind) needs `allow_gain`, one that takes any needs `allow_loss`; otherwise
     * FAILED_PRECONDITION (CATALOG_GIVES_RIGHTS, CATALOG_TAKES_RIGHTS). No grant is rewritten.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ApplyCatalogResponse applyCatalog(com.grantor.v1.ApplyCatalogRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getApplyCatalogMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Retires a type: no new products of it and no new grants on it. What is there goes on until it
     * is deleted. It can't be undone. One that is retired already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.RetireProductTypeResponse retireProductType(com.grantor.v1.RetireProductTypeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRetireProductTypeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service CatalogService.
   * <pre>
   * The catalog: which types of products there are, and which rights each type has. It is the same
   * for the whole platform.
   * </pre>
   */
  public static final class CatalogServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<CatalogServiceBlockingStub> {
    private CatalogServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CatalogServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CatalogServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one product type.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.GetProductTypeResponse getProductType(com.grantor.v1.GetProductTypeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetProductTypeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the product types.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.ListProductTypesResponse listProductTypes(com.grantor.v1.ListProductTypesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListProductTypesMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes the named types be exactly as declared, all of them in one change: a type that is new
     * is made, a right that the declaration leaves out is removed for good. Types that the request
     * does not name stay as they are.
     * Preview it with `validate_only`. A change that gives rights to anybody (a new implication,
     * another kind) needs `allow_gain`, one that takes any needs `allow_loss`; otherwise
     * FAILED_PRECONDITION (CATALOG_GIVES_RIGHTS, CATALOG_TAKES_RIGHTS). No grant is rewritten.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ApplyCatalogResponse applyCatalog(com.grantor.v1.ApplyCatalogRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getApplyCatalogMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Retires a type: no new products of it and no new grants on it. What is there goes on until it
     * is deleted. It can't be undone. One that is retired already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.RetireProductTypeResponse retireProductType(com.grantor.v1.RetireProductTypeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRetireProductTypeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service CatalogService.
   * <pre>
   * The catalog: which types of products there are, and which rights each type has. It is the same
   * for the whole platform.
   * </pre>
   */
  public static final class CatalogServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<CatalogServiceFutureStub> {
    private CatalogServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CatalogServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CatalogServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one product type.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetProductTypeResponse> getProductType(
        com.grantor.v1.GetProductTypeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetProductTypeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the product types.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListProductTypesResponse> listProductTypes(
        com.grantor.v1.ListProductTypesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListProductTypesMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes the named types be exactly as declared, all of them in one change: a type that is new
     * is made, a right that the declaration leaves out is removed for good. Types that the request
     * does not name stay as they are.
     * Preview it with `validate_only`. A change that gives rights to anybody (a new implication,
     * another kind) needs `allow_gain`, one that takes any needs `allow_loss`; otherwise
     * FAILED_PRECONDITION (CATALOG_GIVES_RIGHTS, CATALOG_TAKES_RIGHTS). No grant is rewritten.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ApplyCatalogResponse> applyCatalog(
        com.grantor.v1.ApplyCatalogRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getApplyCatalogMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Retires a type: no new products of it and no new grants on it. What is there goes on until it
     * is deleted. It can't be undone. One that is retired already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RetireProductTypeResponse> retireProductType(
        com.grantor.v1.RetireProductTypeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRetireProductTypeMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_PRODUCT_TYPE = 0;
  private static final int METHODID_LIST_PRODUCT_TYPES = 1;
  private static final int METHODID_APPLY_CATALOG = 2;
  private static final int METHODID_RETIRE_PRODUCT_TYPE = 3;

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
        case METHODID_GET_PRODUCT_TYPE:
          serviceImpl.getProductType((com.grantor.v1.GetProductTypeRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetProductTypeResponse>) responseObserver);
          break;
        case METHODID_LIST_PRODUCT_TYPES:
          serviceImpl.listProductTypes((com.grantor.v1.ListProductTypesRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListProductTypesResponse>) responseObserver);
          break;
        case METHODID_APPLY_CATALOG:
          serviceImpl.applyCatalog((com.grantor.v1.ApplyCatalogRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ApplyCatalogResponse>) responseObserver);
          break;
        case METHODID_RETIRE_PRODUCT_TYPE:
          serviceImpl.retireProductType((com.grantor.v1.RetireProductTypeRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RetireProductTypeResponse>) responseObserver);
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
          getGetProductTypeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetProductTypeRequest,
              com.grantor.v1.GetProductTypeResponse>(
                service, METHODID_GET_PRODUCT_TYPE)))
        .addMethod(
          getListProductTypesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListProductTypesRequest,
              com.grantor.v1.ListProductTypesResponse>(
                service, METHODID_LIST_PRODUCT_TYPES)))
        .addMethod(
          getApplyCatalogMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ApplyCatalogRequest,
              com.grantor.v1.ApplyCatalogResponse>(
                service, METHODID_APPLY_CATALOG)))
        .addMethod(
          getRetireProductTypeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RetireProductTypeRequest,
              com.grantor.v1.RetireProductTypeResponse>(
                service, METHODID_RETIRE_PRODUCT_TYPE)))
        .build();
  }

  private static abstract class CatalogServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    CatalogServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.CatalogProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("CatalogService");
    }
  }

  private static final class CatalogServiceFileDescriptorSupplier
      extends CatalogServiceBaseDescriptorSupplier {
    CatalogServiceFileDescriptorSupplier() {}
  }

  private static final class CatalogServiceMethodDescriptorSupplier
      extends CatalogServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    CatalogServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (CatalogServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new CatalogServiceFileDescriptorSupplier())
              .addMethod(getGetProductTypeMethod())
              .addMethod(getListProductTypesMethod())
              .addMethod(getApplyCatalogMethod())
              .addMethod(getRetireProductTypeMethod())
              .build();
        }
      }
    }
    return result;
  }
}
