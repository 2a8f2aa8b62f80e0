package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.grantor.v1.CheckAccessRequest;
import com.grantor.v1.DeleteGrantRequest;
import org.junit.jupiter.api.Test;

class RequestIdsTest {
    @Test
    void fillsTheFieldWhereItIsEmpty() {
        DeleteGrantRequest request = DeleteGrantRequest.newBuilder()
                .setName("organizations/acme/grants/g1")
                .build();
        DeleteGrantRequest filled = RequestIds.fill(request, "id");
        assertEquals(request.toBuilder().setRequestId("id").build(), filled);
    }

    @Test
    void leavesAnIdThatIsSet() {
        DeleteGrantRequest request =
                DeleteGrantRequest.newBuilder().setRequestId("mine").build();
        assertSame(request, RequestIds.fill(request, "id"));
    }

    @Test
    void leavesMessagesWithoutTheField() {
        CheckAccessRequest request = CheckAccessRequest.getDefaultInstance();
        assertSame(request, RequestIds.fill(request, "id"));
    }
}
