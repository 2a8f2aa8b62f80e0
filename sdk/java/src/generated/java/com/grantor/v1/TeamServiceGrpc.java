package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
 * what they give from the moment they join until they leave.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class TeamServiceGrpc {

  private TeamServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.TeamService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateTeamRequest,
      com.grantor.v1.CreateTeamResponse> getCreateTeamMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateTeam",
      requestType = com.grantor.v1.CreateTeamRequest.class,
      responseType = com.grantor.v1.CreateTeamResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateTeamRequest,
      com.grantor.v1.CreateTeamResponse> getCreateTeamMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateTeamRequest, com.grantor.v1.CreateTeamResponse> getCreateTeamMethod;
    if ((getCreateTeamMethod = TeamServiceGrpc.getCreateTeamMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getCreateTeamMethod = TeamServiceGrpc.getCreateTeamMethod) == null) {
          TeamServiceGrpc.getCreateTeamMethod = getCreateTeamMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateTeamRequest, com.grantor.v1.CreateTeamResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateTeam"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateTeamRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateTeamResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("CreateTeam"))
              .build();
        }
      }
    }
    return getCreateTeamMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetTeamRequest,
      com.grantor.v1.GetTeamResponse> getGetTeamMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetTeam",
      requestType = com.grantor.v1.GetTeamRequest.class,
      responseType = com.grantor.v1.GetTeamResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetTeamRequest,
      com.grantor.v1.GetTeamResponse> getGetTeamMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetTeamRequest, com.grantor.v1.GetTeamResponse> getGetTeamMethod;
    if ((getGetTeamMethod = TeamServiceGrpc.getGetTeamMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getGetTeamMethod = TeamServiceGrpc.getGetTeamMethod) == null) {
          TeamServiceGrpc.getGetTeamMethod = getGetTeamMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetTeamRequest, com.grantor.v1.GetTeamResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetTeam"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetTeamRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetTeamResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("GetTeam"))
              .build();
        }
      }
    }
    return getGetTeamMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListTeamsRequest,
      com.grantor.v1.ListTeamsResponse> getListTeamsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListTeams",
      requestType = com.grantor.v1.ListTeamsRequest.class,
      responseType = com.grantor.v1.ListTeamsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListTeamsRequest,
      com.grantor.v1.ListTeamsResponse> getListTeamsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListTeamsRequest, com.grantor.v1.ListTeamsResponse> getListTeamsMethod;
    if ((getListTeamsMethod = TeamServiceGrpc.getListTeamsMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getListTeamsMethod = TeamServiceGrpc.getListTeamsMethod) == null) {
          TeamServiceGrpc.getListTeamsMethod = getListTeamsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListTeamsRequest, com.grantor.v1.ListTeamsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListTeams"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListTeamsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListTeamsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("ListTeams"))
              .build();
        }
      }
    }
    return getListTeamsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListTeamMembersRequest,
      com.grantor.v1.ListTeamMembersResponse> getListTeamMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListTeamMembers",
      requestType = com.grantor.v1.ListTeamMembersRequest.class,
      responseType = com.grantor.v1.ListTeamMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListTeamMembersRequest,
      com.grantor.v1.ListTeamMembersResponse> getListTeamMembersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListTeamMembersRequest, com.grantor.v1.ListTeamMembersResponse> getListTeamMembersMethod;
    if ((getListTeamMembersMethod = TeamServiceGrpc.getListTeamMembersMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getListTeamMembersMethod = TeamServiceGrpc.getListTeamMembersMethod) == null) {
          TeamServiceGrpc.getListTeamMembersMethod = getListTeamMembersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListTeamMembersRequest, com.grantor.v1.ListTeamMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListTeamMembers"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListTeamMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListTeamMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("ListTeamMembers"))
              .build();
        }
      }
    }
    return getListTeamMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateTeamRequest,
      com.grantor.v1.UpdateTeamResponse> getUpdateTeamMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateTeam",
      requestType = com.grantor.v1.UpdateTeamRequest.class,
      responseType = com.grantor.v1.UpdateTeamResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateTeamRequest,
      com.grantor.v1.UpdateTeamResponse> getUpdateTeamMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateTeamRequest, com.grantor.v1.UpdateTeamResponse> getUpdateTeamMethod;
    if ((getUpdateTeamMethod = TeamServiceGrpc.getUpdateTeamMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getUpdateTeamMethod = TeamServiceGrpc.getUpdateTeamMethod) == null) {
          TeamServiceGrpc.getUpdateTeamMethod = getUpdateTeamMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateTeamRequest, com.grantor.v1.UpdateTeamResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateTeam"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateTeamRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateTeamResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("UpdateTeam"))
              .build();
        }
      }
    }
    return getUpdateTeamMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeleteTeamRequest,
      com.grantor.v1.DeleteTeamResponse> getDeleteTeamMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteTeam",
      requestType = com.grantor.v1.DeleteTeamRequest.class,
      responseType = com.grantor.v1.DeleteTeamResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeleteTeamRequest,
      com.grantor.v1.DeleteTeamResponse> getDeleteTeamMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeleteTeamRequest, com.grantor.v1.DeleteTeamResponse> getDeleteTeamMethod;
    if ((getDeleteTeamMethod = TeamServiceGrpc.getDeleteTeamMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getDeleteTeamMethod = TeamServiceGrpc.getDeleteTeamMethod) == null) {
          TeamServiceGrpc.getDeleteTeamMethod = getDeleteTeamMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeleteTeamRequest, com.grantor.v1.DeleteTeamResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteTeam"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteTeamRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteTeamResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("DeleteTeam"))
              .build();
        }
      }
    }
    return getDeleteTeamMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AddTeamMembersRequest,
      com.grantor.v1.AddTeamMembersResponse> getAddTeamMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddTeamMembers",
      requestType = com.grantor.v1.AddTeamMembersRequest.class,
      responseType = com.grantor.v1.AddTeamMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AddTeamMembersRequest,
      com.grantor.v1.AddTeamMembersResponse> getAddTeamMembersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AddTeamMembersRequest, com.grantor.v1.AddTeamMembersResponse> getAddTeamMembersMethod;
    if ((getAddTeamMembersMethod = TeamServiceGrpc.getAddTeamMembersMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getAddTeamMembersMethod = TeamServiceGrpc.getAddTeamMembersMethod) == null) {
          TeamServiceGrpc.getAddTeamMembersMethod = getAddTeamMembersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AddTeamMembersRequest, com.grantor.v1.AddTeamMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddTeamMembers"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddTeamMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddTeamMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("AddTeamMembers"))
              .build();
        }
      }
    }
    return getAddTeamMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RemoveTeamMembersRequest,
      com.grantor.v1.RemoveTeamMembersResponse> getRemoveTeamMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveTeamMembers",
      requestType = com.grantor.v1.RemoveTeamMembersRequest.class,
      responseType = com.grantor.v1.RemoveTeamMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RemoveTeamMembersRequest,
      com.grantor.v1.RemoveTeamMembersResponse> getRemoveTeamMembersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RemoveTeamMembersRequest, com.grantor.v1.RemoveTeamMembersResponse> getRemoveTeamMembersMethod;
    if ((getRemoveTeamMembersMethod = TeamServiceGrpc.getRemoveTeamMembersMethod) == null) {
      synchronized (TeamServiceGrpc.class) {
        if ((getRemoveTeamMembersMethod = TeamServiceGrpc.getRemoveTeamMembersMethod) == null) {
          TeamServiceGrpc.getRemoveTeamMembersMethod = getRemoveTeamMembersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RemoveTeamMembersRequest, com.grantor.v1.RemoveTeamMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveTeamMembers"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveTeamMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveTeamMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new TeamServiceMethodDescriptorSupplier("RemoveTeamMembers"))
              .build();
        }
      }
    }
    return getRemoveTeamMembersMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static TeamServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<TeamServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<TeamServiceStub>() {
        @java.lang.Override
        public TeamServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new TeamServiceStub(channel, callOptions);
        }
      };
    return TeamServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static TeamServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<TeamServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<TeamServiceBlockingV2Stub>() {
        @java.lang.Override
        public TeamServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new TeamServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return TeamServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static TeamServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<TeamServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<TeamServiceBlockingStub>() {
        @java.lang.Override
        public TeamServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new TeamServiceBlockingStub(channel, callOptions);
        }
      };
    return TeamServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static TeamServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<TeamServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<TeamServiceFutureStub>() {
        @java.lang.Override
        public TeamServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new TeamServiceFutureStub(channel, callOptions);
        }
      };
    return TeamServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
   * what they give from the moment they join until they leave.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Makes a team without members and grants. ALREADY_EXISTS: ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void createTeam(com.grantor.v1.CreateTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateTeamResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateTeamMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one team.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getTeam(com.grantor.v1.GetTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetTeamResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetTeamMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the teams of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listTeams(com.grantor.v1.ListTeamsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListTeamsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListTeamsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the members of a team: also those for whom there is no room in `Team.members`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listTeamMembers(com.grantor.v1.ListTeamMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListTeamMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListTeamMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the name that a team is shown by. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void updateTeam(com.grantor.v1.UpdateTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateTeamResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateTeamMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a team. The grants that it holds go with it, in the same change; its members stay
     * members of the organization. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void deleteTeam(com.grantor.v1.DeleteTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteTeamResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteTeamMethod(), responseObserver);
    }

    /**
     * <pre>
     * Puts members into a team: they have all that the team holds, at once. Those in it already are
     * no error.
     * Whoever puts somebody in must hold as much (GIVES_MORE_THAN_HELD), and nobody puts in
     * themselves (RAISES_SELF). FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper
     * roles, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void addTeamMembers(com.grantor.v1.AddTeamMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddTeamMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddTeamMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes members out of a team: they lose what they had through it alone, at once. Those not in
     * it are no error. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void removeTeamMembers(com.grantor.v1.RemoveTeamMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveTeamMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveTeamMembersMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service TeamService.
   * <pre>
   * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
   * what they give from the moment they join until they leave.
   * </pre>
   */
  public static abstract class TeamServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return TeamServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service TeamService.
   * <pre>
   * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
   * what they give from the moment they join until they leave.
   * </pre>
   */
  public static final class TeamServiceStub
      extends io.grpc.stub.AbstractAsyncStub<TeamServiceStub> {
    private TeamServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected TeamServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new TeamServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a team without members and grants. ALREADY_EXISTS: ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void createTeam(com.grantor.v1.CreateTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateTeamResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateTeamMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one team.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getTeam(com.grantor.v1.GetTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetTeamResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetTeamMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the teams of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listTeams(com.grantor.v1.ListTeamsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListTeamsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListTeamsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the members of a team: also those for whom there is no room in `Team.members`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listTeamMembers(com.grantor.v1.ListTeamMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListTeamMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListTeamMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the name that a team is shown by. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void updateTeam(com.grantor.v1.UpdateTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateTeamResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateTeamMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a team. The grants that it holds go with it, in the same change; its members stay
     * members of the organization. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void deleteTeam(com.grantor.v1.DeleteTeamRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteTeamResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteTeamMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Puts members into a team: they have all that the team holds, at once. Those in it already are
     * no error.
     * Whoever puts somebody in must hold as much (GIVES_MORE_THAN_HELD), and nobody puts in
     * themselves (RAISES_SELF). FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper
     * roles, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void addTeamMembers(com.grantor.v1.AddTeamMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddTeamMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddTeamMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes members out of a team: they lose what they had through it alone, at once. Those not in
     * it are no error. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void removeTeamMembers(com.grantor.v1.RemoveTeamMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveTeamMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveTeamMembersMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service TeamService.
   * <pre>
   * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
   * what they give from the moment they join until they leave.
   * </pre>
   */
  public static final class TeamServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<TeamServiceBlockingV2Stub> {
    private TeamServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected TeamServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new TeamServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a team without members and grants. ALREADY_EXISTS: ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateTeamResponse createTeam(com.grantor.v1.CreateTeamRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one team.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetTeamResponse getTeam(com.grantor.v1.GetTeamRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the teams of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListTeamsResponse listTeams(com.grantor.v1.ListTeamsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListTeamsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the members of a team: also those for whom there is no room in `Team.members`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListTeamMembersResponse listTeamMembers(com.grantor.v1.ListTeamMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListTeamMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name that a team is shown by. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateTeamResponse updateTeam(com.grantor.v1.UpdateTeamRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a team. The grants that it holds go with it, in the same change; its members stay
     * members of the organization. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeleteTeamResponse deleteTeam(com.grantor.v1.DeleteTeamRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Puts members into a team: they have all that the team holds, at once. Those in it already are
     * no error.
     * Whoever puts somebody in must hold as much (GIVES_MORE_THAN_HELD), and nobody puts in
     * themselves (RAISES_SELF). FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper
     * roles, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.AddTeamMembersResponse addTeamMembers(com.grantor.v1.AddTeamMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddTeamMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes members out of a team: they lose what they had through it alone, at once. Those not in
     * it are no error. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveTeamMembersResponse removeTeamMembers(com.grantor.v1.RemoveTeamMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveTeamMembersMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service TeamService.
   * <pre>
   * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
   * what they give from the moment they join until they leave.
   * </pre>
   */
  public static final class TeamServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<TeamServiceBlockingStub> {
    private TeamServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected TeamServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new TeamServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a team without members and grants. ALREADY_EXISTS: ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateTeamResponse createTeam(com.grantor.v1.CreateTeamRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one team.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetTeamResponse getTeam(com.grantor.v1.GetTeamRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the teams of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListTeamsResponse listTeams(com.grantor.v1.ListTeamsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListTeamsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the members of a team: also those for whom there is no room in `Team.members`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListTeamMembersResponse listTeamMembers(com.grantor.v1.ListTeamMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListTeamMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name that a team is shown by. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateTeamResponse updateTeam(com.grantor.v1.UpdateTeamRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a team. The grants that it holds go with it, in the same change; its members stay
     * members of the organization. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeleteTeamResponse deleteTeam(com.grantor.v1.DeleteTeamRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteTeamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Puts members into a team: they have all that the team holds, at once. Those in it already are
     * no error.
     * Whoever puts somebody in must hold as much (GIVES_MORE_THAN_HELD), and nobody puts in
     * themselves (RAISES_SELF). FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper
     * roles, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.AddTeamMembersResponse addTeamMembers(com.grantor.v1.AddTeamMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddTeamMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes members out of a team: they lose what they had through it alone, at once. Those not in
     * it are no error. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveTeamMembersResponse removeTeamMembers(com.grantor.v1.RemoveTeamMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveTeamMembersMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service TeamService.
   * <pre>
   * Teams. A team holds grants (GrantService, with the team as subject), and each of its members has
   * what they give from the moment they join until they leave.
   * </pre>
   */
  public static final class TeamServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<TeamServiceFutureStub> {
    private TeamServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected TeamServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new TeamServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a team without members and grants. ALREADY_EXISTS: ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateTeamResponse> createTeam(
        com.grantor.v1.CreateTeamRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateTeamMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one team.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetTeamResponse> getTeam(
        com.grantor.v1.GetTeamRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetTeamMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the teams of an organization.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListTeamsResponse> listTeams(
        com.grantor.v1.ListTeamsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListTeamsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the members of a team: also those for whom there is no room in `Team.members`.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListTeamMembersResponse> listTeamMembers(
        com.grantor.v1.ListTeamMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListTeamMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the name that a team is shown by. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateTeamResponse> updateTeam(
        com.grantor.v1.UpdateTeamRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateTeamMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a team. The grants that it holds go with it, in the same change; its members stay
     * members of the organization. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeleteTeamResponse> deleteTeam(
        com.grantor.v1.DeleteTeamRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteTeamMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Puts members into a team: they have all that the team holds, at once. Those in it already are
     * no error.
     * Whoever puts somebody in must hold as much (GIVES_MORE_THAN_HELD), and nobody puts in
     * themselves (RAISES_SELF). FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS for the two upper
     * roles, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AddTeamMembersResponse> addTeamMembers(
        com.grantor.v1.AddTeamMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddTeamMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes members out of a team: they lose what they had through it alone, at once. Those not in
     * it are no error. FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RemoveTeamMembersResponse> removeTeamMembers(
        com.grantor.v1.RemoveTeamMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveTeamMembersMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_TEAM = 0;
  private static final int METHODID_GET_TEAM = 1;
  private static final int METHODID_LIST_TEAMS = 2;
  private static final int METHODID_LIST_TEAM_MEMBERS = 3;
  private static final int METHODID_UPDATE_TEAM = 4;
  private static final int METHODID_DELETE_TEAM = 5;
  private static final int METHODID_ADD_TEAM_MEMBERS = 6;
  private static final int METHODID_REMOVE_TEAM_MEMBERS = 7;

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
        case METHODID_CREATE_TEAM:
          serviceImpl.createTeam((com.grantor.v1.CreateTeamRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateTeamResponse>) responseObserver);
          break;
        case METHODID_GET_TEAM:
          serviceImpl.getTeam((com.grantor.v1.GetTeamRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetTeamResponse>) responseObserver);
          break;
        case METHODID_LIST_TEAMS:
          serviceImpl.listTeams((com.grantor.v1.ListTeamsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListTeamsResponse>) responseObserver);
          break;
        case METHODID_LIST_TEAM_MEMBERS:
          serviceImpl.listTeamMembers((com.grantor.v1.ListTeamMembersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListTeamMembersResponse>) responseObserver);
          break;
        case METHODID_UPDATE_TEAM:
          serviceImpl.updateTeam((com.grantor.v1.UpdateTeamRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateTeamResponse>) responseObserver);
          break;
        case METHODID_DELETE_TEAM:
          serviceImpl.deleteTeam((com.grantor.v1.DeleteTeamRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeleteTeamResponse>) responseObserver);
          break;
        case METHODID_ADD_TEAM_MEMBERS:
          serviceImpl.addTeamMembers((com.grantor.v1.AddTeamMembersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AddTeamMembersResponse>) responseObserver);
          break;
        case METHODID_REMOVE_TEAM_MEMBERS:
          serviceImpl.removeTeamMembers((com.grantor.v1.RemoveTeamMembersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RemoveTeamMembersResponse>) responseObserver);
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
          getCreateTeamMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateTeamRequest,
              com.grantor.v1.CreateTeamResponse>(
                service, METHODID_CREATE_TEAM)))
        .addMethod(
          getGetTeamMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetTeamRequest,
              com.grantor.v1.GetTeamResponse>(
                service, METHODID_GET_TEAM)))
        .addMethod(
          getListTeamsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListTeamsRequest,
              com.grantor.v1.ListTeamsResponse>(
                service, METHODID_LIST_TEAMS)))
        .addMethod(
          getListTeamMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListTeamMembersRequest,
              com.grantor.v1.ListTeamMembersResponse>(
                service, METHODID_LIST_TEAM_MEMBERS)))
        .addMethod(
          getUpdateTeamMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateTeamRequest,
              com.grantor.v1.UpdateTeamResponse>(
                service, METHODID_UPDATE_TEAM)))
        .addMethod(
          getDeleteTeamMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeleteTeamRequest,
              com.grantor.v1.DeleteTeamResponse>(
                service, METHODID_DELETE_TEAM)))
        .addMethod(
          getAddTeamMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AddTeamMembersRequest,
              com.grantor.v1.AddTeamMembersResponse>(
                service, METHODID_ADD_TEAM_MEMBERS)))
        .addMethod(
          getRemoveTeamMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RemoveTeamMembersRequest,
              com.grantor.v1.RemoveTeamMembersResponse>(
                service, METHODID_REMOVE_TEAM_MEMBERS)))
        .build();
  }

  private static abstract class TeamServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    TeamServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.TeamProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("TeamService");
    }
  }

  private static final class TeamServiceFileDescriptorSupplier
      extends TeamServiceBaseDescriptorSupplier {
    TeamServiceFileDescriptorSupplier() {}
  }

  private static final class TeamServiceMethodDescriptorSupplier
      extends TeamServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    TeamServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (TeamServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new TeamServiceFileDescriptorSupplier())
              .addMethod(getCreateTeamMethod())
              .addMethod(getGetTeamMethod())
              .addMethod(getListTeamsMethod())
              .addMethod(getListTeamMembersMethod())
              .addMethod(getUpdateTeamMethod())
              .addMethod(getDeleteTeamMethod())
              .addMethod(getAddTeamMembersMethod())
              .addMethod(getRemoveTeamMembersMethod())
              .build();
        }
      }
    }
    return result;
  }
}
