package com.grantor.client;

import com.grantor.v1.Change;

/**
 * A change that a watch has seen.
 *
 * @param change what happened
 * @param position from where another watch would go on after it, for {@link Start#after}
 */
public record Event(Change change, String position) {}
