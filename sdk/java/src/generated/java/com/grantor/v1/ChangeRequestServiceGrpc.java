package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Change requests. Those who manage users of an organization ask the operator to create a user, to
 * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
 * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
 * whose change policy is BY_REQUEST, and open to all others too.
 * Who opened a request gets an email on each change of it. Operators who are members of the
 * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ChangeRequestServiceGrpc {

  private ChangeRequestServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.ChangeRequestService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateChangeRequestRequest,
      com.grantor.v1.CreateChangeRequestResponse> getCreateChangeRequestMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateChangeRequest",
      requestType = com.grantor.v1.CreateChangeRequestRequest.class,
      responseType = com.grantor.v1.CreateChangeRequestResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateChangeRequestRequest,
      com.grantor.v1.CreateChangeRequestResponse> getCreateChangeRequestMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateChangeRequestRequest, com.grantor.v1.CreateChangeRequestResponse> getCreateChangeRequestMethod;
    if ((getCreateChangeRequestMethod = ChangeRequestServiceGrpc.getCreateChangeRequestMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getCreateChangeRequestMethod = ChangeRequestServiceGrpc.getCreateChangeRequestMethod) == null) {
          ChangeRequestServiceGrpc.getCreateChangeRequestMethod = getCreateChangeRequestMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateChangeRequestRequest, com.grantor.v1.CreateChangeRequestResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateChangeRequest"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateChangeRequestRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateChangeRequestResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("CreateChangeRequest"))
              .build();
        }
      }
    }
    return getCreateChangeRequestMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetChangeRequestRequest,
      com.grantor.v1.GetChangeRequestResponse> getGetChangeRequestMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetChangeRequest",
      requestType = com.grantor.v1.GetChangeRequestRequest.class,
      responseType = com.grantor.v1.GetChangeRequestResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetChangeRequestRequest,
      com.grantor.v1.GetChangeRequestResponse> getGetChangeRequestMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetChangeRequestRequest, com.grantor.v1.GetChangeRequestResponse> getGetChangeRequestMethod;
    if ((getGetChangeRequestMethod = ChangeRequestServiceGrpc.getGetChangeRequestMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getGetChangeRequestMethod = ChangeRequestServiceGrpc.getGetChangeRequestMethod) == null) {
          ChangeRequestServiceGrpc.getGetChangeRequestMethod = getGetChangeRequestMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetChangeRequestRequest, com.grantor.v1.GetChangeRequestResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetChangeRequest"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetChangeRequestRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetChangeRequestResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("GetChangeRequest"))
              .build();
        }
      }
    }
    return getGetChangeRequestMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListChangeRequestsRequest,
      com.grantor.v1.ListChangeRequestsResponse> getListChangeRequestsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListChangeRequests",
      requestType = com.grantor.v1.ListChangeRequestsRequest.class,
      responseType = com.grantor.v1.ListChangeRequestsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListChangeRequestsRequest,
      com.grantor.v1.ListChangeRequestsResponse> getListChangeRequestsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListChangeRequestsRequest, com.grantor.v1.ListChangeRequestsResponse> getListChangeRequestsMethod;
    if ((getListChangeRequestsMethod = ChangeRequestServiceGrpc.getListChangeRequestsMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getListChangeRequestsMethod = ChangeRequestServiceGrpc.getListChangeRequestsMethod) == null) {
          ChangeRequestServiceGrpc.getListChangeRequestsMethod = getListChangeRequestsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListChangeRequestsRequest, com.grantor.v1.ListChangeRequestsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListChangeRequests"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListChangeRequestsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListChangeRequestsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("ListChangeRequests"))
              .build();
        }
      }
    }
    return getListChangeRequestsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListMyChangeRequestsRequest,
      com.grantor.v1.ListMyChangeRequestsResponse> getListMyChangeRequestsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListMyChangeRequests",
      requestType = com.grantor.v1.ListMyChangeRequestsRequest.class,
      responseType = com.grantor.v1.ListMyChangeRequestsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListMyChangeRequestsRequest,
      com.grantor.v1.ListMyChangeRequestsResponse> getListMyChangeRequestsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListMyChangeRequestsRequest, com.grantor.v1.ListMyChangeRequestsResponse> getListMyChangeRequestsMethod;
    if ((getListMyChangeRequestsMethod = ChangeRequestServiceGrpc.getListMyChangeRequestsMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getListMyChangeRequestsMethod = ChangeRequestServiceGrpc.getListMyChangeRequestsMethod) == null) {
          ChangeRequestServiceGrpc.getListMyChangeRequestsMethod = getListMyChangeRequestsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListMyChangeRequestsRequest, com.grantor.v1.ListMyChangeRequestsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListMyChangeRequests"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListMyChangeRequestsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListMyChangeRequestsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("ListMyChangeRequests"))
              .build();
        }
      }
    }
    return getListMyChangeRequestsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AddChangeRequestCommentRequest,
      com.grantor.v1.AddChangeRequestCommentResponse> getAddChangeRequestCommentMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddChangeRequestComment",
      requestType = com.grantor.v1.AddChangeRequestCommentRequest.class,
      responseType = com.grantor.v1.AddChangeRequestCommentResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AddChangeRequestCommentRequest,
      com.grantor.v1.AddChangeRequestCommentResponse> getAddChangeRequestCommentMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AddChangeRequestCommentRequest, com.grantor.v1.AddChangeRequestCommentResponse> getAddChangeRequestCommentMethod;
    if ((getAddChangeRequestCommentMethod = ChangeRequestServiceGrpc.getAddChangeRequestCommentMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getAddChangeRequestCommentMethod = ChangeRequestServiceGrpc.getAddChangeRequestCommentMethod) == null) {
          ChangeRequestServiceGrpc.getAddChangeRequestCommentMethod = getAddChangeRequestCommentMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AddChangeRequestCommentRequest, com.grantor.v1.AddChangeRequestCommentResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddChangeRequestComment"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddChangeRequestCommentRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddChangeRequestCommentResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("AddChangeRequestComment"))
              .build();
        }
      }
    }
    return getAddChangeRequestCommentMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.StartChangeRequestRequest,
      com.grantor.v1.StartChangeRequestResponse> getStartChangeRequestMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "StartChangeRequest",
      requestType = com.grantor.v1.StartChangeRequestRequest.class,
      responseType = com.grantor.v1.StartChangeRequestResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.StartChangeRequestRequest,
      com.grantor.v1.StartChangeRequestResponse> getStartChangeRequestMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.StartChangeRequestRequest, com.grantor.v1.StartChangeRequestResponse> getStartChangeRequestMethod;
    if ((getStartChangeRequestMethod = ChangeRequestServiceGrpc.getStartChangeRequestMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getStartChangeRequestMethod = ChangeRequestServiceGrpc.getStartChangeRequestMethod) == null) {
          ChangeRequestServiceGrpc.getStartChangeRequestMethod = getStartChangeRequestMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.StartChangeRequestRequest, com.grantor.v1.StartChangeRequestResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "StartChangeRequest"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.StartChangeRequestRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.StartChangeRequestResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("StartChangeRequest"))
              .build();
        }
      }
    }
    return getStartChangeRequestMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ApplyChangeRequestRequest,
      com.grantor.v1.ApplyChangeRequestResponse> getApplyChangeRequestMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ApplyChangeRequest",
      requestType = com.grantor.v1.ApplyChangeRequestRequest.class,
      responseType = com.grantor.v1.ApplyChangeRequestResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ApplyChangeRequestRequest,
      com.grantor.v1.ApplyChangeRequestResponse> getApplyChangeRequestMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ApplyChangeRequestRequest, com.grantor.v1.ApplyChangeRequestResponse> getApplyChangeRequestMethod;
    if ((getApplyChangeRequestMethod = ChangeRequestServiceGrpc.getApplyChangeRequestMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getApplyChangeRequestMethod = ChangeRequestServiceGrpc.getApplyChangeRequestMethod) == null) {
          ChangeRequestServiceGrpc.getApplyChangeRequestMethod = getApplyChangeRequestMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ApplyChangeRequestRequest, com.grantor.v1.ApplyChangeRequestResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ApplyChangeRequest"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ApplyChangeRequestRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ApplyChangeRequestResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("ApplyChangeRequest"))
              .build();
        }
      }
    }
    return getApplyChangeRequestMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RejectChangeRequestRequest,
      com.grantor.v1.RejectChangeRequestResponse> getRejectChangeRequestMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RejectChangeRequest",
      requestType = com.grantor.v1.RejectChangeRequestRequest.class,
      responseType = com.grantor.v1.RejectChangeRequestResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RejectChangeRequestRequest,
      com.grantor.v1.RejectChangeRequestResponse> getRejectChangeRequestMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RejectChangeRequestRequest, com.grantor.v1.RejectChangeRequestResponse> getRejectChangeRequestMethod;
    if ((getRejectChangeRequestMethod = ChangeRequestServiceGrpc.getRejectChangeRequestMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getRejectChangeRequestMethod = ChangeRequestServiceGrpc.getRejectChangeRequestMethod) == null) {
          ChangeRequestServiceGrpc.getRejectChangeRequestMethod = getRejectChangeRequestMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RejectChangeRequestRequest, com.grantor.v1.RejectChangeRequestResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RejectChangeRequest"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RejectChangeRequestRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RejectChangeRequestResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("RejectChangeRequest"))
              .build();
        }
      }
    }
    return getRejectChangeRequestMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CancelChangeRequestRequest,
      com.grantor.v1.CancelChangeRequestResponse> getCancelChangeRequestMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CancelChangeRequest",
      requestType = com.grantor.v1.CancelChangeRequestRequest.class,
      responseType = com.grantor.v1.CancelChangeRequestResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CancelChangeRequestRequest,
      com.grantor.v1.CancelChangeRequestResponse> getCancelChangeRequestMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CancelChangeRequestRequest, com.grantor.v1.CancelChangeRequestResponse> getCancelChangeRequestMethod;
    if ((getCancelChangeRequestMethod = ChangeRequestServiceGrpc.getCancelChangeRequestMethod) == null) {
      synchronized (ChangeRequestServiceGrpc.class) {
        if ((getCancelChangeRequestMethod = ChangeRequestServiceGrpc.getCancelChangeRequestMethod) == null) {
          ChangeRequestServiceGrpc.getCancelChangeRequestMethod = getCancelChangeRequestMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CancelChangeRequestRequest, com.grantor.v1.CancelChangeRequestResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CancelChangeRequest"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CancelChangeRequestRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CancelChangeRequestResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ChangeRequestServiceMethodDescriptorSupplier("CancelChangeRequest"))
              .build();
        }
      }
    }
    return getCancelChangeRequestMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ChangeRequestServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceStub>() {
        @java.lang.Override
        public ChangeRequestServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChangeRequestServiceStub(channel, callOptions);
        }
      };
    return ChangeRequestServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ChangeRequestServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceBlockingV2Stub>() {
        @java.lang.Override
        public ChangeRequestServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChangeRequestServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return ChangeRequestServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ChangeRequestServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceBlockingStub>() {
        @java.lang.Override
        public ChangeRequestServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChangeRequestServiceBlockingStub(channel, callOptions);
        }
      };
    return ChangeRequestServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ChangeRequestServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ChangeRequestServiceFutureStub>() {
        @java.lang.Override
        public ChangeRequestServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ChangeRequestServiceFutureStub(channel, callOptions);
        }
      };
    return ChangeRequestServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Change requests. Those who manage users of an organization ask the operator to create a user, to
   * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
   * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
   * whose change policy is BY_REQUEST, and open to all others too.
   * Who opened a request gets an email on each change of it. Operators who are members of the
   * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Asks for a change. Rules 2 and 3 of members are asked of the acting user, now and when it is
     * applied: only a legal representative asks for another or for a change of one
     * (LEGAL_REPRESENTATIVE_REQUIRED), an administrator for areas that they have
     * (GIVES_MORE_THAN_HELD), and not about an administrator above them (ADMINISTRATOR_ABOVE) or
     * themselves (RAISES_SELF). Rights on products may be asked for whether the acting user holds
     * them or not.
     * FAILED_PRECONDITION: EXTERNALLY_MANAGED for rights or grants of a type that another system
     * manages, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED. ABORTED: ETAG_MISMATCH where the
     * member is not as they were seen. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void createChangeRequest(com.grantor.v1.CreateChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateChangeRequestResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateChangeRequestMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one request with its comments.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getChangeRequest(com.grantor.v1.GetChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetChangeRequestResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetChangeRequestMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the requests of an organization, or of all organizations.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`. All organizations together: operators, and service
     * accounts with scope `read` for all.
     * </pre>
     */
    default void listChangeRequests(com.grantor.v1.ListChangeRequestsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListChangeRequestsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListChangeRequestsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the requests that the acting user opened, in every organization of which they are an
     * active member still.
     * May be called by every acting user.
     * </pre>
     */
    default void listMyChangeRequests(com.grantor.v1.ListMyChangeRequestsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListMyChangeRequestsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListMyChangeRequestsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Says something about a request, in whatever state it is. RESOURCE_EXHAUSTED: SIZE_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization; and operators, who
     * speak for the operator unless they manage users of the organization themselves.
     * </pre>
     */
    default void addChangeRequestComment(com.grantor.v1.AddChangeRequestCommentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddChangeRequestCommentResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddChangeRequestCommentMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes up an open request: it is IN_PROGRESS from then on. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    default void startChangeRequest(com.grantor.v1.StartChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.StartChangeRequestResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getStartChangeRequestMethod(), responseObserver);
    }

    /**
     * <pre>
     * Carries out a request that is OPEN or IN_PROGRESS: all that it asks for, and its new state, in
     * one change. A new user is a member of the organization and gets none of their own. If an account
     * has confirmed the email already, or was made for it by an operator or a request, an invitation
     * is sent there instead, and nothing of the account changes. Whoever else claims the email is in
     * nobody's way.
     * What cannot be applied says why, changes nothing and stays open. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN; CHANGE_REQUEST_OUTDATED where the member is not as they were seen (it
     * says what differs) or something it names is gone; REQUESTER_MAY_NO_LONGER where who opened it
     * does not hold `manage_users` any more or may not ask for that; LAST_LEGAL_REPRESENTATIVE,
     * EXTERNALLY_MANAGED, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED, SHUT_OUT.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, and SIZE_LIMIT where as many accounts claim the email
     * as may. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    default void applyChangeRequest(com.grantor.v1.ApplyChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ApplyChangeRequestResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getApplyChangeRequestMethod(), responseObserver);
    }

    /**
     * <pre>
     * Says no to a request, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    default void rejectChangeRequest(com.grantor.v1.RejectChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RejectChangeRequestResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRejectChangeRequestMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes a request back, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: REQUESTER_REQUIRED for everybody but who opened it.
     * May be called by the acting user who opened it, while they are an active member.
     * </pre>
     */
    default void cancelChangeRequest(com.grantor.v1.CancelChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CancelChangeRequestResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCancelChangeRequestMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service ChangeRequestService.
   * <pre>
   * Change requests. Those who manage users of an organization ask the operator to create a user, to
   * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
   * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
   * whose change policy is BY_REQUEST, and open to all others too.
   * Who opened a request gets an email on each change of it. Operators who are members of the
   * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
   * </pre>
   */
  public static abstract class ChangeRequestServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ChangeRequestServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service ChangeRequestService.
   * <pre>
   * Change requests. Those who manage users of an organization ask the operator to create a user, to
   * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
   * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
   * whose change policy is BY_REQUEST, and open to all others too.
   * Who opened a request gets an email on each change of it. Operators who are members of the
   * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
   * </pre>
   */
  public static final class ChangeRequestServiceStub
      extends io.grpc.stub.AbstractAsyncStub<ChangeRequestServiceStub> {
    private ChangeRequestServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChangeRequestServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChangeRequestServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Asks for a change. Rules 2 and 3 of members are asked of the acting user, now and when it is
     * applied: only a legal representative asks for another or for a change of one
     * (LEGAL_REPRESENTATIVE_REQUIRED), an administrator for areas that they have
     * (GIVES_MORE_THAN_HELD), and not about an administrator above them (ADMINISTRATOR_ABOVE) or
     * themselves (RAISES_SELF). Rights on products may be asked for whether the acting user holds
     * them or not.
     * FAILED_PRECONDITION: EXTERNALLY_MANAGED for rights or grants of a type that another system
     * manages, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED. ABORTED: ETAG_MISMATCH where the
     * member is not as they were seen. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void createChangeRequest(com.grantor.v1.CreateChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateChangeRequestResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateChangeRequestMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one request with its comments.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getChangeRequest(com.grantor.v1.GetChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetChangeRequestResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetChangeRequestMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the requests of an organization, or of all organizations.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`. All organizations together: operators, and service
     * accounts with scope `read` for all.
     * </pre>
     */
    public void listChangeRequests(com.grantor.v1.ListChangeRequestsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListChangeRequestsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListChangeRequestsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the requests that the acting user opened, in every organization of which they are an
     * active member still.
     * May be called by every acting user.
     * </pre>
     */
    public void listMyChangeRequests(com.grantor.v1.ListMyChangeRequestsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListMyChangeRequestsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListMyChangeRequestsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Says something about a request, in whatever state it is. RESOURCE_EXHAUSTED: SIZE_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization; and operators, who
     * speak for the operator unless they manage users of the organization themselves.
     * </pre>
     */
    public void addChangeRequestComment(com.grantor.v1.AddChangeRequestCommentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddChangeRequestCommentResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddChangeRequestCommentMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes up an open request: it is IN_PROGRESS from then on. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public void startChangeRequest(com.grantor.v1.StartChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.StartChangeRequestResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getStartChangeRequestMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Carries out a request that is OPEN or IN_PROGRESS: all that it asks for, and its new state, in
     * one change. A new user is a member of the organization and gets none of their own. If an account
     * has confirmed the email already, or was made for it by an operator or a request, an invitation
     * is sent there instead, and nothing of the account changes. Whoever else claims the email is in
     * nobody's way.
     * What cannot be applied says why, changes nothing and stays open. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN; CHANGE_REQUEST_OUTDATED where the member is not as they were seen (it
     * says what differs) or something it names is gone; REQUESTER_MAY_NO_LONGER where who opened it
     * does not hold `manage_users` any more or may not ask for that; LAST_LEGAL_REPRESENTATIVE,
     * EXTERNALLY_MANAGED, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED, SHUT_OUT.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, and SIZE_LIMIT where as many accounts claim the email
     * as may. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public void applyChangeRequest(com.grantor.v1.ApplyChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ApplyChangeRequestResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getApplyChangeRequestMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Says no to a request, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public void rejectChangeRequest(com.grantor.v1.RejectChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RejectChangeRequestResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRejectChangeRequestMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes a request back, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: REQUESTER_REQUIRED for everybody but who opened it.
     * May be called by the acting user who opened it, while they are an active member.
     * </pre>
     */
    public void cancelChangeRequest(com.grantor.v1.CancelChangeRequestRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CancelChangeRequestResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCancelChangeRequestMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service ChangeRequestService.
   * <pre>
   * Change requests. Those who manage users of an organization ask the operator to create a user, to
   * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
   * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
   * whose change policy is BY_REQUEST, and open to all others too.
   * Who opened a request gets an email on each change of it. Operators who are members of the
   * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
   * </pre>
   */
  public static final class ChangeRequestServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ChangeRequestServiceBlockingV2Stub> {
    private ChangeRequestServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChangeRequestServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChangeRequestServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Asks for a change. Rules 2 and 3 of members are asked of the acting user, now and when it is
     * applied: only a legal representative asks for another or for a change of one
     * (LEGAL_REPRESENTATIVE_REQUIRED), an administrator for areas that they have
     * (GIVES_MORE_THAN_HELD), and not about an administrator above them (ADMINISTRATOR_ABOVE) or
     * themselves (RAISES_SELF). Rights on products may be asked for whether the acting user holds
     * them or not.
     * FAILED_PRECONDITION: EXTERNALLY_MANAGED for rights or grants of a type that another system
     * manages, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED. ABORTED: ETAG_MISMATCH where the
     * member is not as they were seen. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateChangeRequestResponse createChangeRequest(com.grantor.v1.CreateChangeRequestRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one request with its comments.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetChangeRequestResponse getChangeRequest(com.grantor.v1.GetChangeRequestRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the requests of an organization, or of all organizations.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`. All organizations together: operators, and service
     * accounts with scope `read` for all.
     * </pre>
     */
    public com.grantor.v1.ListChangeRequestsResponse listChangeRequests(com.grantor.v1.ListChangeRequestsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListChangeRequestsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the requests that the acting user opened, in every organization of which they are an
     * active member still.
     * May be called by every acting user.
     * </pre>
     */
    public com.grantor.v1.ListMyChangeRequestsResponse listMyChangeRequests(com.grantor.v1.ListMyChangeRequestsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListMyChangeRequestsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says something about a request, in whatever state it is. RESOURCE_EXHAUSTED: SIZE_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization; and operators, who
     * speak for the operator unless they manage users of the organization themselves.
     * </pre>
     */
    public com.grantor.v1.AddChangeRequestCommentResponse addChangeRequestComment(com.grantor.v1.AddChangeRequestCommentRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddChangeRequestCommentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes up an open request: it is IN_PROGRESS from then on. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.StartChangeRequestResponse startChangeRequest(com.grantor.v1.StartChangeRequestRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getStartChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Carries out a request that is OPEN or IN_PROGRESS: all that it asks for, and its new state, in
     * one change. A new user is a member of the organization and gets none of their own. If an account
     * has confirmed the email already, or was made for it by an operator or a request, an invitation
     * is sent there instead, and nothing of the account changes. Whoever else claims the email is in
     * nobody's way.
     * What cannot be applied says why, changes nothing and stays open. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN; CHANGE_REQUEST_OUTDATED where the member is not as they were seen (it
     * says what differs) or something it names is gone; REQUESTER_MAY_NO_LONGER where who opened it
     * does not hold `manage_users` any more or may not ask for that; LAST_LEGAL_REPRESENTATIVE,
     * EXTERNALLY_MANAGED, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED, SHUT_OUT.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, and SIZE_LIMIT where as many accounts claim the email
     * as may. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ApplyChangeRequestResponse applyChangeRequest(com.grantor.v1.ApplyChangeRequestRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getApplyChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says no to a request, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.RejectChangeRequestResponse rejectChangeRequest(com.grantor.v1.RejectChangeRequestRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRejectChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a request back, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: REQUESTER_REQUIRED for everybody but who opened it.
     * May be called by the acting user who opened it, while they are an active member.
     * </pre>
     */
    public com.grantor.v1.CancelChangeRequestResponse cancelChangeRequest(com.grantor.v1.CancelChangeRequestRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCancelChangeRequestMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service ChangeRequestService.
   * <pre>
   * Change requests. Those who manage users of an organization ask the operator to create a user, to
   * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
   * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
   * whose change policy is BY_REQUEST, and open to all others too.
   * Who opened a request gets an email on each change of it. Operators who are members of the
   * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
   * </pre>
   */
  public static final class ChangeRequestServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ChangeRequestServiceBlockingStub> {
    private ChangeRequestServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChangeRequestServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChangeRequestServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Asks for a change. Rules 2 and 3 of members are asked of the acting user, now and when it is
     * applied: only a legal representative asks for another or for a change of one
     * (LEGAL_REPRESENTATIVE_REQUIRED), an administrator for areas that they have
     * (GIVES_MORE_THAN_HELD), and not about an administrator above them (ADMINISTRATOR_ABOVE) or
     * themselves (RAISES_SELF). Rights on products may be asked for whether the acting user holds
     * them or not.
     * FAILED_PRECONDITION: EXTERNALLY_MANAGED for rights or grants of a type that another system
     * manages, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED. ABORTED: ETAG_MISMATCH where the
     * member is not as they were seen. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateChangeRequestResponse createChangeRequest(com.grantor.v1.CreateChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one request with its comments.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetChangeRequestResponse getChangeRequest(com.grantor.v1.GetChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the requests of an organization, or of all organizations.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`. All organizations together: operators, and service
     * accounts with scope `read` for all.
     * </pre>
     */
    public com.grantor.v1.ListChangeRequestsResponse listChangeRequests(com.grantor.v1.ListChangeRequestsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListChangeRequestsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the requests that the acting user opened, in every organization of which they are an
     * active member still.
     * May be called by every acting user.
     * </pre>
     */
    public com.grantor.v1.ListMyChangeRequestsResponse listMyChangeRequests(com.grantor.v1.ListMyChangeRequestsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListMyChangeRequestsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says something about a request, in whatever state it is. RESOURCE_EXHAUSTED: SIZE_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization; and operators, who
     * speak for the operator unless they manage users of the organization themselves.
     * </pre>
     */
    public com.grantor.v1.AddChangeRequestCommentResponse addChangeRequestComment(com.grantor.v1.AddChangeRequestCommentRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddChangeRequestCommentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes up an open request: it is IN_PROGRESS from then on. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.StartChangeRequestResponse startChangeRequest(com.grantor.v1.StartChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getStartChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Carries out a request that is OPEN or IN_PROGRESS: all that it asks for, and its new state, in
     * one change. A new user is a member of the organization and gets none of their own. If an account
     * has confirmed the email already, or was made for it by an operator or a request, an invitation
     * is sent there instead, and nothing of the account changes. Whoever else claims the email is in
     * nobody's way.
     * What cannot be applied says why, changes nothing and stays open. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN; CHANGE_REQUEST_OUTDATED where the member is not as they were seen (it
     * says what differs) or something it names is gone; REQUESTER_MAY_NO_LONGER where who opened it
     * does not hold `manage_users` any more or may not ask for that; LAST_LEGAL_REPRESENTATIVE,
     * EXTERNALLY_MANAGED, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED, SHUT_OUT.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, and SIZE_LIMIT where as many accounts claim the email
     * as may. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.ApplyChangeRequestResponse applyChangeRequest(com.grantor.v1.ApplyChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getApplyChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says no to a request, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.RejectChangeRequestResponse rejectChangeRequest(com.grantor.v1.RejectChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRejectChangeRequestMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a request back, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: REQUESTER_REQUIRED for everybody but who opened it.
     * May be called by the acting user who opened it, while they are an active member.
     * </pre>
     */
    public com.grantor.v1.CancelChangeRequestResponse cancelChangeRequest(com.grantor.v1.CancelChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCancelChangeRequestMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service ChangeRequestService.
   * <pre>
   * Change requests. Those who manage users of an organization ask the operator to create a user, to
   * change, deactivate or reactivate a member, or to raise the limit of administrators; an operator
   * applies or rejects it. Until it is applied nothing changes. It is the only way in organizations
   * whose change policy is BY_REQUEST, and open to all others too.
   * Who opened a request gets an email on each change of it. Operators who are members of the
   * organization, or who opened the request, do not work it (OWN_CHANGE_REQUEST).
   * </pre>
   */
  public static final class ChangeRequestServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<ChangeRequestServiceFutureStub> {
    private ChangeRequestServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ChangeRequestServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ChangeRequestServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Asks for a change. Rules 2 and 3 of members are asked of the acting user, now and when it is
     * applied: only a legal representative asks for another or for a change of one
     * (LEGAL_REPRESENTATIVE_REQUIRED), an administrator for areas that they have
     * (GIVES_MORE_THAN_HELD), and not about an administrator above them (ADMINISTRATOR_ABOVE) or
     * themselves (RAISES_SELF). Rights on products may be asked for whether the acting user holds
     * them or not.
     * FAILED_PRECONDITION: EXTERNALLY_MANAGED for rights or grants of a type that another system
     * manages, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED. ABORTED: ETAG_MISMATCH where the
     * member is not as they were seen. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateChangeRequestResponse> createChangeRequest(
        com.grantor.v1.CreateChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateChangeRequestMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one request with its comments.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetChangeRequestResponse> getChangeRequest(
        com.grantor.v1.GetChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetChangeRequestMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the requests of an organization, or of all organizations.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`. All organizations together: operators, and service
     * accounts with scope `read` for all.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListChangeRequestsResponse> listChangeRequests(
        com.grantor.v1.ListChangeRequestsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListChangeRequestsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the requests that the acting user opened, in every organization of which they are an
     * active member still.
     * May be called by every acting user.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListMyChangeRequestsResponse> listMyChangeRequests(
        com.grantor.v1.ListMyChangeRequestsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListMyChangeRequestsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Says something about a request, in whatever state it is. RESOURCE_EXHAUSTED: SIZE_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization; and operators, who
     * speak for the operator unless they manage users of the organization themselves.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AddChangeRequestCommentResponse> addChangeRequestComment(
        com.grantor.v1.AddChangeRequestCommentRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddChangeRequestCommentMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes up an open request: it is IN_PROGRESS from then on. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.StartChangeRequestResponse> startChangeRequest(
        com.grantor.v1.StartChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getStartChangeRequestMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Carries out a request that is OPEN or IN_PROGRESS: all that it asks for, and its new state, in
     * one change. A new user is a member of the organization and gets none of their own. If an account
     * has confirmed the email already, or was made for it by an operator or a request, an invitation
     * is sent there instead, and nothing of the account changes. Whoever else claims the email is in
     * nobody's way.
     * What cannot be applied says why, changes nothing and stays open. FAILED_PRECONDITION:
     * CHANGE_REQUEST_NOT_OPEN; CHANGE_REQUEST_OUTDATED where the member is not as they were seen (it
     * says what differs) or something it names is gone; REQUESTER_MAY_NO_LONGER where who opened it
     * does not hold `manage_users` any more or may not ask for that; LAST_LEGAL_REPRESENTATIVE,
     * EXTERNALLY_MANAGED, UPPER_ROLE_HOLDS_NO_GRANTS, PRODUCT_TYPE_RETIRED, SHUT_OUT.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, and SIZE_LIMIT where as many accounts claim the email
     * as may. ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN. PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ApplyChangeRequestResponse> applyChangeRequest(
        com.grantor.v1.ApplyChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getApplyChangeRequestMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Says no to a request, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: OWN_CHANGE_REQUEST.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RejectChangeRequestResponse> rejectChangeRequest(
        com.grantor.v1.RejectChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRejectChangeRequestMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes a request back, for good. FAILED_PRECONDITION: CHANGE_REQUEST_NOT_OPEN.
     * PERMISSION_DENIED: REQUESTER_REQUIRED for everybody but who opened it.
     * May be called by the acting user who opened it, while they are an active member.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CancelChangeRequestResponse> cancelChangeRequest(
        com.grantor.v1.CancelChangeRequestRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCancelChangeRequestMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_CHANGE_REQUEST = 0;
  private static final int METHODID_GET_CHANGE_REQUEST = 1;
  private static final int METHODID_LIST_CHANGE_REQUESTS = 2;
  private static final int METHODID_LIST_MY_CHANGE_REQUESTS = 3;
  private static final int METHODID_ADD_CHANGE_REQUEST_COMMENT = 4;
  private static final int METHODID_START_CHANGE_REQUEST = 5;
  private static final int METHODID_APPLY_CHANGE_REQUEST = 6;
  private static final int METHODID_REJECT_CHANGE_REQUEST = 7;
  private static final int METHODID_CANCEL_CHANGE_REQUEST = 8;

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
        case METHODID_CREATE_CHANGE_REQUEST:
          serviceImpl.createChangeRequest((com.grantor.v1.CreateChangeRequestRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateChangeRequestResponse>) responseObserver);
          break;
        case METHODID_GET_CHANGE_REQUEST:
          serviceImpl.getChangeRequest((com.grantor.v1.GetChangeRequestRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetChangeRequestResponse>) responseObserver);
          break;
        case METHODID_LIST_CHANGE_REQUESTS:
          serviceImpl.listChangeRequests((com.grantor.v1.ListChangeRequestsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListChangeRequestsResponse>) responseObserver);
          break;
        case METHODID_LIST_MY_CHANGE_REQUESTS:
          serviceImpl.listMyChangeRequests((com.grantor.v1.ListMyChangeRequestsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListMyChangeRequestsResponse>) responseObserver);
          break;
        case METHODID_ADD_CHANGE_REQUEST_COMMENT:
          serviceImpl.addChangeRequestComment((com.grantor.v1.AddChangeRequestCommentRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AddChangeRequestCommentResponse>) responseObserver);
          break;
        case METHODID_START_CHANGE_REQUEST:
          serviceImpl.startChangeRequest((com.grantor.v1.StartChangeRequestRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.StartChangeRequestResponse>) responseObserver);
          break;
        case METHODID_APPLY_CHANGE_REQUEST:
          serviceImpl.applyChangeRequest((com.grantor.v1.ApplyChangeRequestRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ApplyChangeRequestResponse>) responseObserver);
          break;
        case METHODID_REJECT_CHANGE_REQUEST:
          serviceImpl.rejectChangeRequest((com.grantor.v1.RejectChangeRequestRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RejectChangeRequestResponse>) responseObserver);
          break;
        case METHODID_CANCEL_CHANGE_REQUEST:
          serviceImpl.cancelChangeRequest((com.grantor.v1.CancelChangeRequestRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CancelChangeRequestResponse>) responseObserver);
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
          getCreateChangeRequestMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateChangeRequestRequest,
              com.grantor.v1.CreateChangeRequestResponse>(
                service, METHODID_CREATE_CHANGE_REQUEST)))
        .addMethod(
          getGetChangeRequestMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetChangeRequestRequest,
              com.grantor.v1.GetChangeRequestResponse>(
                service, METHODID_GET_CHANGE_REQUEST)))
        .addMethod(
          getListChangeRequestsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListChangeRequestsRequest,
              com.grantor.v1.ListChangeRequestsResponse>(
                service, METHODID_LIST_CHANGE_REQUESTS)))
        .addMethod(
          getListMyChangeRequestsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListMyChangeRequestsRequest,
              com.grantor.v1.ListMyChangeRequestsResponse>(
                service, METHODID_LIST_MY_CHANGE_REQUESTS)))
        .addMethod(
          getAddChangeRequestCommentMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AddChangeRequestCommentRequest,
              com.grantor.v1.AddChangeRequestCommentResponse>(
                service, METHODID_ADD_CHANGE_REQUEST_COMMENT)))
        .addMethod(
          getStartChangeRequestMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.StartChangeRequestRequest,
              com.grantor.v1.StartChangeRequestResponse>(
                service, METHODID_START_CHANGE_REQUEST)))
        .addMethod(
          getApplyChangeRequestMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ApplyChangeRequestRequest,
              com.grantor.v1.ApplyChangeRequestResponse>(
                service, METHODID_APPLY_CHANGE_REQUEST)))
        .addMethod(
          getRejectChangeRequestMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RejectChangeRequestRequest,
              com.grantor.v1.RejectChangeRequestResponse>(
                service, METHODID_REJECT_CHANGE_REQUEST)))
        .addMethod(
          getCancelChangeRequestMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CancelChangeRequestRequest,
              com.grantor.v1.CancelChangeRequestResponse>(
                service, METHODID_CANCEL_CHANGE_REQUEST)))
        .build();
  }

  private static abstract class ChangeRequestServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ChangeRequestServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.ChangeRequestProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("ChangeRequestService");
    }
  }

  private static final class ChangeRequestServiceFileDescriptorSupplier
      extends ChangeRequestServiceBaseDescriptorSupplier {
    ChangeRequestServiceFileDescriptorSupplier() {}
  }

  private static final class ChangeRequestServiceMethodDescriptorSupplier
      extends ChangeRequestServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ChangeRequestServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ChangeRequestServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ChangeRequestServiceFileDescriptorSupplier())
              .addMethod(getCreateChangeRequestMethod())
              .addMethod(getGetChangeRequestMethod())
              .addMethod(getListChangeRequestsMethod())
              .addMethod(getListMyChangeRequestsMethod())
              .addMethod(getAddChangeRequestCommentMethod())
              .addMethod(getStartChangeRequestMethod())
              .addMethod(getApplyChangeRequestMethod())
              .addMethod(getRejectChangeRequestMethod())
              .addMethod(getCancelChangeRequestMethod())
              .build();
        }
      }
    }
    return result;
  }
}
