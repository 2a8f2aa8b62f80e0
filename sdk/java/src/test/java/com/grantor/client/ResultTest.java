package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grantor.v1.AccessAnswer;
import com.grantor.v1.AccessError;
import com.grantor.v1.AccessResult;
import com.grantor.v1.Decision;
import com.grantor.v1.ErrorReason;
import io.grpc.Status;
import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void aQuestionThatFailedIsNoAllow() {
        AccessError error = AccessError.newBuilder()
                .setCode(Status.Code.INVALID_ARGUMENT.value())
                .setReason(ErrorReason.ERROR_REASON_RIGHT_UNKNOWN)
                .setMessage("There is none.")
                .build();
        Result result = Result.of(AccessResult.newBuilder().setError(error).build(), "id");
        assertFalse(result.allowed());
        assertThrows(GrantorException.class, result::answer);
        assertEquals(
                "Result[GrantorException: INVALID_ARGUMENT (RIGHT_UNKNOWN): There is none. [request id]]",
                result.toString());
    }

    @Test
    void anAnswerIsShown() {
        AccessAnswer answer =
                AccessAnswer.newBuilder().setDecision(Decision.DECISION_ALLOWED).build();
        Result result = Result.of(AccessResult.newBuilder().setAnswer(answer).build(), "id");
        assertTrue(result.allowed());
        assertTrue(result.toString().startsWith("Result[Answer[allowed=true, "), result.toString());
    }
}
