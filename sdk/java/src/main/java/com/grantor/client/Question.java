package com.grantor.client;

import com.grantor.v1.AccessQuestion;

/**
 * May this user do that on this resource?
 *
 * @param subject who: {@code users/alice}
 * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
 * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
 */
public record Question(String subject, String right, String resource) {
    AccessQuestion message() {
        return AccessQuestion.newBuilder()
                .setSubject(subject)
                .setRight(right)
                .setResource(resource)
                .build();
    }
}
