package com.grantor.conformance;

import com.google.gson.JsonObject;
import com.grantor.client.GrantorClient;
import com.grantor.v1.CreateGrantRequest;
import com.grantor.v1.DeleteGrantRequest;
import com.grantor.v1.GetGrantRequest;
import com.grantor.v1.Grant;
import com.grantor.v1.Rights;
import com.grantor.v1.Scope;
import com.grantor.v1.ScopeEntry;
import com.grantor.v1.ScopeList;

/** Grants, by the generated stub. */
final class Granting {
    private Granting() {}

    static JsonObject create(GrantorClient client, Step step) {
        CreateGrantRequest request = CreateGrantRequest.newBuilder()
                .setParent(step.text("parent"))
                .setGrantId(step.text("grant_id", ""))
                .setGrant(grant(step))
                .setRequestId(step.text("request_id", ""))
                .build();
        return shown(client.call(() -> client.grants().createGrant(request)).getGrant());
    }

    static JsonObject get(GrantorClient client, Step step) {
        GetGrantRequest request =
                GetGrantRequest.newBuilder().setName(step.text("name")).build();
        return shown(client.call(() -> client.grants().getGrant(request)).getGrant());
    }

    static JsonObject delete(GrantorClient client, Step step) {
        DeleteGrantRequest request =
                DeleteGrantRequest.newBuilder().setName(step.text("name")).build();
        client.call(() -> client.grants().deleteGrant(request));
        return new JsonObject();
    }

    private static Grant grant(Step step) {
        Rights.Builder rights = Rights.newBuilder();
        step.get("rights").getAsJsonArray().forEach(right -> rights.addNames(right.getAsString()));
        ScopeEntry product =
                ScopeEntry.newBuilder().setProduct(step.text("product")).build();
        return Grant.newBuilder()
                .setSubject(step.text("subject"))
                .setRights(rights)
                .setScope(Scope.newBuilder().setListed(ScopeList.newBuilder().addEntries(product)))
                .setNote(step.text("note", ""))
                .build();
    }

    private static JsonObject shown(Grant grant) {
        JsonObject ok = new JsonObject();
        ok.addProperty("name", grant.getName());
        ok.addProperty("note", grant.getNote());
        return ok;
    }
}
