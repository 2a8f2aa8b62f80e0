package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Organizations. An organization owns products and has members; everything in it is changed by its
 * own people, by the rules of their roles.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class OrganizationServiceGrpc {

  private OrganizationServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.OrganizationService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateOrganizationRequest,
      com.grantor.v1.CreateOrganizationResponse> getCreateOrganizationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateOrganization",
      requestType = com.grantor.v1.CreateOrganizationRequest.class,
      responseType = com.grantor.v1.CreateOrganizationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateOrganizationRequest,
      com.grantor.v1.CreateOrganizationResponse> getCreateOrganizationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateOrganizationRequest, com.grantor.v1.CreateOrganizationResponse> getCreateOrganizationMethod;
    if ((getCreateOrganizationMethod = OrganizationServiceGrpc.getCreateOrganizationMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getCreateOrganizationMethod = OrganizationServiceGrpc.getCreateOrganizationMethod) == null) {
          OrganizationServiceGrpc.getCreateOrganizationMethod = getCreateOrganizationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateOrganizationRequest, com.grantor.v1.CreateOrganizationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateOrganization"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateOrganizationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateOrganizationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("CreateOrganization"))
              .build();
        }
      }
    }
    return getCreateOrganizationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetOrganizationRequest,
      com.grantor.v1.GetOrganizationResponse> getGetOrganizationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetOrganization",
      requestType = com.grantor.v1.GetOrganizationRequest.class,
      responseType = com.grantor.v1.GetOrganizationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetOrganizationRequest,
      com.grantor.v1.GetOrganizationResponse> getGetOrganizationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetOrganizationRequest, com.grantor.v1.GetOrganizationResponse> getGetOrganizationMethod;
    if ((getGetOrganizationMethod = OrganizationServiceGrpc.getGetOrganizationMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getGetOrganizationMethod = OrganizationServiceGrpc.getGetOrganizationMethod) == null) {
          OrganizationServiceGrpc.getGetOrganizationMethod = getGetOrganizationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetOrganizationRequest, com.grantor.v1.GetOrganizationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetOrganization"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetOrganizationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetOrganizationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("GetOrganization"))
              .build();
        }
      }
    }
    return getGetOrganizationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListOrganizationsRequest,
      com.grantor.v1.ListOrganizationsResponse> getListOrganizationsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListOrganizations",
      requestType = com.grantor.v1.ListOrganizationsRequest.class,
      responseType = com.grantor.v1.ListOrganizationsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListOrganizationsRequest,
      com.grantor.v1.ListOrganizationsResponse> getListOrganizationsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListOrganizationsRequest, com.grantor.v1.ListOrganizationsResponse> getListOrganizationsMethod;
    if ((getListOrganizationsMethod = OrganizationServiceGrpc.getListOrganizationsMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getListOrganizationsMethod = OrganizationServiceGrpc.getListOrganizationsMethod) == null) {
          OrganizationServiceGrpc.getListOrganizationsMethod = getListOrganizationsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListOrganizationsRequest, com.grantor.v1.ListOrganizationsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListOrganizations"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListOrganizationsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListOrganizationsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("ListOrganizations"))
              .build();
        }
      }
    }
    return getListOrganizationsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateOrganizationRequest,
      com.grantor.v1.UpdateOrganizationResponse> getUpdateOrganizationMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateOrganization",
      requestType = com.grantor.v1.UpdateOrganizationRequest.class,
      responseType = com.grantor.v1.UpdateOrganizationResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateOrganizationRequest,
      com.grantor.v1.UpdateOrganizationResponse> getUpdateOrganizationMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateOrganizationRequest, com.grantor.v1.UpdateOrganizationResponse> getUpdateOrganizationMethod;
    if ((getUpdateOrganizationMethod = OrganizationServiceGrpc.getUpdateOrganizationMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getUpdateOrganizationMethod = OrganizationServiceGrpc.getUpdateOrganizationMethod) == null) {
          OrganizationServiceGrpc.getUpdateOrganizationMethod = getUpdateOrganizationMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateOrganizationRequest, com.grantor.v1.UpdateOrganizationResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateOrganization"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateOrganizationRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateOrganizationResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("UpdateOrganization"))
              .build();
        }
      }
    }
    return getUpdateOrganizationMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetRoleMatrixRequest,
      com.grantor.v1.GetRoleMatrixResponse> getGetRoleMatrixMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetRoleMatrix",
      requestType = com.grantor.v1.GetRoleMatrixRequest.class,
      responseType = com.grantor.v1.GetRoleMatrixResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetRoleMatrixRequest,
      com.grantor.v1.GetRoleMatrixResponse> getGetRoleMatrixMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetRoleMatrixRequest, com.grantor.v1.GetRoleMatrixResponse> getGetRoleMatrixMethod;
    if ((getGetRoleMatrixMethod = OrganizationServiceGrpc.getGetRoleMatrixMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getGetRoleMatrixMethod = OrganizationServiceGrpc.getGetRoleMatrixMethod) == null) {
          OrganizationServiceGrpc.getGetRoleMatrixMethod = getGetRoleMatrixMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetRoleMatrixRequest, com.grantor.v1.GetRoleMatrixResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetRoleMatrix"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetRoleMatrixRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetRoleMatrixResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("GetRoleMatrix"))
              .build();
        }
      }
    }
    return getGetRoleMatrixMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.SetChangePolicyRequest,
      com.grantor.v1.SetChangePolicyResponse> getSetChangePolicyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetChangePolicy",
      requestType = com.grantor.v1.SetChangePolicyRequest.class,
      responseType = com.grantor.v1.SetChangePolicyResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.SetChangePolicyRequest,
      com.grantor.v1.SetChangePolicyResponse> getSetChangePolicyMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.SetChangePolicyRequest, com.grantor.v1.SetChangePolicyResponse> getSetChangePolicyMethod;
    if ((getSetChangePolicyMethod = OrganizationServiceGrpc.getSetChangePolicyMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getSetChangePolicyMethod = OrganizationServiceGrpc.getSetChangePolicyMethod) == null) {
          OrganizationServiceGrpc.getSetChangePolicyMethod = getSetChangePolicyMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.SetChangePolicyRequest, com.grantor.v1.SetChangePolicyResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetChangePolicy"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetChangePolicyRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetChangePolicyResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("SetChangePolicy"))
              .build();
        }
      }
    }
    return getSetChangePolicyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.SetAdministratorLimitRequest,
      com.grantor.v1.SetAdministratorLimitResponse> getSetAdministratorLimitMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetAdministratorLimit",
      requestType = com.grantor.v1.SetAdministratorLimitRequest.class,
      responseType = com.grantor.v1.SetAdministratorLimitResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.SetAdministratorLimitRequest,
      com.grantor.v1.SetAdministratorLimitResponse> getSetAdministratorLimitMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.SetAdministratorLimitRequest, com.grantor.v1.SetAdministratorLimitResponse> getSetAdministratorLimitMethod;
    if ((getSetAdministratorLimitMethod = OrganizationServiceGrpc.getSetAdministratorLimitMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getSetAdministratorLimitMethod = OrganizationServiceGrpc.getSetAdministratorLimitMethod) == null) {
          OrganizationServiceGrpc.getSetAdministratorLimitMethod = getSetAdministratorLimitMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.SetAdministratorLimitRequest, com.grantor.v1.SetAdministratorLimitResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetAdministratorLimit"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetAdministratorLimitRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetAdministratorLimitResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("SetAdministratorLimit"))
              .build();
        }
      }
    }
    return getSetAdministratorLimitMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.SetBrandingApprovalRequest,
      com.grantor.v1.SetBrandingApprovalResponse> getSetBrandingApprovalMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetBrandingApproval",
      requestType = com.grantor.v1.SetBrandingApprovalRequest.class,
      responseType = com.grantor.v1.SetBrandingApprovalResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.SetBrandingApprovalRequest,
      com.grantor.v1.SetBrandingApprovalResponse> getSetBrandingApprovalMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.SetBrandingApprovalRequest, com.grantor.v1.SetBrandingApprovalResponse> getSetBrandingApprovalMethod;
    if ((getSetBrandingApprovalMethod = OrganizationServiceGrpc.getSetBrandingApprovalMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getSetBrandingApprovalMethod = OrganizationServiceGrpc.getSetBrandingApprovalMethod) == null) {
          OrganizationServiceGrpc.getSetBrandingApprovalMethod = getSetBrandingApprovalMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.SetBrandingApprovalRequest, com.grantor.v1.SetBrandingApprovalResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetBrandingApproval"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetBrandingApprovalRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetBrandingApprovalResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("SetBrandingApproval"))
              .build();
        }
      }
    }
    return getSetBrandingApprovalMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.SetQuotasRequest,
      com.grantor.v1.SetQuotasResponse> getSetQuotasMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "SetQuotas",
      requestType = com.grantor.v1.SetQuotasRequest.class,
      responseType = com.grantor.v1.SetQuotasResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.SetQuotasRequest,
      com.grantor.v1.SetQuotasResponse> getSetQuotasMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.SetQuotasRequest, com.grantor.v1.SetQuotasResponse> getSetQuotasMethod;
    if ((getSetQuotasMethod = OrganizationServiceGrpc.getSetQuotasMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getSetQuotasMethod = OrganizationServiceGrpc.getSetQuotasMethod) == null) {
          OrganizationServiceGrpc.getSetQuotasMethod = getSetQuotasMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.SetQuotasRequest, com.grantor.v1.SetQuotasResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "SetQuotas"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetQuotasRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.SetQuotasResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("SetQuotas"))
              .build();
        }
      }
    }
    return getSetQuotasMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AppointLegalRepresentativeRequest,
      com.grantor.v1.AppointLegalRepresentativeResponse> getAppointLegalRepresentativeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AppointLegalRepresentative",
      requestType = com.grantor.v1.AppointLegalRepresentativeRequest.class,
      responseType = com.grantor.v1.AppointLegalRepresentativeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AppointLegalRepresentativeRequest,
      com.grantor.v1.AppointLegalRepresentativeResponse> getAppointLegalRepresentativeMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AppointLegalRepresentativeRequest, com.grantor.v1.AppointLegalRepresentativeResponse> getAppointLegalRepresentativeMethod;
    if ((getAppointLegalRepresentativeMethod = OrganizationServiceGrpc.getAppointLegalRepresentativeMethod) == null) {
      synchronized (OrganizationServiceGrpc.class) {
        if ((getAppointLegalRepresentativeMethod = OrganizationServiceGrpc.getAppointLegalRepresentativeMethod) == null) {
          OrganizationServiceGrpc.getAppointLegalRepresentativeMethod = getAppointLegalRepresentativeMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AppointLegalRepresentativeRequest, com.grantor.v1.AppointLegalRepresentativeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AppointLegalRepresentative"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AppointLegalRepresentativeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AppointLegalRepresentativeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new OrganizationServiceMethodDescriptorSupplier("AppointLegalRepresentative"))
              .build();
        }
      }
    }
    return getAppointLegalRepresentativeMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static OrganizationServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceStub>() {
        @java.lang.Override
        public OrganizationServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new OrganizationServiceStub(channel, callOptions);
        }
      };
    return OrganizationServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static OrganizationServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceBlockingV2Stub>() {
        @java.lang.Override
        public OrganizationServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new OrganizationServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return OrganizationServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static OrganizationServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceBlockingStub>() {
        @java.lang.Override
        public OrganizationServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new OrganizationServiceBlockingStub(channel, callOptions);
        }
      };
    return OrganizationServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static OrganizationServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<OrganizationServiceFutureStub>() {
        @java.lang.Override
        public OrganizationServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new OrganizationServiceFutureStub(channel, callOptions);
        }
      };
    return OrganizationServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Organizations. An organization owns products and has members; everything in it is changed by its
   * own people, by the rules of their roles.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Makes an organization and names its first legal representative.
     * NOT_FOUND if that user does not exist; FAILED_PRECONDITION (USER_INACTIVE) unless they are
     * ACTIVE, or WHITE_LABEL_OFF; ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    default void createOrganization(com.grantor.v1.CreateOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateOrganizationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateOrganizationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one organization. Acting users who hold `view` and neither `manage_organization` nor
     * `manage_users` are shown only `name`, `display_name`, `branding` and `branding_approved`.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read`.
     * </pre>
     */
    default void getOrganization(com.grantor.v1.GetOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetOrganizationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetOrganizationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists organizations. Service accounts see those for which they have the scope; an acting user
     * must name themselves as `member`.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read`.
     * </pre>
     */
    default void listOrganizations(com.grantor.v1.ListOrganizationsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListOrganizationsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListOrganizationsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the organization's settings and branding.
     * FAILED_PRECONDITION: WHITE_LABEL_OFF where the platform offers none and the call chooses
     * PANEL_WHITE_LABEL or a branding; taking it away always works.
     * May be called by acting users who hold `manage_organization` on the organization.
     * </pre>
     */
    default void updateOrganization(com.grantor.v1.UpdateOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateOrganizationResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateOrganizationMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers which role may do what: on products, and on the organization itself. It is the same
     * for every organization.
     * May be called by every authenticated caller.
     * </pre>
     */
    default void getRoleMatrix(com.grantor.v1.GetRoleMatrixRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetRoleMatrixResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetRoleMatrixMethod(), responseObserver);
    }

    /**
     * <pre>
     * Says whether the organization's people change access themselves. With BY_REQUEST members,
     * roles, areas, invitations, teams, grants, and tags and groups that change anybody's access
     * are closed: FAILED_PRECONDITION (CHANGE_POLICY_BY_REQUEST).
     * May be called by operators.
     * </pre>
     */
    default void setChangePolicy(com.grantor.v1.SetChangePolicyRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetChangePolicyResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetChangePolicyMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sets how many administrators this organization may have, instead of the platform's default.
     * Existing administrators stay, also above the limit.
     * May be called by operators.
     * </pre>
     */
    default void setAdministratorLimit(com.grantor.v1.SetAdministratorLimitRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetAdministratorLimitResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetAdministratorLimitMethod(), responseObserver);
    }

    /**
     * <pre>
     * Says whether mails and pages show the organization's `branding` as it is. While a changed one
     * waits for approval, they show the one that was approved before; one that is not approved shows
     * the operator's own look. INVALID_ARGUMENT where there is none to approve, and where one is
     * approved without the `etag` that came with it: nothing is approved that was not seen.
     * May be called by operators.
     * </pre>
     */
    default void setBrandingApproval(com.grantor.v1.SetBrandingApprovalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetBrandingApprovalResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetBrandingApprovalMethod(), responseObserver);
    }

    /**
     * <pre>
     * Sets how much of what grows this organization may have, instead of the platform's quotas. What
     * it has stays, also above a quota, and may become less.
     * May be called by operators.
     * </pre>
     */
    default void setQuotas(com.grantor.v1.SetQuotasRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetQuotasResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSetQuotasMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes a user a legal representative of the organization, as when the last one is gone. The
     * note is mailed to all its legal representatives.
     * A user who is no member yet becomes one; one who is gets the role and is reactivated, and
     * loses their grants and team memberships, which the answer lists. One who is an active legal
     * representative already is answered unchanged. It lifts that the organization has shut them out,
     * and the mails say so. FAILED_PRECONDITION: USER_INACTIVE unless the user is ACTIVE.
     * PERMISSION_DENIED: RAISES_SELF, as no operator appoints themselves.
     * May be called by operators.
     * </pre>
     */
    default void appointLegalRepresentative(com.grantor.v1.AppointLegalRepresentativeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AppointLegalRepresentativeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAppointLegalRepresentativeMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service OrganizationService.
   * <pre>
   * Organizations. An organization owns products and has members; everything in it is changed by its
   * own people, by the rules of their roles.
   * </pre>
   */
  public static abstract class OrganizationServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return OrganizationServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service OrganizationService.
   * <pre>
   * Organizations. An organization owns products and has members; everything in it is changed by its
   * own people, by the rules of their roles.
   * </pre>
   */
  public static final class OrganizationServiceStub
      extends io.grpc.stub.AbstractAsyncStub<OrganizationServiceStub> {
    private OrganizationServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected OrganizationServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new OrganizationServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes an organization and names its first legal representative.
     * NOT_FOUND if that user does not exist; FAILED_PRECONDITION (USER_INACTIVE) unless they are
     * ACTIVE, or WHITE_LABEL_OFF; ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public void createOrganization(com.grantor.v1.CreateOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateOrganizationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateOrganizationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one organization. Acting users who hold `view` and neither `manage_organization` nor
     * `manage_users` are shown only `name`, `display_name`, `branding` and `branding_approved`.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read`.
     * </pre>
     */
    public void getOrganization(com.grantor.v1.GetOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetOrganizationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetOrganizationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists organizations. Service accounts see those for which they have the scope; an acting user
     * must name themselves as `member`.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read`.
     * </pre>
     */
    public void listOrganizations(com.grantor.v1.ListOrganizationsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListOrganizationsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListOrganizationsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the organization's settings and branding.
     * FAILED_PRECONDITION: WHITE_LABEL_OFF where the platform offers none and the call chooses
     * PANEL_WHITE_LABEL or a branding; taking it away always works.
     * May be called by acting users who hold `manage_organization` on the organization.
     * </pre>
     */
    public void updateOrganization(com.grantor.v1.UpdateOrganizationRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateOrganizationResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateOrganizationMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers which role may do what: on products, and on the organization itself. It is the same
     * for every organization.
     * May be called by every authenticated caller.
     * </pre>
     */
    public void getRoleMatrix(com.grantor.v1.GetRoleMatrixRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetRoleMatrixResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetRoleMatrixMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Says whether the organization's people change access themselves. With BY_REQUEST members,
     * roles, areas, invitations, teams, grants, and tags and groups that change anybody's access
     * are closed: FAILED_PRECONDITION (CHANGE_POLICY_BY_REQUEST).
     * May be called by operators.
     * </pre>
     */
    public void setChangePolicy(com.grantor.v1.SetChangePolicyRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetChangePolicyResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetChangePolicyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sets how many administrators this organization may have, instead of the platform's default.
     * Existing administrators stay, also above the limit.
     * May be called by operators.
     * </pre>
     */
    public void setAdministratorLimit(com.grantor.v1.SetAdministratorLimitRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetAdministratorLimitResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetAdministratorLimitMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Says whether mails and pages show the organization's `branding` as it is. While a changed one
     * waits for approval, they show the one that was approved before; one that is not approved shows
     * the operator's own look. INVALID_ARGUMENT where there is none to approve, and where one is
     * approved without the `etag` that came with it: nothing is approved that was not seen.
     * May be called by operators.
     * </pre>
     */
    public void setBrandingApproval(com.grantor.v1.SetBrandingApprovalRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetBrandingApprovalResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetBrandingApprovalMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Sets how much of what grows this organization may have, instead of the platform's quotas. What
     * it has stays, also above a quota, and may become less.
     * May be called by operators.
     * </pre>
     */
    public void setQuotas(com.grantor.v1.SetQuotasRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.SetQuotasResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSetQuotasMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes a user a legal representative of the organization, as when the last one is gone. The
     * note is mailed to all its legal representatives.
     * A user who is no member yet becomes one; one who is gets the role and is reactivated, and
     * loses their grants and team memberships, which the answer lists. One who is an active legal
     * representative already is answered unchanged. It lifts that the organization has shut them out,
     * and the mails say so. FAILED_PRECONDITION: USER_INACTIVE unless the user is ACTIVE.
     * PERMISSION_DENIED: RAISES_SELF, as no operator appoints themselves.
     * May be called by operators.
     * </pre>
     */
    public void appointLegalRepresentative(com.grantor.v1.AppointLegalRepresentativeRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AppointLegalRepresentativeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAppointLegalRepresentativeMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service OrganizationService.
   * <pre>
   * Organizations. An organization owns products and has members; everything in it is changed by its
   * own people, by the rules of their roles.
   * </pre>
   */
  public static final class OrganizationServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<OrganizationServiceBlockingV2Stub> {
    private OrganizationServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected OrganizationServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new OrganizationServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes an organization and names its first legal representative.
     * NOT_FOUND if that user does not exist; FAILED_PRECONDITION (USER_INACTIVE) unless they are
     * ACTIVE, or WHITE_LABEL_OFF; ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.CreateOrganizationResponse createOrganization(com.grantor.v1.CreateOrganizationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one organization. Acting users who hold `view` and neither `manage_organization` nor
     * `manage_users` are shown only `name`, `display_name`, `branding` and `branding_approved`.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetOrganizationResponse getOrganization(com.grantor.v1.GetOrganizationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists organizations. Service accounts see those for which they have the scope; an acting user
     * must name themselves as `member`.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read`.
     * </pre>
     */
    public com.grantor.v1.ListOrganizationsResponse listOrganizations(com.grantor.v1.ListOrganizationsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListOrganizationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the organization's settings and branding.
     * FAILED_PRECONDITION: WHITE_LABEL_OFF where the platform offers none and the call chooses
     * PANEL_WHITE_LABEL or a branding; taking it away always works.
     * May be called by acting users who hold `manage_organization` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateOrganizationResponse updateOrganization(com.grantor.v1.UpdateOrganizationRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers which role may do what: on products, and on the organization itself. It is the same
     * for every organization.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.GetRoleMatrixResponse getRoleMatrix(com.grantor.v1.GetRoleMatrixRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetRoleMatrixMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says whether the organization's people change access themselves. With BY_REQUEST members,
     * roles, areas, invitations, teams, grants, and tags and groups that change anybody's access
     * are closed: FAILED_PRECONDITION (CHANGE_POLICY_BY_REQUEST).
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetChangePolicyResponse setChangePolicy(com.grantor.v1.SetChangePolicyRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetChangePolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets how many administrators this organization may have, instead of the platform's default.
     * Existing administrators stay, also above the limit.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetAdministratorLimitResponse setAdministratorLimit(com.grantor.v1.SetAdministratorLimitRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetAdministratorLimitMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says whether mails and pages show the organization's `branding` as it is. While a changed one
     * waits for approval, they show the one that was approved before; one that is not approved shows
     * the operator's own look. INVALID_ARGUMENT where there is none to approve, and where one is
     * approved without the `etag` that came with it: nothing is approved that was not seen.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetBrandingApprovalResponse setBrandingApproval(com.grantor.v1.SetBrandingApprovalRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetBrandingApprovalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets how much of what grows this organization may have, instead of the platform's quotas. What
     * it has stays, also above a quota, and may become less.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetQuotasResponse setQuotas(com.grantor.v1.SetQuotasRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSetQuotasMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes a user a legal representative of the organization, as when the last one is gone. The
     * note is mailed to all its legal representatives.
     * A user who is no member yet becomes one; one who is gets the role and is reactivated, and
     * loses their grants and team memberships, which the answer lists. One who is an active legal
     * representative already is answered unchanged. It lifts that the organization has shut them out,
     * and the mails say so. FAILED_PRECONDITION: USER_INACTIVE unless the user is ACTIVE.
     * PERMISSION_DENIED: RAISES_SELF, as no operator appoints themselves.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.AppointLegalRepresentativeResponse appointLegalRepresentative(com.grantor.v1.AppointLegalRepresentativeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAppointLegalRepresentativeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service OrganizationService.
   * <pre>
   * Organizations. An organization owns products and has members; everything in it is changed by its
   * own people, by the rules of their roles.
   * </pre>
   */
  public static final class OrganizationServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<OrganizationServiceBlockingStub> {
    private OrganizationServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected OrganizationServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new OrganizationServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes an organization and names its first legal representative.
     * NOT_FOUND if that user does not exist; FAILED_PRECONDITION (USER_INACTIVE) unless they are
     * ACTIVE, or WHITE_LABEL_OFF; ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.CreateOrganizationResponse createOrganization(com.grantor.v1.CreateOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one organization. Acting users who hold `view` and neither `manage_organization` nor
     * `manage_users` are shown only `name`, `display_name`, `branding` and `branding_approved`.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetOrganizationResponse getOrganization(com.grantor.v1.GetOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists organizations. Service accounts see those for which they have the scope; an acting user
     * must name themselves as `member`.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read`.
     * </pre>
     */
    public com.grantor.v1.ListOrganizationsResponse listOrganizations(com.grantor.v1.ListOrganizationsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListOrganizationsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the organization's settings and branding.
     * FAILED_PRECONDITION: WHITE_LABEL_OFF where the platform offers none and the call chooses
     * PANEL_WHITE_LABEL or a branding; taking it away always works.
     * May be called by acting users who hold `manage_organization` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateOrganizationResponse updateOrganization(com.grantor.v1.UpdateOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateOrganizationMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers which role may do what: on products, and on the organization itself. It is the same
     * for every organization.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.grantor.v1.GetRoleMatrixResponse getRoleMatrix(com.grantor.v1.GetRoleMatrixRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetRoleMatrixMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says whether the organization's people change access themselves. With BY_REQUEST members,
     * roles, areas, invitations, teams, grants, and tags and groups that change anybody's access
     * are closed: FAILED_PRECONDITION (CHANGE_POLICY_BY_REQUEST).
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetChangePolicyResponse setChangePolicy(com.grantor.v1.SetChangePolicyRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetChangePolicyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets how many administrators this organization may have, instead of the platform's default.
     * Existing administrators stay, also above the limit.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetAdministratorLimitResponse setAdministratorLimit(com.grantor.v1.SetAdministratorLimitRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetAdministratorLimitMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Says whether mails and pages show the organization's `branding` as it is. While a changed one
     * waits for approval, they show the one that was approved before; one that is not approved shows
     * the operator's own look. INVALID_ARGUMENT where there is none to approve, and where one is
     * approved without the `etag` that came with it: nothing is approved that was not seen.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetBrandingApprovalResponse setBrandingApproval(com.grantor.v1.SetBrandingApprovalRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetBrandingApprovalMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Sets how much of what grows this organization may have, instead of the platform's quotas. What
     * it has stays, also above a quota, and may become less.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.SetQuotasResponse setQuotas(com.grantor.v1.SetQuotasRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSetQuotasMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes a user a legal representative of the organization, as when the last one is gone. The
     * note is mailed to all its legal representatives.
     * A user who is no member yet becomes one; one who is gets the role and is reactivated, and
     * loses their grants and team memberships, which the answer lists. One who is an active legal
     * representative already is answered unchanged. It lifts that the organization has shut them out,
     * and the mails say so. FAILED_PRECONDITION: USER_INACTIVE unless the user is ACTIVE.
     * PERMISSION_DENIED: RAISES_SELF, as no operator appoints themselves.
     * May be called by operators.
     * </pre>
     */
    public com.grantor.v1.AppointLegalRepresentativeResponse appointLegalRepresentative(com.grantor.v1.AppointLegalRepresentativeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAppointLegalRepresentativeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service OrganizationService.
   * <pre>
   * Organizations. An organization owns products and has members; everything in it is changed by its
   * own people, by the rules of their roles.
   * </pre>
   */
  public static final class OrganizationServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<OrganizationServiceFutureStub> {
    private OrganizationServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected OrganizationServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new OrganizationServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes an organization and names its first legal representative.
     * NOT_FOUND if that user does not exist; FAILED_PRECONDITION (USER_INACTIVE) unless they are
     * ACTIVE, or WHITE_LABEL_OFF; ALREADY_EXISTS: ID_TAKEN.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateOrganizationResponse> createOrganization(
        com.grantor.v1.CreateOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateOrganizationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one organization. Acting users who hold `view` and neither `manage_organization` nor
     * `manage_users` are shown only `name`, `display_name`, `branding` and `branding_approved`.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetOrganizationResponse> getOrganization(
        com.grantor.v1.GetOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetOrganizationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists organizations. Service accounts see those for which they have the scope; an acting user
     * must name themselves as `member`.
     * May be called by the acting user it is about; operators; and service accounts with scope
     * `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListOrganizationsResponse> listOrganizations(
        com.grantor.v1.ListOrganizationsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListOrganizationsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the organization's settings and branding.
     * FAILED_PRECONDITION: WHITE_LABEL_OFF where the platform offers none and the call chooses
     * PANEL_WHITE_LABEL or a branding; taking it away always works.
     * May be called by acting users who hold `manage_organization` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateOrganizationResponse> updateOrganization(
        com.grantor.v1.UpdateOrganizationRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateOrganizationMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers which role may do what: on products, and on the organization itself. It is the same
     * for every organization.
     * May be called by every authenticated caller.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetRoleMatrixResponse> getRoleMatrix(
        com.grantor.v1.GetRoleMatrixRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetRoleMatrixMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Says whether the organization's people change access themselves. With BY_REQUEST members,
     * roles, areas, invitations, teams, grants, and tags and groups that change anybody's access
     * are closed: FAILED_PRECONDITION (CHANGE_POLICY_BY_REQUEST).
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.SetChangePolicyResponse> setChangePolicy(
        com.grantor.v1.SetChangePolicyRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetChangePolicyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sets how many administrators this organization may have, instead of the platform's default.
     * Existing administrators stay, also above the limit.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.SetAdministratorLimitResponse> setAdministratorLimit(
        com.grantor.v1.SetAdministratorLimitRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetAdministratorLimitMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Says whether mails and pages show the organization's `branding` as it is. While a changed one
     * waits for approval, they show the one that was approved before; one that is not approved shows
     * the operator's own look. INVALID_ARGUMENT where there is none to approve, and where one is
     * approved without the `etag` that came with it: nothing is approved that was not seen.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.SetBrandingApprovalResponse> setBrandingApproval(
        com.grantor.v1.SetBrandingApprovalRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetBrandingApprovalMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Sets how much of what grows this organization may have, instead of the platform's quotas. What
     * it has stays, also above a quota, and may become less.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.SetQuotasResponse> setQuotas(
        com.grantor.v1.SetQuotasRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSetQuotasMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes a user a legal representative of the organization, as when the last one is gone. The
     * note is mailed to all its legal representatives.
     * A user who is no member yet becomes one; one who is gets the role and is reactivated, and
     * loses their grants and team memberships, which the answer lists. One who is an active legal
     * representative already is answered unchanged. It lifts that the organization has shut them out,
     * and the mails say so. FAILED_PRECONDITION: USER_INACTIVE unless the user is ACTIVE.
     * PERMISSION_DENIED: RAISES_SELF, as no operator appoints themselves.
     * May be called by operators.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AppointLegalRepresentativeResponse> appointLegalRepresentative(
        com.grantor.v1.AppointLegalRepresentativeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAppointLegalRepresentativeMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_ORGANIZATION = 0;
  private static final int METHODID_GET_ORGANIZATION = 1;
  private static final int METHODID_LIST_ORGANIZATIONS = 2;
  private static final int METHODID_UPDATE_ORGANIZATION = 3;
  private static final int METHODID_GET_ROLE_MATRIX = 4;
  private static final int METHODID_SET_CHANGE_POLICY = 5;
  private static final int METHODID_SET_ADMINISTRATOR_LIMIT = 6;
  private static final int METHODID_SET_BRANDING_APPROVAL = 7;
  private static final int METHODID_SET_QUOTAS = 8;
  private static final int METHODID_APPOINT_LEGAL_REPRESENTATIVE = 9;

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
        case METHODID_CREATE_ORGANIZATION:
          serviceImpl.createOrganization((com.grantor.v1.CreateOrganizationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateOrganizationResponse>) responseObserver);
          break;
        case METHODID_GET_ORGANIZATION:
          serviceImpl.getOrganization((com.grantor.v1.GetOrganizationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetOrganizationResponse>) responseObserver);
          break;
        case METHODID_LIST_ORGANIZATIONS:
          serviceImpl.listOrganizations((com.grantor.v1.ListOrganizationsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListOrganizationsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_ORGANIZATION:
          serviceImpl.updateOrganization((com.grantor.v1.UpdateOrganizationRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateOrganizationResponse>) responseObserver);
          break;
        case METHODID_GET_ROLE_MATRIX:
          serviceImpl.getRoleMatrix((com.grantor.v1.GetRoleMatrixRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetRoleMatrixResponse>) responseObserver);
          break;
        case METHODID_SET_CHANGE_POLICY:
          serviceImpl.setChangePolicy((com.grantor.v1.SetChangePolicyRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.SetChangePolicyResponse>) responseObserver);
          break;
        case METHODID_SET_ADMINISTRATOR_LIMIT:
          serviceImpl.setAdministratorLimit((com.grantor.v1.SetAdministratorLimitRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.SetAdministratorLimitResponse>) responseObserver);
          break;
        case METHODID_SET_BRANDING_APPROVAL:
          serviceImpl.setBrandingApproval((com.grantor.v1.SetBrandingApprovalRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.SetBrandingApprovalResponse>) responseObserver);
          break;
        case METHODID_SET_QUOTAS:
          serviceImpl.setQuotas((com.grantor.v1.SetQuotasRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.SetQuotasResponse>) responseObserver);
          break;
        case METHODID_APPOINT_LEGAL_REPRESENTATIVE:
          serviceImpl.appointLegalRepresentative((com.grantor.v1.AppointLegalRepresentativeRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AppointLegalRepresentativeResponse>) responseObserver);
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
          getCreateOrganizationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateOrganizationRequest,
              com.grantor.v1.CreateOrganizationResponse>(
                service, METHODID_CREATE_ORGANIZATION)))
        .addMethod(
          getGetOrganizationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetOrganizationRequest,
              com.grantor.v1.GetOrganizationResponse>(
                service, METHODID_GET_ORGANIZATION)))
        .addMethod(
          getListOrganizationsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListOrganizationsRequest,
              com.grantor.v1.ListOrganizationsResponse>(
                service, METHODID_LIST_ORGANIZATIONS)))
        .addMethod(
          getUpdateOrganizationMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateOrganizationRequest,
              com.grantor.v1.UpdateOrganizationResponse>(
                service, METHODID_UPDATE_ORGANIZATION)))
        .addMethod(
          getGetRoleMatrixMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetRoleMatrixRequest,
              com.grantor.v1.GetRoleMatrixResponse>(
                service, METHODID_GET_ROLE_MATRIX)))
        .addMethod(
          getSetChangePolicyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.SetChangePolicyRequest,
              com.grantor.v1.SetChangePolicyResponse>(
                service, METHODID_SET_CHANGE_POLICY)))
        .addMethod(
          getSetAdministratorLimitMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.SetAdministratorLimitRequest,
              com.grantor.v1.SetAdministratorLimitResponse>(
                service, METHODID_SET_ADMINISTRATOR_LIMIT)))
        .addMethod(
          getSetBrandingApprovalMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.SetBrandingApprovalRequest,
              com.grantor.v1.SetBrandingApprovalResponse>(
                service, METHODID_SET_BRANDING_APPROVAL)))
        .addMethod(
          getSetQuotasMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.SetQuotasRequest,
              com.grantor.v1.SetQuotasResponse>(
                service, METHODID_SET_QUOTAS)))
        .addMethod(
          getAppointLegalRepresentativeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AppointLegalRepresentativeRequest,
              com.grantor.v1.AppointLegalRepresentativeResponse>(
                service, METHODID_APPOINT_LEGAL_REPRESENTATIVE)))
        .build();
  }

  private static abstract class OrganizationServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    OrganizationServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.OrganizationProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("OrganizationService");
    }
  }

  private static final class OrganizationServiceFileDescriptorSupplier
      extends OrganizationServiceBaseDescriptorSupplier {
    OrganizationServiceFileDescriptorSupplier() {}
  }

  private static final class OrganizationServiceMethodDescriptorSupplier
      extends OrganizationServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    OrganizationServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (OrganizationServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new OrganizationServiceFileDescriptorSupplier())
              .addMethod(getCreateOrganizationMethod())
              .addMethod(getGetOrganizationMethod())
              .addMethod(getListOrganizationsMethod())
              .addMethod(getUpdateOrganizationMethod())
              .addMethod(getGetRoleMatrixMethod())
              .addMethod(getSetChangePolicyMethod())
              .addMethod(getSetAdministratorLimitMethod())
              .addMethod(getSetBrandingApprovalMethod())
              .addMethod(getSetQuotasMethod())
              .addMethod(getAppointLegalRepresentativeMethod())
              .build();
        }
      }
    }
    return result;
  }
}
