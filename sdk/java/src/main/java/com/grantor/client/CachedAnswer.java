package com.grantor.client;

/**
 * An answer of a {@link CachedAccess}.
 *
 * @param answer whether the user may, and why
 * @param fromCache whether it was kept; if not, it was asked for now
 */
public record CachedAnswer(Answer answer, boolean fromCache) {
    /**
     * Whether the user may.
     *
     * @return what the answer says
     */
    public boolean allowed() {
        return answer.allowed();
    }
}
