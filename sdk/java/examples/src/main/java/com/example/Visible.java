package com.example;

import com.grantor.client.GrantorClient;
import com.grantor.v1.AccessibleProduct;
import com.grantor.v1.HeldRight;
import com.grantor.v1.ListAccessibleProductsRequest;
import com.grantor.v1.ListAccessibleProductsResponse;
import com.grantor.v1.ListRightsRequest;
import java.util.stream.Collectors;

/** Lists the products of an organization that a user can see, each with what they may do there. */
public final class Visible {
    private Visible() {}

    /**
     * Prints a line for each product.
     *
     * @param arguments the organization and the user: {@code organizations/acme users/alice}
     */
    public static void main(String[] arguments) {
        ListAccessibleProductsRequest request = ListAccessibleProductsRequest.newBuilder()
                .setParent(arguments[0])
                .setSubject(arguments[1])
                .build();
        try (GrantorClient client = GrantorClient.create()) {
            for (AccessibleProduct each : client.list(
                    client.access()::listAccessibleProducts,
                    request,
                    ListAccessibleProductsResponse::getProductsList)) {
                System.out.println(each.getProduct() + ": " + rights(client, arguments[1], each.getProduct()));
            }
        }
    }

    private static String rights(GrantorClient client, String user, String product) {
        ListRightsRequest request = ListRightsRequest.newBuilder()
                .setSubject(user)
                .setResource(product)
                .build();
        return client.call(() -> client.access().listRights(request)).getRightsList().stream()
                .map(HeldRight::getRight)
                .collect(Collectors.joining(", "));
    }
}
