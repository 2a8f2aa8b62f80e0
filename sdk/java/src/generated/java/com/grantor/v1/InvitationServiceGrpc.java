package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
 * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
 * good for one answer.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class InvitationServiceGrpc {

  private InvitationServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.InvitationService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateInvitationRequest,
      com.grantor.v1.CreateInvitationResponse> getCreateInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateInvitation",
      requestType = com.grantor.v1.CreateInvitationRequest.class,
      responseType = com.grantor.v1.CreateInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateInvitationRequest,
      com.grantor.v1.CreateInvitationResponse> getCreateInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateInvitationRequest, com.grantor.v1.CreateInvitationResponse> getCreateInvitationMethod;
    if ((getCreateInvitationMethod = InvitationServiceGrpc.getCreateInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getCreateInvitationMethod = InvitationServiceGrpc.getCreateInvitationMethod) == null) {
          InvitationServiceGrpc.getCreateInvitationMethod = getCreateInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateInvitationRequest, com.grantor.v1.CreateInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("CreateInvitation"))
              .build();
        }
      }
    }
    return getCreateInvitationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetInvitationRequest,
      com.grantor.v1.GetInvitationResponse> getGetInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetInvitation",
      requestType = com.grantor.v1.GetInvitationRequest.class,
      responseType = com.grantor.v1.GetInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetInvitationRequest,
      com.grantor.v1.GetInvitationResponse> getGetInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetInvitationRequest, com.grantor.v1.GetInvitationResponse> getGetInvitationMethod;
    if ((getGetInvitationMethod = InvitationServiceGrpc.getGetInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getGetInvitationMethod = InvitationServiceGrpc.getGetInvitationMethod) == null) {
          InvitationServiceGrpc.getGetInvitationMethod = getGetInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetInvitationRequest, com.grantor.v1.GetInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("GetInvitation"))
              .build();
        }
      }
    }
    return getGetInvitationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListInvitationsRequest,
      com.grantor.v1.ListInvitationsResponse> getListInvitationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListInvitations",
      requestType = com.grantor.v1.ListInvitationsRequest.class,
      responseType = com.grantor.v1.ListInvitationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListInvitationsRequest,
      com.grantor.v1.ListInvitationsResponse> getListInvitationsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListInvitationsRequest, com.grantor.v1.ListInvitationsResponse> getListInvitationsMethod;
    if ((getListInvitationsMethod = InvitationServiceGrpc.getListInvitationsMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getListInvitationsMethod = InvitationServiceGrpc.getListInvitationsMethod) == null) {
          InvitationServiceGrpc.getListInvitationsMethod = getListInvitationsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListInvitationsRequest, com.grantor.v1.ListInvitationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListInvitations"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListInvitationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListInvitationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("ListInvitations"))
              .build();
        }
      }
    }
    return getListInvitationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.WithdrawInvitationRequest,
      com.grantor.v1.WithdrawInvitationResponse> getWithdrawInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WithdrawInvitation",
      requestType = com.grantor.v1.WithdrawInvitationRequest.class,
      responseType = com.grantor.v1.WithdrawInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.WithdrawInvitationRequest,
      com.grantor.v1.WithdrawInvitationResponse> getWithdrawInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.WithdrawInvitationRequest, com.grantor.v1.WithdrawInvitationResponse> getWithdrawInvitationMethod;
    if ((getWithdrawInvitationMethod = InvitationServiceGrpc.getWithdrawInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getWithdrawInvitationMethod = InvitationServiceGrpc.getWithdrawInvitationMethod) == null) {
          InvitationServiceGrpc.getWithdrawInvitationMethod = getWithdrawInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.WithdrawInvitationRequest, com.grantor.v1.WithdrawInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WithdrawInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WithdrawInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WithdrawInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("WithdrawInvitation"))
              .build();
        }
      }
    }
    return getWithdrawInvitationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ResendInvitationRequest,
      com.grantor.v1.ResendInvitationResponse> getResendInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ResendInvitation",
      requestType = com.grantor.v1.ResendInvitationRequest.class,
      responseType = com.grantor.v1.ResendInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ResendInvitationRequest,
      com.grantor.v1.ResendInvitationResponse> getResendInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ResendInvitationRequest, com.grantor.v1.ResendInvitationResponse> getResendInvitationMethod;
    if ((getResendInvitationMethod = InvitationServiceGrpc.getResendInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getResendInvitationMethod = InvitationServiceGrpc.getResendInvitationMethod) == null) {
          InvitationServiceGrpc.getResendInvitationMethod = getResendInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ResendInvitationRequest, com.grantor.v1.ResendInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ResendInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ResendInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ResendInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("ResendInvitation"))
              .build();
        }
      }
    }
    return getResendInvitationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ViewInvitationRequest,
      com.grantor.v1.ViewInvitationResponse> getViewInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ViewInvitation",
      requestType = com.grantor.v1.ViewInvitationRequest.class,
      responseType = com.grantor.v1.ViewInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ViewInvitationRequest,
      com.grantor.v1.ViewInvitationResponse> getViewInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ViewInvitationRequest, com.grantor.v1.ViewInvitationResponse> getViewInvitationMethod;
    if ((getViewInvitationMethod = InvitationServiceGrpc.getViewInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getViewInvitationMethod = InvitationServiceGrpc.getViewInvitationMethod) == null) {
          InvitationServiceGrpc.getViewInvitationMethod = getViewInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ViewInvitationRequest, com.grantor.v1.ViewInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ViewInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ViewInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ViewInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("ViewInvitation"))
              .build();
        }
      }
    }
    return getViewInvitationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AcceptInvitationRequest,
      com.grantor.v1.AcceptInvitationResponse> getAcceptInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AcceptInvitation",
      requestType = com.grantor.v1.AcceptInvitationRequest.class,
      responseType = com.grantor.v1.AcceptInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AcceptInvitationRequest,
      com.grantor.v1.AcceptInvitationResponse> getAcceptInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AcceptInvitationRequest, com.grantor.v1.AcceptInvitationResponse> getAcceptInvitationMethod;
    if ((getAcceptInvitationMethod = InvitationServiceGrpc.getAcceptInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getAcceptInvitationMethod = InvitationServiceGrpc.getAcceptInvitationMethod) == null) {
          InvitationServiceGrpc.getAcceptInvitationMethod = getAcceptInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AcceptInvitationRequest, com.grantor.v1.AcceptInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AcceptInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AcceptInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AcceptInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("AcceptInvitation"))
              .build();
        }
      }
    }
    return getAcceptInvitationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RefuseInvitationRequest,
      com.grantor.v1.RefuseInvitationResponse> getRefuseInvitationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RefuseInvitation",
      requestType = com.grantor.v1.RefuseInvitationRequest.class,
      responseType = com.grantor.v1.RefuseInvitationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RefuseInvitationRequest,
      com.grantor.v1.RefuseInvitationResponse> getRefuseInvitationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RefuseInvitationRequest, com.grantor.v1.RefuseInvitationResponse> getRefuseInvitationMethod;
    if ((getRefuseInvitationMethod = InvitationServiceGrpc.getRefuseInvitationMethod) == null) {
      synchronized (InvitationServiceGrpc.class) {
        if ((getRefuseInvitationMethod = InvitationServiceGrpc.getRefuseInvitationMethod) == null) {
          InvitationServiceGrpc.getRefuseInvitationMethod = getRefuseInvitationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RefuseInvitationRequest, com.grantor.v1.RefuseInvitationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RefuseInvitation"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RefuseInvitationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RefuseInvitationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new InvitationServiceMethodDescriptorSupplier("RefuseInvitation"))
              .build();
        }
      }
    }
    return getRefuseInvitationMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static InvitationServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<InvitationServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<InvitationServiceStub>() {
        @java.lang.Override
        public InvitationServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new InvitationServiceStub(channel, callOptions);
        }
      };
    return InvitationServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static InvitationServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<InvitationServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<InvitationServiceBlockingV2Stub>() {
        @java.lang.Override
        public InvitationServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new InvitationServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return InvitationServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static InvitationServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<InvitationServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<InvitationServiceBlockingStub>() {
        @java.lang.Override
        public InvitationServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new InvitationServiceBlockingStub(channel, callOptions);
        }
      };
    return InvitationServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static InvitationServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<InvitationServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<InvitationServiceFutureStub>() {
        @java.lang.Override
        public InvitationServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new InvitationServiceFutureStub(channel, callOptions);
        }
      };
    return InvitationServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
   * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
   * good for one answer.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Invites somebody by email and mails them the link. Whether an account with that email exists
     * makes no difference and is not told.
     * Rules 1 and 3 of members hold: nobody gives what they do not hold, areas included
     * (GIVES_MORE_THAN_HELD), only a legal representative invites one
     * (LEGAL_REPRESENTATIVE_REQUIRED). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, WHITE_LABEL_OFF.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void createInvitation(com.grantor.v1.CreateInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateInvitationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one invitation. The secret of its link is never answered.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getInvitation(com.grantor.v1.GetInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetInvitationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists invitations of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listInvitations(com.grantor.v1.ListInvitationsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListInvitationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListInvitationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes an invitation back; its link is dead from then on. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void withdrawInvitation(com.grantor.v1.WithdrawInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WithdrawInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWithdrawInvitationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sends an open or expired invitation again, with a new link and a new time to answer it. The
     * older link is dead from then on. What it offers stays, and whoever sends it again is its sender from then on,
     * so they must be allowed to make that invitation now, as for CreateInvitation.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS, of one that
     * has expired: MEMBER_EXISTS, INVITATION_OPEN where another one to this email is open.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * ADMINISTRATOR_LIMIT, MAIL_LIMIT. ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void resendInvitation(com.grantor.v1.ResendInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ResendInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getResendInvitationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Shows an invitation to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. An invitation that is not open any more is shown with
     * its state.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    default void viewInvitation(com.grantor.v1.ViewInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ViewInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getViewInvitationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Accepts an invitation: with the link's token, or signed in as a user with the invited email,
     * which must be confirmed (EMAIL_NOT_CONFIRMED).
     * The token proves the mailbox. It accepts as the account that has the invited email confirmed;
     * else as the acting user, if that email is theirs and not confirmed yet, or waits to be, which
     * the token then does; else as the one account that an operator or a change request made for that
     * email and as which nobody has acted. Else it makes an account; a new user gets no organization
     * of their own. Whoever only says that the email is theirs gets nothing by it.
     * It is carried out only if whoever sent it could still do so now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. It never changes an existing membership
     * (MEMBER_EXISTS), and lets nobody in whom the organization has shut out (SHUT_OUT) unless the
     * invitation says so. FAILED_PRECONDITION also: INVITATION_NOT_OPEN, INVITATION_EXPIRED,
     * CHANGE_POLICY_BY_REQUEST. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    default void acceptInvitation(com.grantor.v1.AcceptInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AcceptInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAcceptInvitationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Refuses an invitation, for good: with the link's token, or signed in as a user with the
     * invited, confirmed email. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED, EMAIL_NOT_CONFIRMED.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    default void refuseInvitation(com.grantor.v1.RefuseInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RefuseInvitationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRefuseInvitationMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service InvitationService.
   * <pre>
   * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
   * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
   * good for one answer.
   * </pre>
   */
  public static abstract class InvitationServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return InvitationServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service InvitationService.
   * <pre>
   * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
   * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
   * good for one answer.
   * </pre>
   */
  public static final class InvitationServiceStub
      extends io.grpc.stub.AbstractAsyncStub<InvitationServiceStub> {
    private InvitationServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected InvitationServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new InvitationServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Invites somebody by email and mails them the link. Whether an account with that email exists
     * makes no difference and is not told.
     * Rules 1 and 3 of members hold: nobody gives what they do not hold, areas included
     * (GIVES_MORE_THAN_HELD), only a legal representative invites one
     * (LEGAL_REPRESENTATIVE_REQUIRED). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, WHITE_LABEL_OFF.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void createInvitation(com.grantor.v1.CreateInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateInvitationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one invitation. The secret of its link is never answered.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getInvitation(com.grantor.v1.GetInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetInvitationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists invitations of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listInvitations(com.grantor.v1.ListInvitationsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListInvitationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListInvitationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes an invitation back; its link is dead from then on. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void withdrawInvitation(com.grantor.v1.WithdrawInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WithdrawInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getWithdrawInvitationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sends an open or expired invitation again, with a new link and a new time to answer it. The
     * older link is dead from then on. What it offers stays, and whoever sends it again is its sender from then on,
     * so they must be allowed to make that invitation now, as for CreateInvitation.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS, of one that
     * has expired: MEMBER_EXISTS, INVITATION_OPEN where another one to this email is open.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * ADMINISTRATOR_LIMIT, MAIL_LIMIT. ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void resendInvitation(com.grantor.v1.ResendInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ResendInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getResendInvitationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Shows an invitation to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. An invitation that is not open any more is shown with
     * its state.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public void viewInvitation(com.grantor.v1.ViewInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ViewInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getViewInvitationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Accepts an invitation: with the link's token, or signed in as a user with the invited email,
     * which must be confirmed (EMAIL_NOT_CONFIRMED).
     * The token proves the mailbox. It accepts as the account that has the invited email confirmed;
     * else as the acting user, if that email is theirs and not confirmed yet, or waits to be, which
     * the token then does; else as the one account that an operator or a change request made for that
     * email and as which nobody has acted. Else it makes an account; a new user gets no organization
     * of their own. Whoever only says that the email is theirs gets nothing by it.
     * It is carried out only if whoever sent it could still do so now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. It never changes an existing membership
     * (MEMBER_EXISTS), and lets nobody in whom the organization has shut out (SHUT_OUT) unless the
     * invitation says so. FAILED_PRECONDITION also: INVITATION_NOT_OPEN, INVITATION_EXPIRED,
     * CHANGE_POLICY_BY_REQUEST. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public void acceptInvitation(com.grantor.v1.AcceptInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AcceptInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAcceptInvitationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Refuses an invitation, for good: with the link's token, or signed in as a user with the
     * invited, confirmed email. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED, EMAIL_NOT_CONFIRMED.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public void refuseInvitation(com.grantor.v1.RefuseInvitationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RefuseInvitationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRefuseInvitationMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service InvitationService.
   * <pre>
   * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
   * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
   * good for one answer.
   * </pre>
   */
  public static final class InvitationServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<InvitationServiceBlockingV2Stub> {
    private InvitationServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected InvitationServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new InvitationServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Invites somebody by email and mails them the link. Whether an account with that email exists
     * makes no difference and is not told.
     * Rules 1 and 3 of members hold: nobody gives what they do not hold, areas included
     * (GIVES_MORE_THAN_HELD), only a legal representative invites one
     * (LEGAL_REPRESENTATIVE_REQUIRED). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, WHITE_LABEL_OFF.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateInvitationResponse createInvitation(com.grantor.v1.CreateInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one invitation. The secret of its link is never answered.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetInvitationResponse getInvitation(com.grantor.v1.GetInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists invitations of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListInvitationsResponse listInvitations(com.grantor.v1.ListInvitationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListInvitationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes an invitation back; its link is dead from then on. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.WithdrawInvitationResponse withdrawInvitation(com.grantor.v1.WithdrawInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getWithdrawInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sends an open or expired invitation again, with a new link and a new time to answer it. The
     * older link is dead from then on. What it offers stays, and whoever sends it again is its sender from then on,
     * so they must be allowed to make that invitation now, as for CreateInvitation.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS, of one that
     * has expired: MEMBER_EXISTS, INVITATION_OPEN where another one to this email is open.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * ADMINISTRATOR_LIMIT, MAIL_LIMIT. ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ResendInvitationResponse resendInvitation(com.grantor.v1.ResendInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getResendInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Shows an invitation to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. An invitation that is not open any more is shown with
     * its state.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.ViewInvitationResponse viewInvitation(com.grantor.v1.ViewInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getViewInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Accepts an invitation: with the link's token, or signed in as a user with the invited email,
     * which must be confirmed (EMAIL_NOT_CONFIRMED).
     * The token proves the mailbox. It accepts as the account that has the invited email confirmed;
     * else as the acting user, if that email is theirs and not confirmed yet, or waits to be, which
     * the token then does; else as the one account that an operator or a change request made for that
     * email and as which nobody has acted. Else it makes an account; a new user gets no organization
     * of their own. Whoever only says that the email is theirs gets nothing by it.
     * It is carried out only if whoever sent it could still do so now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. It never changes an existing membership
     * (MEMBER_EXISTS), and lets nobody in whom the organization has shut out (SHUT_OUT) unless the
     * invitation says so. FAILED_PRECONDITION also: INVITATION_NOT_OPEN, INVITATION_EXPIRED,
     * CHANGE_POLICY_BY_REQUEST. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.AcceptInvitationResponse acceptInvitation(com.grantor.v1.AcceptInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAcceptInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Refuses an invitation, for good: with the link's token, or signed in as a user with the
     * invited, confirmed email. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED, EMAIL_NOT_CONFIRMED.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.RefuseInvitationResponse refuseInvitation(com.grantor.v1.RefuseInvitationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRefuseInvitationMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service InvitationService.
   * <pre>
   * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
   * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
   * good for one answer.
   * </pre>
   */
  public static final class InvitationServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<InvitationServiceBlockingStub> {
    private InvitationServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected InvitationServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new InvitationServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Invites somebody by email and mails them the link. Whether an account with that email exists
     * makes no difference and is not told.
     * Rules 1 and 3 of members hold: nobody gives what they do not hold, areas included
     * (GIVES_MORE_THAN_HELD), only a legal representative invites one
     * (LEGAL_REPRESENTATIVE_REQUIRED). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, WHITE_LABEL_OFF.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateInvitationResponse createInvitation(com.grantor.v1.CreateInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one invitation. The secret of its link is never answered.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetInvitationResponse getInvitation(com.grantor.v1.GetInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists invitations of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListInvitationsResponse listInvitations(com.grantor.v1.ListInvitationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListInvitationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes an invitation back; its link is dead from then on. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.WithdrawInvitationResponse withdrawInvitation(com.grantor.v1.WithdrawInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getWithdrawInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sends an open or expired invitation again, with a new link and a new time to answer it. The
     * older link is dead from then on. What it offers stays, and whoever sends it again is its sender from then on,
     * so they must be allowed to make that invitation now, as for CreateInvitation.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS, of one that
     * has expired: MEMBER_EXISTS, INVITATION_OPEN where another one to this email is open.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * ADMINISTRATOR_LIMIT, MAIL_LIMIT. ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ResendInvitationResponse resendInvitation(com.grantor.v1.ResendInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getResendInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Shows an invitation to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. An invitation that is not open any more is shown with
     * its state.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.ViewInvitationResponse viewInvitation(com.grantor.v1.ViewInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getViewInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Accepts an invitation: with the link's token, or signed in as a user with the invited email,
     * which must be confirmed (EMAIL_NOT_CONFIRMED).
     * The token proves the mailbox. It accepts as the account that has the invited email confirmed;
     * else as the acting user, if that email is theirs and not confirmed yet, or waits to be, which
     * the token then does; else as the one account that an operator or a change request made for that
     * email and as which nobody has acted. Else it makes an account; a new user gets no organization
     * of their own. Whoever only says that the email is theirs gets nothing by it.
     * It is carried out only if whoever sent it could still do so now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. It never changes an existing membership
     * (MEMBER_EXISTS), and lets nobody in whom the organization has shut out (SHUT_OUT) unless the
     * invitation says so. FAILED_PRECONDITION also: INVITATION_NOT_OPEN, INVITATION_EXPIRED,
     * CHANGE_POLICY_BY_REQUEST. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.AcceptInvitationResponse acceptInvitation(com.grantor.v1.AcceptInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAcceptInvitationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Refuses an invitation, for good: with the link's token, or signed in as a user with the
     * invited, confirmed email. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED, EMAIL_NOT_CONFIRMED.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.RefuseInvitationResponse refuseInvitation(com.grantor.v1.RefuseInvitationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRefuseInvitationMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service InvitationService.
   * <pre>
   * Invitations. Somebody new is invited by email, with role, areas, grants, teams and panel already
   * chosen; nothing of it holds before they accept. Opening the link answers nothing, and a link is
   * good for one answer.
   * </pre>
   */
  public static final class InvitationServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<InvitationServiceFutureStub> {
    private InvitationServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected InvitationServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new InvitationServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Invites somebody by email and mails them the link. Whether an account with that email exists
     * makes no difference and is not told.
     * Rules 1 and 3 of members hold: nobody gives what they do not hold, areas included
     * (GIVES_MORE_THAN_HELD), only a legal representative invites one
     * (LEGAL_REPRESENTATIVE_REQUIRED). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED, WHITE_LABEL_OFF.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateInvitationResponse> createInvitation(
        com.grantor.v1.CreateInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateInvitationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one invitation. The secret of its link is never answered.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetInvitationResponse> getInvitation(
        com.grantor.v1.GetInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetInvitationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists invitations of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListInvitationsResponse> listInvitations(
        com.grantor.v1.ListInvitationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListInvitationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes an invitation back; its link is dead from then on. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.WithdrawInvitationResponse> withdrawInvitation(
        com.grantor.v1.WithdrawInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getWithdrawInvitationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sends an open or expired invitation again, with a new link and a new time to answer it. The
     * older link is dead from then on. What it offers stays, and whoever sends it again is its sender from then on,
     * so they must be allowed to make that invitation now, as for CreateInvitation.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS, of one that
     * has expired: MEMBER_EXISTS, INVITATION_OPEN where another one to this email is open.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * ADMINISTRATOR_LIMIT, MAIL_LIMIT. ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ResendInvitationResponse> resendInvitation(
        com.grantor.v1.ResendInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getResendInvitationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Shows an invitation to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. An invitation that is not open any more is shown with
     * its state.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ViewInvitationResponse> viewInvitation(
        com.grantor.v1.ViewInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getViewInvitationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Accepts an invitation: with the link's token, or signed in as a user with the invited email,
     * which must be confirmed (EMAIL_NOT_CONFIRMED).
     * The token proves the mailbox. It accepts as the account that has the invited email confirmed;
     * else as the acting user, if that email is theirs and not confirmed yet, or waits to be, which
     * the token then does; else as the one account that an operator or a change request made for that
     * email and as which nobody has acted. Else it makes an account; a new user gets no organization
     * of their own. Whoever only says that the email is theirs gets nothing by it.
     * It is carried out only if whoever sent it could still do so now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. It never changes an existing membership
     * (MEMBER_EXISTS), and lets nobody in whom the organization has shut out (SHUT_OUT) unless the
     * invitation says so. FAILED_PRECONDITION also: INVITATION_NOT_OPEN, INVITATION_EXPIRED,
     * CHANGE_POLICY_BY_REQUEST. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AcceptInvitationResponse> acceptInvitation(
        com.grantor.v1.AcceptInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAcceptInvitationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Refuses an invitation, for good: with the link's token, or signed in as a user with the
     * invited, confirmed email. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED, EMAIL_NOT_CONFIRMED.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RefuseInvitationResponse> refuseInvitation(
        com.grantor.v1.RefuseInvitationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRefuseInvitationMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_INVITATION = 0;
  private static final int METHODID_GET_INVITATION = 1;
  private static final int METHODID_LIST_INVITATIONS = 2;
  private static final int METHODID_WITHDRAW_INVITATION = 3;
  private static final int METHODID_RESEND_INVITATION = 4;
  private static final int METHODID_VIEW_INVITATION = 5;
  private static final int METHODID_ACCEPT_INVITATION = 6;
  private static final int METHODID_REFUSE_INVITATION = 7;

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
        case METHODID_CREATE_INVITATION:
          serviceImpl.createInvitation((com.grantor.v1.CreateInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateInvitationResponse>) responseObserver);
          break;
        case METHODID_GET_INVITATION:
          serviceImpl.getInvitation((com.grantor.v1.GetInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetInvitationResponse>) responseObserver);
          break;
        case METHODID_LIST_INVITATIONS:
          serviceImpl.listInvitations((com.grantor.v1.ListInvitationsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListInvitationsResponse>) responseObserver);
          break;
        case METHODID_WITHDRAW_INVITATION:
          serviceImpl.withdrawInvitation((com.grantor.v1.WithdrawInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.WithdrawInvitationResponse>) responseObserver);
          break;
        case METHODID_RESEND_INVITATION:
          serviceImpl.resendInvitation((com.grantor.v1.ResendInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ResendInvitationResponse>) responseObserver);
          break;
        case METHODID_VIEW_INVITATION:
          serviceImpl.viewInvitation((com.grantor.v1.ViewInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ViewInvitationResponse>) responseObserver);
          break;
        case METHODID_ACCEPT_INVITATION:
          serviceImpl.acceptInvitation((com.grantor.v1.AcceptInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AcceptInvitationResponse>) responseObserver);
          break;
        case METHODID_REFUSE_INVITATION:
          serviceImpl.refuseInvitation((com.grantor.v1.RefuseInvitationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RefuseInvitationResponse>) responseObserver);
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
          getCreateInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateInvitationRequest,
              com.grantor.v1.CreateInvitationResponse>(
                service, METHODID_CREATE_INVITATION)))
        .addMethod(
          getGetInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetInvitationRequest,
              com.grantor.v1.GetInvitationResponse>(
                service, METHODID_GET_INVITATION)))
        .addMethod(
          getListInvitationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListInvitationsRequest,
              com.grantor.v1.ListInvitationsResponse>(
                service, METHODID_LIST_INVITATIONS)))
        .addMethod(
          getWithdrawInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.WithdrawInvitationRequest,
              com.grantor.v1.WithdrawInvitationResponse>(
                service, METHODID_WITHDRAW_INVITATION)))
        .addMethod(
          getResendInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ResendInvitationRequest,
              com.grantor.v1.ResendInvitationResponse>(
                service, METHODID_RESEND_INVITATION)))
        .addMethod(
          getViewInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ViewInvitationRequest,
              com.grantor.v1.ViewInvitationResponse>(
                service, METHODID_VIEW_INVITATION)))
        .addMethod(
          getAcceptInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AcceptInvitationRequest,
              com.grantor.v1.AcceptInvitationResponse>(
                service, METHODID_ACCEPT_INVITATION)))
        .addMethod(
          getRefuseInvitationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RefuseInvitationRequest,
              com.grantor.v1.RefuseInvitationResponse>(
                service, METHODID_REFUSE_INVITATION)))
        .build();
  }

  private static abstract class InvitationServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    InvitationServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.InvitationProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("InvitationService");
    }
  }

  private static final class InvitationServiceFileDescriptorSupplier
      extends InvitationServiceBaseDescriptorSupplier {
    InvitationServiceFileDescriptorSupplier() {}
  }

  private static final class InvitationServiceMethodDescriptorSupplier
      extends InvitationServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    InvitationServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (InvitationServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new InvitationServiceFileDescriptorSupplier())
              .addMethod(getCreateInvitationMethod())
              .addMethod(getGetInvitationMethod())
              .addMethod(getListInvitationsMethod())
              .addMethod(getWithdrawInvitationMethod())
              .addMethod(getResendInvitationMethod())
              .addMethod(getViewInvitationMethod())
              .addMethod(getAcceptInvitationMethod())
              .addMethod(getRefuseInvitationMethod())
              .build();
        }
      }
    }
    return result;
  }
}
