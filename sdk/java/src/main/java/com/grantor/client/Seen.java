package com.grantor.client;

import com.grantor.v1.Change;
import java.util.HashMap;
import java.util.Map;

/** The highest revision of each parent, so that a change that comes again is known. */
final class Seen {
    private static final String BETWEEN = "/changes/";

    private final Map<String, Long> highest = new HashMap<>();

    /** Whether the change is new; from then on it is not. */
    boolean add(Change change) {
        String name = change.getName();
        int end = name.lastIndexOf(BETWEEN);
        String parent = end < 0 ? name : name.substring(0, end);
        Long last = highest.get(parent);
        if (last != null && change.getRevision() <= last) {
            return false;
        }
        highest.put(parent, change.getRevision());
        return true;
    }
}
