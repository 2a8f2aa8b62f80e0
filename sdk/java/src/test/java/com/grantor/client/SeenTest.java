package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grantor.v1.Change;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static Change change(String parent, long revision) {
        return Change.newBuilder()
                .setName(parent + "/changes/" + revision)
                .setRevision(revision)
                .build();
    }

    @Test
    void knowsAChangeThatComesAgainOfEachParent() {
        Seen seen = new Seen();
        assertTrue(seen.add(change("organizations/acme", 7)));
        assertTrue(seen.add(change("organizations/globex", 3)));
        assertFalse(seen.add(change("organizations/acme", 7)));
        assertFalse(seen.add(change("organizations/acme", 6)));
        assertTrue(seen.add(change("organizations/acme", 8)));
        assertFalse(seen.add(change("organizations/globex", 3)));
        assertTrue(seen.add(change("people", 1)));
    }
}
