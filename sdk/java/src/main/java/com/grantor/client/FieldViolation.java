package com.grantor.client;

/**
 * A wrong field of a request.
 *
 * @param field its path in the request, such as {@code grant.rights.names[0]}
 * @param description what is wrong with it, in words
 */
public record FieldViolation(String field, String description) {}
