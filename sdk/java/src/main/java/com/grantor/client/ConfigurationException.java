package com.grantor.client;

/** A client can't be made from what was given and what the environment has. The message says what to set. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
        super(message);
    }

    ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
