package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Partnerships. A legal representative of the client proposes one to a partner of the directory,
 * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
 * side ends it at any time. At most one per client and partner is live.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class PartnershipServiceGrpc {

  private PartnershipServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.PartnershipService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ProposePartnershipRequest,
      com.grantor.v1.ProposePartnershipResponse> getProposePartnershipMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ProposePartnership",
      requestType = com.grantor.v1.ProposePartnershipRequest.class,
      responseType = com.grantor.v1.ProposePartnershipResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ProposePartnershipRequest,
      com.grantor.v1.ProposePartnershipResponse> getProposePartnershipMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ProposePartnershipRequest, com.grantor.v1.ProposePartnershipResponse> getProposePartnershipMethod;
    if ((getProposePartnershipMethod = PartnershipServiceGrpc.getProposePartnershipMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getProposePartnershipMethod = PartnershipServiceGrpc.getProposePartnershipMethod) == null) {
          PartnershipServiceGrpc.getProposePartnershipMethod = getProposePartnershipMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ProposePartnershipRequest, com.grantor.v1.ProposePartnershipResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ProposePartnership"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ProposePartnershipRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ProposePartnershipResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("ProposePartnership"))
              .build();
        }
      }
    }
    return getProposePartnershipMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetPartnershipRequest,
      com.grantor.v1.GetPartnershipResponse> getGetPartnershipMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetPartnership",
      requestType = com.grantor.v1.GetPartnershipRequest.class,
      responseType = com.grantor.v1.GetPartnershipResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetPartnershipRequest,
      com.grantor.v1.GetPartnershipResponse> getGetPartnershipMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetPartnershipRequest, com.grantor.v1.GetPartnershipResponse> getGetPartnershipMethod;
    if ((getGetPartnershipMethod = PartnershipServiceGrpc.getGetPartnershipMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getGetPartnershipMethod = PartnershipServiceGrpc.getGetPartnershipMethod) == null) {
          PartnershipServiceGrpc.getGetPartnershipMethod = getGetPartnershipMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetPartnershipRequest, com.grantor.v1.GetPartnershipResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetPartnership"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetPartnershipRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetPartnershipResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("GetPartnership"))
              .build();
        }
      }
    }
    return getGetPartnershipMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListPartnershipsRequest,
      com.grantor.v1.ListPartnershipsResponse> getListPartnershipsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListPartnerships",
      requestType = com.grantor.v1.ListPartnershipsRequest.class,
      responseType = com.grantor.v1.ListPartnershipsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListPartnershipsRequest,
      com.grantor.v1.ListPartnershipsResponse> getListPartnershipsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListPartnershipsRequest, com.grantor.v1.ListPartnershipsResponse> getListPartnershipsMethod;
    if ((getListPartnershipsMethod = PartnershipServiceGrpc.getListPartnershipsMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getListPartnershipsMethod = PartnershipServiceGrpc.getListPartnershipsMethod) == null) {
          PartnershipServiceGrpc.getListPartnershipsMethod = getListPartnershipsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListPartnershipsRequest, com.grantor.v1.ListPartnershipsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListPartnerships"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListPartnershipsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListPartnershipsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("ListPartnerships"))
              .build();
        }
      }
    }
    return getListPartnershipsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ResendProposalRequest,
      com.grantor.v1.ResendProposalResponse> getResendProposalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ResendProposal",
      requestType = com.grantor.v1.ResendProposalRequest.class,
      responseType = com.grantor.v1.ResendProposalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ResendProposalRequest,
      com.grantor.v1.ResendProposalResponse> getResendProposalMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ResendProposalRequest, com.grantor.v1.ResendProposalResponse> getResendProposalMethod;
    if ((getResendProposalMethod = PartnershipServiceGrpc.getResendProposalMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getResendProposalMethod = PartnershipServiceGrpc.getResendProposalMethod) == null) {
          PartnershipServiceGrpc.getResendProposalMethod = getResendProposalMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ResendProposalRequest, com.grantor.v1.ResendProposalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ResendProposal"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ResendProposalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ResendProposalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("ResendProposal"))
              .build();
        }
      }
    }
    return getResendProposalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.WithdrawProposalRequest,
      com.grantor.v1.WithdrawProposalResponse> getWithdrawProposalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "WithdrawProposal",
      requestType = com.grantor.v1.WithdrawProposalRequest.class,
      responseType = com.grantor.v1.WithdrawProposalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.WithdrawProposalRequest,
      com.grantor.v1.WithdrawProposalResponse> getWithdrawProposalMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.WithdrawProposalRequest, com.grantor.v1.WithdrawProposalResponse> getWithdrawProposalMethod;
    if ((getWithdrawProposalMethod = PartnershipServiceGrpc.getWithdrawProposalMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getWithdrawProposalMethod = PartnershipServiceGrpc.getWithdrawProposalMethod) == null) {
          PartnershipServiceGrpc.getWithdrawProposalMethod = getWithdrawProposalMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.WithdrawProposalRequest, com.grantor.v1.WithdrawProposalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "WithdrawProposal"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WithdrawProposalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.WithdrawProposalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("WithdrawProposal"))
              .build();
        }
      }
    }
    return getWithdrawProposalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ViewProposalRequest,
      com.grantor.v1.ViewProposalResponse> getViewProposalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ViewProposal",
      requestType = com.grantor.v1.ViewProposalRequest.class,
      responseType = com.grantor.v1.ViewProposalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ViewProposalRequest,
      com.grantor.v1.ViewProposalResponse> getViewProposalMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ViewProposalRequest, com.grantor.v1.ViewProposalResponse> getViewProposalMethod;
    if ((getViewProposalMethod = PartnershipServiceGrpc.getViewProposalMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getViewProposalMethod = PartnershipServiceGrpc.getViewProposalMethod) == null) {
          PartnershipServiceGrpc.getViewProposalMethod = getViewProposalMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ViewProposalRequest, com.grantor.v1.ViewProposalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ViewProposal"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ViewProposalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ViewProposalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("ViewProposal"))
              .build();
        }
      }
    }
    return getViewProposalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AcceptProposalRequest,
      com.grantor.v1.AcceptProposalResponse> getAcceptProposalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AcceptProposal",
      requestType = com.grantor.v1.AcceptProposalRequest.class,
      responseType = com.grantor.v1.AcceptProposalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AcceptProposalRequest,
      com.grantor.v1.AcceptProposalResponse> getAcceptProposalMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AcceptProposalRequest, com.grantor.v1.AcceptProposalResponse> getAcceptProposalMethod;
    if ((getAcceptProposalMethod = PartnershipServiceGrpc.getAcceptProposalMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getAcceptProposalMethod = PartnershipServiceGrpc.getAcceptProposalMethod) == null) {
          PartnershipServiceGrpc.getAcceptProposalMethod = getAcceptProposalMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AcceptProposalRequest, com.grantor.v1.AcceptProposalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AcceptProposal"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AcceptProposalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AcceptProposalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("AcceptProposal"))
              .build();
        }
      }
    }
    return getAcceptProposalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RefuseProposalRequest,
      com.grantor.v1.RefuseProposalResponse> getRefuseProposalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RefuseProposal",
      requestType = com.grantor.v1.RefuseProposalRequest.class,
      responseType = com.grantor.v1.RefuseProposalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RefuseProposalRequest,
      com.grantor.v1.RefuseProposalResponse> getRefuseProposalMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RefuseProposalRequest, com.grantor.v1.RefuseProposalResponse> getRefuseProposalMethod;
    if ((getRefuseProposalMethod = PartnershipServiceGrpc.getRefuseProposalMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getRefuseProposalMethod = PartnershipServiceGrpc.getRefuseProposalMethod) == null) {
          PartnershipServiceGrpc.getRefuseProposalMethod = getRefuseProposalMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RefuseProposalRequest, com.grantor.v1.RefuseProposalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RefuseProposal"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RefuseProposalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RefuseProposalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("RefuseProposal"))
              .build();
        }
      }
    }
    return getRefuseProposalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ChangeMandateRequest,
      com.grantor.v1.ChangeMandateResponse> getChangeMandateMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ChangeMandate",
      requestType = com.grantor.v1.ChangeMandateRequest.class,
      responseType = com.grantor.v1.ChangeMandateResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ChangeMandateRequest,
      com.grantor.v1.ChangeMandateResponse> getChangeMandateMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ChangeMandateRequest, com.grantor.v1.ChangeMandateResponse> getChangeMandateMethod;
    if ((getChangeMandateMethod = PartnershipServiceGrpc.getChangeMandateMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getChangeMandateMethod = PartnershipServiceGrpc.getChangeMandateMethod) == null) {
          PartnershipServiceGrpc.getChangeMandateMethod = getChangeMandateMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ChangeMandateRequest, com.grantor.v1.ChangeMandateResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ChangeMandate"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ChangeMandateRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ChangeMandateResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("ChangeMandate"))
              .build();
        }
      }
    }
    return getChangeMandateMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.SwitchWalletRequest,
      com.grantor.v1.SwitchWalletResponse> getSwitchWalletMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SwitchWallet",
      requestType = com.grantor.v1.SwitchWalletRequest.class,
      responseType = com.grantor.v1.SwitchWalletResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.SwitchWalletRequest,
      com.grantor.v1.SwitchWalletResponse> getSwitchWalletMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.SwitchWalletRequest, com.grantor.v1.SwitchWalletResponse> getSwitchWalletMethod;
    if ((getSwitchWalletMethod = PartnershipServiceGrpc.getSwitchWalletMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getSwitchWalletMethod = PartnershipServiceGrpc.getSwitchWalletMethod) == null) {
          PartnershipServiceGrpc.getSwitchWalletMethod = getSwitchWalletMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.SwitchWalletRequest, com.grantor.v1.SwitchWalletResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SwitchWallet"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SwitchWalletRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SwitchWalletResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("SwitchWallet"))
              .build();
        }
      }
    }
    return getSwitchWalletMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.TerminatePartnershipRequest,
      com.grantor.v1.TerminatePartnershipResponse> getTerminatePartnershipMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "TerminatePartnership",
      requestType = com.grantor.v1.TerminatePartnershipRequest.class,
      responseType = com.grantor.v1.TerminatePartnershipResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.TerminatePartnershipRequest,
      com.grantor.v1.TerminatePartnershipResponse> getTerminatePartnershipMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.TerminatePartnershipRequest, com.grantor.v1.TerminatePartnershipResponse> getTerminatePartnershipMethod;
    if ((getTerminatePartnershipMethod = PartnershipServiceGrpc.getTerminatePartnershipMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getTerminatePartnershipMethod = PartnershipServiceGrpc.getTerminatePartnershipMethod) == null) {
          PartnershipServiceGrpc.getTerminatePartnershipMethod = getTerminatePartnershipMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.TerminatePartnershipRequest, com.grantor.v1.TerminatePartnershipResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "TerminatePartnership"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.TerminatePartnershipRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.TerminatePartnershipResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("TerminatePartnership"))
              .build();
        }
      }
    }
    return getTerminatePartnershipMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListMadeThingsRequest,
      com.grantor.v1.ListMadeThingsResponse> getListMadeThingsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListMadeThings",
      requestType = com.grantor.v1.ListMadeThingsRequest.class,
      responseType = com.grantor.v1.ListMadeThingsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListMadeThingsRequest,
      com.grantor.v1.ListMadeThingsResponse> getListMadeThingsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListMadeThingsRequest, com.grantor.v1.ListMadeThingsResponse> getListMadeThingsMethod;
    if ((getListMadeThingsMethod = PartnershipServiceGrpc.getListMadeThingsMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getListMadeThingsMethod = PartnershipServiceGrpc.getListMadeThingsMethod) == null) {
          PartnershipServiceGrpc.getListMadeThingsMethod = getListMadeThingsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListMadeThingsRequest, com.grantor.v1.ListMadeThingsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListMadeThings"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListMadeThingsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListMadeThingsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("ListMadeThings"))
              .build();
        }
      }
    }
    return getListMadeThingsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.TakeBackMadeThingsRequest,
      com.grantor.v1.TakeBackMadeThingsResponse> getTakeBackMadeThingsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "TakeBackMadeThings",
      requestType = com.grantor.v1.TakeBackMadeThingsRequest.class,
      responseType = com.grantor.v1.TakeBackMadeThingsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.TakeBackMadeThingsRequest,
      com.grantor.v1.TakeBackMadeThingsResponse> getTakeBackMadeThingsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.TakeBackMadeThingsRequest, com.grantor.v1.TakeBackMadeThingsResponse> getTakeBackMadeThingsMethod;
    if ((getTakeBackMadeThingsMethod = PartnershipServiceGrpc.getTakeBackMadeThingsMethod) == null) {
      synchronized (PartnershipServiceGrpc.class) {
        if ((getTakeBackMadeThingsMethod = PartnershipServiceGrpc.getTakeBackMadeThingsMethod) == null) {
          PartnershipServiceGrpc.getTakeBackMadeThingsMethod = getTakeBackMadeThingsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.TakeBackMadeThingsRequest, com.grantor.v1.TakeBackMadeThingsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "TakeBackMadeThings"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.TakeBackMadeThingsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.TakeBackMadeThingsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnershipServiceMethodDescriptorSupplier("TakeBackMadeThings"))
              .build();
        }
      }
    }
    return getTakeBackMadeThingsMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static PartnershipServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceStub>() {
        @java.lang.Override
        public PartnershipServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnershipServiceStub(channel, callOptions);
        }
      };
    return PartnershipServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static PartnershipServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceBlockingV2Stub>() {
        @java.lang.Override
        public PartnershipServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnershipServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return PartnershipServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static PartnershipServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceBlockingStub>() {
        @java.lang.Override
        public PartnershipServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnershipServiceBlockingStub(channel, callOptions);
        }
      };
    return PartnershipServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static PartnershipServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnershipServiceFutureStub>() {
        @java.lang.Override
        public PartnershipServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnershipServiceFutureStub(channel, callOptions);
        }
      };
    return PartnershipServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Partnerships. A legal representative of the client proposes one to a partner of the directory,
   * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
   * side ends it at any time. At most one per client and partner is live.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Proposes a partnership and mails each contact of the partner a link to accept or refuse.
     * Nobody gives what they do not hold (GIVES_MORE_THAN_HELD). INVALID_ARGUMENT also for a
     * partnership with oneself, and for a LIMITED one without grants or with one on scope `all`.
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: PARTNER_NOT_LISTED (also where there is
     * no such partner), CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    default void proposePartnership(com.grantor.v1.ProposePartnershipRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ProposePartnershipResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getProposePartnershipMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one partnership, whatever became of it. To the partner's side without who proposed it.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner; operators; and service accounts with scope `read`.
     * </pre>
     */
    default void getPartnership(com.grantor.v1.GetPartnershipRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetPartnershipResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetPartnershipMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the partnerships of a client organization, those too that are over. The partner's side
     * lists its own with PartnerService.ListClients.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listPartnerships(com.grantor.v1.ListPartnershipsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListPartnershipsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListPartnershipsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sends a proposal again, also one that has expired: the older link is dead, and whoever sends it
     * is its sender from then on, so they must be able to propose it now (GIVES_MORE_THAN_HELD).
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: INVITATION_NOT_OPEN,
     * PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    default void resendProposal(com.grantor.v1.ResendProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ResendProposalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getResendProposalMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes a proposal back before it is answered; its link is dead from then on.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    default void withdrawProposal(com.grantor.v1.WithdrawProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WithdrawProposalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWithdrawProposalMethod(), responseObserver);
    }

    /**
     * <pre>
     * Shows a proposal to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. One that is not open any more is shown with its state.
     * May be called by every authenticated caller.
     * </pre>
     */
    default void viewProposal(com.grantor.v1.ViewProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ViewProposalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getViewProposalMethod(), responseObserver);
    }

    /**
     * <pre>
     * Accepts a proposal: with the link's token, or signed in as somebody who holds `act_as_partner`
     * on the partner. From then on the partner's staff has what it says.
     * It is carried out only if whoever sent it could still propose it now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. FAILED_PRECONDITION also: INVITATION_NOT_OPEN,
     * INVITATION_EXPIRED, PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST; SHUT_OUT for somebody whom the
     * client has shut out, who may still refuse. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller.
     * </pre>
     */
    default void acceptProposal(com.grantor.v1.AcceptProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AcceptProposalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAcceptProposalMethod(), responseObserver);
    }

    /**
     * <pre>
     * Refuses a proposal, for good: with the link's token, or signed in as somebody who holds
     * `act_as_partner` on the partner. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by every authenticated caller.
     * </pre>
     */
    default void refuseProposal(com.grantor.v1.RefuseProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RefuseProposalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRefuseProposalMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes what an active partnership gives, at once, and mails the partner's contacts. To FULL:
     * its grants are deleted. To LIMITED: the grants in the request replace those there were, and the
     * wallet is off.
     * Errors as of ProposePartnership, and FAILED_PRECONDITION PARTNERSHIP_NOT_ACTIVE. Narrowing is
     * open whatever the change policy.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    default void changeMandate(com.grantor.v1.ChangeMandateRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ChangeMandateResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getChangeMandateMethod(), responseObserver);
    }

    /**
     * <pre>
     * Entrusts the wallet to the partner of an active FULL partnership, or no longer, at once, and
     * mails the partner's contacts. FAILED_PRECONDITION: WALLET_NOT_SWITCHABLE for a LIMITED one,
     * PARTNERSHIP_NOT_ACTIVE, and CHANGE_POLICY_BY_REQUEST where it is to be entrusted.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    default void switchWallet(com.grantor.v1.SwitchWalletRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SwitchWalletResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSwitchWalletMethod(), responseObserver);
    }

    /**
     * <pre>
     * Ends an active partnership, at once, and mails the partner's contacts. Its grants go; so do the
     * grants and team memberships that were given to PARTNER members through it alone, and open
     * invitations that the partner's staff sent are withdrawn. What else was made through it stays,
     * unless the client asks for it to be taken back with this call; ListMadeThings lists it, and
     * TakeBackMadeThings takes it back later. PARTNER members are EXTERNAL again, or are removed if
     * the client asks.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE. Always open, whatever the change policy; with
     * `take_back_all` the errors are those of TakeBackMadeThings too.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner.
     * </pre>
     */
    default void terminatePartnership(com.grantor.v1.TerminatePartnershipRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.TerminatePartnershipResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getTerminatePartnershipMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists what was made through a partnership and is there, whether the partnership is active or
     * over: members, roles, teams, places in teams, grants, tags and entries in groups. What the
     * client's own people gave again is theirs and is not in it, nor what ends with the partnership
     * once it has ended.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listMadeThings(com.grantor.v1.ListMadeThingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListMadeThingsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListMadeThingsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes back what was made through a partnership, whether it is active or over, all or what is
     * named, in one change or nothing: members are removed, roles are what they were before, teams
     * and grants are deleted, places in teams and entries in groups end, tags go off. What goes along
     * with one of them (a removed member's grants) is gone with it.
     * Every rule is asked as if each was done by its own method, and the errors are the same:
     * LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, EXTERNALLY_MANAGED. FAILED_PRECONDITION
     * also: NOT_MADE_THROUGH for what is named and was not made through it, is taken back already, or
     * is the organization's own by now. NOT_FOUND for what the organization does not have.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    default void takeBackMadeThings(com.grantor.v1.TakeBackMadeThingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.TakeBackMadeThingsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getTakeBackMadeThingsMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service PartnershipService.
   * <pre>
   * Partnerships. A legal representative of the client proposes one to a partner of the directory,
   * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
   * side ends it at any time. At most one per client and partner is live.
   * </pre>
   */
  public static abstract class PartnershipServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return PartnershipServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service PartnershipService.
   * <pre>
   * Partnerships. A legal representative of the client proposes one to a partner of the directory,
   * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
   * side ends it at any time. At most one per client and partner is live.
   * </pre>
   */
  public static final class PartnershipServiceStub
      extends io.grpc.stub.AbstractAsyncStub<PartnershipServiceStub> {
    private PartnershipServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnershipServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnershipServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Proposes a partnership and mails each contact of the partner a link to accept or refuse.
     * Nobody gives what they do not hold (GIVES_MORE_THAN_HELD). INVALID_ARGUMENT also for a
     * partnership with oneself, and for a LIMITED one without grants or with one on scope `all`.
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: PARTNER_NOT_LISTED (also where there is
     * no such partner), CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public void proposePartnership(com.grantor.v1.ProposePartnershipRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ProposePartnershipResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getProposePartnershipMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one partnership, whatever became of it. To the partner's side without who proposed it.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner; operators; and service accounts with scope `read`.
     * </pre>
     */
    public void getPartnership(com.grantor.v1.GetPartnershipRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetPartnershipResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetPartnershipMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the partnerships of a client organization, those too that are over. The partner's side
     * lists its own with PartnerService.ListClients.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listPartnerships(com.grantor.v1.ListPartnershipsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListPartnershipsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListPartnershipsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sends a proposal again, also one that has expired: the older link is dead, and whoever sends it
     * is its sender from then on, so they must be able to propose it now (GIVES_MORE_THAN_HELD).
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: INVITATION_NOT_OPEN,
     * PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public void resendProposal(com.grantor.v1.ResendProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ResendProposalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getResendProposalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes a proposal back before it is answered; its link is dead from then on.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public void withdrawProposal(com.grantor.v1.WithdrawProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.WithdrawProposalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getWithdrawProposalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Shows a proposal to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. One that is not open any more is shown with its state.
     * May be called by every authenticated caller.
     * </pre>
     */
    public void viewProposal(com.grantor.v1.ViewProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ViewProposalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getViewProposalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Accepts a proposal: with the link's token, or signed in as somebody who holds `act_as_partner`
     * on the partner. From then on the partner's staff has what it says.
     * It is carried out only if whoever sent it could still propose it now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. FAILED_PRECONDITION also: INVITATION_NOT_OPEN,
     * INVITATION_EXPIRED, PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST; SHUT_OUT for somebody whom the
     * client has shut out, who may still refuse. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller.
     * </pre>
     */
    public void acceptProposal(com.grantor.v1.AcceptProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AcceptProposalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAcceptProposalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Refuses a proposal, for good: with the link's token, or signed in as somebody who holds
     * `act_as_partner` on the partner. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by every authenticated caller.
     * </pre>
     */
    public void refuseProposal(com.grantor.v1.RefuseProposalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RefuseProposalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRefuseProposalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes what an active partnership gives, at once, and mails the partner's contacts. To FULL:
     * its grants are deleted. To LIMITED: the grants in the request replace those there were, and the
     * wallet is off.
     * Errors as of ProposePartnership, and FAILED_PRECONDITION PARTNERSHIP_NOT_ACTIVE. Narrowing is
     * open whatever the change policy.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public void changeMandate(com.grantor.v1.ChangeMandateRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ChangeMandateResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getChangeMandateMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Entrusts the wallet to the partner of an active FULL partnership, or no longer, at once, and
     * mails the partner's contacts. FAILED_PRECONDITION: WALLET_NOT_SWITCHABLE for a LIMITED one,
     * PARTNERSHIP_NOT_ACTIVE, and CHANGE_POLICY_BY_REQUEST where it is to be entrusted.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public void switchWallet(com.grantor.v1.SwitchWalletRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SwitchWalletResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSwitchWalletMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Ends an active partnership, at once, and mails the partner's contacts. Its grants go; so do the
     * grants and team memberships that were given to PARTNER members through it alone, and open
     * invitations that the partner's staff sent are withdrawn. What else was made through it stays,
     * unless the client asks for it to be taken back with this call; ListMadeThings lists it, and
     * TakeBackMadeThings takes it back later. PARTNER members are EXTERNAL again, or are removed if
     * the client asks.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE. Always open, whatever the change policy; with
     * `take_back_all` the errors are those of TakeBackMadeThings too.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner.
     * </pre>
     */
    public void terminatePartnership(com.grantor.v1.TerminatePartnershipRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.TerminatePartnershipResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getTerminatePartnershipMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists what was made through a partnership and is there, whether the partnership is active or
     * over: members, roles, teams, places in teams, grants, tags and entries in groups. What the
     * client's own people gave again is theirs and is not in it, nor what ends with the partnership
     * once it has ended.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listMadeThings(com.grantor.v1.ListMadeThingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListMadeThingsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListMadeThingsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes back what was made through a partnership, whether it is active or over, all or what is
     * named, in one change or nothing: members are removed, roles are what they were before, teams
     * and grants are deleted, places in teams and entries in groups end, tags go off. What goes along
     * with one of them (a removed member's grants) is gone with it.
     * Every rule is asked as if each was done by its own method, and the errors are the same:
     * LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, EXTERNALLY_MANAGED. FAILED_PRECONDITION
     * also: NOT_MADE_THROUGH for what is named and was not made through it, is taken back already, or
     * is the organization's own by now. NOT_FOUND for what the organization does not have.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public void takeBackMadeThings(com.grantor.v1.TakeBackMadeThingsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.TakeBackMadeThingsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getTakeBackMadeThingsMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service PartnershipService.
   * <pre>
   * Partnerships. A legal representative of the client proposes one to a partner of the directory,
   * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
   * side ends it at any time. At most one per client and partner is live.
   * </pre>
   */
  public static final class PartnershipServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<PartnershipServiceBlockingV2Stub> {
    private PartnershipServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnershipServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnershipServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Proposes a partnership and mails each contact of the partner a link to accept or refuse.
     * Nobody gives what they do not hold (GIVES_MORE_THAN_HELD). INVALID_ARGUMENT also for a
     * partnership with oneself, and for a LIMITED one without grants or with one on scope `all`.
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: PARTNER_NOT_LISTED (also where there is
     * no such partner), CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.ProposePartnershipResponse proposePartnership(com.grantor.v1.ProposePartnershipRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getProposePartnershipMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one partnership, whatever became of it. To the partner's side without who proposed it.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetPartnershipResponse getPartnership(com.grantor.v1.GetPartnershipRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetPartnershipMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the partnerships of a client organization, those too that are over. The partner's side
     * lists its own with PartnerService.ListClients.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListPartnershipsResponse listPartnerships(com.grantor.v1.ListPartnershipsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListPartnershipsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sends a proposal again, also one that has expired: the older link is dead, and whoever sends it
     * is its sender from then on, so they must be able to propose it now (GIVES_MORE_THAN_HELD).
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: INVITATION_NOT_OPEN,
     * PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.ResendProposalResponse resendProposal(com.grantor.v1.ResendProposalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getResendProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a proposal back before it is answered; its link is dead from then on.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.WithdrawProposalResponse withdrawProposal(com.grantor.v1.WithdrawProposalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getWithdrawProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Shows a proposal to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. One that is not open any more is shown with its state.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.ViewProposalResponse viewProposal(com.grantor.v1.ViewProposalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getViewProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Accepts a proposal: with the link's token, or signed in as somebody who holds `act_as_partner`
     * on the partner. From then on the partner's staff has what it says.
     * It is carried out only if whoever sent it could still propose it now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. FAILED_PRECONDITION also: INVITATION_NOT_OPEN,
     * INVITATION_EXPIRED, PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST; SHUT_OUT for somebody whom the
     * client has shut out, who may still refuse. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.AcceptProposalResponse acceptProposal(com.grantor.v1.AcceptProposalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAcceptProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Refuses a proposal, for good: with the link's token, or signed in as somebody who holds
     * `act_as_partner` on the partner. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.RefuseProposalResponse refuseProposal(com.grantor.v1.RefuseProposalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRefuseProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes what an active partnership gives, at once, and mails the partner's contacts. To FULL:
     * its grants are deleted. To LIMITED: the grants in the request replace those there were, and the
     * wallet is off.
     * Errors as of ProposePartnership, and FAILED_PRECONDITION PARTNERSHIP_NOT_ACTIVE. Narrowing is
     * open whatever the change policy.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.ChangeMandateResponse changeMandate(com.grantor.v1.ChangeMandateRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getChangeMandateMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Entrusts the wallet to the partner of an active FULL partnership, or no longer, at once, and
     * mails the partner's contacts. FAILED_PRECONDITION: WALLET_NOT_SWITCHABLE for a LIMITED one,
     * PARTNERSHIP_NOT_ACTIVE, and CHANGE_POLICY_BY_REQUEST where it is to be entrusted.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.SwitchWalletResponse switchWallet(com.grantor.v1.SwitchWalletRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSwitchWalletMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Ends an active partnership, at once, and mails the partner's contacts. Its grants go; so do the
     * grants and team memberships that were given to PARTNER members through it alone, and open
     * invitations that the partner's staff sent are withdrawn. What else was made through it stays,
     * unless the client asks for it to be taken back with this call; ListMadeThings lists it, and
     * TakeBackMadeThings takes it back later. PARTNER members are EXTERNAL again, or are removed if
     * the client asks.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE. Always open, whatever the change policy; with
     * `take_back_all` the errors are those of TakeBackMadeThings too.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner.
     * </pre>
     */
    public com.grantor.v1.TerminatePartnershipResponse terminatePartnership(com.grantor.v1.TerminatePartnershipRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getTerminatePartnershipMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists what was made through a partnership and is there, whether the partnership is active or
     * over: members, roles, teams, places in teams, grants, tags and entries in groups. What the
     * client's own people gave again is theirs and is not in it, nor what ends with the partnership
     * once it has ended.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListMadeThingsResponse listMadeThings(com.grantor.v1.ListMadeThingsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListMadeThingsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes back what was made through a partnership, whether it is active or over, all or what is
     * named, in one change or nothing: members are removed, roles are what they were before, teams
     * and grants are deleted, places in teams and entries in groups end, tags go off. What goes along
     * with one of them (a removed member's grants) is gone with it.
     * Every rule is asked as if each was done by its own method, and the errors are the same:
     * LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, EXTERNALLY_MANAGED. FAILED_PRECONDITION
     * also: NOT_MADE_THROUGH for what is named and was not made through it, is taken back already, or
     * is the organization's own by now. NOT_FOUND for what the organization does not have.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.TakeBackMadeThingsResponse takeBackMadeThings(com.grantor.v1.TakeBackMadeThingsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getTakeBackMadeThingsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service PartnershipService.
   * <pre>
   * Partnerships. A legal representative of the client proposes one to a partner of the directory,
   * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
   * side ends it at any time. At most one per client and partner is live.
   * </pre>
   */
  public static final class PartnershipServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<PartnershipServiceBlockingStub> {
    private PartnershipServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnershipServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnershipServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Proposes a partnership and mails each contact of the partner a link to accept or refuse.
     * Nobody gives what they do not hold (GIVES_MORE_THAN_HELD). INVALID_ARGUMENT also for a
     * partnership with oneself, and for a LIMITED one without grants or with one on scope `all`.
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: PARTNER_NOT_LISTED (also where there is
     * no such partner), CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.ProposePartnershipResponse proposePartnership(com.grantor.v1.ProposePartnershipRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getProposePartnershipMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one partnership, whatever became of it. To the partner's side without who proposed it.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetPartnershipResponse getPartnership(com.grantor.v1.GetPartnershipRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetPartnershipMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the partnerships of a client organization, those too that are over. The partner's side
     * lists its own with PartnerService.ListClients.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListPartnershipsResponse listPartnerships(com.grantor.v1.ListPartnershipsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListPartnershipsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sends a proposal again, also one that has expired: the older link is dead, and whoever sends it
     * is its sender from then on, so they must be able to propose it now (GIVES_MORE_THAN_HELD).
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: INVITATION_NOT_OPEN,
     * PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.ResendProposalResponse resendProposal(com.grantor.v1.ResendProposalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getResendProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a proposal back before it is answered; its link is dead from then on.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.WithdrawProposalResponse withdrawProposal(com.grantor.v1.WithdrawProposalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getWithdrawProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Shows a proposal to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. One that is not open any more is shown with its state.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.ViewProposalResponse viewProposal(com.grantor.v1.ViewProposalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getViewProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Accepts a proposal: with the link's token, or signed in as somebody who holds `act_as_partner`
     * on the partner. From then on the partner's staff has what it says.
     * It is carried out only if whoever sent it could still propose it now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. FAILED_PRECONDITION also: INVITATION_NOT_OPEN,
     * INVITATION_EXPIRED, PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST; SHUT_OUT for somebody whom the
     * client has shut out, who may still refuse. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.AcceptProposalResponse acceptProposal(com.grantor.v1.AcceptProposalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAcceptProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Refuses a proposal, for good: with the link's token, or signed in as somebody who holds
     * `act_as_partner` on the partner. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.RefuseProposalResponse refuseProposal(com.grantor.v1.RefuseProposalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRefuseProposalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes what an active partnership gives, at once, and mails the partner's contacts. To FULL:
     * its grants are deleted. To LIMITED: the grants in the request replace those there were, and the
     * wallet is off.
     * Errors as of ProposePartnership, and FAILED_PRECONDITION PARTNERSHIP_NOT_ACTIVE. Narrowing is
     * open whatever the change policy.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.ChangeMandateResponse changeMandate(com.grantor.v1.ChangeMandateRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getChangeMandateMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Entrusts the wallet to the partner of an active FULL partnership, or no longer, at once, and
     * mails the partner's contacts. FAILED_PRECONDITION: WALLET_NOT_SWITCHABLE for a LIMITED one,
     * PARTNERSHIP_NOT_ACTIVE, and CHANGE_POLICY_BY_REQUEST where it is to be entrusted.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.SwitchWalletResponse switchWallet(com.grantor.v1.SwitchWalletRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSwitchWalletMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Ends an active partnership, at once, and mails the partner's contacts. Its grants go; so do the
     * grants and team memberships that were given to PARTNER members through it alone, and open
     * invitations that the partner's staff sent are withdrawn. What else was made through it stays,
     * unless the client asks for it to be taken back with this call; ListMadeThings lists it, and
     * TakeBackMadeThings takes it back later. PARTNER members are EXTERNAL again, or are removed if
     * the client asks.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE. Always open, whatever the change policy; with
     * `take_back_all` the errors are those of TakeBackMadeThings too.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner.
     * </pre>
     */
    public com.grantor.v1.TerminatePartnershipResponse terminatePartnership(com.grantor.v1.TerminatePartnershipRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getTerminatePartnershipMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists what was made through a partnership and is there, whether the partnership is active or
     * over: members, roles, teams, places in teams, grants, tags and entries in groups. What the
     * client's own people gave again is theirs and is not in it, nor what ends with the partnership
     * once it has ended.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListMadeThingsResponse listMadeThings(com.grantor.v1.ListMadeThingsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListMadeThingsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes back what was made through a partnership, whether it is active or over, all or what is
     * named, in one change or nothing: members are removed, roles are what they were before, teams
     * and grants are deleted, places in teams and entries in groups end, tags go off. What goes along
     * with one of them (a removed member's grants) is gone with it.
     * Every rule is asked as if each was done by its own method, and the errors are the same:
     * LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, EXTERNALLY_MANAGED. FAILED_PRECONDITION
     * also: NOT_MADE_THROUGH for what is named and was not made through it, is taken back already, or
     * is the organization's own by now. NOT_FOUND for what the organization does not have.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.grantor.v1.TakeBackMadeThingsResponse takeBackMadeThings(com.grantor.v1.TakeBackMadeThingsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getTakeBackMadeThingsMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service PartnershipService.
   * <pre>
   * Partnerships. A legal representative of the client proposes one to a partner of the directory,
   * LIMITED to grants or FULL, and the partner accepts or refuses; nothing of it holds before. Either
   * side ends it at any time. At most one per client and partner is live.
   * </pre>
   */
  public static final class PartnershipServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<PartnershipServiceFutureStub> {
    private PartnershipServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnershipServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnershipServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Proposes a partnership and mails each contact of the partner a link to accept or refuse.
     * Nobody gives what they do not hold (GIVES_MORE_THAN_HELD). INVALID_ARGUMENT also for a
     * partnership with oneself, and for a LIMITED one without grants or with one on scope `all`.
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: PARTNER_NOT_LISTED (also where there is
     * no such partner), CHANGE_POLICY_BY_REQUEST, PRODUCT_TYPE_RETIRED, EXTERNALLY_MANAGED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ProposePartnershipResponse> proposePartnership(
        com.grantor.v1.ProposePartnershipRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getProposePartnershipMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one partnership, whatever became of it. To the partner's side without who proposed it.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetPartnershipResponse> getPartnership(
        com.grantor.v1.GetPartnershipRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetPartnershipMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the partnerships of a client organization, those too that are over. The partner's side
     * lists its own with PartnerService.ListClients.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListPartnershipsResponse> listPartnerships(
        com.grantor.v1.ListPartnershipsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListPartnershipsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sends a proposal again, also one that has expired: the older link is dead, and whoever sends it
     * is its sender from then on, so they must be able to propose it now (GIVES_MORE_THAN_HELD).
     * ALREADY_EXISTS: PARTNERSHIP_LIVE. FAILED_PRECONDITION: INVITATION_NOT_OPEN,
     * PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ResendProposalResponse> resendProposal(
        com.grantor.v1.ResendProposalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getResendProposalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes a proposal back before it is answered; its link is dead from then on.
     * FAILED_PRECONDITION: INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.WithdrawProposalResponse> withdrawProposal(
        com.grantor.v1.WithdrawProposalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getWithdrawProposalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Shows a proposal to whoever has its link. It changes nothing, however often it is called.
     * NOT_FOUND for a token that is not good. One that is not open any more is shown with its state.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ViewProposalResponse> viewProposal(
        com.grantor.v1.ViewProposalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getViewProposalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Accepts a proposal: with the link's token, or signed in as somebody who holds `act_as_partner`
     * on the partner. From then on the partner's staff has what it says.
     * It is carried out only if whoever sent it could still propose it now (SENDER_MAY_NO_LONGER);
     * otherwise nothing changes and it stays open. FAILED_PRECONDITION also: INVITATION_NOT_OPEN,
     * INVITATION_EXPIRED, PARTNER_NOT_LISTED, CHANGE_POLICY_BY_REQUEST; SHUT_OUT for somebody whom the
     * client has shut out, who may still refuse. NOT_FOUND for a token that is not good.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AcceptProposalResponse> acceptProposal(
        com.grantor.v1.AcceptProposalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAcceptProposalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Refuses a proposal, for good: with the link's token, or signed in as somebody who holds
     * `act_as_partner` on the partner. NOT_FOUND for a token that is not good. FAILED_PRECONDITION:
     * INVITATION_NOT_OPEN, INVITATION_EXPIRED.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RefuseProposalResponse> refuseProposal(
        com.grantor.v1.RefuseProposalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRefuseProposalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes what an active partnership gives, at once, and mails the partner's contacts. To FULL:
     * its grants are deleted. To LIMITED: the grants in the request replace those there were, and the
     * wallet is off.
     * Errors as of ProposePartnership, and FAILED_PRECONDITION PARTNERSHIP_NOT_ACTIVE. Narrowing is
     * open whatever the change policy.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ChangeMandateResponse> changeMandate(
        com.grantor.v1.ChangeMandateRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getChangeMandateMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Entrusts the wallet to the partner of an active FULL partnership, or no longer, at once, and
     * mails the partner's contacts. FAILED_PRECONDITION: WALLET_NOT_SWITCHABLE for a LIMITED one,
     * PARTNERSHIP_NOT_ACTIVE, and CHANGE_POLICY_BY_REQUEST where it is to be entrusted.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.SwitchWalletResponse> switchWallet(
        com.grantor.v1.SwitchWalletRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSwitchWalletMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Ends an active partnership, at once, and mails the partner's contacts. Its grants go; so do the
     * grants and team memberships that were given to PARTNER members through it alone, and open
     * invitations that the partner's staff sent are withdrawn. What else was made through it stays,
     * unless the client asks for it to be taken back with this call; ListMadeThings lists it, and
     * TakeBackMadeThings takes it back later. PARTNER members are EXTERNAL again, or are removed if
     * the client asks.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE. Always open, whatever the change policy; with
     * `take_back_all` the errors are those of TakeBackMadeThings too.
     * May be called by acting users who hold `manage_partners` on the organization, or
     * `act_as_partner` on the partner.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.TerminatePartnershipResponse> terminatePartnership(
        com.grantor.v1.TerminatePartnershipRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getTerminatePartnershipMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists what was made through a partnership and is there, whether the partnership is active or
     * over: members, roles, teams, places in teams, grants, tags and entries in groups. What the
     * client's own people gave again is theirs and is not in it, nor what ends with the partnership
     * once it has ended.
     * May be called by acting users who hold `manage_partners` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListMadeThingsResponse> listMadeThings(
        com.grantor.v1.ListMadeThingsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListMadeThingsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes back what was made through a partnership, whether it is active or over, all or what is
     * named, in one change or nothing: members are removed, roles are what they were before, teams
     * and grants are deleted, places in teams and entries in groups end, tags go off. What goes along
     * with one of them (a removed member's grants) is gone with it.
     * Every rule is asked as if each was done by its own method, and the errors are the same:
     * LAST_LEGAL_REPRESENTATIVE, CHANGE_POLICY_BY_REQUEST, EXTERNALLY_MANAGED. FAILED_PRECONDITION
     * also: NOT_MADE_THROUGH for what is named and was not made through it, is taken back already, or
     * is the organization's own by now. NOT_FOUND for what the organization does not have.
     * May be called by acting users who hold `manage_partners` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.TakeBackMadeThingsResponse> takeBackMadeThings(
        com.grantor.v1.TakeBackMadeThingsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getTakeBackMadeThingsMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_PROPOSE_PARTNERSHIP = 0;
  private static final int METHODID_GET_PARTNERSHIP = 1;
  private static final int METHODID_LIST_PARTNERSHIPS = 2;
  private static final int METHODID_RESEND_PROPOSAL = 3;
  private static final int METHODID_WITHDRAW_PROPOSAL = 4;
  private static final int METHODID_VIEW_PROPOSAL = 5;
  private static final int METHODID_ACCEPT_PROPOSAL = 6;
  private static final int METHODID_REFUSE_PROPOSAL = 7;
  private static final int METHODID_CHANGE_MANDATE = 8;
  private static final int METHODID_SWITCH_WALLET = 9;
  private static final int METHODID_TERMINATE_PARTNERSHIP = 10;
  private static final int METHODID_LIST_MADE_THINGS = 11;
  private static final int METHODID_TAKE_BACK_MADE_THINGS = 12;

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
        case METHODID_PROPOSE_PARTNERSHIP:
          serviceImpl.proposePartnership((com.grantor.v1.ProposePartnershipRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ProposePartnershipResponse>) responseObserver);
          break;
        case METHODID_GET_PARTNERSHIP:
          serviceImpl.getPartnership((com.grantor.v1.GetPartnershipRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetPartnershipResponse>) responseObserver);
          break;
        case METHODID_LIST_PARTNERSHIPS:
          serviceImpl.listPartnerships((com.grantor.v1.ListPartnershipsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListPartnershipsResponse>) responseObserver);
          break;
        case METHODID_RESEND_PROPOSAL:
          serviceImpl.resendProposal((com.grantor.v1.ResendProposalRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ResendProposalResponse>) responseObserver);
          break;
        case METHODID_WITHDRAW_PROPOSAL:
          serviceImpl.withdrawProposal((com.grantor.v1.WithdrawProposalRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.WithdrawProposalResponse>) responseObserver);
          break;
        case METHODID_VIEW_PROPOSAL:
          serviceImpl.viewProposal((com.grantor.v1.ViewProposalRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ViewProposalResponse>) responseObserver);
          break;
        case METHODID_ACCEPT_PROPOSAL:
          serviceImpl.acceptProposal((com.grantor.v1.AcceptProposalRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AcceptProposalResponse>) responseObserver);
          break;
        case METHODID_REFUSE_PROPOSAL:
          serviceImpl.refuseProposal((com.grantor.v1.RefuseProposalRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RefuseProposalResponse>) responseObserver);
          break;
        case METHODID_CHANGE_MANDATE:
          serviceImpl.changeMandate((com.grantor.v1.ChangeMandateRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ChangeMandateResponse>) responseObserver);
          break;
        case METHODID_SWITCH_WALLET:
          serviceImpl.switchWallet((com.grantor.v1.SwitchWalletRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.SwitchWalletResponse>) responseObserver);
          break;
        case METHODID_TERMINATE_PARTNERSHIP:
          serviceImpl.terminatePartnership((com.grantor.v1.TerminatePartnershipRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.TerminatePartnershipResponse>) responseObserver);
          break;
        case METHODID_LIST_MADE_THINGS:
          serviceImpl.listMadeThings((com.grantor.v1.ListMadeThingsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListMadeThingsResponse>) responseObserver);
          break;
        case METHODID_TAKE_BACK_MADE_THINGS:
          serviceImpl.takeBackMadeThings((com.grantor.v1.TakeBackMadeThingsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.TakeBackMadeThingsResponse>) responseObserver);
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
          getProposePartnershipMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ProposePartnershipRequest,
              com.grantor.v1.ProposePartnershipResponse>(
                service, METHODID_PROPOSE_PARTNERSHIP)))
        .addMethod(
          getGetPartnershipMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetPartnershipRequest,
              com.grantor.v1.GetPartnershipResponse>(
                service, METHODID_GET_PARTNERSHIP)))
        .addMethod(
          getListPartnershipsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListPartnershipsRequest,
              com.grantor.v1.ListPartnershipsResponse>(
                service, METHODID_LIST_PARTNERSHIPS)))
        .addMethod(
          getResendProposalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ResendProposalRequest,
              com.grantor.v1.ResendProposalResponse>(
                service, METHODID_RESEND_PROPOSAL)))
        .addMethod(
          getWithdrawProposalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.WithdrawProposalRequest,
              com.grantor.v1.WithdrawProposalResponse>(
                service, METHODID_WITHDRAW_PROPOSAL)))
        .addMethod(
          getViewProposalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ViewProposalRequest,
              com.grantor.v1.ViewProposalResponse>(
                service, METHODID_VIEW_PROPOSAL)))
        .addMethod(
          getAcceptProposalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AcceptProposalRequest,
              com.grantor.v1.AcceptProposalResponse>(
                service, METHODID_ACCEPT_PROPOSAL)))
        .addMethod(
          getRefuseProposalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RefuseProposalRequest,
              com.grantor.v1.RefuseProposalResponse>(
                service, METHODID_REFUSE_PROPOSAL)))
        .addMethod(
          getChangeMandateMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ChangeMandateRequest,
              com.grantor.v1.ChangeMandateResponse>(
                service, METHODID_CHANGE_MANDATE)))
        .addMethod(
          getSwitchWalletMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.SwitchWalletRequest,
              com.grantor.v1.SwitchWalletResponse>(
                service, METHODID_SWITCH_WALLET)))
        .addMethod(
          getTerminatePartnershipMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.TerminatePartnershipRequest,
              com.grantor.v1.TerminatePartnershipResponse>(
                service, METHODID_TERMINATE_PARTNERSHIP)))
        .addMethod(
          getListMadeThingsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListMadeThingsRequest,
              com.grantor.v1.ListMadeThingsResponse>(
                service, METHODID_LIST_MADE_THINGS)))
        .addMethod(
          getTakeBackMadeThingsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.TakeBackMadeThingsRequest,
              com.grantor.v1.TakeBackMadeThingsResponse>(
                service, METHODID_TAKE_BACK_MADE_THINGS)))
        .build();
  }

  private static abstract class PartnershipServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    PartnershipServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.PartnershipProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("PartnershipService");
    }
  }

  private static final class PartnershipServiceFileDescriptorSupplier
      extends PartnershipServiceBaseDescriptorSupplier {
    PartnershipServiceFileDescriptorSupplier() {}
  }

  private static final class PartnershipServiceMethodDescriptorSupplier
      extends PartnershipServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    PartnershipServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (PartnershipServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new PartnershipServiceFileDescriptorSupplier())
              .addMethod(getProposePartnershipMethod())
              .addMethod(getGetPartnershipMethod())
              .addMethod(getListPartnershipsMethod())
              .addMethod(getResendProposalMethod())
              .addMethod(getWithdrawProposalMethod())
              .addMethod(getViewProposalMethod())
              .addMethod(getAcceptProposalMethod())
              .addMethod(getRefuseProposalMethod())
              .addMethod(getChangeMandateMethod())
              .addMethod(getSwitchWalletMethod())
              .addMethod(getTerminatePartnershipMethod())
              .addMethod(getListMadeThingsMethod())
              .addMethod(getTakeBackMadeThingsMethod())
              .build();
        }
      }
    }
    return result;
  }
}
