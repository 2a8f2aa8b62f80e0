package com.grantor.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grantor.v1.GetGrantRequest;
import io.grpc.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a client says where no server answers. */
class UnreachableTest {
    private static GrantorClient client(String address, Duration timeout) {
        return new ClientBuilder(Map.of())
                .address(address)
                .key("grk_test")
                .timeout(timeout)
                .build();
    }

    private static ServerSocket listener() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static String address(String scheme, ServerSocket listener) {
        return scheme + "127.0.0.1:" + listener.getLocalPort();
    }

    private static String addressOfNobody() throws IOException {
        try (ServerSocket closed = listener()) {
            return address("http://", closed);
        }
    }

    private static void assertStartsWith(String expected, GrantorException error) {
        assertTrue(error.getMessage().startsWith(expected), error.getMessage());
    }

    @Test
    void nobodyListens() throws IOException {
        String address = addressOfNobody();
        try (GrantorClient client = client(address, Duration.ofSeconds(5))) {
            GrantorException error =
                    assertThrows(GrantorException.class, () -> client.check("users/a", "use", "organizations/a"));
            assertEquals(Status.Code.UNAVAILABLE, error.code());
            assertStartsWith("no answer from " + address + ": ", error);
            assertTrue(error.getMessage().endsWith("Connection refused"), error.getMessage());
        }
    }

    @Test
    void aWatchThatNeverGotThroughFailsWithTheFramesOfItsCaller() throws IOException {
        String address = addressOfNobody();
        try (GrantorClient client = client(address, Duration.ofSeconds(5))) {
            GrantorException error = assertThrows(GrantorException.class, () -> client.watch("organizations/acme"));
            assertEquals(Status.Code.UNAVAILABLE, error.code());
            assertStartsWith("no answer from " + address + ": ", error);
            assertTrue(error.getMessage().endsWith("Connection refused"), error.getMessage());
            assertTrue(Arrays.stream(error.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(UnreachableTest.class.getName())));
        }
    }

    @Test
    void silenceIsNoAnswer() throws IOException {
        try (ServerSocket silent = listener();
                GrantorClient client = client(address("http://", silent), Duration.ofMillis(100))) {
            GrantorException late =
                    assertThrows(GrantorException.class, () -> client.check("users/a", "use", "organizations/a"));
            assertEquals(Status.Code.DEADLINE_EXCEEDED, late.code());
            assertEquals("no answer from " + address("http://", silent) + " within 0.1 s", late.getMessage());
            GrantorException unopened = assertThrows(GrantorException.class, () -> client.watch("organizations/acme"));
            assertEquals(Status.Code.UNAVAILABLE, unopened.code());
            assertStartsWith("no answer from " + address("http://", silent) + ": ", unopened);
        }
    }

    @Test
    void tlsWithAPlaintextServer() throws IOException {
        try (ServerSocket plaintext = listener();
                GrantorClient client = client(address("https://", plaintext), Duration.ofSeconds(5))) {
            Thread server = new Thread(() -> answerWithoutTls(plaintext));
            server.start();
            GrantorException error =
                    assertThrows(GrantorException.class, () -> client.check("users/a", "use", "organizations/a"));
            assertEquals(Status.Code.UNAVAILABLE, error.code());
            assertTrue(
                    error.getMessage().endsWith("(does the server speak TLS? if not, use http://)"), error.toString());
        }
    }

    /** The frame that an HTTP/2 server begins with. */
    private static void answerWithoutTls(ServerSocket listener) {
        byte[] settings = {0, 0, 0, 4, 0, 0, 0, 0, 0};
        try {
            while (true) {
                try (Socket connection = listener.accept()) {
                    connection.getOutputStream().write(settings);
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void aClosedClientSaysSo() throws IOException {
        GrantorClient client = client(addressOfNobody(), Duration.ofSeconds(5));
        GrantorClient view = client.actingFor("users/ann");
        client.close();
        assertClosed(() -> client.check("users/a", "use", "organizations/a"));
        assertClosed(() -> view.check("users/a", "use", "organizations/a"));
        assertClosed(() -> client.call(() -> client.grants().getGrant(GetGrantRequest.getDefaultInstance())));
        assertClosed(() -> client.watch("organizations/acme"));
        assertClosed(() -> {
            try {
                client.futures()
                        .grants()
                        .getGrant(GetGrantRequest.getDefaultInstance())
                        .get(5, TimeUnit.SECONDS);
            } catch (Exception failed) {
                throw GrantorException.of(failed);
            }
        });
    }

    private static void assertClosed(Executable call) {
        GrantorException error = assertThrows(GrantorException.class, call);
        assertEquals(Status.Code.CANCELLED, error.code());
        assertEquals("the client is closed; make another", error.getMessage());
    }
}
