package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The directory of partners, the clients of one, and which of its people exercise which client's
 * mandate.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class PartnerServiceGrpc {

  private PartnerServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.PartnerService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetPartnerRequest,
      com.grantor.v1.GetPartnerResponse> getGetPartnerMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetPartner",
      requestType = com.grantor.v1.GetPartnerRequest.class,
      responseType = com.grantor.v1.GetPartnerResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetPartnerRequest,
      com.grantor.v1.GetPartnerResponse> getGetPartnerMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetPartnerRequest, com.grantor.v1.GetPartnerResponse> getGetPartnerMethod;
    if ((getGetPartnerMethod = PartnerServiceGrpc.getGetPartnerMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getGetPartnerMethod = PartnerServiceGrpc.getGetPartnerMethod) == null) {
          PartnerServiceGrpc.getGetPartnerMethod = getGetPartnerMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetPartnerRequest, com.grantor.v1.GetPartnerResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetPartner"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetPartnerRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetPartnerResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("GetPartner"))
              .build();
        }
      }
    }
    return getGetPartnerMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdatePartnerRequest,
      com.grantor.v1.UpdatePartnerResponse> getUpdatePartnerMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdatePartner",
      requestType = com.grantor.v1.UpdatePartnerRequest.class,
      responseType = com.grantor.v1.UpdatePartnerResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdatePartnerRequest,
      com.grantor.v1.UpdatePartnerResponse> getUpdatePartnerMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdatePartnerRequest, com.grantor.v1.UpdatePartnerResponse> getUpdatePartnerMethod;
    if ((getUpdatePartnerMethod = PartnerServiceGrpc.getUpdatePartnerMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getUpdatePartnerMethod = PartnerServiceGrpc.getUpdatePartnerMethod) == null) {
          PartnerServiceGrpc.getUpdatePartnerMethod = getUpdatePartnerMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdatePartnerRequest, com.grantor.v1.UpdatePartnerResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdatePartner"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdatePartnerRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdatePartnerResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("UpdatePartner"))
              .build();
        }
      }
    }
    return getUpdatePartnerMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.EnlistPartnerRequest,
      com.grantor.v1.EnlistPartnerResponse> getEnlistPartnerMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "EnlistPartner",
      requestType = com.grantor.v1.EnlistPartnerRequest.class,
      responseType = com.grantor.v1.EnlistPartnerResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.EnlistPartnerRequest,
      com.grantor.v1.EnlistPartnerResponse> getEnlistPartnerMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.EnlistPartnerRequest, com.grantor.v1.EnlistPartnerResponse> getEnlistPartnerMethod;
    if ((getEnlistPartnerMethod = PartnerServiceGrpc.getEnlistPartnerMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getEnlistPartnerMethod = PartnerServiceGrpc.getEnlistPartnerMethod) == null) {
          PartnerServiceGrpc.getEnlistPartnerMethod = getEnlistPartnerMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.EnlistPartnerRequest, com.grantor.v1.EnlistPartnerResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "EnlistPartner"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.EnlistPartnerRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.EnlistPartnerResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("EnlistPartner"))
              .build();
        }
      }
    }
    return getEnlistPartnerMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UnlistPartnerRequest,
      com.grantor.v1.UnlistPartnerResponse> getUnlistPartnerMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UnlistPartner",
      requestType = com.grantor.v1.UnlistPartnerRequest.class,
      responseType = com.grantor.v1.UnlistPartnerResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UnlistPartnerRequest,
      com.grantor.v1.UnlistPartnerResponse> getUnlistPartnerMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UnlistPartnerRequest, com.grantor.v1.UnlistPartnerResponse> getUnlistPartnerMethod;
    if ((getUnlistPartnerMethod = PartnerServiceGrpc.getUnlistPartnerMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getUnlistPartnerMethod = PartnerServiceGrpc.getUnlistPartnerMethod) == null) {
          PartnerServiceGrpc.getUnlistPartnerMethod = getUnlistPartnerMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UnlistPartnerRequest, com.grantor.v1.UnlistPartnerResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UnlistPartner"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UnlistPartnerRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UnlistPartnerResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("UnlistPartner"))
              .build();
        }
      }
    }
    return getUnlistPartnerMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListPartnersRequest,
      com.grantor.v1.ListPartnersResponse> getListPartnersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListPartners",
      requestType = com.grantor.v1.ListPartnersRequest.class,
      responseType = com.grantor.v1.ListPartnersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListPartnersRequest,
      com.grantor.v1.ListPartnersResponse> getListPartnersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListPartnersRequest, com.grantor.v1.ListPartnersResponse> getListPartnersMethod;
    if ((getListPartnersMethod = PartnerServiceGrpc.getListPartnersMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getListPartnersMethod = PartnerServiceGrpc.getListPartnersMethod) == null) {
          PartnerServiceGrpc.getListPartnersMethod = getListPartnersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListPartnersRequest, com.grantor.v1.ListPartnersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListPartners"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListPartnersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListPartnersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("ListPartners"))
              .build();
        }
      }
    }
    return getListPartnersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.SearchPartnersRequest,
      com.grantor.v1.SearchPartnersResponse> getSearchPartnersMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SearchPartners",
      requestType = com.grantor.v1.SearchPartnersRequest.class,
      responseType = com.grantor.v1.SearchPartnersResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.SearchPartnersRequest,
      com.grantor.v1.SearchPartnersResponse> getSearchPartnersMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.SearchPartnersRequest, com.grantor.v1.SearchPartnersResponse> getSearchPartnersMethod;
    if ((getSearchPartnersMethod = PartnerServiceGrpc.getSearchPartnersMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getSearchPartnersMethod = PartnerServiceGrpc.getSearchPartnersMethod) == null) {
          PartnerServiceGrpc.getSearchPartnersMethod = getSearchPartnersMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.SearchPartnersRequest, com.grantor.v1.SearchPartnersResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SearchPartners"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SearchPartnersRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SearchPartnersResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("SearchPartners"))
              .build();
        }
      }
    }
    return getSearchPartnersMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListClientsRequest,
      com.grantor.v1.ListClientsResponse> getListClientsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListClients",
      requestType = com.grantor.v1.ListClientsRequest.class,
      responseType = com.grantor.v1.ListClientsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListClientsRequest,
      com.grantor.v1.ListClientsResponse> getListClientsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListClientsRequest, com.grantor.v1.ListClientsResponse> getListClientsMethod;
    if ((getListClientsMethod = PartnerServiceGrpc.getListClientsMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getListClientsMethod = PartnerServiceGrpc.getListClientsMethod) == null) {
          PartnerServiceGrpc.getListClientsMethod = getListClientsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListClientsRequest, com.grantor.v1.ListClientsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListClients"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListClientsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListClientsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("ListClients"))
              .build();
        }
      }
    }
    return getListClientsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateClientAssignmentRequest,
      com.grantor.v1.CreateClientAssignmentResponse> getCreateClientAssignmentMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateClientAssignment",
      requestType = com.grantor.v1.CreateClientAssignmentRequest.class,
      responseType = com.grantor.v1.CreateClientAssignmentResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateClientAssignmentRequest,
      com.grantor.v1.CreateClientAssignmentResponse> getCreateClientAssignmentMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateClientAssignmentRequest, com.grantor.v1.CreateClientAssignmentResponse> getCreateClientAssignmentMethod;
    if ((getCreateClientAssignmentMethod = PartnerServiceGrpc.getCreateClientAssignmentMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getCreateClientAssignmentMethod = PartnerServiceGrpc.getCreateClientAssignmentMethod) == null) {
          PartnerServiceGrpc.getCreateClientAssignmentMethod = getCreateClientAssignmentMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateClientAssignmentRequest, com.grantor.v1.CreateClientAssignmentResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateClientAssignment"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateClientAssignmentRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateClientAssignmentResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("CreateClientAssignment"))
              .build();
        }
      }
    }
    return getCreateClientAssignmentMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetClientAssignmentRequest,
      com.grantor.v1.GetClientAssignmentResponse> getGetClientAssignmentMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetClientAssignment",
      requestType = com.grantor.v1.GetClientAssignmentRequest.class,
      responseType = com.grantor.v1.GetClientAssignmentResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetClientAssignmentRequest,
      com.grantor.v1.GetClientAssignmentResponse> getGetClientAssignmentMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetClientAssignmentRequest, com.grantor.v1.GetClientAssignmentResponse> getGetClientAssignmentMethod;
    if ((getGetClientAssignmentMethod = PartnerServiceGrpc.getGetClientAssignmentMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getGetClientAssignmentMethod = PartnerServiceGrpc.getGetClientAssignmentMethod) == null) {
          PartnerServiceGrpc.getGetClientAssignmentMethod = getGetClientAssignmentMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetClientAssignmentRequest, com.grantor.v1.GetClientAssignmentResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetClientAssignment"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetClientAssignmentRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetClientAssignmentResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("GetClientAssignment"))
              .build();
        }
      }
    }
    return getGetClientAssignmentMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListClientAssignmentsRequest,
      com.grantor.v1.ListClientAssignmentsResponse> getListClientAssignmentsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListClientAssignments",
      requestType = com.grantor.v1.ListClientAssignmentsRequest.class,
      responseType = com.grantor.v1.ListClientAssignmentsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListClientAssignmentsRequest,
      com.grantor.v1.ListClientAssignmentsResponse> getListClientAssignmentsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListClientAssignmentsRequest, com.grantor.v1.ListClientAssignmentsResponse> getListClientAssignmentsMethod;
    if ((getListClientAssignmentsMethod = PartnerServiceGrpc.getListClientAssignmentsMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getListClientAssignmentsMethod = PartnerServiceGrpc.getListClientAssignmentsMethod) == null) {
          PartnerServiceGrpc.getListClientAssignmentsMethod = getListClientAssignmentsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListClientAssignmentsRequest, com.grantor.v1.ListClientAssignmentsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListClientAssignments"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListClientAssignmentsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListClientAssignmentsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("ListClientAssignments"))
              .build();
        }
      }
    }
    return getListClientAssignmentsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateClientAssignmentRequest,
      com.grantor.v1.UpdateClientAssignmentResponse> getUpdateClientAssignmentMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateClientAssignment",
      requestType = com.grantor.v1.UpdateClientAssignmentRequest.class,
      responseType = com.grantor.v1.UpdateClientAssignmentResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateClientAssignmentRequest,
      com.grantor.v1.UpdateClientAssignmentResponse> getUpdateClientAssignmentMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateClientAssignmentRequest, com.grantor.v1.UpdateClientAssignmentResponse> getUpdateClientAssignmentMethod;
    if ((getUpdateClientAssignmentMethod = PartnerServiceGrpc.getUpdateClientAssignmentMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getUpdateClientAssignmentMethod = PartnerServiceGrpc.getUpdateClientAssignmentMethod) == null) {
          PartnerServiceGrpc.getUpdateClientAssignmentMethod = getUpdateClientAssignmentMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateClientAssignmentRequest, com.grantor.v1.UpdateClientAssignmentResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateClientAssignment"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateClientAssignmentRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateClientAssignmentResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("UpdateClientAssignment"))
              .build();
        }
      }
    }
    return getUpdateClientAssignmentMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeleteClientAssignmentRequest,
      com.grantor.v1.DeleteClientAssignmentResponse> getDeleteClientAssignmentMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteClientAssignment",
      requestType = com.grantor.v1.DeleteClientAssignmentRequest.class,
      responseType = com.grantor.v1.DeleteClientAssignmentResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeleteClientAssignmentRequest,
      com.grantor.v1.DeleteClientAssignmentResponse> getDeleteClientAssignmentMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeleteClientAssignmentRequest, com.grantor.v1.DeleteClientAssignmentResponse> getDeleteClientAssignmentMethod;
    if ((getDeleteClientAssignmentMethod = PartnerServiceGrpc.getDeleteClientAssignmentMethod) == null) {
      synchronized (PartnerServiceGrpc.class) {
        if ((getDeleteClientAssignmentMethod = PartnerServiceGrpc.getDeleteClientAssignmentMethod) == null) {
          PartnerServiceGrpc.getDeleteClientAssignmentMethod = getDeleteClientAssignmentMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeleteClientAssignmentRequest, com.grantor.v1.DeleteClientAssignmentResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteClientAssignment"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteClientAssignmentRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteClientAssignmentResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PartnerServiceMethodDescriptorSupplier("DeleteClientAssignment"))
              .build();
        }
      }
    }
    return getDeleteClientAssignmentMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static PartnerServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnerServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnerServiceStub>() {
        @java.lang.Override
        public PartnerServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnerServiceStub(channel, callOptions);
        }
      };
    return PartnerServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static PartnerServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnerServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnerServiceBlockingV2Stub>() {
        @java.lang.Override
        public PartnerServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnerServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return PartnerServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static PartnerServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnerServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnerServiceBlockingStub>() {
        @java.lang.Override
        public PartnerServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnerServiceBlockingStub(channel, callOptions);
        }
      };
    return PartnerServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static PartnerServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PartnerServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PartnerServiceFutureStub>() {
        @java.lang.Override
        public PartnerServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PartnerServiceFutureStub(channel, callOptions);
        }
      };
    return PartnerServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The directory of partners, the clients of one, and which of its people exercise which client's
   * mandate.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Answers the directory entry of an organization.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getPartner(com.grantor.v1.GetPartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetPartnerResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetPartnerMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the directory entry of an organization, or makes it with `allow_missing`: unlisted until
     * the operator lists it. The name in the directory changes only when the operator approves the
     * proposed one.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    default void updatePartner(com.grantor.v1.UpdatePartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdatePartnerResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdatePartnerMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists a partner in the directory under the approved name, or gives a listed one another name.
     * May be called by operators.
     * </pre>
     */
    default void enlistPartner(com.grantor.v1.EnlistPartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.EnlistPartnerResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getEnlistPartnerMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes a partner out of the directory: it is found no more, and its open proposals can't be
     * accepted meanwhile. Active partnerships stay.
     * May be called by operators.
     * </pre>
     */
    default void unlistPartner(com.grantor.v1.UnlistPartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UnlistPartnerResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUnlistPartnerMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists all directory entries, also those that are not listed.
     * May be called by operators; and service accounts with scope `read` for all organizations.
     * </pre>
     */
    default void listPartners(com.grantor.v1.ListPartnersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListPartnersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListPartnersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Finds listed partners by a part of their name or by the whole email of a contact: at most 20,
     * ordered by id. INVALID_ARGUMENT for a part of less than three letters or digits; RESOURCE_EXHAUSTED
     * (`RATE_LIMIT`) for too many searches a minute.
     * May be called by acting users who hold `manage_partners` on the asking organization.
     * </pre>
     */
    default void searchPartners(com.grantor.v1.SearchPartnersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SearchPartnersResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSearchPartnersMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the clients of a partner, with their proposals, and what the acting user may do there. Who
     * does not hold `act_as_partner` sees the clients whose mandate they exercise by an assignment.
     * May be called by acting users who hold `act_as_partner` on the organization, or who are named by
     * an assignment there; operators; and service accounts with scope `read`.
     * </pre>
     */
    default void listClients(com.grantor.v1.ListClientsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListClientsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListClientsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lets one of the partner's people, or a team of them, exercise a client's mandate, as far as the
     * assignment leaves it.
     * Nobody leaves what they do not hold (GIVES_MORE_THAN_HELD): the wallet only who is a legal
     * representative or has FINANCIAL. Nobody assigns themselves (RAISES_SELF). INVALID_ARGUMENT for
     * rights that the mandate does not give, and for an EXTERNAL member. ALREADY_EXISTS: ID_TAKEN.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE, CHANGE_POLICY_BY_REQUEST (of the partner).
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    default void createClientAssignment(com.grantor.v1.CreateClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateClientAssignmentMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one client assignment.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getClientAssignment(com.grantor.v1.GetClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetClientAssignmentMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the client assignments of a partner, those too whose partnership is over: they give
     * nothing.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listClientAssignments(com.grantor.v1.ListClientAssignmentsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListClientAssignmentsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListClientAssignmentsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes what a client assignment leaves. Checked on what it adds, as CreateClientAssignment;
     * taking away is always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    default void updateClientAssignment(com.grantor.v1.UpdateClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateClientAssignmentMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a client assignment: whom it named loses what it left, at once. Always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    default void deleteClientAssignment(com.grantor.v1.DeleteClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteClientAssignmentMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service PartnerService.
   * <pre>
   * The directory of partners, the clients of one, and which of its people exercise which client's
   * mandate.
   * </pre>
   */
  public static abstract class PartnerServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return PartnerServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service PartnerService.
   * <pre>
   * The directory of partners, the clients of one, and which of its people exercise which client's
   * mandate.
   * </pre>
   */
  public static final class PartnerServiceStub
      extends io.grpc.stub.AbstractAsyncStub<PartnerServiceStub> {
    private PartnerServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnerServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnerServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the directory entry of an organization.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getPartner(com.grantor.v1.GetPartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetPartnerResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetPartnerMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the directory entry of an organization, or makes it with `allow_missing`: unlisted until
     * the operator lists it. The name in the directory changes only when the operator approves the
     * proposed one.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public void updatePartner(com.grantor.v1.UpdatePartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdatePartnerResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdatePartnerMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists a partner in the directory under the approved name, or gives a listed one another name.
     * May be called by operators.
     * </pre>
     */
    public void enlistPartner(com.grantor.v1.EnlistPartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.EnlistPartnerResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getEnlistPartnerMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes a partner out of the directory: it is found no more, and its open proposals can't be
     * accepted meanwhile. Active partnerships stay.
     * May be called by operators.
     * </pre>
     */
    public void unlistPartner(com.grantor.v1.UnlistPartnerRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UnlistPartnerResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUnlistPartnerMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists all directory entries, also those that are not listed.
     * May be called by operators; and service accounts with scope `read` for all organizations.
     * </pre>
     */
    public void listPartners(com.grantor.v1.ListPartnersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListPartnersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListPartnersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Finds listed partners by a part of their name or by the whole email of a contact: at most 20,
     * ordered by id. INVALID_ARGUMENT for a part of less than three letters or digits; RESOURCE_EXHAUSTED
     * (`RATE_LIMIT`) for too many searches a minute.
     * May be called by acting users who hold `manage_partners` on the asking organization.
     * </pre>
     */
    public void searchPartners(com.grantor.v1.SearchPartnersRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SearchPartnersResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSearchPartnersMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the clients of a partner, with their proposals, and what the acting user may do there. Who
     * does not hold `act_as_partner` sees the clients whose mandate they exercise by an assignment.
     * May be called by acting users who hold `act_as_partner` on the organization, or who are named by
     * an assignment there; operators; and service accounts with scope `read`.
     * </pre>
     */
    public void listClients(com.grantor.v1.ListClientsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListClientsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListClientsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lets one of the partner's people, or a team of them, exercise a client's mandate, as far as the
     * assignment leaves it.
     * Nobody leaves what they do not hold (GIVES_MORE_THAN_HELD): the wallet only who is a legal
     * representative or has FINANCIAL. Nobody assigns themselves (RAISES_SELF). INVALID_ARGUMENT for
     * rights that the mandate does not give, and for an EXTERNAL member. ALREADY_EXISTS: ID_TAKEN.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE, CHANGE_POLICY_BY_REQUEST (of the partner).
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public void createClientAssignment(com.grantor.v1.CreateClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateClientAssignmentMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one client assignment.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getClientAssignment(com.grantor.v1.GetClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetClientAssignmentMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the client assignments of a partner, those too whose partnership is over: they give
     * nothing.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listClientAssignments(com.grantor.v1.ListClientAssignmentsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListClientAssignmentsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListClientAssignmentsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes what a client assignment leaves. Checked on what it adds, as CreateClientAssignment;
     * taking away is always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public void updateClientAssignment(com.grantor.v1.UpdateClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateClientAssignmentMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a client assignment: whom it named loses what it left, at once. Always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public void deleteClientAssignment(com.grantor.v1.DeleteClientAssignmentRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteClientAssignmentResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteClientAssignmentMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service PartnerService.
   * <pre>
   * The directory of partners, the clients of one, and which of its people exercise which client's
   * mandate.
   * </pre>
   */
  public static final class PartnerServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<PartnerServiceBlockingV2Stub> {
    private PartnerServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnerServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnerServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the directory entry of an organization.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetPartnerResponse getPartner(com.grantor.v1.GetPartnerRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetPartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the directory entry of an organization, or makes it with `allow_missing`: unlisted until
     * the operator lists it. The name in the directory changes only when the operator approves the
     * proposed one.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdatePartnerResponse updatePartner(com.grantor.v1.UpdatePartnerRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdatePartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists a partner in the directory under the approved name, or gives a listed one another name.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.EnlistPartnerResponse enlistPartner(com.grantor.v1.EnlistPartnerRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getEnlistPartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a partner out of the directory: it is found no more, and its open proposals can't be
     * accepted meanwhile. Active partnerships stay.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.UnlistPartnerResponse unlistPartner(com.grantor.v1.UnlistPartnerRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUnlistPartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all directory entries, also those that are not listed.
     * May be called by operators; and service accounts with scope `read` for all organizations.
     * </pre>
     */
    public com.grantor.v1.ListPartnersResponse listPartners(com.grantor.v1.ListPartnersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListPartnersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds listed partners by a part of their name or by the whole email of a contact: at most 20,
     * ordered by id. INVALID_ARGUMENT for a part of less than three letters or digits; RESOURCE_EXHAUSTED
     * (`RATE_LIMIT`) for too many searches a minute.
     * May be called by acting users who hold `manage_partners` on the asking organization.
     * </pre>
     */
    public com.grantor.v1.SearchPartnersResponse searchPartners(com.grantor.v1.SearchPartnersRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSearchPartnersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the clients of a partner, with their proposals, and what the acting user may do there. Who
     * does not hold `act_as_partner` sees the clients whose mandate they exercise by an assignment.
     * May be called by acting users who hold `act_as_partner` on the organization, or who are named by
     * an assignment there; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListClientsResponse listClients(com.grantor.v1.ListClientsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListClientsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lets one of the partner's people, or a team of them, exercise a client's mandate, as far as the
     * assignment leaves it.
     * Nobody leaves what they do not hold (GIVES_MORE_THAN_HELD): the wallet only who is a legal
     * representative or has FINANCIAL. Nobody assigns themselves (RAISES_SELF). INVALID_ARGUMENT for
     * rights that the mandate does not give, and for an EXTERNAL member. ALREADY_EXISTS: ID_TAKEN.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE, CHANGE_POLICY_BY_REQUEST (of the partner).
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateClientAssignmentResponse createClientAssignment(com.grantor.v1.CreateClientAssignmentRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateClientAssignmentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one client assignment.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetClientAssignmentResponse getClientAssignment(com.grantor.v1.GetClientAssignmentRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetClientAssignmentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the client assignments of a partner, those too whose partnership is over: they give
     * nothing.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListClientAssignmentsResponse listClientAssignments(com.grantor.v1.ListClientAssignmentsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListClientAssignmentsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes what a client assignment leaves. Checked on what it adds, as CreateClientAssignment;
     * taking away is always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateClientAssignmentResponse updateClientAssignment(com.grantor.v1.UpdateClientAssignmentRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateClientAssignmentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a client assignment: whom it named loses what it left, at once. Always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeleteClientAssignmentResponse deleteClientAssignment(com.grantor.v1.DeleteClientAssignmentRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteClientAssignmentMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service PartnerService.
   * <pre>
   * The directory of partners, the clients of one, and which of its people exercise which client's
   * mandate.
   * </pre>
   */
  public static final class PartnerServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<PartnerServiceBlockingStub> {
    private PartnerServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnerServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnerServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the directory entry of an organization.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetPartnerResponse getPartner(com.grantor.v1.GetPartnerRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetPartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the directory entry of an organization, or makes it with `allow_missing`: unlisted until
     * the operator lists it. The name in the directory changes only when the operator approves the
     * proposed one.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdatePartnerResponse updatePartner(com.grantor.v1.UpdatePartnerRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdatePartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists a partner in the directory under the approved name, or gives a listed one another name.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.EnlistPartnerResponse enlistPartner(com.grantor.v1.EnlistPartnerRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getEnlistPartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes a partner out of the directory: it is found no more, and its open proposals can't be
     * accepted meanwhile. Active partnerships stay.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.UnlistPartnerResponse unlistPartner(com.grantor.v1.UnlistPartnerRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUnlistPartnerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists all directory entries, also those that are not listed.
     * May be called by operators; and service accounts with scope `read` for all organizations.
     * </pre>
     */
    public com.grantor.v1.ListPartnersResponse listPartners(com.grantor.v1.ListPartnersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListPartnersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Finds listed partners by a part of their name or by the whole email of a contact: at most 20,
     * ordered by id. INVALID_ARGUMENT for a part of less than three letters or digits; RESOURCE_EXHAUSTED
     * (`RATE_LIMIT`) for too many searches a minute.
     * May be called by acting users who hold `manage_partners` on the asking organization.
     * </pre>
     */
    public com.grantor.v1.SearchPartnersResponse searchPartners(com.grantor.v1.SearchPartnersRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSearchPartnersMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the clients of a partner, with their proposals, and what the acting user may do there. Who
     * does not hold `act_as_partner` sees the clients whose mandate they exercise by an assignment.
     * May be called by acting users who hold `act_as_partner` on the organization, or who are named by
     * an assignment there; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListClientsResponse listClients(com.grantor.v1.ListClientsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListClientsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lets one of the partner's people, or a team of them, exercise a client's mandate, as far as the
     * assignment leaves it.
     * Nobody leaves what they do not hold (GIVES_MORE_THAN_HELD): the wallet only who is a legal
     * representative or has FINANCIAL. Nobody assigns themselves (RAISES_SELF). INVALID_ARGUMENT for
     * rights that the mandate does not give, and for an EXTERNAL member. ALREADY_EXISTS: ID_TAKEN.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE, CHANGE_POLICY_BY_REQUEST (of the partner).
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateClientAssignmentResponse createClientAssignment(com.grantor.v1.CreateClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateClientAssignmentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one client assignment.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetClientAssignmentResponse getClientAssignment(com.grantor.v1.GetClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetClientAssignmentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the client assignments of a partner, those too whose partnership is over: they give
     * nothing.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListClientAssignmentsResponse listClientAssignments(com.grantor.v1.ListClientAssignmentsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListClientAssignmentsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes what a client assignment leaves. Checked on what it adds, as CreateClientAssignment;
     * taking away is always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateClientAssignmentResponse updateClientAssignment(com.grantor.v1.UpdateClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateClientAssignmentMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a client assignment: whom it named loses what it left, at once. Always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeleteClientAssignmentResponse deleteClientAssignment(com.grantor.v1.DeleteClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteClientAssignmentMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service PartnerService.
   * <pre>
   * The directory of partners, the clients of one, and which of its people exercise which client's
   * mandate.
   * </pre>
   */
  public static final class PartnerServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<PartnerServiceFutureStub> {
    private PartnerServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PartnerServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PartnerServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Answers the directory entry of an organization.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetPartnerResponse> getPartner(
        com.grantor.v1.GetPartnerRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetPartnerMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the directory entry of an organization, or makes it with `allow_missing`: unlisted until
     * the operator lists it. The name in the directory changes only when the operator approves the
     * proposed one.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdatePartnerResponse> updatePartner(
        com.grantor.v1.UpdatePartnerRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdatePartnerMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists a partner in the directory under the approved name, or gives a listed one another name.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.EnlistPartnerResponse> enlistPartner(
        com.grantor.v1.EnlistPartnerRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getEnlistPartnerMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes a partner out of the directory: it is found no more, and its open proposals can't be
     * accepted meanwhile. Active partnerships stay.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UnlistPartnerResponse> unlistPartner(
        com.grantor.v1.UnlistPartnerRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUnlistPartnerMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists all directory entries, also those that are not listed.
     * May be called by operators; and service accounts with scope `read` for all organizations.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListPartnersResponse> listPartners(
        com.grantor.v1.ListPartnersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListPartnersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Finds listed partners by a part of their name or by the whole email of a contact: at most 20,
     * ordered by id. INVALID_ARGUMENT for a part of less than three letters or digits; RESOURCE_EXHAUSTED
     * (`RATE_LIMIT`) for too many searches a minute.
     * May be called by acting users who hold `manage_partners` on the asking organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.SearchPartnersResponse> searchPartners(
        com.grantor.v1.SearchPartnersRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSearchPartnersMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the clients of a partner, with their proposals, and what the acting user may do there. Who
     * does not hold `act_as_partner` sees the clients whose mandate they exercise by an assignment.
     * May be called by acting users who hold `act_as_partner` on the organization, or who are named by
     * an assignment there; operators; and service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListClientsResponse> listClients(
        com.grantor.v1.ListClientsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListClientsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lets one of the partner's people, or a team of them, exercise a client's mandate, as far as the
     * assignment leaves it.
     * Nobody leaves what they do not hold (GIVES_MORE_THAN_HELD): the wallet only who is a legal
     * representative or has FINANCIAL. Nobody assigns themselves (RAISES_SELF). INVALID_ARGUMENT for
     * rights that the mandate does not give, and for an EXTERNAL member. ALREADY_EXISTS: ID_TAKEN.
     * FAILED_PRECONDITION: PARTNERSHIP_NOT_ACTIVE, CHANGE_POLICY_BY_REQUEST (of the partner).
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateClientAssignmentResponse> createClientAssignment(
        com.grantor.v1.CreateClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateClientAssignmentMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one client assignment.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetClientAssignmentResponse> getClientAssignment(
        com.grantor.v1.GetClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetClientAssignmentMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the client assignments of a partner, those too whose partnership is over: they give
     * nothing.
     * May be called by acting users who hold `act_as_partner` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListClientAssignmentsResponse> listClientAssignments(
        com.grantor.v1.ListClientAssignmentsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListClientAssignmentsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes what a client assignment leaves. Checked on what it adds, as CreateClientAssignment;
     * taking away is always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateClientAssignmentResponse> updateClientAssignment(
        com.grantor.v1.UpdateClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateClientAssignmentMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a client assignment: whom it named loses what it left, at once. Always open.
     * May be called by acting users who hold `act_as_partner` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeleteClientAssignmentResponse> deleteClientAssignment(
        com.grantor.v1.DeleteClientAssignmentRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteClientAssignmentMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_GET_PARTNER = 0;
  private static final int METHODID_UPDATE_PARTNER = 1;
  private static final int METHODID_ENLIST_PARTNER = 2;
  private static final int METHODID_UNLIST_PARTNER = 3;
  private static final int METHODID_LIST_PARTNERS = 4;
  private static final int METHODID_SEARCH_PARTNERS = 5;
  private static final int METHODID_LIST_CLIENTS = 6;
  private static final int METHODID_CREATE_CLIENT_ASSIGNMENT = 7;
  private static final int METHODID_GET_CLIENT_ASSIGNMENT = 8;
  private static final int METHODID_LIST_CLIENT_ASSIGNMENTS = 9;
  private static final int METHODID_UPDATE_CLIENT_ASSIGNMENT = 10;
  private static final int METHODID_DELETE_CLIENT_ASSIGNMENT = 11;

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
        case METHODID_GET_PARTNER:
          serviceImpl.getPartner((com.grantor.v1.GetPartnerRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetPartnerResponse>) responseObserver);
          break;
        case METHODID_UPDATE_PARTNER:
          serviceImpl.updatePartner((com.grantor.v1.UpdatePartnerRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdatePartnerResponse>) responseObserver);
          break;
        case METHODID_ENLIST_PARTNER:
          serviceImpl.enlistPartner((com.grantor.v1.EnlistPartnerRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.EnlistPartnerResponse>) responseObserver);
          break;
        case METHODID_UNLIST_PARTNER:
          serviceImpl.unlistPartner((com.grantor.v1.UnlistPartnerRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UnlistPartnerResponse>) responseObserver);
          break;
        case METHODID_LIST_PARTNERS:
          serviceImpl.listPartners((com.grantor.v1.ListPartnersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListPartnersResponse>) responseObserver);
          break;
        case METHODID_SEARCH_PARTNERS:
          serviceImpl.searchPartners((com.grantor.v1.SearchPartnersRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.SearchPartnersResponse>) responseObserver);
          break;
        case METHODID_LIST_CLIENTS:
          serviceImpl.listClients((com.grantor.v1.ListClientsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListClientsResponse>) responseObserver);
          break;
        case METHODID_CREATE_CLIENT_ASSIGNMENT:
          serviceImpl.createClientAssignment((com.grantor.v1.CreateClientAssignmentRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateClientAssignmentResponse>) responseObserver);
          break;
        case METHODID_GET_CLIENT_ASSIGNMENT:
          serviceImpl.getClientAssignment((com.grantor.v1.GetClientAssignmentRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetClientAssignmentResponse>) responseObserver);
          break;
        case METHODID_LIST_CLIENT_ASSIGNMENTS:
          serviceImpl.listClientAssignments((com.grantor.v1.ListClientAssignmentsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListClientAssignmentsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_CLIENT_ASSIGNMENT:
          serviceImpl.updateClientAssignment((com.grantor.v1.UpdateClientAssignmentRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateClientAssignmentResponse>) responseObserver);
          break;
        case METHODID_DELETE_CLIENT_ASSIGNMENT:
          serviceImpl.deleteClientAssignment((com.grantor.v1.DeleteClientAssignmentRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeleteClientAssignmentResponse>) responseObserver);
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
          getGetPartnerMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetPartnerRequest,
              com.grantor.v1.GetPartnerResponse>(
                service, METHODID_GET_PARTNER)))
        .addMethod(
          getUpdatePartnerMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdatePartnerRequest,
              com.grantor.v1.UpdatePartnerResponse>(
                service, METHODID_UPDATE_PARTNER)))
        .addMethod(
          getEnlistPartnerMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.EnlistPartnerRequest,
              com.grantor.v1.EnlistPartnerResponse>(
                service, METHODID_ENLIST_PARTNER)))
        .addMethod(
          getUnlistPartnerMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UnlistPartnerRequest,
              com.grantor.v1.UnlistPartnerResponse>(
                service, METHODID_UNLIST_PARTNER)))
        .addMethod(
          getListPartnersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListPartnersRequest,
              com.grantor.v1.ListPartnersResponse>(
                service, METHODID_LIST_PARTNERS)))
        .addMethod(
          getSearchPartnersMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.SearchPartnersRequest,
              com.grantor.v1.SearchPartnersResponse>(
                service, METHODID_SEARCH_PARTNERS)))
        .addMethod(
          getListClientsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListClientsRequest,
              com.grantor.v1.ListClientsResponse>(
                service, METHODID_LIST_CLIENTS)))
        .addMethod(
          getCreateClientAssignmentMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateClientAssignmentRequest,
              com.grantor.v1.CreateClientAssignmentResponse>(
                service, METHODID_CREATE_CLIENT_ASSIGNMENT)))
        .addMethod(
          getGetClientAssignmentMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetClientAssignmentRequest,
              com.grantor.v1.GetClientAssignmentResponse>(
                service, METHODID_GET_CLIENT_ASSIGNMENT)))
        .addMethod(
          getListClientAssignmentsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListClientAssignmentsRequest,
              com.grantor.v1.ListClientAssignmentsResponse>(
                service, METHODID_LIST_CLIENT_ASSIGNMENTS)))
        .addMethod(
          getUpdateClientAssignmentMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateClientAssignmentRequest,
              com.grantor.v1.UpdateClientAssignmentResponse>(
                service, METHODID_UPDATE_CLIENT_ASSIGNMENT)))
        .addMethod(
          getDeleteClientAssignmentMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeleteClientAssignmentRequest,
              com.grantor.v1.DeleteClientAssignmentResponse>(
                service, METHODID_DELETE_CLIENT_ASSIGNMENT)))
        .build();
  }

  private static abstract class PartnerServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    PartnerServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.PartnerProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("PartnerService");
    }
  }

  private static final class PartnerServiceFileDescriptorSupplier
      extends PartnerServiceBaseDescriptorSupplier {
    PartnerServiceFileDescriptorSupplier() {}
  }

  private static final class PartnerServiceMethodDescriptorSupplier
      extends PartnerServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    PartnerServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (PartnerServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new PartnerServiceFileDescriptorSupplier())
              .addMethod(getGetPartnerMethod())
              .addMethod(getUpdatePartnerMethod())
              .addMethod(getEnlistPartnerMethod())
              .addMethod(getUnlistPartnerMethod())
              .addMethod(getListPartnersMethod())
              .addMethod(getSearchPartnersMethod())
              .addMethod(getListClientsMethod())
              .addMethod(getCreateClientAssignmentMethod())
              .addMethod(getGetClientAssignmentMethod())
              .addMethod(getListClientAssignmentsMethod())
              .addMethod(getUpdateClientAssignmentMethod())
              .addMethod(getDeleteClientAssignmentMethod())
              .build();
        }
      }
    }
    return result;
  }
}
