package com.example;

import com.grantor.client.Event;
import com.grantor.client.GrantorClient;
import com.grantor.client.Start;
import com.grantor.client.Watch;
import com.grantor.v1.Change;
import com.grantor.v1.ListChangesRequest;
import com.grantor.v1.ResourceChange;
import java.util.List;

/** Follows what changes in an organization, as a service does that keeps a copy of its own. */
public final class Follow {
    private Follow() {}

    /**
     * Prints a line for each thing that changes, until it is stopped or has seen enough.
     *
     * @param arguments the organization, {@code organizations/acme}, and after how many changes to end, if at all
     */
    public static void main(String[] arguments) {
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : Long.MAX_VALUE;
        try (GrantorClient client = GrantorClient.create()) {
            // What there is now would be read here; then the watch begins after it, and nothing is missed between.
            long revision = lastRevision(client, arguments[0]);
            System.out.println("Following " + arguments[0] + " after change " + revision);
            try (Watch watch = client.watch(arguments[0], Start.afterRevision(revision))) {
                for (long seen = 0; seen < most && watch.hasNext(); seen++) {
                    print(watch.next());
                }
            }
        }
    }

    private static long lastRevision(GrantorClient client, String organization) {
        ListChangesRequest request = ListChangesRequest.newBuilder()
                .setParent(organization)
                .setPageSize(1)
                .build();
        List<Change> last =
                client.call(() -> client.audit().listChanges(request)).getChangesList();
        return last.isEmpty() ? 0 : last.get(0).getRevision();
    }

    private static void print(Event event) {
        Change change = event.change();
        String who = change.getActor().isEmpty() ? change.getServiceAccount() : change.getActor();
        for (ResourceChange each : change.getResourceChangesList()) {
            System.out.println(change.getRevision() + " " + who + " " + change.getMethod() + ": " + each.getResource()
                    + " " + each.getKind());
        }
    }
}
