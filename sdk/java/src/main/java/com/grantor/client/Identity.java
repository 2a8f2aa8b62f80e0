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
    private static final Pattern USER = Pattern.compile("users/[!-~&&[^/]]+");
    private static final String KEY_PREFIX = "grk_";

    /** What gRPC would otherwise send garbled. */
    Identity {
        if (!PRINTABLE.matcher(key).matches()) {
            throw new ConfigurationException(
                    "The key has spaces or characters that no key has: set it to grk_… alone.");
        }
        if (actingUser != null && !isUser(actingUser)) {
            throw new ConfigurationException(noUser(actingUser));
        }
    }

    /** An acting user that is given must be one: a lost name must not become the service account itself. */
    Identity actingFor(String user) {
        return new Identity(key, user == null ? "" : user);
    }

    static boolean isUser(String name) {
        return USER.matcher(name).matches() && !looksLikeKey(name);
    }

    static String noUser(String given) {
        return "The acting user " + shown(given) + " is no user: set users/ID, or leave it out.";
    }

    static boolean looksLikeKey(String text) {
        return text.contains(KEY_PREFIX);
    }

    /** For messages, which never have a key in them. */
    static String shown(String given) {
        return looksLikeKey(given) ? "(it looks like a key)" : "\"" + given + "\"";
    }

    /** Without the key, which would otherwise end up in logs. */
    @Override
    public String toString() {
        return "Identity[actingUser=" + actingUser + "]";
    }
}
