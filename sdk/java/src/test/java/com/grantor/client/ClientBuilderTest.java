package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientBuilderTest {
    private static final String ADDRESS = "http://127.0.0.1:50051";
    private static final String KEY = "grk_test";

    private static String refusal(ClientBuilder builder) {
        return assertThrows(ConfigurationException.class, builder::build).getMessage();
    }

    private static ClientBuilder with(Map<String, String> environment) {
        return new ClientBuilder(environment);
    }

    private static ClientBuilder complete() {
        return with(Map.of()).address(ADDRESS).key(KEY);
    }

    @Test
    void theEnvironmentSaysWhatIsNotSet() {
        try (GrantorClient client =
                with(Map.of("GRANTOR_ADDRESS", ADDRESS, "GRANTOR_KEY", KEY)).build()) {
            assertEquals("127.0.0.1:50051", client.connection().authority());
        }
    }

    @Test
    void whatIsSetGoesBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("GRANTOR_ADDRESS", "no address", "GRANTOR_KEY", KEY);
        try (GrantorClient client = with(environment).address(ADDRESS).build()) {
            assertEquals("127.0.0.1:50051", client.connection().authority());
        }
    }

    @Test
    void aMissingAddressIsNamedWithItsVariable() {
        assertTrue(refusal(with(Map.of()).key(KEY)).contains("GRANTOR_ADDRESS"));
        assertTrue(refusal(with(Map.of("GRANTOR_ADDRESS", "")).key(KEY)).contains("GRANTOR_ADDRESS"));
    }

    @Test
    void aMissingKeyIsNamedWithItsVariable() {
        assertTrue(refusal(with(Map.of()).address(ADDRESS)).contains("GRANTOR_KEY"));
        assertTrue(refusal(with(Map.of()).address(ADDRESS).key("")).contains("GRANTOR_KEY"));
    }

    @Test
    void aKeyThatCantBeSentIsRefusedAndNotShown() {
        String message = refusal(complete().key("grk_secret\n"));
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void anActingUserThatCantBeSentIsRefused() {
        assertTrue(refusal(complete().actingUser("users/änn")).contains("users/ID"));
        try (GrantorClient client = complete().build()) {
            for (String wrong : new String[] {null, "", "ann", "users/", "users/a/b", "organizations/acme"}) {
                assertThrows(ConfigurationException.class, () -> client.actingFor(wrong));
                assertTrue(refusal(complete().actingUser(wrong)).contains("users/ID"));
            }
        }
    }

    @Test
    void noMessageShowsAKey() {
        for (ClientBuilder swapped : new ClientBuilder[] {
            complete().address("grk_secret").key(ADDRESS),
            complete().actingUser("users/grk_secret"),
            complete().caCertificate("grk_secret"),
            complete().address("localhost:443").caCertificate("grk_secret"),
        }) {
            String message = refusal(swapped);
            assertFalse(message.contains("secret"), message);
        }
        assertFalse(new Identity("grk_secret", "users/ann").toString().contains("secret"));
    }

    @Test
    void aTimeoutIsMoreThanZero() {
        assertTrue(refusal(complete().timeout(Duration.ZERO)).contains("timeout"));
        try (GrantorClient client = complete().build()) {
            assertThrows(ConfigurationException.class, () -> client.withTimeout(Duration.ofSeconds(-1)));
        }
    }

    @Test
    void authoritiesMustBeCertificates(@TempDir Path directory) throws IOException {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");
        ClientBuilder builder = with(Map.of("GRANTOR_CA_CERTIFICATE", empty.toString()))
                .address("https://grantor.example:443")
                .key(KEY);
        assertTrue(refusal(builder).contains(empty.toString()));
        assertTrue(refusal(builder.caCertificate("missing.pem")).contains("missing.pem"));
    }

    @Test
    void aCertificateThatProtectsNothingIsRefused() {
        String message = refusal(complete().caCertificate("ca.pem"));
        assertTrue(message.contains("ca.pem") && message.contains(ADDRESS), message);
        with(Map.of("GRANTOR_CA_CERTIFICATE", "missing.pem"))
                .address(ADDRESS)
                .key(KEY)
                .build()
                .close();
    }

    @Test
    void nullMeansTheEnvironment() {
        Map<String, String> environment = Map.of("GRANTOR_ADDRESS", ADDRESS, "GRANTOR_KEY", KEY);
        try (GrantorClient client = with(environment).address(null).key(null).build()) {
            assertEquals("127.0.0.1:50051", client.connection().authority());
        }
    }

    @Test
    void closingAViewLeavesTheClientOpen() {
        try (GrantorClient client = complete().build()) {
            client.actingFor("users/ann").close();
            assertFalse(client.connection().isShutdown());
            client.close();
            assertTrue(client.connection().isTerminated());
        }
    }
}
