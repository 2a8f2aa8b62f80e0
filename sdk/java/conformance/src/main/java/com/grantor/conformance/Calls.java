package com.grantor.conformance;

import com.google.gson.JsonObject;
import com.grantor.client.GrantorClient;

/** Each call of the protocol, as a user of the client would make it. */
final class Calls {
    private Calls() {}

    static JsonObject run(GrantorClient made, Caching caching, Step step) {
        GrantorClient client = step.timeout().map(made::withTimeout).orElse(made);
        return switch (step.call()) {
            case "check" -> Asking.check(client, step);
            case "check_many" -> Asking.checkMany(client, step);
            case "stream_checks" -> Streaming.streamChecks(client, step);
            case "explain" -> Asking.explain(client, step);
            case "list_products" -> Listing.products(client, step);
            case "list_accessible_products" -> Listing.accessibleProducts(client, step);
            case "list_members" -> Listing.members(client, step);
            case "create_grant" -> Granting.create(client, step);
            case "get_grant" -> Granting.get(client, step);
            case "delete_grant" -> Granting.delete(client, step);
            case "watch" -> Watching.watch(client, step);
            case "cached_open" -> caching.open(client, step);
            case "cached_check" -> caching.check(step);
            case "cached_close" -> caching.close();
            default -> throw new Step.Impossible("this runner knows no call " + step.call());
        };
    }
}
