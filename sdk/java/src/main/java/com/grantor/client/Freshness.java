package com.grantor.client;

import com.google.protobuf.Empty;
import com.grantor.v1.AtLeastAsFresh;
import com.grantor.v1.Consistency;
import java.util.Collection;
import java.util.List;

/** How fresh an answer must be. Not said: from memory, proved to be at most 5 seconds old. */
public final class Freshness {
    private static final Consistency FULL = Consistency.newBuilder()
            .setFullyConsistent(Empty.getDefaultInstance())
            .build();

    private Freshness() {}

    /**
     * Nothing older than what earlier answers saw: with the token of a change, the answer sees that change.
     *
     * @param tokens 1 to 100 {@code consistency_token}s of answers
     * @return what requests take as {@code consistency}
     */
    public static Consistency atLeast(String... tokens) {
        return atLeast(List.of(tokens));
    }

    /**
     * Nothing older than what earlier answers saw: with the token of a change, the answer sees that change.
     *
     * @param tokens 1 to 100 {@code consistency_token}s of answers
     * @return what requests take as {@code consistency}
     */
    public static Consistency atLeast(Collection<String> tokens) {
        AtLeastAsFresh seen = AtLeastAsFresh.newBuilder().addAllTokens(tokens).build();
        return Consistency.newBuilder().setAtLeastAsFresh(seen).build();
    }

    /**
     * Everything that was acknowledged before the request arrived.
     *
     * @return what requests take as {@code consistency}
     */
    public static Consistency full() {
        return FULL;
    }
}
