package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://grantor.example:443, false, grantor.example:443, true",
        "https://grantor.example:443/, false, grantor.example:443, true",
        "grantor.example:443/, false, grantor.example:443, true",
        "HTTPS://grantor.example:443, false, grantor.example:443, true",
        "grantor.example:50051, false, grantor.example:50051, true",
        "grantor_server:50051, false, grantor_server:50051, true",
        "localhost:50051, false, localhost:50051, true",
        "grantor.example:50051, true, grantor.example:50051, false",
        "http://localhost:50051, false, localhost:50051, false",
        "http://127.0.0.1:50051, false, 127.0.0.1:50051, false",
        "http://127.255.3.4:50051, false, 127.255.3.4:50051, false",
        "http://[::1]:50051, false, [::1]:50051, false",
        "http://[0:0:0:0:0:0:0:1]:50051, false, [0:0:0:0:0:0:0:1]:50051, false",
        "http://grantor.example:50051, true, grantor.example:50051, false",
        "http://127.0.0.1:50051, true, 127.0.0.1:50051, false",
    })
    void readsWhereToGoAndWhetherByTls(String text, boolean plaintext, String authority, boolean tls) {
        assertEquals(new Address(authority, tls), Address.parse(text, plaintext));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://grantor.example:50051",
                "http://127.0.0.1.example:50051",
                "http://127.0.0.256:50051",
                "http://128.0.0.1:50051",
                "http://localhost.example:50051",
                "http://0.0.0.0:50051",
                "http://[::2]:50051",
            })
    void plaintextToAnotherMachineMustBeSaid(String text) {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> Address.parse(text, false));
        assertTrue(refused.getMessage().contains("plaintext"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "grantor",
                "grantor.example:",
                ":50051",
                "grantor.example:0",
                "grantor.example:65536",
                "grantor.example:99999999999",
                "grantor.example:port",
                "https://grantor.example",
                "https://grantor.example:443/path",
                "ftp://grantor.example:21",
                "https://user@grantor.example:443",
                "[::1:50051",
                "http://[::1::]:50051",
                "two words:50051",
                "grantor.example:50051\n",
            })
    void otherTextsAreNoAddress(String text) {
        assertThrows(ConfigurationException.class, () -> Address.parse(text, false));
    }

    @Test
    void aKeyInItsPlaceIsNotShown() {
        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> Address.parse("grk_secret:443", false));
        assertTrue(refused.getMessage().contains("swapped"), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://grantor.example:443", "https://localhost:443"})
    void tlsAndPlaintextContradict(String text) {
        assertThrows(ConfigurationException.class, () -> Address.parse(text, true));
    }
}
