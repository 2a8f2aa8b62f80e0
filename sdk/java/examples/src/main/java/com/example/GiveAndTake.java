package com.example;

import com.grantor.client.GrantorClient;
import com.grantor.v1.CreateGrantRequest;
import com.grantor.v1.DeleteGrantRequest;
import com.grantor.v1.Grant;
import com.grantor.v1.Rights;
import com.grantor.v1.Scope;
import com.grantor.v1.ScopeEntry;
import com.grantor.v1.ScopeList;

/** Gives Alice the figures of the drive, acting for Ann, and takes them back: two changes to follow. */
public final class GiveAndTake {
    private GiveAndTake() {}

    /**
     * Prints the name of the grant.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (GrantorClient client = GrantorClient.create()) {
            GrantorClient ann = client.actingFor("users/ann");
            CreateGrantRequest give = CreateGrantRequest.newBuilder()
                    .setParent("organizations/acme")
                    .setGrant(figures())
                    .build();
            String name =
                    ann.call(() -> ann.grants().createGrant(give)).getGrant().getName();
            System.out.println(name);
            DeleteGrantRequest take =
                    DeleteGrantRequest.newBuilder().setName(name).build();
            ann.call(() -> ann.grants().deleteGrant(take));
        }
    }

    private static Grant figures() {
        ScopeEntry drive = ScopeEntry.newBuilder()
                .setProduct("organizations/acme/products/drive-1")
                .build();
        return Grant.newBuilder()
                .setSubject("organizations/acme/members/alice")
                .setRights(Rights.newBuilder().addNames("kdrive/statistics"))
                .setScope(Scope.newBuilder().setListed(ScopeList.newBuilder().addEntries(drive)))
                .setNote("Monthly report")
                .build();
    }
}
