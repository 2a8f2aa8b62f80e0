package com.grantor.client;

import java.util.AbstractList;
import java.util.List;
import java.util.Set;

/** The results of many questions, in the order of the questions. */
public final class Answers extends AbstractList<Result> {
    private final List<Result> results;
    private final Set<String> tokens;

    Answers(List<Result> results, Set<String> tokens) {
        this.results = List.copyOf(results);
        this.tokens = Set.copyOf(tokens);
    }

    /**
     * What was read, for {@link Freshness#atLeast(java.util.Collection)}.
     *
     * @return at least one token for each organization that was asked about
     */
    public Set<String> tokens() {
        return tokens;
    }

    @Override
    public Result get(int index) {
        return results.get(index);
    }

    @Override
    public int size() {
        return results.size();
    }
}
