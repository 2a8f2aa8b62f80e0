package com.grantor.client;

import java.util.regex.Pattern;

/**
 * Who calls.
 *
 * @param key the key of a service account
 * @param actingUser {@code users/ann}, for whom it calls, or null
 */
record Identity(String key, String actingUser) {
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");

    /** What gRPC would otherwise send garbled. */
    Identity {
        if (!PRINTABLE.matcher(key).matches()) {
            throw new ConfigurationException(
                    "The key has spaces or characters that no key has: set it to grk_… alone.");
        }
        if (actingUser != null && !PRINTABLE.matcher(actingUser).matches()) {
            throw new ConfigurationException("The acting user \"" + actingUser + "\" is no name: set users/ID.");
        }
    }

    Identity actingFor(String user) {
        return new Identity(key, user);
    }
}
