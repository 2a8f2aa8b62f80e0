package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * People. A user has one account on the whole platform and can be a member of many organizations.
 * An account is not an organization's to change: members are changed by MemberService.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class UserServiceGrpc {

  private UserServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.UserService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RegisterUserRequest,
      com.grantor.v1.RegisterUserResponse> getRegisterUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RegisterUser",
      requestType = com.grantor.v1.RegisterUserRequest.class,
      responseType = com.grantor.v1.RegisterUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RegisterUserRequest,
      com.grantor.v1.RegisterUserResponse> getRegisterUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RegisterUserRequest, com.grantor.v1.RegisterUserResponse> getRegisterUserMethod;
    if ((getRegisterUserMethod = UserServiceGrpc.getRegisterUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getRegisterUserMethod = UserServiceGrpc.getRegisterUserMethod) == null) {
          UserServiceGrpc.getRegisterUserMethod = getRegisterUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RegisterUserRequest, com.grantor.v1.RegisterUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RegisterUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RegisterUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RegisterUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("RegisterUser"))
              .build();
        }
      }
    }
    return getRegisterUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetUserRequest,
      com.grantor.v1.GetUserResponse> getGetUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetUser",
      requestType = com.grantor.v1.GetUserRequest.class,
      responseType = com.grantor.v1.GetUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetUserRequest,
      com.grantor.v1.GetUserResponse> getGetUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetUserRequest, com.grantor.v1.GetUserResponse> getGetUserMethod;
    if ((getGetUserMethod = UserServiceGrpc.getGetUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getGetUserMethod = UserServiceGrpc.getGetUserMethod) == null) {
          UserServiceGrpc.getGetUserMethod = getGetUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetUserRequest, com.grantor.v1.GetUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("GetUser"))
              .build();
        }
      }
    }
    return getGetUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.FindUserRequest,
      com.grantor.v1.FindUserResponse> getFindUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "FindUser",
      requestType = com.grantor.v1.FindUserRequest.class,
      responseType = com.grantor.v1.FindUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.FindUserRequest,
      com.grantor.v1.FindUserResponse> getFindUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.FindUserRequest, com.grantor.v1.FindUserResponse> getFindUserMethod;
    if ((getFindUserMethod = UserServiceGrpc.getFindUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getFindUserMethod = UserServiceGrpc.getFindUserMethod) == null) {
          UserServiceGrpc.getFindUserMethod = getFindUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.FindUserRequest, com.grantor.v1.FindUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "FindUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.FindUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.FindUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("FindUser"))
              .build();
        }
      }
    }
    return getFindUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.FindClaimsRequest,
      com.grantor.v1.FindClaimsResponse> getFindClaimsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "FindClaims",
      requestType = com.grantor.v1.FindClaimsRequest.class,
      responseType = com.grantor.v1.FindClaimsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.FindClaimsRequest,
      com.grantor.v1.FindClaimsResponse> getFindClaimsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.FindClaimsRequest, com.grantor.v1.FindClaimsResponse> getFindClaimsMethod;
    if ((getFindClaimsMethod = UserServiceGrpc.getFindClaimsMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getFindClaimsMethod = UserServiceGrpc.getFindClaimsMethod) == null) {
          UserServiceGrpc.getFindClaimsMethod = getFindClaimsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.FindClaimsRequest, com.grantor.v1.FindClaimsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "FindClaims"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.FindClaimsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.FindClaimsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("FindClaims"))
              .build();
        }
      }
    }
    return getFindClaimsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateUserRequest,
      com.grantor.v1.UpdateUserResponse> getUpdateUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateUser",
      requestType = com.grantor.v1.UpdateUserRequest.class,
      responseType = com.grantor.v1.UpdateUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateUserRequest,
      com.grantor.v1.UpdateUserResponse> getUpdateUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateUserRequest, com.grantor.v1.UpdateUserResponse> getUpdateUserMethod;
    if ((getUpdateUserMethod = UserServiceGrpc.getUpdateUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getUpdateUserMethod = UserServiceGrpc.getUpdateUserMethod) == null) {
          UserServiceGrpc.getUpdateUserMethod = getUpdateUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateUserRequest, com.grantor.v1.UpdateUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("UpdateUser"))
              .build();
        }
      }
    }
    return getUpdateUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ConfirmEmailRequest,
      com.grantor.v1.ConfirmEmailResponse> getConfirmEmailMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ConfirmEmail",
      requestType = com.grantor.v1.ConfirmEmailRequest.class,
      responseType = com.grantor.v1.ConfirmEmailResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ConfirmEmailRequest,
      com.grantor.v1.ConfirmEmailResponse> getConfirmEmailMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ConfirmEmailRequest, com.grantor.v1.ConfirmEmailResponse> getConfirmEmailMethod;
    if ((getConfirmEmailMethod = UserServiceGrpc.getConfirmEmailMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getConfirmEmailMethod = UserServiceGrpc.getConfirmEmailMethod) == null) {
          UserServiceGrpc.getConfirmEmailMethod = getConfirmEmailMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ConfirmEmailRequest, com.grantor.v1.ConfirmEmailResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ConfirmEmail"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ConfirmEmailRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ConfirmEmailResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("ConfirmEmail"))
              .build();
        }
      }
    }
    return getConfirmEmailMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeactivateUserRequest,
      com.grantor.v1.DeactivateUserResponse> getDeactivateUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeactivateUser",
      requestType = com.grantor.v1.DeactivateUserRequest.class,
      responseType = com.grantor.v1.DeactivateUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeactivateUserRequest,
      com.grantor.v1.DeactivateUserResponse> getDeactivateUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeactivateUserRequest, com.grantor.v1.DeactivateUserResponse> getDeactivateUserMethod;
    if ((getDeactivateUserMethod = UserServiceGrpc.getDeactivateUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getDeactivateUserMethod = UserServiceGrpc.getDeactivateUserMethod) == null) {
          UserServiceGrpc.getDeactivateUserMethod = getDeactivateUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeactivateUserRequest, com.grantor.v1.DeactivateUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeactivateUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeactivateUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeactivateUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("DeactivateUser"))
              .build();
        }
      }
    }
    return getDeactivateUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ReactivateUserRequest,
      com.grantor.v1.ReactivateUserResponse> getReactivateUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReactivateUser",
      requestType = com.grantor.v1.ReactivateUserRequest.class,
      responseType = com.grantor.v1.ReactivateUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ReactivateUserRequest,
      com.grantor.v1.ReactivateUserResponse> getReactivateUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ReactivateUserRequest, com.grantor.v1.ReactivateUserResponse> getReactivateUserMethod;
    if ((getReactivateUserMethod = UserServiceGrpc.getReactivateUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getReactivateUserMethod = UserServiceGrpc.getReactivateUserMethod) == null) {
          UserServiceGrpc.getReactivateUserMethod = getReactivateUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ReactivateUserRequest, com.grantor.v1.ReactivateUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReactivateUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReactivateUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReactivateUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("ReactivateUser"))
              .build();
        }
      }
    }
    return getReactivateUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.EraseUserRequest,
      com.grantor.v1.EraseUserResponse> getEraseUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "EraseUser",
      requestType = com.grantor.v1.EraseUserRequest.class,
      responseType = com.grantor.v1.EraseUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.EraseUserRequest,
      com.grantor.v1.EraseUserResponse> getEraseUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.EraseUserRequest, com.grantor.v1.EraseUserResponse> getEraseUserMethod;
    if ((getEraseUserMethod = UserServiceGrpc.getEraseUserMethod) == null) {
      synchronized (UserServiceGrpc.class) {
        if ((getEraseUserMethod = UserServiceGrpc.getEraseUserMethod) == null) {
          UserServiceGrpc.getEraseUserMethod = getEraseUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.EraseUserRequest, com.grantor.v1.EraseUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "EraseUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.EraseUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.EraseUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new UserServiceMethodDescriptorSupplier("EraseUser"))
              .build();
        }
      }
    }
    return getEraseUserMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static UserServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<UserServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<UserServiceStub>() {
        @java.lang.Override
        public UserServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new UserServiceStub(channel, callOptions);
        }
      };
    return UserServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static UserServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<UserServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<UserServiceBlockingV2Stub>() {
        @java.lang.Override
        public UserServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new UserServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return UserServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static UserServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<UserServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<UserServiceBlockingStub>() {
        @java.lang.Override
        public UserServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new UserServiceBlockingStub(channel, callOptions);
        }
      };
    return UserServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static UserServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<UserServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<UserServiceFutureStub>() {
        @java.lang.Override
        public UserServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new UserServiceFutureStub(channel, callOptions);
        }
      };
    return UserServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * People. A user has one account on the whole platform and can be a member of many organizations.
   * An account is not an organization's to change: members are changed by MemberService.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Opens an account, together with an organization of the user's own, of which they are the
     * legal representative. Somebody who is to join an existing organization is invited instead
     * (InvitationService).
     * An email counts once it is confirmed. Until then it is a claim, which several accounts may
     * have: it is void while another has the email confirmed, which only whoever opens the link
     * learns. With `email_confirmed` an email that another has confirmed is ALREADY_EXISTS:
     * EMAIL_TAKEN; to an operator also one that an account was made for by an operator or a change
     * request. ALREADY_EXISTS also: ID_TAKEN. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts
     * claim the email as may.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    default void registerUser(com.grantor.v1.RegisterUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RegisterUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRegisterUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one user. An erased user is answered without personal data.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read` or `users.write`.
     * </pre>
     */
    default void getUser(com.grantor.v1.GetUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Finds a user by confirmed email. NOT_FOUND if nobody has confirmed it, or if the caller may not
     * know; users find only themselves.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    default void findUser(com.grantor.v1.FindUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.FindUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getFindUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers the accounts that claim an email, the oldest first, and who has it confirmed. A claim
     * counts for nothing; while somebody has the email confirmed it is void.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    default void findClaims(com.grantor.v1.FindClaimsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.FindClaimsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getFindClaimsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the user's own data. A new email is pending until it is confirmed by the link sent
     * there (ConfirmEmail): a claim, as at registration. Until then an old one that was confirmed
     * counts.
     * ALREADY_EXISTS: EMAIL_TAKEN, with `email_confirmed` and to operators; everybody else learns it
     * by the link. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts claim the email as may.
     * FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    default void updateUser(com.grantor.v1.UpdateUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Confirms an email with the token of the link that was sent to it. From then on it is the
     * user's email, and all other claims of it are void.
     * The link proves whose mailbox it is, not whose account, so the acting user must be the one that
     * the token is for: else PERMISSION_DENIED (ACTING_USER_REQUIRED). The token alone is enough for
     * an account that an operator or a change request made, until somebody has acted as it.
     * NOT_FOUND for a token that is not good. ALREADY_EXISTS: EMAIL_TAKEN, if somebody else has
     * confirmed it; that user or an operator sets it free by another email. FAILED_PRECONDITION:
     * USER_INACTIVE.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    default void confirmEmail(com.grantor.v1.ConfirmEmailRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ConfirmEmailResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getConfirmEmailMethod(), responseObserver);
    }

    /**
     * <pre>
     * Stops the user in all organizations at once, as for a stolen account. Memberships and grants
     * stay, and give nothing.
     * The answer names the organizations which are left without an acting legal representative. One
     * who is deactivated already is answered unchanged. FAILED_PRECONDITION: USER_INACTIVE for an
     * erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    default void deactivateUser(com.grantor.v1.DeactivateUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeactivateUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeactivateUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lets a deactivated user act again, with what they have by then. One who is active is answered
     * unchanged. FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    default void reactivateUser(com.grantor.v1.ReactivateUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReactivateUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReactivateUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes the user's personal data for ever, from the change log too; it can't be undone. The
     * id stays in the history, the user has no access any more, and the email is free again.
     * One who is erased already is answered unchanged.
     * Nobody erases themselves as the last active legal representative of an organization that has
     * other members: FAILED_PRECONDITION (LAST_LEGAL_REPRESENTATIVE) names the organizations. The
     * operator may always.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    default void eraseUser(com.grantor.v1.EraseUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.EraseUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getEraseUserMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service UserService.
   * <pre>
   * People. A user has one account on the whole platform and can be a member of many organizations.
   * An account is not an organization's to change: members are changed by MemberService.
   * </pre>
   */
  public static abstract class UserServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return UserServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service UserService.
   * <pre>
   * People. A user has one account on the whole platform and can be a member of many organizations.
   * An account is not an organization's to change: members are changed by MemberService.
   * </pre>
   */
  public static final class UserServiceStub
      extends io.grpc.stub.AbstractAsyncStub<UserServiceStub> {
    private UserServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected UserServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new UserServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Opens an account, together with an organization of the user's own, of which they are the
     * legal representative. Somebody who is to join an existing organization is invited instead
     * (InvitationService).
     * An email counts once it is confirmed. Until then it is a claim, which several accounts may
     * have: it is void while another has the email confirmed, which only whoever opens the link
     * learns. With `email_confirmed` an email that another has confirmed is ALREADY_EXISTS:
     * EMAIL_TAKEN; to an operator also one that an account was made for by an operator or a change
     * request. ALREADY_EXISTS also: ID_TAKEN. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts
     * claim the email as may.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public void registerUser(com.grantor.v1.RegisterUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RegisterUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRegisterUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one user. An erased user is answered without personal data.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read` or `users.write`.
     * </pre>
     */
    public void getUser(com.grantor.v1.GetUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Finds a user by confirmed email. NOT_FOUND if nobody has confirmed it, or if the caller may not
     * know; users find only themselves.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public void findUser(com.grantor.v1.FindUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.FindUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getFindUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers the accounts that claim an email, the oldest first, and who has it confirmed. A claim
     * counts for nothing; while somebody has the email confirmed it is void.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public void findClaims(com.grantor.v1.FindClaimsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.FindClaimsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getFindClaimsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the user's own data. A new email is pending until it is confirmed by the link sent
     * there (ConfirmEmail): a claim, as at registration. Until then an old one that was confirmed
     * counts.
     * ALREADY_EXISTS: EMAIL_TAKEN, with `email_confirmed` and to operators; everybody else learns it
     * by the link. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts claim the email as may.
     * FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public void updateUser(com.grantor.v1.UpdateUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Confirms an email with the token of the link that was sent to it. From then on it is the
     * user's email, and all other claims of it are void.
     * The link proves whose mailbox it is, not whose account, so the acting user must be the one that
     * the token is for: else PERMISSION_DENIED (ACTING_USER_REQUIRED). The token alone is enough for
     * an account that an operator or a change request made, until somebody has acted as it.
     * NOT_FOUND for a token that is not good. ALREADY_EXISTS: EMAIL_TAKEN, if somebody else has
     * confirmed it; that user or an operator sets it free by another email. FAILED_PRECONDITION:
     * USER_INACTIVE.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public void confirmEmail(com.grantor.v1.ConfirmEmailRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ConfirmEmailResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getConfirmEmailMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Stops the user in all organizations at once, as for a stolen account. Memberships and grants
     * stay, and give nothing.
     * The answer names the organizations which are left without an acting legal representative. One
     * who is deactivated already is answered unchanged. FAILED_PRECONDITION: USER_INACTIVE for an
     * erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public void deactivateUser(com.grantor.v1.DeactivateUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeactivateUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeactivateUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lets a deactivated user act again, with what they have by then. One who is active is answered
     * unchanged. FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public void reactivateUser(com.grantor.v1.ReactivateUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReactivateUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReactivateUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes the user's personal data for ever, from the change log too; it can't be undone. The
     * id stays in the history, the user has no access any more, and the email is free again.
     * One who is erased already is answered unchanged.
     * Nobody erases themselves as the last active legal representative of an organization that has
     * other members: FAILED_PRECONDITION (LAST_LEGAL_REPRESENTATIVE) names the organizations. The
     * operator may always.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public void eraseUser(com.grantor.v1.EraseUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.EraseUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getEraseUserMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service UserService.
   * <pre>
   * People. A user has one account on the whole platform and can be a member of many organizations.
   * An account is not an organization's to change: members are changed by MemberService.
   * </pre>
   */
  public static final class UserServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<UserServiceBlockingV2Stub> {
    private UserServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected UserServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new UserServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Opens an account, together with an organization of the user's own, of which they are the
     * legal representative. Somebody who is to join an existing organization is invited instead
     * (InvitationService).
     * An email counts once it is confirmed. Until then it is a claim, which several accounts may
     * have: it is void while another has the email confirmed, which only whoever opens the link
     * learns. With `email_confirmed` an email that another has confirmed is ALREADY_EXISTS:
     * EMAIL_TAKEN; to an operator also one that an account was made for by an operator or a change
     * request. ALREADY_EXISTS also: ID_TAKEN. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts
     * claim the email as may.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.RegisterUserResponse registerUser(com.grantor.v1.RegisterUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRegisterUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one user. An erased user is answered without personal data.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read` or `users.write`.
     * </pre>
     */
    public com.grantor.v1.GetUserResponse getUser(com.grantor.v1.GetUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds a user by confirmed email. NOT_FOUND if nobody has confirmed it, or if the caller may not
     * know; users find only themselves.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.FindUserResponse findUser(com.grantor.v1.FindUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getFindUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers the accounts that claim an email, the oldest first, and who has it confirmed. A claim
     * counts for nothing; while somebody has the email confirmed it is void.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.FindClaimsResponse findClaims(com.grantor.v1.FindClaimsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getFindClaimsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the user's own data. A new email is pending until it is confirmed by the link sent
     * there (ConfirmEmail): a claim, as at registration. Until then an old one that was confirmed
     * counts.
     * ALREADY_EXISTS: EMAIL_TAKEN, with `email_confirmed` and to operators; everybody else learns it
     * by the link. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts claim the email as may.
     * FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.UpdateUserResponse updateUser(com.grantor.v1.UpdateUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Confirms an email with the token of the link that was sent to it. From then on it is the
     * user's email, and all other claims of it are void.
     * The link proves whose mailbox it is, not whose account, so the acting user must be the one that
     * the token is for: else PERMISSION_DENIED (ACTING_USER_REQUIRED). The token alone is enough for
     * an account that an operator or a change request made, until somebody has acted as it.
     * NOT_FOUND for a token that is not good. ALREADY_EXISTS: EMAIL_TAKEN, if somebody else has
     * confirmed it; that user or an operator sets it free by another email. FAILED_PRECONDITION:
     * USER_INACTIVE.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.ConfirmEmailResponse confirmEmail(com.grantor.v1.ConfirmEmailRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getConfirmEmailMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Stops the user in all organizations at once, as for a stolen account. Memberships and grants
     * stay, and give nothing.
     * The answer names the organizations which are left without an acting legal representative. One
     * who is deactivated already is answered unchanged. FAILED_PRECONDITION: USER_INACTIVE for an
     * erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.DeactivateUserResponse deactivateUser(com.grantor.v1.DeactivateUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeactivateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lets a deactivated user act again, with what they have by then. One who is active is answered
     * unchanged. FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.ReactivateUserResponse reactivateUser(com.grantor.v1.ReactivateUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReactivateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the user's personal data for ever, from the change log too; it can't be undone. The
     * id stays in the history, the user has no access any more, and the email is free again.
     * One who is erased already is answered unchanged.
     * Nobody erases themselves as the last active legal representative of an organization that has
     * other members: FAILED_PRECONDITION (LAST_LEGAL_REPRESENTATIVE) names the organizations. The
     * operator may always.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.EraseUserResponse eraseUser(com.grantor.v1.EraseUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getEraseUserMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service UserService.
   * <pre>
   * People. A user has one account on the whole platform and can be a member of many organizations.
   * An account is not an organization's to change: members are changed by MemberService.
   * </pre>
   */
  public static final class UserServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<UserServiceBlockingStub> {
    private UserServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected UserServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new UserServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Opens an account, together with an organization of the user's own, of which they are the
     * legal representative. Somebody who is to join an existing organization is invited instead
     * (InvitationService).
     * An email counts once it is confirmed. Until then it is a claim, which several accounts may
     * have: it is void while another has the email confirmed, which only whoever opens the link
     * learns. With `email_confirmed` an email that another has confirmed is ALREADY_EXISTS:
     * EMAIL_TAKEN; to an operator also one that an account was made for by an operator or a change
     * request. ALREADY_EXISTS also: ID_TAKEN. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts
     * claim the email as may.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.RegisterUserResponse registerUser(com.grantor.v1.RegisterUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRegisterUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one user. An erased user is answered without personal data.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read` or `users.write`.
     * </pre>
     */
    public com.grantor.v1.GetUserResponse getUser(com.grantor.v1.GetUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds a user by confirmed email. NOT_FOUND if nobody has confirmed it, or if the caller may not
     * know; users find only themselves.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.FindUserResponse findUser(com.grantor.v1.FindUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getFindUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers the accounts that claim an email, the oldest first, and who has it confirmed. A claim
     * counts for nothing; while somebody has the email confirmed it is void.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.FindClaimsResponse findClaims(com.grantor.v1.FindClaimsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getFindClaimsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the user's own data. A new email is pending until it is confirmed by the link sent
     * there (ConfirmEmail): a claim, as at registration. Until then an old one that was confirmed
     * counts.
     * ALREADY_EXISTS: EMAIL_TAKEN, with `email_confirmed` and to operators; everybody else learns it
     * by the link. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts claim the email as may.
     * FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.UpdateUserResponse updateUser(com.grantor.v1.UpdateUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Confirms an email with the token of the link that was sent to it. From then on it is the
     * user's email, and all other claims of it are void.
     * The link proves whose mailbox it is, not whose account, so the acting user must be the one that
     * the token is for: else PERMISSION_DENIED (ACTING_USER_REQUIRED). The token alone is enough for
     * an account that an operator or a change request made, until somebody has acted as it.
     * NOT_FOUND for a token that is not good. ALREADY_EXISTS: EMAIL_TAKEN, if somebody else has
     * confirmed it; that user or an operator sets it free by another email. FAILED_PRECONDITION:
     * USER_INACTIVE.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.grantor.v1.ConfirmEmailResponse confirmEmail(com.grantor.v1.ConfirmEmailRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getConfirmEmailMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Stops the user in all organizations at once, as for a stolen account. Memberships and grants
     * stay, and give nothing.
     * The answer names the organizations which are left without an acting legal representative. One
     * who is deactivated already is answered unchanged. FAILED_PRECONDITION: USER_INACTIVE for an
     * erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.DeactivateUserResponse deactivateUser(com.grantor.v1.DeactivateUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeactivateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lets a deactivated user act again, with what they have by then. One who is active is answered
     * unchanged. FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.ReactivateUserResponse reactivateUser(com.grantor.v1.ReactivateUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReactivateUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes the user's personal data for ever, from the change log too; it can't be undone. The
     * id stays in the history, the user has no access any more, and the email is free again.
     * One who is erased already is answered unchanged.
     * Nobody erases themselves as the last active legal representative of an organization that has
     * other members: FAILED_PRECONDITION (LAST_LEGAL_REPRESENTATIVE) names the organizations. The
     * operator may always.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.grantor.v1.EraseUserResponse eraseUser(com.grantor.v1.EraseUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getEraseUserMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service UserService.
   * <pre>
   * People. A user has one account on the whole platform and can be a member of many organizations.
   * An account is not an organization's to change: members are changed by MemberService.
   * </pre>
   */
  public static final class UserServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<UserServiceFutureStub> {
    private UserServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected UserServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new UserServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Opens an account, together with an organization of the user's own, of which they are the
     * legal representative. Somebody who is to join an existing organization is invited instead
     * (InvitationService).
     * An email counts once it is confirmed. Until then it is a claim, which several accounts may
     * have: it is void while another has the email confirmed, which only whoever opens the link
     * learns. With `email_confirmed` an email that another has confirmed is ALREADY_EXISTS:
     * EMAIL_TAKEN; to an operator also one that an account was made for by an operator or a change
     * request. ALREADY_EXISTS also: ID_TAKEN. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts
     * claim the email as may.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RegisterUserResponse> registerUser(
        com.grantor.v1.RegisterUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRegisterUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one user. An erased user is answered without personal data.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read` or `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetUserResponse> getUser(
        com.grantor.v1.GetUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Finds a user by confirmed email. NOT_FOUND if nobody has confirmed it, or if the caller may not
     * know; users find only themselves.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.FindUserResponse> findUser(
        com.grantor.v1.FindUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getFindUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers the accounts that claim an email, the oldest first, and who has it confirmed. A claim
     * counts for nothing; while somebody has the email confirmed it is void.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.FindClaimsResponse> findClaims(
        com.grantor.v1.FindClaimsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getFindClaimsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the user's own data. A new email is pending until it is confirmed by the link sent
     * there (ConfirmEmail): a claim, as at registration. Until then an old one that was confirmed
     * counts.
     * ALREADY_EXISTS: EMAIL_TAKEN, with `email_confirmed` and to operators; everybody else learns it
     * by the link. RESOURCE_EXHAUSTED: SIZE_LIMIT, where as many accounts claim the email as may.
     * FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateUserResponse> updateUser(
        com.grantor.v1.UpdateUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Confirms an email with the token of the link that was sent to it. From then on it is the
     * user's email, and all other claims of it are void.
     * The link proves whose mailbox it is, not whose account, so the acting user must be the one that
     * the token is for: else PERMISSION_DENIED (ACTING_USER_REQUIRED). The token alone is enough for
     * an account that an operator or a change request made, until somebody has acted as it.
     * NOT_FOUND for a token that is not good. ALREADY_EXISTS: EMAIL_TAKEN, if somebody else has
     * confirmed it; that user or an operator sets it free by another email. FAILED_PRECONDITION:
     * USER_INACTIVE.
     * May be called by every authenticated caller; Grantor's own page does it too, by the token.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ConfirmEmailResponse> confirmEmail(
        com.grantor.v1.ConfirmEmailRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getConfirmEmailMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Stops the user in all organizations at once, as for a stolen account. Memberships and grants
     * stay, and give nothing.
     * The answer names the organizations which are left without an acting legal representative. One
     * who is deactivated already is answered unchanged. FAILED_PRECONDITION: USER_INACTIVE for an
     * erased user.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeactivateUserResponse> deactivateUser(
        com.grantor.v1.DeactivateUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeactivateUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lets a deactivated user act again, with what they have by then. One who is active is answered
     * unchanged. FAILED_PRECONDITION: USER_INACTIVE for an erased user.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ReactivateUserResponse> reactivateUser(
        com.grantor.v1.ReactivateUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReactivateUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes the user's personal data for ever, from the change log too; it can't be undone. The
     * id stays in the history, the user has no access any more, and the email is free again.
     * One who is erased already is answered unchanged.
     * Nobody erases themselves as the last active legal representative of an organization that has
     * other members: FAILED_PRECONDITION (LAST_LEGAL_REPRESENTATIVE) names the organizations. The
     * operator may always.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.EraseUserResponse> eraseUser(
        com.grantor.v1.EraseUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getEraseUserMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_REGISTER_USER = 0;
  private static final int METHODID_GET_USER = 1;
  private static final int METHODID_FIND_USER = 2;
  private static final int METHODID_FIND_CLAIMS = 3;
  private static final int METHODID_UPDATE_USER = 4;
  private static final int METHODID_CONFIRM_EMAIL = 5;
  private static final int METHODID_DEACTIVATE_USER = 6;
  private static final int METHODID_REACTIVATE_USER = 7;
  private static final int METHODID_ERASE_USER = 8;

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
        case METHODID_REGISTER_USER:
          serviceImpl.registerUser((com.grantor.v1.RegisterUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RegisterUserResponse>) responseObserver);
          break;
        case METHODID_GET_USER:
          serviceImpl.getUser((com.grantor.v1.GetUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetUserResponse>) responseObserver);
          break;
        case METHODID_FIND_USER:
          serviceImpl.findUser((com.grantor.v1.FindUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.FindUserResponse>) responseObserver);
          break;
        case METHODID_FIND_CLAIMS:
          serviceImpl.findClaims((com.grantor.v1.FindClaimsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.FindClaimsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_USER:
          serviceImpl.updateUser((com.grantor.v1.UpdateUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateUserResponse>) responseObserver);
          break;
        case METHODID_CONFIRM_EMAIL:
          serviceImpl.confirmEmail((com.grantor.v1.ConfirmEmailRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ConfirmEmailResponse>) responseObserver);
          break;
        case METHODID_DEACTIVATE_USER:
          serviceImpl.deactivateUser((com.grantor.v1.DeactivateUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeactivateUserResponse>) responseObserver);
          break;
        case METHODID_REACTIVATE_USER:
          serviceImpl.reactivateUser((com.grantor.v1.ReactivateUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ReactivateUserResponse>) responseObserver);
          break;
        case METHODID_ERASE_USER:
          serviceImpl.eraseUser((com.grantor.v1.EraseUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.EraseUserResponse>) responseObserver);
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
          getRegisterUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RegisterUserRequest,
              com.grantor.v1.RegisterUserResponse>(
                service, METHODID_REGISTER_USER)))
        .addMethod(
          getGetUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetUserRequest,
              com.grantor.v1.GetUserResponse>(
                service, METHODID_GET_USER)))
        .addMethod(
          getFindUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.FindUserRequest,
              com.grantor.v1.FindUserResponse>(
                service, METHODID_FIND_USER)))
        .addMethod(
          getFindClaimsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.FindClaimsRequest,
              com.grantor.v1.FindClaimsResponse>(
                service, METHODID_FIND_CLAIMS)))
        .addMethod(
          getUpdateUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateUserRequest,
              com.grantor.v1.UpdateUserResponse>(
                service, METHODID_UPDATE_USER)))
        .addMethod(
          getConfirmEmailMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ConfirmEmailRequest,
              com.grantor.v1.ConfirmEmailResponse>(
                service, METHODID_CONFIRM_EMAIL)))
        .addMethod(
          getDeactivateUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeactivateUserRequest,
              com.grantor.v1.DeactivateUserResponse>(
                service, METHODID_DEACTIVATE_USER)))
        .addMethod(
          getReactivateUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ReactivateUserRequest,
              com.grantor.v1.ReactivateUserResponse>(
                service, METHODID_REACTIVATE_USER)))
        .addMethod(
          getEraseUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.EraseUserRequest,
              com.grantor.v1.EraseUserResponse>(
                service, METHODID_ERASE_USER)))
        .build();
  }

  private static abstract class UserServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    UserServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.UserProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("UserService");
    }
  }

  private static final class UserServiceFileDescriptorSupplier
      extends UserServiceBaseDescriptorSupplier {
    UserServiceFileDescriptorSupplier() {}
  }

  private static final class UserServiceMethodDescriptorSupplier
      extends UserServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    UserServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (UserServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new UserServiceFileDescriptorSupplier())
              .addMethod(getRegisterUserMethod())
              .addMethod(getGetUserMethod())
              .addMethod(getFindUserMethod())
              .addMethod(getFindClaimsMethod())
              .addMethod(getUpdateUserMethod())
              .addMethod(getConfirmEmailMethod())
              .addMethod(getDeactivateUserMethod())
              .addMethod(getReactivateUserMethod())
              .addMethod(getEraseUserMethod())
              .build();
        }
      }
    }
    return result;
  }
}
