package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Members: users in an organization, each with one role. New members come by invitation
 * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
 * Rules for all changes here. An administrator changes neither a legal representative, nor
 * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
 * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
 * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
 * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
 * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
 * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
 * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
 * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
 * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
 * becomes no member before.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class MemberServiceGrpc {

  private MemberServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.MemberService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetMemberRequest,
      com.grantor.v1.GetMemberResponse> getGetMemberMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetMember",
      requestType = com.grantor.v1.GetMemberRequest.class,
      responseType = com.grantor.v1.GetMemberResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetMemberRequest,
      com.grantor.v1.GetMemberResponse> getGetMemberMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetMemberRequest, com.grantor.v1.GetMemberResponse> getGetMemberMethod;
    if ((getGetMemberMethod = MemberServiceGrpc.getGetMemberMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getGetMemberMethod = MemberServiceGrpc.getGetMemberMethod) == null) {
          MemberServiceGrpc.getGetMemberMethod = getGetMemberMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetMemberRequest, com.grantor.v1.GetMemberResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetMember"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetMemberRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetMemberResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("GetMember"))
              .build();
        }
      }
    }
    return getGetMemberMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListMembersRequest,
      com.grantor.v1.ListMembersResponse> getListMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListMembers",
      requestType = com.grantor.v1.ListMembersRequest.class,
      responseType = com.grantor.v1.ListMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListMembersRequest,
      com.grantor.v1.ListMembersResponse> getListMembersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListMembersRequest, com.grantor.v1.ListMembersResponse> getListMembersMethod;
    if ((getListMembersMethod = MemberServiceGrpc.getListMembersMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getListMembersMethod = MemberServiceGrpc.getListMembersMethod) == null) {
          MemberServiceGrpc.getListMembersMethod = getListMembersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListMembersRequest, com.grantor.v1.ListMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListMembers"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("ListMembers"))
              .build();
        }
      }
    }
    return getListMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateMembersRequest,
      com.grantor.v1.BatchCreateMembersResponse> getBatchCreateMembersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchCreateMembers",
      requestType = com.grantor.v1.BatchCreateMembersRequest.class,
      responseType = com.grantor.v1.BatchCreateMembersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateMembersRequest,
      com.grantor.v1.BatchCreateMembersResponse> getBatchCreateMembersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateMembersRequest, com.grantor.v1.BatchCreateMembersResponse> getBatchCreateMembersMethod;
    if ((getBatchCreateMembersMethod = MemberServiceGrpc.getBatchCreateMembersMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getBatchCreateMembersMethod = MemberServiceGrpc.getBatchCreateMembersMethod) == null) {
          MemberServiceGrpc.getBatchCreateMembersMethod = getBatchCreateMembersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.BatchCreateMembersRequest, com.grantor.v1.BatchCreateMembersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchCreateMembers"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCreateMembersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCreateMembersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("BatchCreateMembers"))
              .build();
        }
      }
    }
    return getBatchCreateMembersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateMemberRequest,
      com.grantor.v1.UpdateMemberResponse> getUpdateMemberMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateMember",
      requestType = com.grantor.v1.UpdateMemberRequest.class,
      responseType = com.grantor.v1.UpdateMemberResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateMemberRequest,
      com.grantor.v1.UpdateMemberResponse> getUpdateMemberMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateMemberRequest, com.grantor.v1.UpdateMemberResponse> getUpdateMemberMethod;
    if ((getUpdateMemberMethod = MemberServiceGrpc.getUpdateMemberMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getUpdateMemberMethod = MemberServiceGrpc.getUpdateMemberMethod) == null) {
          MemberServiceGrpc.getUpdateMemberMethod = getUpdateMemberMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateMemberRequest, com.grantor.v1.UpdateMemberResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateMember"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateMemberRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateMemberResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("UpdateMember"))
              .build();
        }
      }
    }
    return getUpdateMemberMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeactivateMemberRequest,
      com.grantor.v1.DeactivateMemberResponse> getDeactivateMemberMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeactivateMember",
      requestType = com.grantor.v1.DeactivateMemberRequest.class,
      responseType = com.grantor.v1.DeactivateMemberResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeactivateMemberRequest,
      com.grantor.v1.DeactivateMemberResponse> getDeactivateMemberMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeactivateMemberRequest, com.grantor.v1.DeactivateMemberResponse> getDeactivateMemberMethod;
    if ((getDeactivateMemberMethod = MemberServiceGrpc.getDeactivateMemberMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getDeactivateMemberMethod = MemberServiceGrpc.getDeactivateMemberMethod) == null) {
          MemberServiceGrpc.getDeactivateMemberMethod = getDeactivateMemberMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeactivateMemberRequest, com.grantor.v1.DeactivateMemberResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeactivateMember"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeactivateMemberRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeactivateMemberResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("DeactivateMember"))
              .build();
        }
      }
    }
    return getDeactivateMemberMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ReactivateMemberRequest,
      com.grantor.v1.ReactivateMemberResponse> getReactivateMemberMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReactivateMember",
      requestType = com.grantor.v1.ReactivateMemberRequest.class,
      responseType = com.grantor.v1.ReactivateMemberResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ReactivateMemberRequest,
      com.grantor.v1.ReactivateMemberResponse> getReactivateMemberMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ReactivateMemberRequest, com.grantor.v1.ReactivateMemberResponse> getReactivateMemberMethod;
    if ((getReactivateMemberMethod = MemberServiceGrpc.getReactivateMemberMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getReactivateMemberMethod = MemberServiceGrpc.getReactivateMemberMethod) == null) {
          MemberServiceGrpc.getReactivateMemberMethod = getReactivateMemberMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ReactivateMemberRequest, com.grantor.v1.ReactivateMemberResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReactivateMember"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReactivateMemberRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReactivateMemberResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("ReactivateMember"))
              .build();
        }
      }
    }
    return getReactivateMemberMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RemoveMemberRequest,
      com.grantor.v1.RemoveMemberResponse> getRemoveMemberMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveMember",
      requestType = com.grantor.v1.RemoveMemberRequest.class,
      responseType = com.grantor.v1.RemoveMemberResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RemoveMemberRequest,
      com.grantor.v1.RemoveMemberResponse> getRemoveMemberMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RemoveMemberRequest, com.grantor.v1.RemoveMemberResponse> getRemoveMemberMethod;
    if ((getRemoveMemberMethod = MemberServiceGrpc.getRemoveMemberMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getRemoveMemberMethod = MemberServiceGrpc.getRemoveMemberMethod) == null) {
          MemberServiceGrpc.getRemoveMemberMethod = getRemoveMemberMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RemoveMemberRequest, com.grantor.v1.RemoveMemberResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveMember"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveMemberRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveMemberResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("RemoveMember"))
              .build();
        }
      }
    }
    return getRemoveMemberMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.LeaveOrganizationRequest,
      com.grantor.v1.LeaveOrganizationResponse> getLeaveOrganizationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "LeaveOrganization",
      requestType = com.grantor.v1.LeaveOrganizationRequest.class,
      responseType = com.grantor.v1.LeaveOrganizationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.LeaveOrganizationRequest,
      com.grantor.v1.LeaveOrganizationResponse> getLeaveOrganizationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.LeaveOrganizationRequest, com.grantor.v1.LeaveOrganizationResponse> getLeaveOrganizationMethod;
    if ((getLeaveOrganizationMethod = MemberServiceGrpc.getLeaveOrganizationMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getLeaveOrganizationMethod = MemberServiceGrpc.getLeaveOrganizationMethod) == null) {
          MemberServiceGrpc.getLeaveOrganizationMethod = getLeaveOrganizationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.LeaveOrganizationRequest, com.grantor.v1.LeaveOrganizationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "LeaveOrganization"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.LeaveOrganizationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.LeaveOrganizationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("LeaveOrganization"))
              .build();
        }
      }
    }
    return getLeaveOrganizationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ShutOutUserRequest,
      com.grantor.v1.ShutOutUserResponse> getShutOutUserMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ShutOutUser",
      requestType = com.grantor.v1.ShutOutUserRequest.class,
      responseType = com.grantor.v1.ShutOutUserResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ShutOutUserRequest,
      com.grantor.v1.ShutOutUserResponse> getShutOutUserMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ShutOutUserRequest, com.grantor.v1.ShutOutUserResponse> getShutOutUserMethod;
    if ((getShutOutUserMethod = MemberServiceGrpc.getShutOutUserMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getShutOutUserMethod = MemberServiceGrpc.getShutOutUserMethod) == null) {
          MemberServiceGrpc.getShutOutUserMethod = getShutOutUserMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ShutOutUserRequest, com.grantor.v1.ShutOutUserResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ShutOutUser"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ShutOutUserRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ShutOutUserResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("ShutOutUser"))
              .build();
        }
      }
    }
    return getShutOutUserMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.LiftShutOutRequest,
      com.grantor.v1.LiftShutOutResponse> getLiftShutOutMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "LiftShutOut",
      requestType = com.grantor.v1.LiftShutOutRequest.class,
      responseType = com.grantor.v1.LiftShutOutResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.LiftShutOutRequest,
      com.grantor.v1.LiftShutOutResponse> getLiftShutOutMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.LiftShutOutRequest, com.grantor.v1.LiftShutOutResponse> getLiftShutOutMethod;
    if ((getLiftShutOutMethod = MemberServiceGrpc.getLiftShutOutMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getLiftShutOutMethod = MemberServiceGrpc.getLiftShutOutMethod) == null) {
          MemberServiceGrpc.getLiftShutOutMethod = getLiftShutOutMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.LiftShutOutRequest, com.grantor.v1.LiftShutOutResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "LiftShutOut"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.LiftShutOutRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.LiftShutOutResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("LiftShutOut"))
              .build();
        }
      }
    }
    return getLiftShutOutMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetShutOutRequest,
      com.grantor.v1.GetShutOutResponse> getGetShutOutMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetShutOut",
      requestType = com.grantor.v1.GetShutOutRequest.class,
      responseType = com.grantor.v1.GetShutOutResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetShutOutRequest,
      com.grantor.v1.GetShutOutResponse> getGetShutOutMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetShutOutRequest, com.grantor.v1.GetShutOutResponse> getGetShutOutMethod;
    if ((getGetShutOutMethod = MemberServiceGrpc.getGetShutOutMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getGetShutOutMethod = MemberServiceGrpc.getGetShutOutMethod) == null) {
          MemberServiceGrpc.getGetShutOutMethod = getGetShutOutMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetShutOutRequest, com.grantor.v1.GetShutOutResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetShutOut"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetShutOutRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetShutOutResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("GetShutOut"))
              .build();
        }
      }
    }
    return getGetShutOutMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListShutOutsRequest,
      com.grantor.v1.ListShutOutsResponse> getListShutOutsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListShutOuts",
      requestType = com.grantor.v1.ListShutOutsRequest.class,
      responseType = com.grantor.v1.ListShutOutsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListShutOutsRequest,
      com.grantor.v1.ListShutOutsResponse> getListShutOutsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListShutOutsRequest, com.grantor.v1.ListShutOutsResponse> getListShutOutsMethod;
    if ((getListShutOutsMethod = MemberServiceGrpc.getListShutOutsMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getListShutOutsMethod = MemberServiceGrpc.getListShutOutsMethod) == null) {
          MemberServiceGrpc.getListShutOutsMethod = getListShutOutsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListShutOutsRequest, com.grantor.v1.ListShutOutsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListShutOuts"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListShutOutsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListShutOutsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("ListShutOuts"))
              .build();
        }
      }
    }
    return getListShutOutsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetMemberActionsRequest,
      com.grantor.v1.GetMemberActionsResponse> getGetMemberActionsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetMemberActions",
      requestType = com.grantor.v1.GetMemberActionsRequest.class,
      responseType = com.grantor.v1.GetMemberActionsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetMemberActionsRequest,
      com.grantor.v1.GetMemberActionsResponse> getGetMemberActionsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetMemberActionsRequest, com.grantor.v1.GetMemberActionsResponse> getGetMemberActionsMethod;
    if ((getGetMemberActionsMethod = MemberServiceGrpc.getGetMemberActionsMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getGetMemberActionsMethod = MemberServiceGrpc.getGetMemberActionsMethod) == null) {
          MemberServiceGrpc.getGetMemberActionsMethod = getGetMemberActionsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetMemberActionsRequest, com.grantor.v1.GetMemberActionsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetMemberActions"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetMemberActionsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetMemberActionsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("GetMemberActions"))
              .build();
        }
      }
    }
    return getGetMemberActionsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetMemberAccessRequest,
      com.grantor.v1.GetMemberAccessResponse> getGetMemberAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetMemberAccess",
      requestType = com.grantor.v1.GetMemberAccessRequest.class,
      responseType = com.grantor.v1.GetMemberAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetMemberAccessRequest,
      com.grantor.v1.GetMemberAccessResponse> getGetMemberAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetMemberAccessRequest, com.grantor.v1.GetMemberAccessResponse> getGetMemberAccessMethod;
    if ((getGetMemberAccessMethod = MemberServiceGrpc.getGetMemberAccessMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getGetMemberAccessMethod = MemberServiceGrpc.getGetMemberAccessMethod) == null) {
          MemberServiceGrpc.getGetMemberAccessMethod = getGetMemberAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetMemberAccessRequest, com.grantor.v1.GetMemberAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetMemberAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetMemberAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetMemberAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("GetMemberAccess"))
              .build();
        }
      }
    }
    return getGetMemberAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ReplaceMemberAccessRequest,
      com.grantor.v1.ReplaceMemberAccessResponse> getReplaceMemberAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReplaceMemberAccess",
      requestType = com.grantor.v1.ReplaceMemberAccessRequest.class,
      responseType = com.grantor.v1.ReplaceMemberAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ReplaceMemberAccessRequest,
      com.grantor.v1.ReplaceMemberAccessResponse> getReplaceMemberAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ReplaceMemberAccessRequest, com.grantor.v1.ReplaceMemberAccessResponse> getReplaceMemberAccessMethod;
    if ((getReplaceMemberAccessMethod = MemberServiceGrpc.getReplaceMemberAccessMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getReplaceMemberAccessMethod = MemberServiceGrpc.getReplaceMemberAccessMethod) == null) {
          MemberServiceGrpc.getReplaceMemberAccessMethod = getReplaceMemberAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ReplaceMemberAccessRequest, com.grantor.v1.ReplaceMemberAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReplaceMemberAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReplaceMemberAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReplaceMemberAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("ReplaceMemberAccess"))
              .build();
        }
      }
    }
    return getReplaceMemberAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ReplaceAllMemberAccessRequest,
      com.grantor.v1.ReplaceAllMemberAccessResponse> getReplaceAllMemberAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReplaceAllMemberAccess",
      requestType = com.grantor.v1.ReplaceAllMemberAccessRequest.class,
      responseType = com.grantor.v1.ReplaceAllMemberAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ReplaceAllMemberAccessRequest,
      com.grantor.v1.ReplaceAllMemberAccessResponse> getReplaceAllMemberAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ReplaceAllMemberAccessRequest, com.grantor.v1.ReplaceAllMemberAccessResponse> getReplaceAllMemberAccessMethod;
    if ((getReplaceAllMemberAccessMethod = MemberServiceGrpc.getReplaceAllMemberAccessMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getReplaceAllMemberAccessMethod = MemberServiceGrpc.getReplaceAllMemberAccessMethod) == null) {
          MemberServiceGrpc.getReplaceAllMemberAccessMethod = getReplaceAllMemberAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ReplaceAllMemberAccessRequest, com.grantor.v1.ReplaceAllMemberAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReplaceAllMemberAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReplaceAllMemberAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ReplaceAllMemberAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("ReplaceAllMemberAccess"))
              .build();
        }
      }
    }
    return getReplaceAllMemberAccessMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GrantFullAccessRequest,
      com.grantor.v1.GrantFullAccessResponse> getGrantFullAccessMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GrantFullAccess",
      requestType = com.grantor.v1.GrantFullAccessRequest.class,
      responseType = com.grantor.v1.GrantFullAccessResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GrantFullAccessRequest,
      com.grantor.v1.GrantFullAccessResponse> getGrantFullAccessMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GrantFullAccessRequest, com.grantor.v1.GrantFullAccessResponse> getGrantFullAccessMethod;
    if ((getGrantFullAccessMethod = MemberServiceGrpc.getGrantFullAccessMethod) == null) {
      synchronized (MemberServiceGrpc.class) {
        if ((getGrantFullAccessMethod = MemberServiceGrpc.getGrantFullAccessMethod) == null) {
          MemberServiceGrpc.getGrantFullAccessMethod = getGrantFullAccessMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GrantFullAccessRequest, com.grantor.v1.GrantFullAccessResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GrantFullAccess"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GrantFullAccessRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GrantFullAccessResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemberServiceMethodDescriptorSupplier("GrantFullAccess"))
              .build();
        }
      }
    }
    return getGrantFullAccessMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static MemberServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemberServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemberServiceStub>() {
        @java.lang.Override
        public MemberServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemberServiceStub(channel, callOptions);
        }
      };
    return MemberServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static MemberServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemberServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemberServiceBlockingV2Stub>() {
        @java.lang.Override
        public MemberServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemberServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return MemberServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static MemberServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemberServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemberServiceBlockingStub>() {
        @java.lang.Override
        public MemberServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemberServiceBlockingStub(channel, callOptions);
        }
      };
    return MemberServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static MemberServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemberServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemberServiceFutureStub>() {
        @java.lang.Override
        public MemberServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemberServiceFutureStub(channel, callOptions);
        }
      };
    return MemberServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Members: users in an organization, each with one role. New members come by invitation
   * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
   * Rules for all changes here. An administrator changes neither a legal representative, nor
   * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
   * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
   * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
   * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
   * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
   * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
   * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
   * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
   * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
   * becomes no member before.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Answers one member.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    default void getMember(com.grantor.v1.GetMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetMemberMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists members; with view FULL each with their access in short, so that one call fills a table
     * of users; with view WITH_ACCESS only those who have any.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listMembers(com.grantor.v1.ListMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes up to 1000 people members without asking them, in one change: all of them or none. The
     * field path of an error names the item, as do the message and the metadata `item`, which counts
     * from 0. Who has no account gets one, and no organization of their own; unless `email_confirmed`
     * says that it is theirs, a link that confirms the email is mailed.
     * Whose email has an account already:
     * - An operator makes that user a member, unasked; they are told by mail, and may leave. Known is
     *   who has the email confirmed, and the account that an operator or a change request made for
     *   whoever has it; once somebody has acted as the latter, with its email still unconfirmed, it is
     *   invited as by a service account.
     * - A service account makes nobody a member who is known so: an invitation goes out instead, which
     *   `invitations` names. It is accepted as long as the account could still send it
     *   (SENDER_MAY_NO_LONGER).
     * Nobody is made a legal representative so (LEGAL_REPRESENTATIVE_REQUIRED):
     * OrganizationService.AppointLegalRepresentative does that. A service account hands out no areas,
     * and in an organization that is a partner nobody is made its staff by role, an ADMINISTRATOR
     * whose TECHNICAL is not narrowed (GIVES_MORE_THAN_HELD). No operator makes themselves a member
     * (RAISES_SELF). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST, to operators too; SHUT_OUT, USER_INACTIVE, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, QUOTA_EXCEEDED, SIZE_LIMIT where as many accounts claim
     * the email as may, MAIL_LIMIT.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    default void batchCreateMembers(com.grantor.v1.BatchCreateMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateMembersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchCreateMembersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the role, areas, technical scope or panel. A promotion to ADMINISTRATOR or
     * LEGAL_REPRESENTATIVE removes the member's grants and team memberships in the same change, and
     * the answer lists them; a demotion restores nothing.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void updateMember(com.grantor.v1.UpdateMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateMemberResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateMemberMethod(), responseObserver);
    }

    /**
     * <pre>
     * Stops the member in this organization: shuts them out. Their grants and teams stay, asleep.
     * Staff of a partner shut out nobody of another partner (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST. One who is
     * deactivated already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void deactivateMember(com.grantor.v1.DeactivateMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeactivateMemberResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeactivateMemberMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lets the member act here again, with the role, grants and teams they have. That gives what
     * these hold, and, to one of an active partner's people, all that this partner is entrusted
     * with, so GIVES_MORE_THAN_HELD is asked. Nobody reactivates themselves (RAISES_SELF), and staff
     * of a partner none of a partner's people (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. One who is active is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void reactivateMember(com.grantor.v1.ReactivateMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReactivateMemberResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReactivateMemberMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes the member out of the organization, with their grants and team memberships. The account
     * stays. Who is deactivated stays shut out.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void removeMember(com.grantor.v1.RemoveMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveMemberResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveMemberMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes the acting user out of the organization, with their grants and team memberships.
     * Everybody may leave but the last active legal representative: FAILED_PRECONDITION
     * (LAST_LEGAL_REPRESENTATIVE).
     * May be called by every acting user.
     * </pre>
     */
    default void leaveOrganization(com.grantor.v1.LeaveOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.LeaveOrganizationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getLeaveOrganizationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Shuts out somebody who is no member: one of the people of an active partner. From then on no
     * path works here for them, until LiftShutOut. Open whatever the change policy. Members are
     * shut out by DeactivateMember: ALREADY_EXISTS (MEMBER_EXISTS).
     * Asked of a role of one's own: as staff of a partner it is PERMISSION_DENIED
     * (PARTNER_MAY_NOT). NOT_FOUND: somebody who is none of a partner's people, whether there is
     * such a user or not. One who is shut out already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void shutOutUser(com.grantor.v1.ShutOutUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ShutOutUserResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getShutOutUserMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lifts that somebody who is no member is shut out. That gives, to one of an active partner's
     * people, all that this partner is entrusted with, the wallet too, assigned to them or not: the
     * acting user must hold it by a role of their own (GIVES_MORE_THAN_HELD). Nobody lifts it of
     * themselves (RAISES_SELF), and staff of a partner of none of a partner's people
     * (PARTNER_MAY_NOT). An invitation can lift it too: `Invitation.lift_shut_out`.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: MEMBER_EXISTS for a member, who
     * is reactivated instead.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void liftShutOut(com.grantor.v1.LiftShutOutRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.LiftShutOutResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getLiftShutOutMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers whether and since when somebody who is no member is shut out. NOT_FOUND if they are
     * not.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getShutOut(com.grantor.v1.GetShutOutRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetShutOutResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetShutOutMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists those who are shut out and no members. Members who are shut out are those in state
     * DEACTIVATED (ListMembers).
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listShutOuts(com.grantor.v1.ListShutOutsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListShutOutsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListShutOutsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers what the acting user may do to this member, for the menu beside a name. It is an aid:
     * each action asks again.
     * May be called by acting users who hold `manage_users` on the organization; and the acting
     * user it is about.
     * </pre>
     */
    default void getMemberActions(com.grantor.v1.GetMemberActionsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberActionsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetMemberActionsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers the member's access to products by type: what is their own and can be edited, and
     * what comes from elsewhere.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    default void getMemberAccess(com.grantor.v1.GetMemberAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetMemberAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Saves the member's access to the products of one type: replaces, in one change, the member's
     * own grants on products of the type, on the type, and on its future products. Other types are
     * untouched, also where one grant speaks of several.
     * What comes from scope `all`, a tag, a group or a team is not edited here: a save that leaves
     * out a right which such a path still gives is FAILED_PRECONDITION (STILL_GIVEN_BY_OTHER_PATH),
     * and none of it is saved. Further FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED (for everybody but the
     * owner of the type). ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    default void replaceMemberAccess(com.grantor.v1.ReplaceMemberAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReplaceMemberAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReplaceMemberAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Saves all of the member's access: replaces, in one change, every grant of the member's own on
     * every type but externally managed ones. Choices: nothing, everything, listed products and
     * groups, or a tag.
     * FAILED_PRECONDITION: STILL_GIVEN_BY_OTHER_PATH if a team still gives something that the
     * choice leaves out, UPPER_ROLE_HOLDS_NO_GRANTS, CHANGE_POLICY_BY_REQUEST. ABORTED:
     * ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void replaceAllMemberAccess(com.grantor.v1.ReplaceAllMemberAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReplaceAllMemberAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReplaceAllMemberAccessMethod(), responseObserver);
    }

    /**
     * <pre>
     * Gives the member every right on all products, now and later, in one call: a grant of `all` on
     * scope `all`, beside what they have.
     * The acting user must hold as much: legal representatives, and administrators with TECHNICAL
     * that is not narrowed. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    default void grantFullAccess(com.grantor.v1.GrantFullAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GrantFullAccessResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGrantFullAccessMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service MemberService.
   * <pre>
   * Members: users in an organization, each with one role. New members come by invitation
   * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
   * Rules for all changes here. An administrator changes neither a legal representative, nor
   * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
   * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
   * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
   * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
   * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
   * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
   * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
   * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
   * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
   * becomes no member before.
   * </pre>
   */
  public static abstract class MemberServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return MemberServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service MemberService.
   * <pre>
   * Members: users in an organization, each with one role. New members come by invitation
   * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
   * Rules for all changes here. An administrator changes neither a legal representative, nor
   * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
   * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
   * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
   * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
   * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
   * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
   * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
   * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
   * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
   * becomes no member before.
   * </pre>
   */
  public static final class MemberServiceStub
      extends io.grpc.stub.AbstractAsyncStub<MemberServiceStub> {
    private MemberServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemberServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemberServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one member.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public void getMember(com.grantor.v1.GetMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetMemberMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists members; with view FULL each with their access in short, so that one call fills a table
     * of users; with view WITH_ACCESS only those who have any.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listMembers(com.grantor.v1.ListMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes up to 1000 people members without asking them, in one change: all of them or none. The
     * field path of an error names the item, as do the message and the metadata `item`, which counts
     * from 0. Who has no account gets one, and no organization of their own; unless `email_confirmed`
     * says that it is theirs, a link that confirms the email is mailed.
     * Whose email has an account already:
     * - An operator makes that user a member, unasked; they are told by mail, and may leave. Known is
     *   who has the email confirmed, and the account that an operator or a change request made for
     *   whoever has it; once somebody has acted as the latter, with its email still unconfirmed, it is
     *   invited as by a service account.
     * - A service account makes nobody a member who is known so: an invitation goes out instead, which
     *   `invitations` names. It is accepted as long as the account could still send it
     *   (SENDER_MAY_NO_LONGER).
     * Nobody is made a legal representative so (LEGAL_REPRESENTATIVE_REQUIRED):
     * OrganizationService.AppointLegalRepresentative does that. A service account hands out no areas,
     * and in an organization that is a partner nobody is made its staff by role, an ADMINISTRATOR
     * whose TECHNICAL is not narrowed (GIVES_MORE_THAN_HELD). No operator makes themselves a member
     * (RAISES_SELF). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST, to operators too; SHUT_OUT, USER_INACTIVE, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, QUOTA_EXCEEDED, SIZE_LIMIT where as many accounts claim
     * the email as may, MAIL_LIMIT.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public void batchCreateMembers(com.grantor.v1.BatchCreateMembersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateMembersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchCreateMembersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the role, areas, technical scope or panel. A promotion to ADMINISTRATOR or
     * LEGAL_REPRESENTATIVE removes the member's grants and team memberships in the same change, and
     * the answer lists them; a demotion restores nothing.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void updateMember(com.grantor.v1.UpdateMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateMemberResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateMemberMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Stops the member in this organization: shuts them out. Their grants and teams stay, asleep.
     * Staff of a partner shut out nobody of another partner (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST. One who is
     * deactivated already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void deactivateMember(com.grantor.v1.DeactivateMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeactivateMemberResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeactivateMemberMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lets the member act here again, with the role, grants and teams they have. That gives what
     * these hold, and, to one of an active partner's people, all that this partner is entrusted
     * with, so GIVES_MORE_THAN_HELD is asked. Nobody reactivates themselves (RAISES_SELF), and staff
     * of a partner none of a partner's people (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. One who is active is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void reactivateMember(com.grantor.v1.ReactivateMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReactivateMemberResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReactivateMemberMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes the member out of the organization, with their grants and team memberships. The account
     * stays. Who is deactivated stays shut out.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void removeMember(com.grantor.v1.RemoveMemberRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveMemberResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveMemberMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes the acting user out of the organization, with their grants and team memberships.
     * Everybody may leave but the last active legal representative: FAILED_PRECONDITION
     * (LAST_LEGAL_REPRESENTATIVE).
     * May be called by every acting user.
     * </pre>
     */
    public void leaveOrganization(com.grantor.v1.LeaveOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.LeaveOrganizationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getLeaveOrganizationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Shuts out somebody who is no member: one of the people of an active partner. From then on no
     * path works here for them, until LiftShutOut. Open whatever the change policy. Members are
     * shut out by DeactivateMember: ALREADY_EXISTS (MEMBER_EXISTS).
     * Asked of a role of one's own: as staff of a partner it is PERMISSION_DENIED
     * (PARTNER_MAY_NOT). NOT_FOUND: somebody who is none of a partner's people, whether there is
     * such a user or not. One who is shut out already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void shutOutUser(com.grantor.v1.ShutOutUserRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ShutOutUserResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getShutOutUserMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lifts that somebody who is no member is shut out. That gives, to one of an active partner's
     * people, all that this partner is entrusted with, the wallet too, assigned to them or not: the
     * acting user must hold it by a role of their own (GIVES_MORE_THAN_HELD). Nobody lifts it of
     * themselves (RAISES_SELF), and staff of a partner of none of a partner's people
     * (PARTNER_MAY_NOT). An invitation can lift it too: `Invitation.lift_shut_out`.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: MEMBER_EXISTS for a member, who
     * is reactivated instead.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void liftShutOut(com.grantor.v1.LiftShutOutRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.LiftShutOutResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getLiftShutOutMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers whether and since when somebody who is no member is shut out. NOT_FOUND if they are
     * not.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getShutOut(com.grantor.v1.GetShutOutRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetShutOutResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetShutOutMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists those who are shut out and no members. Members who are shut out are those in state
     * DEACTIVATED (ListMembers).
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listShutOuts(com.grantor.v1.ListShutOutsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListShutOutsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListShutOutsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers what the acting user may do to this member, for the menu beside a name. It is an aid:
     * each action asks again.
     * May be called by acting users who hold `manage_users` on the organization; and the acting
     * user it is about.
     * </pre>
     */
    public void getMemberActions(com.grantor.v1.GetMemberActionsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberActionsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetMemberActionsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers the member's access to products by type: what is their own and can be edited, and
     * what comes from elsewhere.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public void getMemberAccess(com.grantor.v1.GetMemberAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetMemberAccessMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Saves the member's access to the products of one type: replaces, in one change, the member's
     * own grants on products of the type, on the type, and on its future products. Other types are
     * untouched, also where one grant speaks of several.
     * What comes from scope `all`, a tag, a group or a team is not edited here: a save that leaves
     * out a right which such a path still gives is FAILED_PRECONDITION (STILL_GIVEN_BY_OTHER_PATH),
     * and none of it is saved. Further FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED (for everybody but the
     * owner of the type). ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public void replaceMemberAccess(com.grantor.v1.ReplaceMemberAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReplaceMemberAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReplaceMemberAccessMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Saves all of the member's access: replaces, in one change, every grant of the member's own on
     * every type but externally managed ones. Choices: nothing, everything, listed products and
     * groups, or a tag.
     * FAILED_PRECONDITION: STILL_GIVEN_BY_OTHER_PATH if a team still gives something that the
     * choice leaves out, UPPER_ROLE_HOLDS_NO_GRANTS, CHANGE_POLICY_BY_REQUEST. ABORTED:
     * ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void replaceAllMemberAccess(com.grantor.v1.ReplaceAllMemberAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ReplaceAllMemberAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReplaceAllMemberAccessMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Gives the member every right on all products, now and later, in one call: a grant of `all` on
     * scope `all`, beside what they have.
     * The acting user must hold as much: legal representatives, and administrators with TECHNICAL
     * that is not narrowed. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public void grantFullAccess(com.grantor.v1.GrantFullAccessRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GrantFullAccessResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGrantFullAccessMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service MemberService.
   * <pre>
   * Members: users in an organization, each with one role. New members come by invitation
   * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
   * Rules for all changes here. An administrator changes neither a legal representative, nor
   * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
   * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
   * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
   * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
   * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
   * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
   * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
   * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
   * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
   * becomes no member before.
   * </pre>
   */
  public static final class MemberServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<MemberServiceBlockingV2Stub> {
    private MemberServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemberServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemberServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one member.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetMemberResponse getMember(com.grantor.v1.GetMemberRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists members; with view FULL each with their access in short, so that one call fills a table
     * of users; with view WITH_ACCESS only those who have any.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListMembersResponse listMembers(com.grantor.v1.ListMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes up to 1000 people members without asking them, in one change: all of them or none. The
     * field path of an error names the item, as do the message and the metadata `item`, which counts
     * from 0. Who has no account gets one, and no organization of their own; unless `email_confirmed`
     * says that it is theirs, a link that confirms the email is mailed.
     * Whose email has an account already:
     * - An operator makes that user a member, unasked; they are told by mail, and may leave. Known is
     *   who has the email confirmed, and the account that an operator or a change request made for
     *   whoever has it; once somebody has acted as the latter, with its email still unconfirmed, it is
     *   invited as by a service account.
     * - A service account makes nobody a member who is known so: an invitation goes out instead, which
     *   `invitations` names. It is accepted as long as the account could still send it
     *   (SENDER_MAY_NO_LONGER).
     * Nobody is made a legal representative so (LEGAL_REPRESENTATIVE_REQUIRED):
     * OrganizationService.AppointLegalRepresentative does that. A service account hands out no areas,
     * and in an organization that is a partner nobody is made its staff by role, an ADMINISTRATOR
     * whose TECHNICAL is not narrowed (GIVES_MORE_THAN_HELD). No operator makes themselves a member
     * (RAISES_SELF). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST, to operators too; SHUT_OUT, USER_INACTIVE, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, QUOTA_EXCEEDED, SIZE_LIMIT where as many accounts claim
     * the email as may, MAIL_LIMIT.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.BatchCreateMembersResponse batchCreateMembers(com.grantor.v1.BatchCreateMembersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchCreateMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the role, areas, technical scope or panel. A promotion to ADMINISTRATOR or
     * LEGAL_REPRESENTATIVE removes the member's grants and team memberships in the same change, and
     * the answer lists them; a demotion restores nothing.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateMemberResponse updateMember(com.grantor.v1.UpdateMemberRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Stops the member in this organization: shuts them out. Their grants and teams stay, asleep.
     * Staff of a partner shut out nobody of another partner (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST. One who is
     * deactivated already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeactivateMemberResponse deactivateMember(com.grantor.v1.DeactivateMemberRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeactivateMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lets the member act here again, with the role, grants and teams they have. That gives what
     * these hold, and, to one of an active partner's people, all that this partner is entrusted
     * with, so GIVES_MORE_THAN_HELD is asked. Nobody reactivates themselves (RAISES_SELF), and staff
     * of a partner none of a partner's people (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. One who is active is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ReactivateMemberResponse reactivateMember(com.grantor.v1.ReactivateMemberRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReactivateMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes the member out of the organization, with their grants and team memberships. The account
     * stays. Who is deactivated stays shut out.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveMemberResponse removeMember(com.grantor.v1.RemoveMemberRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes the acting user out of the organization, with their grants and team memberships.
     * Everybody may leave but the last active legal representative: FAILED_PRECONDITION
     * (LAST_LEGAL_REPRESENTATIVE).
     * May be called by every acting user.
     * </pre>
     */
    public com.grantor.v1.LeaveOrganizationResponse leaveOrganization(com.grantor.v1.LeaveOrganizationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getLeaveOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Shuts out somebody who is no member: one of the people of an active partner. From then on no
     * path works here for them, until LiftShutOut. Open whatever the change policy. Members are
     * shut out by DeactivateMember: ALREADY_EXISTS (MEMBER_EXISTS).
     * Asked of a role of one's own: as staff of a partner it is PERMISSION_DENIED
     * (PARTNER_MAY_NOT). NOT_FOUND: somebody who is none of a partner's people, whether there is
     * such a user or not. One who is shut out already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ShutOutUserResponse shutOutUser(com.grantor.v1.ShutOutUserRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getShutOutUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lifts that somebody who is no member is shut out. That gives, to one of an active partner's
     * people, all that this partner is entrusted with, the wallet too, assigned to them or not: the
     * acting user must hold it by a role of their own (GIVES_MORE_THAN_HELD). Nobody lifts it of
     * themselves (RAISES_SELF), and staff of a partner of none of a partner's people
     * (PARTNER_MAY_NOT). An invitation can lift it too: `Invitation.lift_shut_out`.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: MEMBER_EXISTS for a member, who
     * is reactivated instead.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.LiftShutOutResponse liftShutOut(com.grantor.v1.LiftShutOutRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getLiftShutOutMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers whether and since when somebody who is no member is shut out. NOT_FOUND if they are
     * not.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetShutOutResponse getShutOut(com.grantor.v1.GetShutOutRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetShutOutMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists those who are shut out and no members. Members who are shut out are those in state
     * DEACTIVATED (ListMembers).
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListShutOutsResponse listShutOuts(com.grantor.v1.ListShutOutsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListShutOutsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers what the acting user may do to this member, for the menu beside a name. It is an aid:
     * each action asks again.
     * May be called by acting users who hold `manage_users` on the organization; and the acting
     * user it is about.
     * </pre>
     */
    public com.grantor.v1.GetMemberActionsResponse getMemberActions(com.grantor.v1.GetMemberActionsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetMemberActionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers the member's access to products by type: what is their own and can be edited, and
     * what comes from elsewhere.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetMemberAccessResponse getMemberAccess(com.grantor.v1.GetMemberAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetMemberAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Saves the member's access to the products of one type: replaces, in one change, the member's
     * own grants on products of the type, on the type, and on its future products. Other types are
     * untouched, also where one grant speaks of several.
     * What comes from scope `all`, a tag, a group or a team is not edited here: a save that leaves
     * out a right which such a path still gives is FAILED_PRECONDITION (STILL_GIVEN_BY_OTHER_PATH),
     * and none of it is saved. Further FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED (for everybody but the
     * owner of the type). ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.ReplaceMemberAccessResponse replaceMemberAccess(com.grantor.v1.ReplaceMemberAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReplaceMemberAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Saves all of the member's access: replaces, in one change, every grant of the member's own on
     * every type but externally managed ones. Choices: nothing, everything, listed products and
     * groups, or a tag.
     * FAILED_PRECONDITION: STILL_GIVEN_BY_OTHER_PATH if a team still gives something that the
     * choice leaves out, UPPER_ROLE_HOLDS_NO_GRANTS, CHANGE_POLICY_BY_REQUEST. ABORTED:
     * ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ReplaceAllMemberAccessResponse replaceAllMemberAccess(com.grantor.v1.ReplaceAllMemberAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReplaceAllMemberAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gives the member every right on all products, now and later, in one call: a grant of `all` on
     * scope `all`, beside what they have.
     * The acting user must hold as much: legal representatives, and administrators with TECHNICAL
     * that is not narrowed. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.GrantFullAccessResponse grantFullAccess(com.grantor.v1.GrantFullAccessRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGrantFullAccessMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service MemberService.
   * <pre>
   * Members: users in an organization, each with one role. New members come by invitation
   * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
   * Rules for all changes here. An administrator changes neither a legal representative, nor
   * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
   * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
   * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
   * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
   * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
   * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
   * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
   * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
   * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
   * becomes no member before.
   * </pre>
   */
  public static final class MemberServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<MemberServiceBlockingStub> {
    private MemberServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemberServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemberServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one member.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetMemberResponse getMember(com.grantor.v1.GetMemberRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists members; with view FULL each with their access in short, so that one call fills a table
     * of users; with view WITH_ACCESS only those who have any.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListMembersResponse listMembers(com.grantor.v1.ListMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes up to 1000 people members without asking them, in one change: all of them or none. The
     * field path of an error names the item, as do the message and the metadata `item`, which counts
     * from 0. Who has no account gets one, and no organization of their own; unless `email_confirmed`
     * says that it is theirs, a link that confirms the email is mailed.
     * Whose email has an account already:
     * - An operator makes that user a member, unasked; they are told by mail, and may leave. Known is
     *   who has the email confirmed, and the account that an operator or a change request made for
     *   whoever has it; once somebody has acted as the latter, with its email still unconfirmed, it is
     *   invited as by a service account.
     * - A service account makes nobody a member who is known so: an invitation goes out instead, which
     *   `invitations` names. It is accepted as long as the account could still send it
     *   (SENDER_MAY_NO_LONGER).
     * Nobody is made a legal representative so (LEGAL_REPRESENTATIVE_REQUIRED):
     * OrganizationService.AppointLegalRepresentative does that. A service account hands out no areas,
     * and in an organization that is a partner nobody is made its staff by role, an ADMINISTRATOR
     * whose TECHNICAL is not narrowed (GIVES_MORE_THAN_HELD). No operator makes themselves a member
     * (RAISES_SELF). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST, to operators too; SHUT_OUT, USER_INACTIVE, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, QUOTA_EXCEEDED, SIZE_LIMIT where as many accounts claim
     * the email as may, MAIL_LIMIT.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.grantor.v1.BatchCreateMembersResponse batchCreateMembers(com.grantor.v1.BatchCreateMembersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchCreateMembersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the role, areas, technical scope or panel. A promotion to ADMINISTRATOR or
     * LEGAL_REPRESENTATIVE removes the member's grants and team memberships in the same change, and
     * the answer lists them; a demotion restores nothing.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateMemberResponse updateMember(com.grantor.v1.UpdateMemberRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Stops the member in this organization: shuts them out. Their grants and teams stay, asleep.
     * Staff of a partner shut out nobody of another partner (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST. One who is
     * deactivated already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeactivateMemberResponse deactivateMember(com.grantor.v1.DeactivateMemberRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeactivateMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lets the member act here again, with the role, grants and teams they have. That gives what
     * these hold, and, to one of an active partner's people, all that this partner is entrusted
     * with, so GIVES_MORE_THAN_HELD is asked. Nobody reactivates themselves (RAISES_SELF), and staff
     * of a partner none of a partner's people (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. One who is active is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ReactivateMemberResponse reactivateMember(com.grantor.v1.ReactivateMemberRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReactivateMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes the member out of the organization, with their grants and team memberships. The account
     * stays. Who is deactivated stays shut out.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveMemberResponse removeMember(com.grantor.v1.RemoveMemberRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveMemberMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes the acting user out of the organization, with their grants and team memberships.
     * Everybody may leave but the last active legal representative: FAILED_PRECONDITION
     * (LAST_LEGAL_REPRESENTATIVE).
     * May be called by every acting user.
     * </pre>
     */
    public com.grantor.v1.LeaveOrganizationResponse leaveOrganization(com.grantor.v1.LeaveOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getLeaveOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Shuts out somebody who is no member: one of the people of an active partner. From then on no
     * path works here for them, until LiftShutOut. Open whatever the change policy. Members are
     * shut out by DeactivateMember: ALREADY_EXISTS (MEMBER_EXISTS).
     * Asked of a role of one's own: as staff of a partner it is PERMISSION_DENIED
     * (PARTNER_MAY_NOT). NOT_FOUND: somebody who is none of a partner's people, whether there is
     * such a user or not. One who is shut out already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ShutOutUserResponse shutOutUser(com.grantor.v1.ShutOutUserRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getShutOutUserMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lifts that somebody who is no member is shut out. That gives, to one of an active partner's
     * people, all that this partner is entrusted with, the wallet too, assigned to them or not: the
     * acting user must hold it by a role of their own (GIVES_MORE_THAN_HELD). Nobody lifts it of
     * themselves (RAISES_SELF), and staff of a partner of none of a partner's people
     * (PARTNER_MAY_NOT). An invitation can lift it too: `Invitation.lift_shut_out`.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: MEMBER_EXISTS for a member, who
     * is reactivated instead.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.LiftShutOutResponse liftShutOut(com.grantor.v1.LiftShutOutRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getLiftShutOutMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers whether and since when somebody who is no member is shut out. NOT_FOUND if they are
     * not.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetShutOutResponse getShutOut(com.grantor.v1.GetShutOutRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetShutOutMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists those who are shut out and no members. Members who are shut out are those in state
     * DEACTIVATED (ListMembers).
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListShutOutsResponse listShutOuts(com.grantor.v1.ListShutOutsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListShutOutsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers what the acting user may do to this member, for the menu beside a name. It is an aid:
     * each action asks again.
     * May be called by acting users who hold `manage_users` on the organization; and the acting
     * user it is about.
     * </pre>
     */
    public com.grantor.v1.GetMemberActionsResponse getMemberActions(com.grantor.v1.GetMemberActionsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetMemberActionsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers the member's access to products by type: what is their own and can be edited, and
     * what comes from elsewhere.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetMemberAccessResponse getMemberAccess(com.grantor.v1.GetMemberAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetMemberAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Saves the member's access to the products of one type: replaces, in one change, the member's
     * own grants on products of the type, on the type, and on its future products. Other types are
     * untouched, also where one grant speaks of several.
     * What comes from scope `all`, a tag, a group or a team is not edited here: a save that leaves
     * out a right which such a path still gives is FAILED_PRECONDITION (STILL_GIVEN_BY_OTHER_PATH),
     * and none of it is saved. Further FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED (for everybody but the
     * owner of the type). ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.grantor.v1.ReplaceMemberAccessResponse replaceMemberAccess(com.grantor.v1.ReplaceMemberAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReplaceMemberAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Saves all of the member's access: replaces, in one change, every grant of the member's own on
     * every type but externally managed ones. Choices: nothing, everything, listed products and
     * groups, or a tag.
     * FAILED_PRECONDITION: STILL_GIVEN_BY_OTHER_PATH if a team still gives something that the
     * choice leaves out, UPPER_ROLE_HOLDS_NO_GRANTS, CHANGE_POLICY_BY_REQUEST. ABORTED:
     * ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.ReplaceAllMemberAccessResponse replaceAllMemberAccess(com.grantor.v1.ReplaceAllMemberAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReplaceAllMemberAccessMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Gives the member every right on all products, now and later, in one call: a grant of `all` on
     * scope `all`, beside what they have.
     * The acting user must hold as much: legal representatives, and administrators with TECHNICAL
     * that is not narrowed. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.grantor.v1.GrantFullAccessResponse grantFullAccess(com.grantor.v1.GrantFullAccessRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGrantFullAccessMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service MemberService.
   * <pre>
   * Members: users in an organization, each with one role. New members come by invitation
   * (InvitationService), or are made directly by operators and services (BatchCreateMembers).
   * Rules for all changes here. An administrator changes neither a legal representative, nor
   * themselves, nor an administrator who has an area or scope that they lack (ADMINISTRATOR_ABOVE),
   * and hands out only areas which they have, TECHNICAL at most with a scope that theirs contains
   * (GIVES_MORE_THAN_HELD). Only a legal representative makes another, or changes one
   * (LEGAL_REPRESENTATIVE_REQUIRED). Nobody gives a right which they do not hold
   * (GIVES_MORE_THAN_HELD) or raises themselves (RAISES_SELF). Staff of a full partner who manage
   * users change nothing of a legal representative or administrator (PARTNER_MAY_NOT).
   * Who is deactivated is shut out: no path works here for them, a partnership's neither, and they
   * change nothing here (SHUT_OUT) but leaving and refusing. That outlives the membership: whoever
   * is removed or leaves while deactivated stays shut out (ListShutOuts) until it is lifted, and
   * becomes no member before.
   * </pre>
   */
  public static final class MemberServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<MemberServiceFutureStub> {
    private MemberServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemberServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemberServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers one member.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetMemberResponse> getMember(
        com.grantor.v1.GetMemberRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetMemberMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists members; with view FULL each with their access in short, so that one call fills a table
     * of users; with view WITH_ACCESS only those who have any.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListMembersResponse> listMembers(
        com.grantor.v1.ListMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes up to 1000 people members without asking them, in one change: all of them or none. The
     * field path of an error names the item, as do the message and the metadata `item`, which counts
     * from 0. Who has no account gets one, and no organization of their own; unless `email_confirmed`
     * says that it is theirs, a link that confirms the email is mailed.
     * Whose email has an account already:
     * - An operator makes that user a member, unasked; they are told by mail, and may leave. Known is
     *   who has the email confirmed, and the account that an operator or a change request made for
     *   whoever has it; once somebody has acted as the latter, with its email still unconfirmed, it is
     *   invited as by a service account.
     * - A service account makes nobody a member who is known so: an invitation goes out instead, which
     *   `invitations` names. It is accepted as long as the account could still send it
     *   (SENDER_MAY_NO_LONGER).
     * Nobody is made a legal representative so (LEGAL_REPRESENTATIVE_REQUIRED):
     * OrganizationService.AppointLegalRepresentative does that. A service account hands out no areas,
     * and in an organization that is a partner nobody is made its staff by role, an ADMINISTRATOR
     * whose TECHNICAL is not narrowed (GIVES_MORE_THAN_HELD). No operator makes themselves a member
     * (RAISES_SELF). ALREADY_EXISTS: MEMBER_EXISTS, INVITATION_OPEN, ID_TAKEN. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST, to operators too; SHUT_OUT, USER_INACTIVE, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT, QUOTA_EXCEEDED, SIZE_LIMIT where as many accounts claim
     * the email as may, MAIL_LIMIT.
     * May be called by operators; and service accounts with scope `users.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.BatchCreateMembersResponse> batchCreateMembers(
        com.grantor.v1.BatchCreateMembersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchCreateMembersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the role, areas, technical scope or panel. A promotion to ADMINISTRATOR or
     * LEGAL_REPRESENTATIVE removes the member's grants and team memberships in the same change, and
     * the answer lists them; a demotion restores nothing.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, WHITE_LABEL_OFF.
     * RESOURCE_EXHAUSTED: ADMINISTRATOR_LIMIT.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateMemberResponse> updateMember(
        com.grantor.v1.UpdateMemberRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateMemberMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Stops the member in this organization: shuts them out. Their grants and teams stay, asleep.
     * Staff of a partner shut out nobody of another partner (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST. One who is
     * deactivated already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeactivateMemberResponse> deactivateMember(
        com.grantor.v1.DeactivateMemberRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeactivateMemberMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lets the member act here again, with the role, grants and teams they have. That gives what
     * these hold, and, to one of an active partner's people, all that this partner is entrusted
     * with, so GIVES_MORE_THAN_HELD is asked. Nobody reactivates themselves (RAISES_SELF), and staff
     * of a partner none of a partner's people (PARTNER_MAY_NOT).
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. One who is active is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ReactivateMemberResponse> reactivateMember(
        com.grantor.v1.ReactivateMemberRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReactivateMemberMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes the member out of the organization, with their grants and team memberships. The account
     * stays. Who is deactivated stays shut out.
     * FAILED_PRECONDITION: LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RemoveMemberResponse> removeMember(
        com.grantor.v1.RemoveMemberRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveMemberMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes the acting user out of the organization, with their grants and team memberships.
     * Everybody may leave but the last active legal representative: FAILED_PRECONDITION
     * (LAST_LEGAL_REPRESENTATIVE).
     * May be called by every acting user.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.LeaveOrganizationResponse> leaveOrganization(
        com.grantor.v1.LeaveOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getLeaveOrganizationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Shuts out somebody who is no member: one of the people of an active partner. From then on no
     * path works here for them, until LiftShutOut. Open whatever the change policy. Members are
     * shut out by DeactivateMember: ALREADY_EXISTS (MEMBER_EXISTS).
     * Asked of a role of one's own: as staff of a partner it is PERMISSION_DENIED
     * (PARTNER_MAY_NOT). NOT_FOUND: somebody who is none of a partner's people, whether there is
     * such a user or not. One who is shut out already is answered unchanged.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ShutOutUserResponse> shutOutUser(
        com.grantor.v1.ShutOutUserRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getShutOutUserMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lifts that somebody who is no member is shut out. That gives, to one of an active partner's
     * people, all that this partner is entrusted with, the wallet too, assigned to them or not: the
     * acting user must hold it by a role of their own (GIVES_MORE_THAN_HELD). Nobody lifts it of
     * themselves (RAISES_SELF), and staff of a partner of none of a partner's people
     * (PARTNER_MAY_NOT). An invitation can lift it too: `Invitation.lift_shut_out`.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST. ALREADY_EXISTS: MEMBER_EXISTS for a member, who
     * is reactivated instead.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.LiftShutOutResponse> liftShutOut(
        com.grantor.v1.LiftShutOutRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getLiftShutOutMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers whether and since when somebody who is no member is shut out. NOT_FOUND if they are
     * not.
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetShutOutResponse> getShutOut(
        com.grantor.v1.GetShutOutRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetShutOutMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists those who are shut out and no members. Members who are shut out are those in state
     * DEACTIVATED (ListMembers).
     * May be called by acting users who hold `manage_users` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListShutOutsResponse> listShutOuts(
        com.grantor.v1.ListShutOutsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListShutOutsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers what the acting user may do to this member, for the menu beside a name. It is an aid:
     * each action asks again.
     * May be called by acting users who hold `manage_users` on the organization; and the acting
     * user it is about.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetMemberActionsResponse> getMemberActions(
        com.grantor.v1.GetMemberActionsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetMemberActionsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers the member's access to products by type: what is their own and can be edited, and
     * what comes from elsewhere.
     * May be called by acting users who hold `manage_users` on the organization; the acting user it
     * is about; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetMemberAccessResponse> getMemberAccess(
        com.grantor.v1.GetMemberAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetMemberAccessMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Saves the member's access to the products of one type: replaces, in one change, the member's
     * own grants on products of the type, on the type, and on its future products. Other types are
     * untouched, also where one grant speaks of several.
     * What comes from scope `all`, a tag, a group or a team is not edited here: a save that leaves
     * out a right which such a path still gives is FAILED_PRECONDITION (STILL_GIVEN_BY_OTHER_PATH),
     * and none of it is saved. Further FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED (for everybody but the
     * owner of the type). ABORTED: ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization; and service
     * accounts with scope `type.*.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ReplaceMemberAccessResponse> replaceMemberAccess(
        com.grantor.v1.ReplaceMemberAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReplaceMemberAccessMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Saves all of the member's access: replaces, in one change, every grant of the member's own on
     * every type but externally managed ones. Choices: nothing, everything, listed products and
     * groups, or a tag.
     * FAILED_PRECONDITION: STILL_GIVEN_BY_OTHER_PATH if a team still gives something that the
     * choice leaves out, UPPER_ROLE_HOLDS_NO_GRANTS, CHANGE_POLICY_BY_REQUEST. ABORTED:
     * ETAG_MISMATCH.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ReplaceAllMemberAccessResponse> replaceAllMemberAccess(
        com.grantor.v1.ReplaceAllMemberAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReplaceAllMemberAccessMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Gives the member every right on all products, now and later, in one call: a grant of `all` on
     * scope `all`, beside what they have.
     * The acting user must hold as much: legal representatives, and administrators with TECHNICAL
     * that is not narrowed. FAILED_PRECONDITION: UPPER_ROLE_HOLDS_NO_GRANTS,
     * CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_users` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GrantFullAccessResponse> grantFullAccess(
        com.grantor.v1.GrantFullAccessRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGrantFullAccessMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_MEMBER = 0;
  private static final int METHODID_LIST_MEMBERS = 1;
  private static final int METHODID_BATCH_CREATE_MEMBERS = 2;
  private static final int METHODID_UPDATE_MEMBER = 3;
  private static final int METHODID_DEACTIVATE_MEMBER = 4;
  private static final int METHODID_REACTIVATE_MEMBER = 5;
  private static final int METHODID_REMOVE_MEMBER = 6;
  private static final int METHODID_LEAVE_ORGANIZATION = 7;
  private static final int METHODID_SHUT_OUT_USER = 8;
  private static final int METHODID_LIFT_SHUT_OUT = 9;
  private static final int METHODID_GET_SHUT_OUT = 10;
  private static final int METHODID_LIST_SHUT_OUTS = 11;
  private static final int METHODID_GET_MEMBER_ACTIONS = 12;
  private static final int METHODID_GET_MEMBER_ACCESS = 13;
  private static final int METHODID_REPLACE_MEMBER_ACCESS = 14;
  private static final int METHODID_REPLACE_ALL_MEMBER_ACCESS = 15;
  private static final int METHODID_GRANT_FULL_ACCESS = 16;

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
        case METHODID_GET_MEMBER:
          serviceImpl.getMember((com.grantor.v1.GetMemberRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberResponse>) responseObserver);
          break;
        case METHODID_LIST_MEMBERS:
          serviceImpl.listMembers((com.grantor.v1.ListMembersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListMembersResponse>) responseObserver);
          break;
        case METHODID_BATCH_CREATE_MEMBERS:
          serviceImpl.batchCreateMembers((com.grantor.v1.BatchCreateMembersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateMembersResponse>) responseObserver);
          break;
        case METHODID_UPDATE_MEMBER:
          serviceImpl.updateMember((com.grantor.v1.UpdateMemberRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateMemberResponse>) responseObserver);
          break;
        case METHODID_DEACTIVATE_MEMBER:
          serviceImpl.deactivateMember((com.grantor.v1.DeactivateMemberRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeactivateMemberResponse>) responseObserver);
          break;
        case METHODID_REACTIVATE_MEMBER:
          serviceImpl.reactivateMember((com.grantor.v1.ReactivateMemberRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ReactivateMemberResponse>) responseObserver);
          break;
        case METHODID_REMOVE_MEMBER:
          serviceImpl.removeMember((com.grantor.v1.RemoveMemberRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RemoveMemberResponse>) responseObserver);
          break;
        case METHODID_LEAVE_ORGANIZATION:
          serviceImpl.leaveOrganization((com.grantor.v1.LeaveOrganizationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.LeaveOrganizationResponse>) responseObserver);
          break;
        case METHODID_SHUT_OUT_USER:
          serviceImpl.shutOutUser((com.grantor.v1.ShutOutUserRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ShutOutUserResponse>) responseObserver);
          break;
        case METHODID_LIFT_SHUT_OUT:
          serviceImpl.liftShutOut((com.grantor.v1.LiftShutOutRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.LiftShutOutResponse>) responseObserver);
          break;
        case METHODID_GET_SHUT_OUT:
          serviceImpl.getShutOut((com.grantor.v1.GetShutOutRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetShutOutResponse>) responseObserver);
          break;
        case METHODID_LIST_SHUT_OUTS:
          serviceImpl.listShutOuts((com.grantor.v1.ListShutOutsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListShutOutsResponse>) responseObserver);
          break;
        case METHODID_GET_MEMBER_ACTIONS:
          serviceImpl.getMemberActions((com.grantor.v1.GetMemberActionsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberActionsResponse>) responseObserver);
          break;
        case METHODID_GET_MEMBER_ACCESS:
          serviceImpl.getMemberAccess((com.grantor.v1.GetMemberAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetMemberAccessResponse>) responseObserver);
          break;
        case METHODID_REPLACE_MEMBER_ACCESS:
          serviceImpl.replaceMemberAccess((com.grantor.v1.ReplaceMemberAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ReplaceMemberAccessResponse>) responseObserver);
          break;
        case METHODID_REPLACE_ALL_MEMBER_ACCESS:
          serviceImpl.replaceAllMemberAccess((com.grantor.v1.ReplaceAllMemberAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ReplaceAllMemberAccessResponse>) responseObserver);
          break;
        case METHODID_GRANT_FULL_ACCESS:
          serviceImpl.grantFullAccess((com.grantor.v1.GrantFullAccessRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GrantFullAccessResponse>) responseObserver);
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
          getGetMemberMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetMemberRequest,
              com.grantor.v1.GetMemberResponse>(
                service, METHODID_GET_MEMBER)))
        .addMethod(
          getListMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListMembersRequest,
              com.grantor.v1.ListMembersResponse>(
                service, METHODID_LIST_MEMBERS)))
        .addMethod(
          getBatchCreateMembersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.BatchCreateMembersRequest,
              com.grantor.v1.BatchCreateMembersResponse>(
                service, METHODID_BATCH_CREATE_MEMBERS)))
        .addMethod(
          getUpdateMemberMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateMemberRequest,
              com.grantor.v1.UpdateMemberResponse>(
                service, METHODID_UPDATE_MEMBER)))
        .addMethod(
          getDeactivateMemberMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeactivateMemberRequest,
              com.grantor.v1.DeactivateMemberResponse>(
                service, METHODID_DEACTIVATE_MEMBER)))
        .addMethod(
          getReactivateMemberMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ReactivateMemberRequest,
              com.grantor.v1.ReactivateMemberResponse>(
                service, METHODID_REACTIVATE_MEMBER)))
        .addMethod(
          getRemoveMemberMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RemoveMemberRequest,
              com.grantor.v1.RemoveMemberResponse>(
                service, METHODID_REMOVE_MEMBER)))
        .addMethod(
          getLeaveOrganizationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.LeaveOrganizationRequest,
              com.grantor.v1.LeaveOrganizationResponse>(
                service, METHODID_LEAVE_ORGANIZATION)))
        .addMethod(
          getShutOutUserMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ShutOutUserRequest,
              com.grantor.v1.ShutOutUserResponse>(
                service, METHODID_SHUT_OUT_USER)))
        .addMethod(
          getLiftShutOutMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.LiftShutOutRequest,
              com.grantor.v1.LiftShutOutResponse>(
                service, METHODID_LIFT_SHUT_OUT)))
        .addMethod(
          getGetShutOutMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetShutOutRequest,
              com.grantor.v1.GetShutOutResponse>(
                service, METHODID_GET_SHUT_OUT)))
        .addMethod(
          getListShutOutsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListShutOutsRequest,
              com.grantor.v1.ListShutOutsResponse>(
                service, METHODID_LIST_SHUT_OUTS)))
        .addMethod(
          getGetMemberActionsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetMemberActionsRequest,
              com.grantor.v1.GetMemberActionsResponse>(
                service, METHODID_GET_MEMBER_ACTIONS)))
        .addMethod(
          getGetMemberAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetMemberAccessRequest,
              com.grantor.v1.GetMemberAccessResponse>(
                service, METHODID_GET_MEMBER_ACCESS)))
        .addMethod(
          getReplaceMemberAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ReplaceMemberAccessRequest,
              com.grantor.v1.ReplaceMemberAccessResponse>(
                service, METHODID_REPLACE_MEMBER_ACCESS)))
        .addMethod(
          getReplaceAllMemberAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ReplaceAllMemberAccessRequest,
              com.grantor.v1.ReplaceAllMemberAccessResponse>(
                service, METHODID_REPLACE_ALL_MEMBER_ACCESS)))
        .addMethod(
          getGrantFullAccessMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GrantFullAccessRequest,
              com.grantor.v1.GrantFullAccessResponse>(
                service, METHODID_GRANT_FULL_ACCESS)))
        .build();
  }

  private static abstract class MemberServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    MemberServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.MemberProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("MemberService");
    }
  }

  private static final class MemberServiceFileDescriptorSupplier
      extends MemberServiceBaseDescriptorSupplier {
    MemberServiceFileDescriptorSupplier() {}
  }

  private static final class MemberServiceMethodDescriptorSupplier
      extends MemberServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    MemberServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (MemberServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new MemberServiceFileDescriptorSupplier())
              .addMethod(getGetMemberMethod())
              .addMethod(getListMembersMethod())
              .addMethod(getBatchCreateMembersMethod())
              .addMethod(getUpdateMemberMethod())
              .addMethod(getDeactivateMemberMethod())
              .addMethod(getReactivateMemberMethod())
              .addMethod(getRemoveMemberMethod())
              .addMethod(getLeaveOrganizationMethod())
              .addMethod(getShutOutUserMethod())
              .addMethod(getLiftShutOutMethod())
              .addMethod(getGetShutOutMethod())
              .addMethod(getListShutOutsMethod())
              .addMethod(getGetMemberActionsMethod())
              .addMethod(getGetMemberAccessMethod())
              .addMethod(getReplaceMemberAccessMethod())
              .addMethod(getReplaceAllMemberAccessMethod())
              .addMethod(getGrantFullAccessMethod())
              .build();
        }
      }
    }
    return result;
  }
}
