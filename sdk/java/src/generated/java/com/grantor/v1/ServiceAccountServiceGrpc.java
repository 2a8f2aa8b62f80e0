package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Service accounts, their scopes and their keys. They are the operator's alone.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ServiceAccountServiceGrpc {

  private ServiceAccountServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.ServiceAccountService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateServiceAccountRequest,
      com.grantor.v1.CreateServiceAccountResponse> getCreateServiceAccountMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateServiceAccount",
      requestType = com.grantor.v1.CreateServiceAccountRequest.class,
      responseType = com.grantor.v1.CreateServiceAccountResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateServiceAccountRequest,
      com.grantor.v1.CreateServiceAccountResponse> getCreateServiceAccountMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateServiceAccountRequest, com.grantor.v1.CreateServiceAccountResponse> getCreateServiceAccountMethod;
    if ((getCreateServiceAccountMethod = ServiceAccountServiceGrpc.getCreateServiceAccountMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getCreateServiceAccountMethod = ServiceAccountServiceGrpc.getCreateServiceAccountMethod) == null) {
          ServiceAccountServiceGrpc.getCreateServiceAccountMethod = getCreateServiceAccountMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateServiceAccountRequest, com.grantor.v1.CreateServiceAccountResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateServiceAccount"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateServiceAccountRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateServiceAccountResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("CreateServiceAccount"))
              .build();
        }
      }
    }
    return getCreateServiceAccountMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetServiceAccountRequest,
      com.grantor.v1.GetServiceAccountResponse> getGetServiceAccountMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetServiceAccount",
      requestType = com.grantor.v1.GetServiceAccountRequest.class,
      responseType = com.grantor.v1.GetServiceAccountResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetServiceAccountRequest,
      com.grantor.v1.GetServiceAccountResponse> getGetServiceAccountMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetServiceAccountRequest, com.grantor.v1.GetServiceAccountResponse> getGetServiceAccountMethod;
    if ((getGetServiceAccountMethod = ServiceAccountServiceGrpc.getGetServiceAccountMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getGetServiceAccountMethod = ServiceAccountServiceGrpc.getGetServiceAccountMethod) == null) {
          ServiceAccountServiceGrpc.getGetServiceAccountMethod = getGetServiceAccountMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetServiceAccountRequest, com.grantor.v1.GetServiceAccountResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetServiceAccount"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetServiceAccountRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetServiceAccountResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("GetServiceAccount"))
              .build();
        }
      }
    }
    return getGetServiceAccountMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListServiceAccountsRequest,
      com.grantor.v1.ListServiceAccountsResponse> getListServiceAccountsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListServiceAccounts",
      requestType = com.grantor.v1.ListServiceAccountsRequest.class,
      responseType = com.grantor.v1.ListServiceAccountsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListServiceAccountsRequest,
      com.grantor.v1.ListServiceAccountsResponse> getListServiceAccountsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListServiceAccountsRequest, com.grantor.v1.ListServiceAccountsResponse> getListServiceAccountsMethod;
    if ((getListServiceAccountsMethod = ServiceAccountServiceGrpc.getListServiceAccountsMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getListServiceAccountsMethod = ServiceAccountServiceGrpc.getListServiceAccountsMethod) == null) {
          ServiceAccountServiceGrpc.getListServiceAccountsMethod = getListServiceAccountsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListServiceAccountsRequest, com.grantor.v1.ListServiceAccountsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListServiceAccounts"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListServiceAccountsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListServiceAccountsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("ListServiceAccounts"))
              .build();
        }
      }
    }
    return getListServiceAccountsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateServiceAccountRequest,
      com.grantor.v1.UpdateServiceAccountResponse> getUpdateServiceAccountMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateServiceAccount",
      requestType = com.grantor.v1.UpdateServiceAccountRequest.class,
      responseType = com.grantor.v1.UpdateServiceAccountResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateServiceAccountRequest,
      com.grantor.v1.UpdateServiceAccountResponse> getUpdateServiceAccountMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateServiceAccountRequest, com.grantor.v1.UpdateServiceAccountResponse> getUpdateServiceAccountMethod;
    if ((getUpdateServiceAccountMethod = ServiceAccountServiceGrpc.getUpdateServiceAccountMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getUpdateServiceAccountMethod = ServiceAccountServiceGrpc.getUpdateServiceAccountMethod) == null) {
          ServiceAccountServiceGrpc.getUpdateServiceAccountMethod = getUpdateServiceAccountMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateServiceAccountRequest, com.grantor.v1.UpdateServiceAccountResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateServiceAccount"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateServiceAccountRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateServiceAccountResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("UpdateServiceAccount"))
              .build();
        }
      }
    }
    return getUpdateServiceAccountMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeleteServiceAccountRequest,
      com.grantor.v1.DeleteServiceAccountResponse> getDeleteServiceAccountMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteServiceAccount",
      requestType = com.grantor.v1.DeleteServiceAccountRequest.class,
      responseType = com.grantor.v1.DeleteServiceAccountResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeleteServiceAccountRequest,
      com.grantor.v1.DeleteServiceAccountResponse> getDeleteServiceAccountMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeleteServiceAccountRequest, com.grantor.v1.DeleteServiceAccountResponse> getDeleteServiceAccountMethod;
    if ((getDeleteServiceAccountMethod = ServiceAccountServiceGrpc.getDeleteServiceAccountMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getDeleteServiceAccountMethod = ServiceAccountServiceGrpc.getDeleteServiceAccountMethod) == null) {
          ServiceAccountServiceGrpc.getDeleteServiceAccountMethod = getDeleteServiceAccountMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeleteServiceAccountRequest, com.grantor.v1.DeleteServiceAccountResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteServiceAccount"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteServiceAccountRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteServiceAccountResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("DeleteServiceAccount"))
              .build();
        }
      }
    }
    return getDeleteServiceAccountMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateKeyRequest,
      com.grantor.v1.CreateKeyResponse> getCreateKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateKey",
      requestType = com.grantor.v1.CreateKeyRequest.class,
      responseType = com.grantor.v1.CreateKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateKeyRequest,
      com.grantor.v1.CreateKeyResponse> getCreateKeyMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateKeyRequest, com.grantor.v1.CreateKeyResponse> getCreateKeyMethod;
    if ((getCreateKeyMethod = ServiceAccountServiceGrpc.getCreateKeyMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getCreateKeyMethod = ServiceAccountServiceGrpc.getCreateKeyMethod) == null) {
          ServiceAccountServiceGrpc.getCreateKeyMethod = getCreateKeyMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateKeyRequest, com.grantor.v1.CreateKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateKey"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("CreateKey"))
              .build();
        }
      }
    }
    return getCreateKeyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListKeysRequest,
      com.grantor.v1.ListKeysResponse> getListKeysMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListKeys",
      requestType = com.grantor.v1.ListKeysRequest.class,
      responseType = com.grantor.v1.ListKeysResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListKeysRequest,
      com.grantor.v1.ListKeysResponse> getListKeysMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListKeysRequest, com.grantor.v1.ListKeysResponse> getListKeysMethod;
    if ((getListKeysMethod = ServiceAccountServiceGrpc.getListKeysMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getListKeysMethod = ServiceAccountServiceGrpc.getListKeysMethod) == null) {
          ServiceAccountServiceGrpc.getListKeysMethod = getListKeysMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListKeysRequest, com.grantor.v1.ListKeysResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListKeys"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListKeysRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListKeysResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("ListKeys"))
              .build();
        }
      }
    }
    return getListKeysMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RevokeKeyRequest,
      com.grantor.v1.RevokeKeyResponse> getRevokeKeyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RevokeKey",
      requestType = com.grantor.v1.RevokeKeyRequest.class,
      responseType = com.grantor.v1.RevokeKeyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RevokeKeyRequest,
      com.grantor.v1.RevokeKeyResponse> getRevokeKeyMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RevokeKeyRequest, com.grantor.v1.RevokeKeyResponse> getRevokeKeyMethod;
    if ((getRevokeKeyMethod = ServiceAccountServiceGrpc.getRevokeKeyMethod) == null) {
      synchronized (ServiceAccountServiceGrpc.class) {
        if ((getRevokeKeyMethod = ServiceAccountServiceGrpc.getRevokeKeyMethod) == null) {
          ServiceAccountServiceGrpc.getRevokeKeyMethod = getRevokeKeyMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RevokeKeyRequest, com.grantor.v1.RevokeKeyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RevokeKey"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RevokeKeyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RevokeKeyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ServiceAccountServiceMethodDescriptorSupplier("RevokeKey"))
              .build();
        }
      }
    }
    return getRevokeKeyMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ServiceAccountServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceStub>() {
        @java.lang.Override
        public ServiceAccountServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ServiceAccountServiceStub(channel, callOptions);
        }
      };
    return ServiceAccountServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ServiceAccountServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceBlockingV2Stub>() {
        @java.lang.Override
        public ServiceAccountServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ServiceAccountServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return ServiceAccountServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ServiceAccountServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceBlockingStub>() {
        @java.lang.Override
        public ServiceAccountServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ServiceAccountServiceBlockingStub(channel, callOptions);
        }
      };
    return ServiceAccountServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ServiceAccountServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ServiceAccountServiceFutureStub>() {
        @java.lang.Override
        public ServiceAccountServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ServiceAccountServiceFutureStub(channel, callOptions);
        }
      };
    return ServiceAccountServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Service accounts, their scopes and their keys. They are the operator's alone.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Makes a service account, without keys. ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    default void createServiceAccount(com.grantor.v1.CreateServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateServiceAccountResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateServiceAccountMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one service account.
     * May be called by operators.
     * </pre>
     */
    default void getServiceAccount(com.grantor.v1.GetServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetServiceAccountResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetServiceAccountMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the service accounts.
     * May be called by operators.
     * </pre>
     */
    default void listServiceAccounts(com.grantor.v1.ListServiceAccountsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListServiceAccountsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListServiceAccountsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the name or scopes of a service account. What is taken away is refused at once by
     * changes and by fully consistent reads, elsewhere within 5 seconds.
     * May be called by operators.
     * </pre>
     */
    default void updateServiceAccount(com.grantor.v1.UpdateServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateServiceAccountResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateServiceAccountMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a service account and its keys for good. Effective as UpdateServiceAccount is.
     * May be called by operators.
     * </pre>
     */
    default void deleteServiceAccount(com.grantor.v1.DeleteServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteServiceAccountResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteServiceAccountMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes a key and shows its secret, this once. Two live keys are possible, so that one can take
     * over from the other.
     * RESOURCE_EXHAUSTED: KEY_LIMIT. FAILED_PRECONDITION: SECRET_SHOWN_ONCE if a call with the same
     * `request_id` succeeded before.
     * May be called by operators.
     * </pre>
     */
    default void createKey(com.grantor.v1.CreateKeyRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateKeyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the keys of a service account, revoked and expired ones too, without their secrets.
     * May be called by operators.
     * </pre>
     */
    default void listKeys(com.grantor.v1.ListKeysRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListKeysResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListKeysMethod(), responseObserver);
    }

    /**
     * <pre>
     * Revokes a key for good. It is refused at once by changes and by fully consistent reads,
     * elsewhere within 5 seconds. One that is revoked already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    default void revokeKey(com.grantor.v1.RevokeKeyRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RevokeKeyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRevokeKeyMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service ServiceAccountService.
   * <pre>
   * Service accounts, their scopes and their keys. They are the operator's alone.
   * </pre>
   */
  public static abstract class ServiceAccountServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ServiceAccountServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service ServiceAccountService.
   * <pre>
   * Service accounts, their scopes and their keys. They are the operator's alone.
   * </pre>
   */
  public static final class ServiceAccountServiceStub
      extends io.grpc.stub.AbstractAsyncStub<ServiceAccountServiceStub> {
    private ServiceAccountServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ServiceAccountServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ServiceAccountServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a service account, without keys. ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public void createServiceAccount(com.grantor.v1.CreateServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateServiceAccountResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateServiceAccountMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one service account.
     * May be called by operators.
     * </pre>
     */
    public void getServiceAccount(com.grantor.v1.GetServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetServiceAccountResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetServiceAccountMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the service accounts.
     * May be called by operators.
     * </pre>
     */
    public void listServiceAccounts(com.grantor.v1.ListServiceAccountsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListServiceAccountsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListServiceAccountsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the name or scopes of a service account. What is taken away is refused at once by
     * changes and by fully consistent reads, elsewhere within 5 seconds.
     * May be called by operators.
     * </pre>
     */
    public void updateServiceAccount(com.grantor.v1.UpdateServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateServiceAccountResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateServiceAccountMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a service account and its keys for good. Effective as UpdateServiceAccount is.
     * May be called by operators.
     * </pre>
     */
    public void deleteServiceAccount(com.grantor.v1.DeleteServiceAccountRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteServiceAccountResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteServiceAccountMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes a key and shows its secret, this once. Two live keys are possible, so that one can take
     * over from the other.
     * RESOURCE_EXHAUSTED: KEY_LIMIT. FAILED_PRECONDITION: SECRET_SHOWN_ONCE if a call with the same
     * `request_id` succeeded before.
     * May be called by operators.
     * </pre>
     */
    public void createKey(com.grantor.v1.CreateKeyRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateKeyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the keys of a service account, revoked and expired ones too, without their secrets.
     * May be called by operators.
     * </pre>
     */
    public void listKeys(com.grantor.v1.ListKeysRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListKeysResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListKeysMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Revokes a key for good. It is refused at once by changes and by fully consistent reads,
     * elsewhere within 5 seconds. One that is revoked already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public void revokeKey(com.grantor.v1.RevokeKeyRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RevokeKeyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRevokeKeyMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service ServiceAccountService.
   * <pre>
   * Service accounts, their scopes and their keys. They are the operator's alone.
   * </pre>
   */
  public static final class ServiceAccountServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ServiceAccountServiceBlockingV2Stub> {
    private ServiceAccountServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ServiceAccountServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ServiceAccountServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a service account, without keys. ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.CreateServiceAccountResponse createServiceAccount(com.grantor.v1.CreateServiceAccountRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one service account.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.GetServiceAccountResponse getServiceAccount(com.grantor.v1.GetServiceAccountRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the service accounts.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ListServiceAccountsResponse listServiceAccounts(com.grantor.v1.ListServiceAccountsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListServiceAccountsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name or scopes of a service account. What is taken away is refused at once by
     * changes and by fully consistent reads, elsewhere within 5 seconds.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.UpdateServiceAccountResponse updateServiceAccount(com.grantor.v1.UpdateServiceAccountRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a service account and its keys for good. Effective as UpdateServiceAccount is.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.DeleteServiceAccountResponse deleteServiceAccount(com.grantor.v1.DeleteServiceAccountRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes a key and shows its secret, this once. Two live keys are possible, so that one can take
     * over from the other.
     * RESOURCE_EXHAUSTED: KEY_LIMIT. FAILED_PRECONDITION: SECRET_SHOWN_ONCE if a call with the same
     * `request_id` succeeded before.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.CreateKeyResponse createKey(com.grantor.v1.CreateKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the keys of a service account, revoked and expired ones too, without their secrets.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ListKeysResponse listKeys(com.grantor.v1.ListKeysRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListKeysMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Revokes a key for good. It is refused at once by changes and by fully consistent reads,
     * elsewhere within 5 seconds. One that is revoked already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.RevokeKeyResponse revokeKey(com.grantor.v1.RevokeKeyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRevokeKeyMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service ServiceAccountService.
   * <pre>
   * Service accounts, their scopes and their keys. They are the operator's alone.
   * </pre>
   */
  public static final class ServiceAccountServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ServiceAccountServiceBlockingStub> {
    private ServiceAccountServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ServiceAccountServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ServiceAccountServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a service account, without keys. ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.CreateServiceAccountResponse createServiceAccount(com.grantor.v1.CreateServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one service account.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.GetServiceAccountResponse getServiceAccount(com.grantor.v1.GetServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the service accounts.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ListServiceAccountsResponse listServiceAccounts(com.grantor.v1.ListServiceAccountsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListServiceAccountsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name or scopes of a service account. What is taken away is refused at once by
     * changes and by fully consistent reads, elsewhere within 5 seconds.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.UpdateServiceAccountResponse updateServiceAccount(com.grantor.v1.UpdateServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a service account and its keys for good. Effective as UpdateServiceAccount is.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.DeleteServiceAccountResponse deleteServiceAccount(com.grantor.v1.DeleteServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteServiceAccountMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes a key and shows its secret, this once. Two live keys are possible, so that one can take
     * over from the other.
     * RESOURCE_EXHAUSTED: KEY_LIMIT. FAILED_PRECONDITION: SECRET_SHOWN_ONCE if a call with the same
     * `request_id` succeeded before.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.CreateKeyResponse createKey(com.grantor.v1.CreateKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateKeyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the keys of a service account, revoked and expired ones too, without their secrets.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ListKeysResponse listKeys(com.grantor.v1.ListKeysRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListKeysMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Revokes a key for good. It is refused at once by changes and by fully consistent reads,
     * elsewhere within 5 seconds. One that is revoked already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.RevokeKeyResponse revokeKey(com.grantor.v1.RevokeKeyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRevokeKeyMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service ServiceAccountService.
   * <pre>
   * Service accounts, their scopes and their keys. They are the operator's alone.
   * </pre>
   */
  public static final class ServiceAccountServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<ServiceAccountServiceFutureStub> {
    private ServiceAccountServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ServiceAccountServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ServiceAccountServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a service account, without keys. ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateServiceAccountResponse> createServiceAccount(
        com.grantor.v1.CreateServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateServiceAccountMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one service account.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetServiceAccountResponse> getServiceAccount(
        com.grantor.v1.GetServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetServiceAccountMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the service accounts.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListServiceAccountsResponse> listServiceAccounts(
        com.grantor.v1.ListServiceAccountsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListServiceAccountsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the name or scopes of a service account. What is taken away is refused at once by
     * changes and by fully consistent reads, elsewhere within 5 seconds.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateServiceAccountResponse> updateServiceAccount(
        com.grantor.v1.UpdateServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateServiceAccountMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a service account and its keys for good. Effective as UpdateServiceAccount is.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeleteServiceAccountResponse> deleteServiceAccount(
        com.grantor.v1.DeleteServiceAccountRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteServiceAccountMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes a key and shows its secret, this once. Two live keys are possible, so that one can take
     * over from the other.
     * RESOURCE_EXHAUSTED: KEY_LIMIT. FAILED_PRECONDITION: SECRET_SHOWN_ONCE if a call with the same
     * `request_id` succeeded before.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateKeyResponse> createKey(
        com.grantor.v1.CreateKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateKeyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the keys of a service account, revoked and expired ones too, without their secrets.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListKeysResponse> listKeys(
        com.grantor.v1.ListKeysRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListKeysMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Revokes a key for good. It is refused at once by changes and by fully consistent reads,
     * elsewhere within 5 seconds. One that is revoked already is answered unchanged.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RevokeKeyResponse> revokeKey(
        com.grantor.v1.RevokeKeyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRevokeKeyMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_SERVICE_ACCOUNT = 0;
  private static final int METHODID_GET_SERVICE_ACCOUNT = 1;
  private static final int METHODID_LIST_SERVICE_ACCOUNTS = 2;
  private static final int METHODID_UPDATE_SERVICE_ACCOUNT = 3;
  private static final int METHODID_DELETE_SERVICE_ACCOUNT = 4;
  private static final int METHODID_CREATE_KEY = 5;
  private static final int METHODID_LIST_KEYS = 6;
  private static final int METHODID_REVOKE_KEY = 7;

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
        case METHODID_CREATE_SERVICE_ACCOUNT:
          serviceImpl.createServiceAccount((com.grantor.v1.CreateServiceAccountRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateServiceAccountResponse>) responseObserver);
          break;
        case METHODID_GET_SERVICE_ACCOUNT:
          serviceImpl.getServiceAccount((com.grantor.v1.GetServiceAccountRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetServiceAccountResponse>) responseObserver);
          break;
        case METHODID_LIST_SERVICE_ACCOUNTS:
          serviceImpl.listServiceAccounts((com.grantor.v1.ListServiceAccountsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListServiceAccountsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_SERVICE_ACCOUNT:
          serviceImpl.updateServiceAccount((com.grantor.v1.UpdateServiceAccountRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateServiceAccountResponse>) responseObserver);
          break;
        case METHODID_DELETE_SERVICE_ACCOUNT:
          serviceImpl.deleteServiceAccount((com.grantor.v1.DeleteServiceAccountRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeleteServiceAccountResponse>) responseObserver);
          break;
        case METHODID_CREATE_KEY:
          serviceImpl.createKey((com.grantor.v1.CreateKeyRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateKeyResponse>) responseObserver);
          break;
        case METHODID_LIST_KEYS:
          serviceImpl.listKeys((com.grantor.v1.ListKeysRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListKeysResponse>) responseObserver);
          break;
        case METHODID_REVOKE_KEY:
          serviceImpl.revokeKey((com.grantor.v1.RevokeKeyRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RevokeKeyResponse>) responseObserver);
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
          getCreateServiceAccountMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateServiceAccountRequest,
              com.grantor.v1.CreateServiceAccountResponse>(
                service, METHODID_CREATE_SERVICE_ACCOUNT)))
        .addMethod(
          getGetServiceAccountMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetServiceAccountRequest,
              com.grantor.v1.GetServiceAccountResponse>(
                service, METHODID_GET_SERVICE_ACCOUNT)))
        .addMethod(
          getListServiceAccountsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListServiceAccountsRequest,
              com.grantor.v1.ListServiceAccountsResponse>(
                service, METHODID_LIST_SERVICE_ACCOUNTS)))
        .addMethod(
          getUpdateServiceAccountMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateServiceAccountRequest,
              com.grantor.v1.UpdateServiceAccountResponse>(
                service, METHODID_UPDATE_SERVICE_ACCOUNT)))
        .addMethod(
          getDeleteServiceAccountMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeleteServiceAccountRequest,
              com.grantor.v1.DeleteServiceAccountResponse>(
                service, METHODID_DELETE_SERVICE_ACCOUNT)))
        .addMethod(
          getCreateKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateKeyRequest,
              com.grantor.v1.CreateKeyResponse>(
                service, METHODID_CREATE_KEY)))
        .addMethod(
          getListKeysMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListKeysRequest,
              com.grantor.v1.ListKeysResponse>(
                service, METHODID_LIST_KEYS)))
        .addMethod(
          getRevokeKeyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RevokeKeyRequest,
              com.grantor.v1.RevokeKeyResponse>(
                service, METHODID_REVOKE_KEY)))
        .build();
  }

  private static abstract class ServiceAccountServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ServiceAccountServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.ServiceAccountProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("ServiceAccountService");
    }
  }

  private static final class ServiceAccountServiceFileDescriptorSupplier
      extends ServiceAccountServiceBaseDescriptorSupplier {
    ServiceAccountServiceFileDescriptorSupplier() {}
  }

  private static final class ServiceAccountServiceMethodDescriptorSupplier
      extends ServiceAccountServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ServiceAccountServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ServiceAccountServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ServiceAccountServiceFileDescriptorSupplier())
              .addMethod(getCreateServiceAccountMethod())
              .addMethod(getGetServiceAccountMethod())
              .addMethod(getListServiceAccountsMethod())
              .addMethod(getUpdateServiceAccountMethod())
              .addMethod(getDeleteServiceAccountMethod())
              .addMethod(getCreateKeyMethod())
              .addMethod(getListKeysMethod())
              .addMethod(getRevokeKeyMethod())
              .build();
        }
      }
    }
    return result;
  }
}
