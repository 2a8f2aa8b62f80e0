package com.grantor.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server is, and whether to speak TLS with it.
 *
 * @param authority {@code HOST:PORT}, as gRPC dials it
 * @param tls whether the connection is encrypted
 */
record Address(String authority, boolean tls) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(https?)://)?((\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):([0-9]{1,5}))/?", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}");

    /**
     * Reads {@code https://HOST:PORT}, {@code HOST:PORT} or {@code http://HOST:PORT}.
     *
     * @param plaintext whether the caller said that the key may go without TLS to any machine
     */
    static Address parse(String text, boolean plaintext) {
        if (Identity.looksLikeKey(text)) {
            throw new ConfigurationException("The address looks like a key; address and key may be swapped:"
                    + " set the address to https://HOST:PORT.");
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || !isPort(parts.group(4))) {
            throw new ConfigurationException("The address \"" + text
                    + "\" is none: set https://HOST:PORT, http://HOST:PORT or HOST:PORT, without a path.");
        }
        String scheme = parts.group(1) == null ? "" : parts.group(1).toLowerCase(Locale.ROOT);
        String host = parts.group(3);
        if (scheme.equals("https") && plaintext) {
            throw new ConfigurationException("The address \"" + text
                    + "\" says TLS and the option plaintext says none: take http:// or leave plaintext out.");
        }
        if (scheme.equals("http") && !plaintext && !isThisMachine(host)) {
            throw new ConfigurationException("The address \"" + text + "\" would send the key without TLS to another"
                    + " machine: take https://, or set the option plaintext if that is what you want.");
        }
        boolean tls = scheme.equals("https") || (scheme.isEmpty() && !plaintext);
        return new Address(parts.group(2), tls);
    }

    /** As a user would set it, also where it was read as a bare {@code HOST:PORT}. */
    String url() {
        return (tls ? "https://" : "http://") + authority;
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65535;
    }

    private static boolean isThisMachine(String host) {
        if (host.startsWith("[")) {
            return isIpv6Loopback(host);
        }
        return host.equalsIgnoreCase("localhost") || IPV4_LOOPBACK.matcher(host).matches();
    }

    /** In brackets stands an address, never a name: nothing is looked up. */
    private static boolean isIpv6Loopback(String bracketed) {
        try {
            return InetAddress.getByName(bracketed).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            throw new ConfigurationException("The address " + bracketed + " is no IPv6 address.", notAnAddress);
        }
    }
}
