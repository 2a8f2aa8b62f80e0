package com.grantor.client;

import com.grantor.v1.ExplainAccessResponse;

/**
 * Why a user may or may not.
 *
 * @param allowed whether the user may
 * @param sentence the answer in words; English, for people, not stable
 * @param response all of it: every way that allows it, or what is missing and who could give it
 */
public record Explanation(boolean allowed, String sentence, ExplainAccessResponse response) {
    static Explanation of(ExplainAccessResponse said, String requestId) {
        boolean allowed = Answer.isAllow(said.getDecision(), said.getDecisionValue(), requestId);
        return new Explanation(allowed, said.getSentence(), said);
    }
}
