package com.grantor.client;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The options of a client. What is not set comes from the environment, from {@code GRANTOR_ADDRESS},
 * {@code GRANTOR_KEY} and {@code GRANTOR_CA_CERTIFICATE}.
 */
public final class ClientBuilder {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Map<String, String> environment;
    private String address;
    private String key;
    private String caCertificate;
    private boolean plaintext;
    private Duration timeout = TIMEOUT;
    private String actingUser;

    ClientBuilder(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Where the server is.
     *
     * @param address {@code https://HOST:PORT} or {@code HOST:PORT} with TLS, or {@code http://HOST:PORT} without,
     *     which is enough on this machine; for another one {@link #plaintext} must be said too; null: from the
     *     environment
     * @return this
     */
    public ClientBuilder address(String address) {
        this.address = address;
        return this;
    }

    /**
     * Who calls.
     *
     * @param key the key of a service account, {@code grk_…}; null: from the environment
     * @return this
     */
    public ClientBuilder key(String key) {
        this.key = key;
        return this;
    }

    /**
     * Whom to trust.
     *
     * @param file a PEM file with the authorities to trust instead of the system's, for an address with TLS; null: from
     *     the environment
     * @return this
     */
    public ClientBuilder caCertificate(String file) {
        this.caCertificate = file;
        return this;
    }

    /**
     * Says that the key may go without TLS to a machine that is not this one.
     *
     * @return this
     */
    public ClientBuilder plaintext() {
        this.plaintext = true;
        return this;
    }

    /**
     * How long a call may take with all its attempts, where the call does not say so itself.
     *
     * @param timeout more than zero; 5 s if not set. A watch has none.
     * @return this
     */
    public ClientBuilder timeout(Duration timeout) {
        this.timeout = Objects.requireNonNull(timeout);
        return this;
    }

    /**
     * For whom to call, which the service account needs the scope {@code act.for.users} for.
     *
     * @param user {@code users/ann}; not to be set where the service account calls for itself
     * @return this
     */
    public ClientBuilder actingUser(String user) {
        this.actingUser = user == null ? "" : user;
        return this;
    }

    /**
     * Makes the client, which connects when it is first used.
     *
     * @return a client to be closed
     * @throws ConfigurationException if address or key are missing, or an option is wrong; it says what to set
     */
    public GrantorClient build() {
        Address where = Address.parse(set(address, "GRANTOR_ADDRESS", "address", "https://HOST:PORT"), plaintext);
        Identity who = new Identity(set(key, "GRANTOR_KEY", "key", "grk_…"), actingUser);
        GrantorClient.requirePositive(timeout);
        refuseUnusedCertificate(where);
        String authorities = caCertificate != null ? caCertificate : fromEnvironment("GRANTOR_CA_CERTIFICATE");
        return new GrantorClient(Connection.to(where, authorities), who, timeout, true);
    }

    /** One from the environment may be there for other addresses; one that was set is meant to protect this one. */
    private void refuseUnusedCertificate(Address where) {
        if (caCertificate != null && !where.tls()) {
            throw new ConfigurationException(
                    "The CA certificate " + Identity.shown(caCertificate) + " has no use with the address "
                            + where.url() + ", which is plaintext: set https://" + where.authority()
                            + ", without the option plaintext, or leave the CA certificate out.");
        }
    }

    private String set(String given, String variable, String option, String form) {
        String value = given != null ? given : fromEnvironment(variable);
        if (value == null || value.isEmpty()) {
            throw new ConfigurationException(
                    "There is no " + option + ": set the option " + option + " or " + variable + " to " + form + ".");
        }
        return value;
    }

    /** An empty variable is as good as none. */
    private String fromEnvironment(String variable) {
        String value = environment.get(variable);
        return value == null || value.isEmpty() ? null : value;
    }
}
