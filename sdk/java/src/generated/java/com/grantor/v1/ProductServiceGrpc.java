package com.grantor.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
 * tags or groups a product gives the rights that come by it, and must hold them without that tag or
 * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
 * products in it.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ProductServiceGrpc {

  private ProductServiceGrpc() {}

  public static final java.lang.String SERVICE_NAME = "grantor.v1.ProductService";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateProductRequest,
      com.grantor.v1.CreateProductResponse> getCreateProductMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateProduct",
      requestType = com.grantor.v1.CreateProductRequest.class,
      responseType = com.grantor.v1.CreateProductResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateProductRequest,
      com.grantor.v1.CreateProductResponse> getCreateProductMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateProductRequest, com.grantor.v1.CreateProductResponse> getCreateProductMethod;
    if ((getCreateProductMethod = ProductServiceGrpc.getCreateProductMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getCreateProductMethod = ProductServiceGrpc.getCreateProductMethod) == null) {
          ProductServiceGrpc.getCreateProductMethod = getCreateProductMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateProductRequest, com.grantor.v1.CreateProductResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateProduct"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateProductRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateProductResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("CreateProduct"))
              .build();
        }
      }
    }
    return getCreateProductMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateProductsRequest,
      com.grantor.v1.BatchCreateProductsResponse> getBatchCreateProductsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "BatchCreateProducts",
      requestType = com.grantor.v1.BatchCreateProductsRequest.class,
      responseType = com.grantor.v1.BatchCreateProductsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateProductsRequest,
      com.grantor.v1.BatchCreateProductsResponse> getBatchCreateProductsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.BatchCreateProductsRequest, com.grantor.v1.BatchCreateProductsResponse> getBatchCreateProductsMethod;
    if ((getBatchCreateProductsMethod = ProductServiceGrpc.getBatchCreateProductsMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getBatchCreateProductsMethod = ProductServiceGrpc.getBatchCreateProductsMethod) == null) {
          ProductServiceGrpc.getBatchCreateProductsMethod = getBatchCreateProductsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.BatchCreateProductsRequest, com.grantor.v1.BatchCreateProductsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "BatchCreateProducts"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCreateProductsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.BatchCreateProductsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("BatchCreateProducts"))
              .build();
        }
      }
    }
    return getBatchCreateProductsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetProductRequest,
      com.grantor.v1.GetProductResponse> getGetProductMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetProduct",
      requestType = com.grantor.v1.GetProductRequest.class,
      responseType = com.grantor.v1.GetProductResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetProductRequest,
      com.grantor.v1.GetProductResponse> getGetProductMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetProductRequest, com.grantor.v1.GetProductResponse> getGetProductMethod;
    if ((getGetProductMethod = ProductServiceGrpc.getGetProductMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getGetProductMethod = ProductServiceGrpc.getGetProductMethod) == null) {
          ProductServiceGrpc.getGetProductMethod = getGetProductMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetProductRequest, com.grantor.v1.GetProductResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetProduct"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetProductRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetProductResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("GetProduct"))
              .build();
        }
      }
    }
    return getGetProductMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListProductsRequest,
      com.grantor.v1.ListProductsResponse> getListProductsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListProducts",
      requestType = com.grantor.v1.ListProductsRequest.class,
      responseType = com.grantor.v1.ListProductsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListProductsRequest,
      com.grantor.v1.ListProductsResponse> getListProductsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListProductsRequest, com.grantor.v1.ListProductsResponse> getListProductsMethod;
    if ((getListProductsMethod = ProductServiceGrpc.getListProductsMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getListProductsMethod = ProductServiceGrpc.getListProductsMethod) == null) {
          ProductServiceGrpc.getListProductsMethod = getListProductsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListProductsRequest, com.grantor.v1.ListProductsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListProducts"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListProductsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListProductsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("ListProducts"))
              .build();
        }
      }
    }
    return getListProductsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateProductRequest,
      com.grantor.v1.UpdateProductResponse> getUpdateProductMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateProduct",
      requestType = com.grantor.v1.UpdateProductRequest.class,
      responseType = com.grantor.v1.UpdateProductResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateProductRequest,
      com.grantor.v1.UpdateProductResponse> getUpdateProductMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateProductRequest, com.grantor.v1.UpdateProductResponse> getUpdateProductMethod;
    if ((getUpdateProductMethod = ProductServiceGrpc.getUpdateProductMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getUpdateProductMethod = ProductServiceGrpc.getUpdateProductMethod) == null) {
          ProductServiceGrpc.getUpdateProductMethod = getUpdateProductMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateProductRequest, com.grantor.v1.UpdateProductResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateProduct"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateProductRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateProductResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("UpdateProduct"))
              .build();
        }
      }
    }
    return getUpdateProductMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeleteProductRequest,
      com.grantor.v1.DeleteProductResponse> getDeleteProductMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteProduct",
      requestType = com.grantor.v1.DeleteProductRequest.class,
      responseType = com.grantor.v1.DeleteProductResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeleteProductRequest,
      com.grantor.v1.DeleteProductResponse> getDeleteProductMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeleteProductRequest, com.grantor.v1.DeleteProductResponse> getDeleteProductMethod;
    if ((getDeleteProductMethod = ProductServiceGrpc.getDeleteProductMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getDeleteProductMethod = ProductServiceGrpc.getDeleteProductMethod) == null) {
          ProductServiceGrpc.getDeleteProductMethod = getDeleteProductMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeleteProductRequest, com.grantor.v1.DeleteProductResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteProduct"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteProductRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteProductResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("DeleteProduct"))
              .build();
        }
      }
    }
    return getDeleteProductMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AddProductTagsRequest,
      com.grantor.v1.AddProductTagsResponse> getAddProductTagsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddProductTags",
      requestType = com.grantor.v1.AddProductTagsRequest.class,
      responseType = com.grantor.v1.AddProductTagsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AddProductTagsRequest,
      com.grantor.v1.AddProductTagsResponse> getAddProductTagsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AddProductTagsRequest, com.grantor.v1.AddProductTagsResponse> getAddProductTagsMethod;
    if ((getAddProductTagsMethod = ProductServiceGrpc.getAddProductTagsMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getAddProductTagsMethod = ProductServiceGrpc.getAddProductTagsMethod) == null) {
          ProductServiceGrpc.getAddProductTagsMethod = getAddProductTagsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AddProductTagsRequest, com.grantor.v1.AddProductTagsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddProductTags"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddProductTagsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddProductTagsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("AddProductTags"))
              .build();
        }
      }
    }
    return getAddProductTagsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RemoveProductTagsRequest,
      com.grantor.v1.RemoveProductTagsResponse> getRemoveProductTagsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveProductTags",
      requestType = com.grantor.v1.RemoveProductTagsRequest.class,
      responseType = com.grantor.v1.RemoveProductTagsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RemoveProductTagsRequest,
      com.grantor.v1.RemoveProductTagsResponse> getRemoveProductTagsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RemoveProductTagsRequest, com.grantor.v1.RemoveProductTagsResponse> getRemoveProductTagsMethod;
    if ((getRemoveProductTagsMethod = ProductServiceGrpc.getRemoveProductTagsMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getRemoveProductTagsMethod = ProductServiceGrpc.getRemoveProductTagsMethod) == null) {
          ProductServiceGrpc.getRemoveProductTagsMethod = getRemoveProductTagsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RemoveProductTagsRequest, com.grantor.v1.RemoveProductTagsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveProductTags"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveProductTagsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveProductTagsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("RemoveProductTags"))
              .build();
        }
      }
    }
    return getRemoveProductTagsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.CreateProductGroupRequest,
      com.grantor.v1.CreateProductGroupResponse> getCreateProductGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CreateProductGroup",
      requestType = com.grantor.v1.CreateProductGroupRequest.class,
      responseType = com.grantor.v1.CreateProductGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.CreateProductGroupRequest,
      com.grantor.v1.CreateProductGroupResponse> getCreateProductGroupMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.CreateProductGroupRequest, com.grantor.v1.CreateProductGroupResponse> getCreateProductGroupMethod;
    if ((getCreateProductGroupMethod = ProductServiceGrpc.getCreateProductGroupMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getCreateProductGroupMethod = ProductServiceGrpc.getCreateProductGroupMethod) == null) {
          ProductServiceGrpc.getCreateProductGroupMethod = getCreateProductGroupMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.CreateProductGroupRequest, com.grantor.v1.CreateProductGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CreateProductGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateProductGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.CreateProductGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("CreateProductGroup"))
              .build();
        }
      }
    }
    return getCreateProductGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.GetProductGroupRequest,
      com.grantor.v1.GetProductGroupResponse> getGetProductGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetProductGroup",
      requestType = com.grantor.v1.GetProductGroupRequest.class,
      responseType = com.grantor.v1.GetProductGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.GetProductGroupRequest,
      com.grantor.v1.GetProductGroupResponse> getGetProductGroupMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.GetProductGroupRequest, com.grantor.v1.GetProductGroupResponse> getGetProductGroupMethod;
    if ((getGetProductGroupMethod = ProductServiceGrpc.getGetProductGroupMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getGetProductGroupMethod = ProductServiceGrpc.getGetProductGroupMethod) == null) {
          ProductServiceGrpc.getGetProductGroupMethod = getGetProductGroupMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.GetProductGroupRequest, com.grantor.v1.GetProductGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetProductGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetProductGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.GetProductGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("GetProductGroup"))
              .build();
        }
      }
    }
    return getGetProductGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.ListProductGroupsRequest,
      com.grantor.v1.ListProductGroupsResponse> getListProductGroupsMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListProductGroups",
      requestType = com.grantor.v1.ListProductGroupsRequest.class,
      responseType = com.grantor.v1.ListProductGroupsResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.ListProductGroupsRequest,
      com.grantor.v1.ListProductGroupsResponse> getListProductGroupsMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.ListProductGroupsRequest, com.grantor.v1.ListProductGroupsResponse> getListProductGroupsMethod;
    if ((getListProductGroupsMethod = ProductServiceGrpc.getListProductGroupsMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getListProductGroupsMethod = ProductServiceGrpc.getListProductGroupsMethod) == null) {
          ProductServiceGrpc.getListProductGroupsMethod = getListProductGroupsMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.ListProductGroupsRequest, com.grantor.v1.ListProductGroupsResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListProductGroups"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListProductGroupsRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.ListProductGroupsResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("ListProductGroups"))
              .build();
        }
      }
    }
    return getListProductGroupsMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.UpdateProductGroupRequest,
      com.grantor.v1.UpdateProductGroupResponse> getUpdateProductGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "UpdateProductGroup",
      requestType = com.grantor.v1.UpdateProductGroupRequest.class,
      responseType = com.grantor.v1.UpdateProductGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.UpdateProductGroupRequest,
      com.grantor.v1.UpdateProductGroupResponse> getUpdateProductGroupMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.UpdateProductGroupRequest, com.grantor.v1.UpdateProductGroupResponse> getUpdateProductGroupMethod;
    if ((getUpdateProductGroupMethod = ProductServiceGrpc.getUpdateProductGroupMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getUpdateProductGroupMethod = ProductServiceGrpc.getUpdateProductGroupMethod) == null) {
          ProductServiceGrpc.getUpdateProductGroupMethod = getUpdateProductGroupMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.UpdateProductGroupRequest, com.grantor.v1.UpdateProductGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "UpdateProductGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateProductGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.UpdateProductGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("UpdateProductGroup"))
              .build();
        }
      }
    }
    return getUpdateProductGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.DeleteProductGroupRequest,
      com.grantor.v1.DeleteProductGroupResponse> getDeleteProductGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "DeleteProductGroup",
      requestType = com.grantor.v1.DeleteProductGroupRequest.class,
      responseType = com.grantor.v1.DeleteProductGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.DeleteProductGroupRequest,
      com.grantor.v1.DeleteProductGroupResponse> getDeleteProductGroupMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.DeleteProductGroupRequest, com.grantor.v1.DeleteProductGroupResponse> getDeleteProductGroupMethod;
    if ((getDeleteProductGroupMethod = ProductServiceGrpc.getDeleteProductGroupMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getDeleteProductGroupMethod = ProductServiceGrpc.getDeleteProductGroupMethod) == null) {
          ProductServiceGrpc.getDeleteProductGroupMethod = getDeleteProductGroupMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.DeleteProductGroupRequest, com.grantor.v1.DeleteProductGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "DeleteProductGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteProductGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.DeleteProductGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("DeleteProductGroup"))
              .build();
        }
      }
    }
    return getDeleteProductGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.AddProductsToGroupRequest,
      com.grantor.v1.AddProductsToGroupResponse> getAddProductsToGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "AddProductsToGroup",
      requestType = com.grantor.v1.AddProductsToGroupRequest.class,
      responseType = com.grantor.v1.AddProductsToGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.AddProductsToGroupRequest,
      com.grantor.v1.AddProductsToGroupResponse> getAddProductsToGroupMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.AddProductsToGroupRequest, com.grantor.v1.AddProductsToGroupResponse> getAddProductsToGroupMethod;
    if ((getAddProductsToGroupMethod = ProductServiceGrpc.getAddProductsToGroupMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getAddProductsToGroupMethod = ProductServiceGrpc.getAddProductsToGroupMethod) == null) {
          ProductServiceGrpc.getAddProductsToGroupMethod = getAddProductsToGroupMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.AddProductsToGroupRequest, com.grantor.v1.AddProductsToGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "AddProductsToGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddProductsToGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.AddProductsToGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("AddProductsToGroup"))
              .build();
        }
      }
    }
    return getAddProductsToGroupMethod;
  }

  private static volatile io.grpc.MethodDescriptor<com.grantor.v1.RemoveProductsFromGroupRequest,
      com.grantor.v1.RemoveProductsFromGroupResponse> getRemoveProductsFromGroupMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveProductsFromGroup",
      requestType = com.grantor.v1.RemoveProductsFromGroupRequest.class,
      responseType = com.grantor.v1.RemoveProductsFromGroupResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<com.grantor.v1.RemoveProductsFromGroupRequest,
      com.grantor.v1.RemoveProductsFromGroupResponse> getRemoveProductsFromGroupMethod() {
    io.grpc.MethodDescriptor<com.grantor.v1.RemoveProductsFromGroupRequest, com.grantor.v1.RemoveProductsFromGroupResponse> getRemoveProductsFromGroupMethod;
    if ((getRemoveProductsFromGroupMethod = ProductServiceGrpc.getRemoveProductsFromGroupMethod) == null) {
      synchronized (ProductServiceGrpc.class) {
        if ((getRemoveProductsFromGroupMethod = ProductServiceGrpc.getRemoveProductsFromGroupMethod) == null) {
          ProductServiceGrpc.getRemoveProductsFromGroupMethod = getRemoveProductsFromGroupMethod =
              io.grpc.MethodDescriptor.<com.grantor.v1.RemoveProductsFromGroupRequest, com.grantor.v1.RemoveProductsFromGroupResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveProductsFromGroup"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveProductsFromGroupRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  com.grantor.v1.RemoveProductsFromGroupResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProductServiceMethodDescriptorSupplier("RemoveProductsFromGroup"))
              .build();
        }
      }
    }
    return getRemoveProductsFromGroupMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ProductServiceStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProductServiceStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProductServiceStub>() {
        @java.lang.Override
        public ProductServiceStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProductServiceStub(channel, callOptions);
        }
      };
    return ProductServiceStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ProductServiceBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProductServiceBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProductServiceBlockingV2Stub>() {
        @java.lang.Override
        public ProductServiceBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProductServiceBlockingV2Stub(channel, callOptions);
        }
      };
    return ProductServiceBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ProductServiceBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProductServiceBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProductServiceBlockingStub>() {
        @java.lang.Override
        public ProductServiceBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProductServiceBlockingStub(channel, callOptions);
        }
      };
    return ProductServiceBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ProductServiceFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProductServiceFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProductServiceFutureStub>() {
        @java.lang.Override
        public ProductServiceFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProductServiceFutureStub(channel, callOptions);
        }
      };
    return ProductServiceFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
   * tags or groups a product gives the rights that come by it, and must hold them without that tag or
   * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
   * products in it.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Makes a product, with the tags and in the groups that it names. It is covered at once by scopes
     * that reach it, such as `all`, its type, its tags, or future products of its type.
     * Tags and groups through which anybody has access are asked of the acting user as AddProductTags
     * and AddProductsToGroup ask: they must hold all that comes so, by a role or grant of their own in
     * the organization. An account that acts for nobody makes the product as it is.
     * ALREADY_EXISTS: ID_TAKEN. NOT_FOUND: a group that is not there. FAILED_PRECONDITION:
     * PRODUCT_TYPE_RETIRED; CHANGE_POLICY_BY_REQUEST if a tag or group changes anybody's access.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * SIZE_LIMIT, QUOTA_EXCEEDED.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    default void createProduct(com.grantor.v1.CreateProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateProductResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateProductMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes up to 1000 products in one change: all of them or none. Errors as of CreateProduct; the
     * field path names the item, as do the message and the metadata `item`, which counts from 0.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    default void batchCreateProducts(com.grantor.v1.BatchCreateProductsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateProductsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchCreateProductsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one product. Acting users who hold `manage_products` may read every product
     * (administrators: those in their technical scope), all others those on which they have any
     * right; any other is NOT_FOUND.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    default void getProduct(com.grantor.v1.GetProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetProductResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetProductMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists products. Acting users who hold `manage_products` see every product (administrators:
     * those in their technical scope), all others those on which they have any right.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    default void listProducts(com.grantor.v1.ListProductsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListProductsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListProductsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the name that a product is shown by.
     * May be called by acting users who hold `manage_products` on the organization; and service
     * accounts with scope `products.write`.
     * </pre>
     */
    default void updateProduct(com.grantor.v1.UpdateProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateProductResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateProductMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a product for good. The grants that name only it go with it, in the same change;
     * others lose it from their list.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    default void deleteProduct(com.grantor.v1.DeleteProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteProductResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteProductMethod(), responseObserver);
    }

    /**
     * <pre>
     * Puts tags on a product. Those it has already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void addProductTags(com.grantor.v1.AddProductTagsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddProductTagsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddProductTagsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes tags off a product. Those it does not have are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void removeProductTags(com.grantor.v1.RemoveProductTagsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveProductTagsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveProductTagsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes a product group without products. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void createProductGroup(com.grantor.v1.CreateProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateProductGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCreateProductGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers one product group.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void getProductGroup(com.grantor.v1.GetProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetProductGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetProductGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Lists the product groups of an organization.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    default void listProductGroups(com.grantor.v1.ListProductGroupsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListProductGroupsResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListProductGroupsMethod(), responseObserver);
    }

    /**
     * <pre>
     * Changes the name that a product group is shown by.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void updateProductGroup(com.grantor.v1.UpdateProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateProductGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUpdateProductGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Deletes a product group. The grants on it go with it, in the same change; its products stay.
     * An administrator whose technical scope it was is left with none, not with all.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void deleteProductGroup(com.grantor.v1.DeleteProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteProductGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteProductGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Puts products into a group. Those in it already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void addProductsToGroup(com.grantor.v1.AddProductsToGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddProductsToGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddProductsToGroupMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes products out of a group. Those not in it are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    default void removeProductsFromGroup(com.grantor.v1.RemoveProductsFromGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveProductsFromGroupResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveProductsFromGroupMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service ProductService.
   * <pre>
   * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
   * tags or groups a product gives the rights that come by it, and must hold them without that tag or
   * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
   * products in it.
   * </pre>
   */
  public static abstract class ProductServiceImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ProductServiceGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service ProductService.
   * <pre>
   * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
   * tags or groups a product gives the rights that come by it, and must hold them without that tag or
   * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
   * products in it.
   * </pre>
   */
  public static final class ProductServiceStub
      extends io.grpc.stub.AbstractAsyncStub<ProductServiceStub> {
    private ProductServiceStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProductServiceStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProductServiceStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a product, with the tags and in the groups that it names. It is covered at once by scopes
     * that reach it, such as `all`, its type, its tags, or future products of its type.
     * Tags and groups through which anybody has access are asked of the acting user as AddProductTags
     * and AddProductsToGroup ask: they must hold all that comes so, by a role or grant of their own in
     * the organization. An account that acts for nobody makes the product as it is.
     * ALREADY_EXISTS: ID_TAKEN. NOT_FOUND: a group that is not there. FAILED_PRECONDITION:
     * PRODUCT_TYPE_RETIRED; CHANGE_POLICY_BY_REQUEST if a tag or group changes anybody's access.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * SIZE_LIMIT, QUOTA_EXCEEDED.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public void createProduct(com.grantor.v1.CreateProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateProductResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateProductMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes up to 1000 products in one change: all of them or none. Errors as of CreateProduct; the
     * field path names the item, as do the message and the metadata `item`, which counts from 0.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public void batchCreateProducts(com.grantor.v1.BatchCreateProductsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateProductsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchCreateProductsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one product. Acting users who hold `manage_products` may read every product
     * (administrators: those in their technical scope), all others those on which they have any
     * right; any other is NOT_FOUND.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public void getProduct(com.grantor.v1.GetProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetProductResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetProductMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists products. Acting users who hold `manage_products` see every product (administrators:
     * those in their technical scope), all others those on which they have any right.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public void listProducts(com.grantor.v1.ListProductsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListProductsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListProductsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the name that a product is shown by.
     * May be called by acting users who hold `manage_products` on the organization; and service
     * accounts with scope `products.write`.
     * </pre>
     */
    public void updateProduct(com.grantor.v1.UpdateProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateProductResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateProductMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a product for good. The grants that name only it go with it, in the same change;
     * others lose it from their list.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public void deleteProduct(com.grantor.v1.DeleteProductRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteProductResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteProductMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Puts tags on a product. Those it has already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void addProductTags(com.grantor.v1.AddProductTagsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddProductTagsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddProductTagsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes tags off a product. Those it does not have are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void removeProductTags(com.grantor.v1.RemoveProductTagsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveProductTagsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveProductTagsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes a product group without products. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void createProductGroup(com.grantor.v1.CreateProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.CreateProductGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCreateProductGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers one product group.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void getProductGroup(com.grantor.v1.GetProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.GetProductGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetProductGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Lists the product groups of an organization.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public void listProductGroups(com.grantor.v1.ListProductGroupsRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.ListProductGroupsResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListProductGroupsMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Changes the name that a product group is shown by.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void updateProductGroup(com.grantor.v1.UpdateProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.UpdateProductGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUpdateProductGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Deletes a product group. The grants on it go with it, in the same change; its products stay.
     * An administrator whose technical scope it was is left with none, not with all.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void deleteProductGroup(com.grantor.v1.DeleteProductGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.DeleteProductGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteProductGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Puts products into a group. Those in it already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void addProductsToGroup(com.grantor.v1.AddProductsToGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.AddProductsToGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddProductsToGroupMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes products out of a group. Those not in it are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public void removeProductsFromGroup(com.grantor.v1.RemoveProductsFromGroupRequest request,
        io.grpc.stub.StreamObserver<com.grantor.v1.RemoveProductsFromGroupResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveProductsFromGroupMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service ProductService.
   * <pre>
   * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
   * tags or groups a product gives the rights that come by it, and must hold them without that tag or
   * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
   * products in it.
   * </pre>
   */
  public static final class ProductServiceBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ProductServiceBlockingV2Stub> {
    private ProductServiceBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProductServiceBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProductServiceBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a product, with the tags and in the groups that it names. It is covered at once by scopes
     * that reach it, such as `all`, its type, its tags, or future products of its type.
     * Tags and groups through which anybody has access are asked of the acting user as AddProductTags
     * and AddProductsToGroup ask: they must hold all that comes so, by a role or grant of their own in
     * the organization. An account that acts for nobody makes the product as it is.
     * ALREADY_EXISTS: ID_TAKEN. NOT_FOUND: a group that is not there. FAILED_PRECONDITION:
     * PRODUCT_TYPE_RETIRED; CHANGE_POLICY_BY_REQUEST if a tag or group changes anybody's access.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * SIZE_LIMIT, QUOTA_EXCEEDED.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.CreateProductResponse createProduct(com.grantor.v1.CreateProductRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes up to 1000 products in one change: all of them or none. Errors as of CreateProduct; the
     * field path names the item, as do the message and the metadata `item`, which counts from 0.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.BatchCreateProductsResponse batchCreateProducts(com.grantor.v1.BatchCreateProductsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchCreateProductsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one product. Acting users who hold `manage_products` may read every product
     * (administrators: those in their technical scope), all others those on which they have any
     * right; any other is NOT_FOUND.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public com.grantor.v1.GetProductResponse getProduct(com.grantor.v1.GetProductRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists products. Acting users who hold `manage_products` see every product (administrators:
     * those in their technical scope), all others those on which they have any right.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public com.grantor.v1.ListProductsResponse listProducts(com.grantor.v1.ListProductsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListProductsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name that a product is shown by.
     * May be called by acting users who hold `manage_products` on the organization; and service
     * accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.UpdateProductResponse updateProduct(com.grantor.v1.UpdateProductRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a product for good. The grants that name only it go with it, in the same change;
     * others lose it from their list.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.DeleteProductResponse deleteProduct(com.grantor.v1.DeleteProductRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Puts tags on a product. Those it has already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.AddProductTagsResponse addProductTags(com.grantor.v1.AddProductTagsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddProductTagsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes tags off a product. Those it does not have are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveProductTagsResponse removeProductTags(com.grantor.v1.RemoveProductTagsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveProductTagsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes a product group without products. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateProductGroupResponse createProductGroup(com.grantor.v1.CreateProductGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCreateProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one product group.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetProductGroupResponse getProductGroup(com.grantor.v1.GetProductGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the product groups of an organization.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListProductGroupsResponse listProductGroups(com.grantor.v1.ListProductGroupsRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListProductGroupsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name that a product group is shown by.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateProductGroupResponse updateProductGroup(com.grantor.v1.UpdateProductGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUpdateProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a product group. The grants on it go with it, in the same change; its products stay.
     * An administrator whose technical scope it was is left with none, not with all.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeleteProductGroupResponse deleteProductGroup(com.grantor.v1.DeleteProductGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Puts products into a group. Those in it already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.AddProductsToGroupResponse addProductsToGroup(com.grantor.v1.AddProductsToGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddProductsToGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes products out of a group. Those not in it are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveProductsFromGroupResponse removeProductsFromGroup(com.grantor.v1.RemoveProductsFromGroupRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveProductsFromGroupMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service ProductService.
   * <pre>
   * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
   * tags or groups a product gives the rights that come by it, and must hold them without that tag or
   * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
   * products in it.
   * </pre>
   */
  public static final class ProductServiceBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ProductServiceBlockingStub> {
    private ProductServiceBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProductServiceBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProductServiceBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a product, with the tags and in the groups that it names. It is covered at once by scopes
     * that reach it, such as `all`, its type, its tags, or future products of its type.
     * Tags and groups through which anybody has access are asked of the acting user as AddProductTags
     * and AddProductsToGroup ask: they must hold all that comes so, by a role or grant of their own in
     * the organization. An account that acts for nobody makes the product as it is.
     * ALREADY_EXISTS: ID_TAKEN. NOT_FOUND: a group that is not there. FAILED_PRECONDITION:
     * PRODUCT_TYPE_RETIRED; CHANGE_POLICY_BY_REQUEST if a tag or group changes anybody's access.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * SIZE_LIMIT, QUOTA_EXCEEDED.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.CreateProductResponse createProduct(com.grantor.v1.CreateProductRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes up to 1000 products in one change: all of them or none. Errors as of CreateProduct; the
     * field path names the item, as do the message and the metadata `item`, which counts from 0.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.BatchCreateProductsResponse batchCreateProducts(com.grantor.v1.BatchCreateProductsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchCreateProductsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one product. Acting users who hold `manage_products` may read every product
     * (administrators: those in their technical scope), all others those on which they have any
     * right; any other is NOT_FOUND.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public com.grantor.v1.GetProductResponse getProduct(com.grantor.v1.GetProductRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists products. Acting users who hold `manage_products` see every product (administrators:
     * those in their technical scope), all others those on which they have any right.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public com.grantor.v1.ListProductsResponse listProducts(com.grantor.v1.ListProductsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListProductsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name that a product is shown by.
     * May be called by acting users who hold `manage_products` on the organization; and service
     * accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.UpdateProductResponse updateProduct(com.grantor.v1.UpdateProductRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a product for good. The grants that name only it go with it, in the same change;
     * others lose it from their list.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.grantor.v1.DeleteProductResponse deleteProduct(com.grantor.v1.DeleteProductRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteProductMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Puts tags on a product. Those it has already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.AddProductTagsResponse addProductTags(com.grantor.v1.AddProductTagsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddProductTagsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes tags off a product. Those it does not have are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveProductTagsResponse removeProductTags(com.grantor.v1.RemoveProductTagsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveProductTagsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes a product group without products. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.CreateProductGroupResponse createProductGroup(com.grantor.v1.CreateProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCreateProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers one product group.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.GetProductGroupResponse getProductGroup(com.grantor.v1.GetProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Lists the product groups of an organization.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.grantor.v1.ListProductGroupsResponse listProductGroups(com.grantor.v1.ListProductGroupsRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListProductGroupsMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Changes the name that a product group is shown by.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.UpdateProductGroupResponse updateProductGroup(com.grantor.v1.UpdateProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUpdateProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Deletes a product group. The grants on it go with it, in the same change; its products stay.
     * An administrator whose technical scope it was is left with none, not with all.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.DeleteProductGroupResponse deleteProductGroup(com.grantor.v1.DeleteProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteProductGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Puts products into a group. Those in it already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.AddProductsToGroupResponse addProductsToGroup(com.grantor.v1.AddProductsToGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddProductsToGroupMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes products out of a group. Those not in it are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.grantor.v1.RemoveProductsFromGroupResponse removeProductsFromGroup(com.grantor.v1.RemoveProductsFromGroupRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveProductsFromGroupMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service ProductService.
   * <pre>
   * Products, their tags, and groups of products. Grants can cover products by tag or group: whoever
   * tags or groups a product gives the rights that come by it, and must hold them without that tag or
   * group (GIVES_MORE_THAN_HELD). An administrator with a narrowed technical scope changes only
   * products in it.
   * </pre>
   */
  public static final class ProductServiceFutureStub
      extends io.grpc.stub.AbstractFutureStub<ProductServiceFutureStub> {
    private ProductServiceFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProductServiceFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProductServiceFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes a product, with the tags and in the groups that it names. It is covered at once by scopes
     * that reach it, such as `all`, its type, its tags, or future products of its type.
     * Tags and groups through which anybody has access are asked of the acting user as AddProductTags
     * and AddProductsToGroup ask: they must hold all that comes so, by a role or grant of their own in
     * the organization. An account that acts for nobody makes the product as it is.
     * ALREADY_EXISTS: ID_TAKEN. NOT_FOUND: a group that is not there. FAILED_PRECONDITION:
     * PRODUCT_TYPE_RETIRED; CHANGE_POLICY_BY_REQUEST if a tag or group changes anybody's access.
     * PERMISSION_DENIED: GIVES_MORE_THAN_HELD, LEGAL_REPRESENTATIVE_REQUIRED. RESOURCE_EXHAUSTED:
     * SIZE_LIMIT, QUOTA_EXCEEDED.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateProductResponse> createProduct(
        com.grantor.v1.CreateProductRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateProductMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes up to 1000 products in one change: all of them or none. Errors as of CreateProduct; the
     * field path names the item, as do the message and the metadata `item`, which counts from 0.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.BatchCreateProductsResponse> batchCreateProducts(
        com.grantor.v1.BatchCreateProductsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchCreateProductsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one product. Acting users who hold `manage_products` may read every product
     * (administrators: those in their technical scope), all others those on which they have any
     * right; any other is NOT_FOUND.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetProductResponse> getProduct(
        com.grantor.v1.GetProductRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetProductMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists products. Acting users who hold `manage_products` see every product (administrators:
     * those in their technical scope), all others those on which they have any right.
     * May be called by acting users who hold `view` on the organization; operators; and service
     * accounts with scope `read` or `products.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListProductsResponse> listProducts(
        com.grantor.v1.ListProductsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListProductsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the name that a product is shown by.
     * May be called by acting users who hold `manage_products` on the organization; and service
     * accounts with scope `products.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateProductResponse> updateProduct(
        com.grantor.v1.UpdateProductRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateProductMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a product for good. The grants that name only it go with it, in the same change;
     * others lose it from their list.
     * May be called by operators; and service accounts with scope `products.write`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeleteProductResponse> deleteProduct(
        com.grantor.v1.DeleteProductRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteProductMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Puts tags on a product. Those it has already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AddProductTagsResponse> addProductTags(
        com.grantor.v1.AddProductTagsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddProductTagsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes tags off a product. Those it does not have are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RemoveProductTagsResponse> removeProductTags(
        com.grantor.v1.RemoveProductTagsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveProductTagsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes a product group without products. ALREADY_EXISTS: ID_TAKEN.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.CreateProductGroupResponse> createProductGroup(
        com.grantor.v1.CreateProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCreateProductGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers one product group.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.GetProductGroupResponse> getProductGroup(
        com.grantor.v1.GetProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetProductGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Lists the product groups of an organization.
     * May be called by acting users who hold `manage_products` on the organization; operators; and
     * service accounts with scope `read`.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.ListProductGroupsResponse> listProductGroups(
        com.grantor.v1.ListProductGroupsRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListProductGroupsMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Changes the name that a product group is shown by.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.UpdateProductGroupResponse> updateProductGroup(
        com.grantor.v1.UpdateProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUpdateProductGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Deletes a product group. The grants on it go with it, in the same change; its products stay.
     * An administrator whose technical scope it was is left with none, not with all.
     * FAILED_PRECONDITION: CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.DeleteProductGroupResponse> deleteProductGroup(
        com.grantor.v1.DeleteProductGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteProductGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Puts products into a group. Those in it already are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.AddProductsToGroupResponse> addProductsToGroup(
        com.grantor.v1.AddProductsToGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddProductsToGroupMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes products out of a group. Those not in it are no error. FAILED_PRECONDITION:
     * CHANGE_POLICY_BY_REQUEST if that changes anybody's access.
     * May be called by acting users who hold `manage_products` on the organization.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<com.grantor.v1.RemoveProductsFromGroupResponse> removeProductsFromGroup(
        com.grantor.v1.RemoveProductsFromGroupRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveProductsFromGroupMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CREATE_PRODUCT = 0;
  private static final int METHODID_BATCH_CREATE_PRODUCTS = 1;
  private static final int METHODID_GET_PRODUCT = 2;
  private static final int METHODID_LIST_PRODUCTS = 3;
  private static final int METHODID_UPDATE_PRODUCT = 4;
  private static final int METHODID_DELETE_PRODUCT = 5;
  private static final int METHODID_ADD_PRODUCT_TAGS = 6;
  private static final int METHODID_REMOVE_PRODUCT_TAGS = 7;
  private static final int METHODID_CREATE_PRODUCT_GROUP = 8;
  private static final int METHODID_GET_PRODUCT_GROUP = 9;
  private static final int METHODID_LIST_PRODUCT_GROUPS = 10;
  private static final int METHODID_UPDATE_PRODUCT_GROUP = 11;
  private static final int METHODID_DELETE_PRODUCT_GROUP = 12;
  private static final int METHODID_ADD_PRODUCTS_TO_GROUP = 13;
  private static final int METHODID_REMOVE_PRODUCTS_FROM_GROUP = 14;

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
        case METHODID_CREATE_PRODUCT:
          serviceImpl.createProduct((com.grantor.v1.CreateProductRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateProductResponse>) responseObserver);
          break;
        case METHODID_BATCH_CREATE_PRODUCTS:
          serviceImpl.batchCreateProducts((com.grantor.v1.BatchCreateProductsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.BatchCreateProductsResponse>) responseObserver);
          break;
        case METHODID_GET_PRODUCT:
          serviceImpl.getProduct((com.grantor.v1.GetProductRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetProductResponse>) responseObserver);
          break;
        case METHODID_LIST_PRODUCTS:
          serviceImpl.listProducts((com.grantor.v1.ListProductsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListProductsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_PRODUCT:
          serviceImpl.updateProduct((com.grantor.v1.UpdateProductRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateProductResponse>) responseObserver);
          break;
        case METHODID_DELETE_PRODUCT:
          serviceImpl.deleteProduct((com.grantor.v1.DeleteProductRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeleteProductResponse>) responseObserver);
          break;
        case METHODID_ADD_PRODUCT_TAGS:
          serviceImpl.addProductTags((com.grantor.v1.AddProductTagsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AddProductTagsResponse>) responseObserver);
          break;
        case METHODID_REMOVE_PRODUCT_TAGS:
          serviceImpl.removeProductTags((com.grantor.v1.RemoveProductTagsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RemoveProductTagsResponse>) responseObserver);
          break;
        case METHODID_CREATE_PRODUCT_GROUP:
          serviceImpl.createProductGroup((com.grantor.v1.CreateProductGroupRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.CreateProductGroupResponse>) responseObserver);
          break;
        case METHODID_GET_PRODUCT_GROUP:
          serviceImpl.getProductGroup((com.grantor.v1.GetProductGroupRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.GetProductGroupResponse>) responseObserver);
          break;
        case METHODID_LIST_PRODUCT_GROUPS:
          serviceImpl.listProductGroups((com.grantor.v1.ListProductGroupsRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.ListProductGroupsResponse>) responseObserver);
          break;
        case METHODID_UPDATE_PRODUCT_GROUP:
          serviceImpl.updateProductGroup((com.grantor.v1.UpdateProductGroupRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.UpdateProductGroupResponse>) responseObserver);
          break;
        case METHODID_DELETE_PRODUCT_GROUP:
          serviceImpl.deleteProductGroup((com.grantor.v1.DeleteProductGroupRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.DeleteProductGroupResponse>) responseObserver);
          break;
        case METHODID_ADD_PRODUCTS_TO_GROUP:
          serviceImpl.addProductsToGroup((com.grantor.v1.AddProductsToGroupRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.AddProductsToGroupResponse>) responseObserver);
          break;
        case METHODID_REMOVE_PRODUCTS_FROM_GROUP:
          serviceImpl.removeProductsFromGroup((com.grantor.v1.RemoveProductsFromGroupRequest) request,
              (io.grpc.stub.StreamObserver<com.grantor.v1.RemoveProductsFromGroupResponse>) responseObserver);
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
          getCreateProductMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateProductRequest,
              com.grantor.v1.CreateProductResponse>(
                service, METHODID_CREATE_PRODUCT)))
        .addMethod(
          getBatchCreateProductsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.BatchCreateProductsRequest,
              com.grantor.v1.BatchCreateProductsResponse>(
                service, METHODID_BATCH_CREATE_PRODUCTS)))
        .addMethod(
          getGetProductMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetProductRequest,
              com.grantor.v1.GetProductResponse>(
                service, METHODID_GET_PRODUCT)))
        .addMethod(
          getListProductsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListProductsRequest,
              com.grantor.v1.ListProductsResponse>(
                service, METHODID_LIST_PRODUCTS)))
        .addMethod(
          getUpdateProductMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateProductRequest,
              com.grantor.v1.UpdateProductResponse>(
                service, METHODID_UPDATE_PRODUCT)))
        .addMethod(
          getDeleteProductMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeleteProductRequest,
              com.grantor.v1.DeleteProductResponse>(
                service, METHODID_DELETE_PRODUCT)))
        .addMethod(
          getAddProductTagsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AddProductTagsRequest,
              com.grantor.v1.AddProductTagsResponse>(
                service, METHODID_ADD_PRODUCT_TAGS)))
        .addMethod(
          getRemoveProductTagsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RemoveProductTagsRequest,
              com.grantor.v1.RemoveProductTagsResponse>(
                service, METHODID_REMOVE_PRODUCT_TAGS)))
        .addMethod(
          getCreateProductGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.CreateProductGroupRequest,
              com.grantor.v1.CreateProductGroupResponse>(
                service, METHODID_CREATE_PRODUCT_GROUP)))
        .addMethod(
          getGetProductGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.GetProductGroupRequest,
              com.grantor.v1.GetProductGroupResponse>(
                service, METHODID_GET_PRODUCT_GROUP)))
        .addMethod(
          getListProductGroupsMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.ListProductGroupsRequest,
              com.grantor.v1.ListProductGroupsResponse>(
                service, METHODID_LIST_PRODUCT_GROUPS)))
        .addMethod(
          getUpdateProductGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.UpdateProductGroupRequest,
              com.grantor.v1.UpdateProductGroupResponse>(
                service, METHODID_UPDATE_PRODUCT_GROUP)))
        .addMethod(
          getDeleteProductGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.DeleteProductGroupRequest,
              com.grantor.v1.DeleteProductGroupResponse>(
                service, METHODID_DELETE_PRODUCT_GROUP)))
        .addMethod(
          getAddProductsToGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.AddProductsToGroupRequest,
              com.grantor.v1.AddProductsToGroupResponse>(
                service, METHODID_ADD_PRODUCTS_TO_GROUP)))
        .addMethod(
          getRemoveProductsFromGroupMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              com.grantor.v1.RemoveProductsFromGroupRequest,
              com.grantor.v1.RemoveProductsFromGroupResponse>(
                service, METHODID_REMOVE_PRODUCTS_FROM_GROUP)))
        .build();
  }

  private static abstract class ProductServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ProductServiceBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return com.grantor.v1.ProductProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("ProductService");
    }
  }

  private static final class ProductServiceFileDescriptorSupplier
      extends ProductServiceBaseDescriptorSupplier {
    ProductServiceFileDescriptorSupplier() {}
  }

  private static final class ProductServiceMethodDescriptorSupplier
      extends ProductServiceBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ProductServiceMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ProductServiceGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ProductServiceFileDescriptorSupplier())
              .addMethod(getCreateProductMethod())
              .addMethod(getBatchCreateProductsMethod())
              .addMethod(getGetProductMethod())
              .addMethod(getListProductsMethod())
              .addMethod(getUpdateProductMethod())
              .addMethod(getDeleteProductMethod())
              .addMethod(getAddProductTagsMethod())
              .addMethod(getRemoveProductTagsMethod())
              .addMethod(getCreateProductGroupMethod())
              .addMethod(getGetProductGroupMethod())
              .addMethod(getListProductGroupsMethod())
              .addMethod(getUpdateProductGroupMethod())
              .addMethod(getDeleteProductGroupMethod())
              .addMethod(getAddProductsToGroupMethod())
              .addMethod(getRemoveProductsFromGroupMethod())
              .build();
        }
      }
    }
    return result;
  }
}
