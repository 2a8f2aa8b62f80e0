package com.grantor.conformance;

import com.google.gson.JsonObject;
import com.google.protobuf.Timestamp;
import com.grantor.client.GrantorClient;
import com.grantor.v1.AccessibleProduct;
import com.grantor.v1.ListAccessibleProductsRequest;
import com.grantor.v1.ListAccessibleProductsResponse;
import com.grantor.v1.ListMembersRequest;
import com.grantor.v1.ListMembersResponse;
import com.grantor.v1.ListProductsRequest;
import com.grantor.v1.ListProductsResponse;
import com.grantor.v1.Member;
import com.grantor.v1.Product;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/** Lists, over all their pages. */
final class Listing {
    private Listing() {}

    static JsonObject products(GrantorClient client, Step step) {
        ListProductsRequest request = ListProductsRequest.newBuilder()
                .setParent(step.text("parent"))
                .setPageSize(step.number("page_size", 0))
                .build();
        List<String> names =
                client.list(client.products()::listProducts, request, ListProductsResponse::getProductsList).stream()
                        .map(Product::getName)
                        .toList();
        JsonObject ok = new JsonObject();
        ok.addProperty("count", names.size());
        ok.addProperty("first", names.isEmpty() ? null : names.get(0));
        ok.addProperty("last", names.isEmpty() ? null : names.get(names.size() - 1));
        ok.addProperty("distinct", new HashSet<>(names).size());
        return ok;
    }

    static JsonObject accessibleProducts(GrantorClient client, Step step) {
        ListAccessibleProductsRequest.Builder request = ListAccessibleProductsRequest.newBuilder()
                .setParent(step.text("parent"))
                .setSubject(step.text("subject"))
                .setPageSize(step.number("page_size", 0))
                .setAtRevision(step.number("at_revision", 0));
        if (step.has("at_time")) {
            Instant time = Instant.parse(step.text("at_time"));
            request.setAtTime(
                    Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()));
        }
        List<String> names = client
                .list(
                        client.access()::listAccessibleProducts,
                        request.build(),
                        ListAccessibleProductsResponse::getProductsList)
                .stream()
                .map(AccessibleProduct::getProduct)
                .toList();
        JsonObject ok = new JsonObject();
        ok.add("products", Shown.texts(names));
        return ok;
    }

    static JsonObject members(GrantorClient client, Step step) {
        ListMembersRequest request = ListMembersRequest.newBuilder()
                .setParent(step.text("parent"))
                .setPageSize(step.number("page_size", 0))
                .build();
        List<String> names =
                client.list(client.members()::listMembers, request, ListMembersResponse::getMembersList).stream()
                        .map(Member::getName)
                        .toList();
        JsonObject ok = new JsonObject();
        ok.add("members", Shown.texts(names));
        return ok;
    }
}
