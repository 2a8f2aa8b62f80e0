package com.grantor.client;

import com.google.protobuf.Timestamp;
import com.grantor.v1.AccessAnswer;
import com.grantor.v1.AccessPath;
import com.grantor.v1.AccessReason;
import com.grantor.v1.CheckAccessResponse;
import com.grantor.v1.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the user may, and why.
 *
 * @param allowed whether the user may
 * @param reason why; {@code UNRECOGNIZED} if a newer server has a reason that this client does not know: go by
 *     {@code allowed}
 * @param reasonNumber the number of the reason, also of one that is not known
 * @param path if allowed, one way that allows it; else empty
 * @param validUntil when the answer can change by itself, without a change of anything: cache it no longer. Empty:
 *     never.
 * @param token what was read, for {@link Freshness#atLeast(String...)}; of an answer of {@link GrantorClient#checkMany}
 *     empty, as {@link Answers#tokens} has those; of one about the past empty, for that does not change
 */
public record Answer(
        boolean allowed,
        AccessReason reason,
        int reasonNumber,
        Optional<AccessPath> path,
        Optional<Instant> validUntil,
        String token) {

    static Answer of(CheckAccessResponse said, String requestId) {
        return new Answer(
                isAllow(said.getDecision(), said.getDecisionValue(), requestId),
                said.getReason(),
                said.getReasonValue(),
                said.hasPath() ? Optional.of(said.getPath()) : Optional.empty(),
                said.hasValidUntil() ? Optional.of(instant(said.getValidUntil())) : Optional.empty(),
                said.getConsistencyToken());
    }

    static Answer of(AccessAnswer said, String requestId, String token) {
        return new Answer(
                isAllow(said.getDecision(), said.getDecisionValue(), requestId),
                said.getReason(),
                said.getReasonValue(),
                said.hasPath() ? Optional.of(said.getPath()) : Optional.empty(),
                said.hasValidUntil() ? Optional.of(instant(said.getValidUntil())) : Optional.empty(),
                token);
    }

    /** What is neither allow nor deny is an error, never taken for one of them. */
    static boolean isAllow(Decision decision, int number, String requestId) {
        return switch (decision) {
            case DECISION_ALLOWED -> true;
            case DECISION_DENIED -> false;
            default ->
                throw GrantorException.internal(
                        "The server answered with the decision " + number
                                + ", which this client does not know: take a client as new as the server.",
                        requestId);
        };
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
