package com.grantor.client;

import io.grpc.ChannelCredentials;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The one connection of a client, and the watches on it. */
final class Connection {
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    /** A request of 1 MiB must fit with its frames, or gRPC would not send it again. */
    private static final long LARGEST_RETRIED = 2 * 1024 * 1024;

    /** For all calls that run at once. */
    private static final long ALL_RETRIED = 64 * 1024 * 1024;

    private static final long BETWEEN_HURRIES = Duration.ofMillis(200).toNanos();
    private static final Duration TIME_TO_END = Duration.ofSeconds(5);

    /**
     * Watches are opened again by themselves and know better from where, and questions of a stream are not asked again;
     * everything else gRPC tries again.
     */
    private static final Map<String, ?> SERVICE_CONFIG = Map.of(
            "methodConfig",
            List.of(
                    Map.of(
                            "name",
                            List.of(
                                    accessMethod("WatchChanges"),
                                    accessMethod("WatchAccess"),
                                    accessMethod("StreamCheckAccess"))),
                    Map.of("name", List.of(Map.of()), "retryPolicy", retryPolicy())));

    private final ManagedChannel channel;
    private final String address;
    private final Set<Streams<?, ?>> watches = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastHurry = new AtomicLong(System.nanoTime() - BETWEEN_HURRIES);
    private final AtomicInteger generation = new AtomicInteger();

    private Connection(ManagedChannel channel, String address) {
        this.channel = channel;
        this.address = address;
    }

    /** Connects when it is first used. */
    static Connection to(Address address, String caCertificate) {
        ChannelCredentials credentials = address.tls() ? tls(caCertificate) : InsecureChannelCredentials.create();
        ManagedChannel channel = Grpc.newChannelBuilder("dns:///" + address.authority(), credentials)
                .maxInboundMessageSize(LARGEST_ANSWER)
                .keepAliveTime(30, TimeUnit.SECONDS)
                .keepAliveTimeout(10, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .disableServiceConfigLookUp()
                .defaultServiceConfig(SERVICE_CONFIG)
                .enableRetry()
                .perRpcBufferLimit(LARGEST_RETRIED)
                .retryBufferSize(ALL_RETRIED)
                .build();
        return new Connection(channel, address.url());
    }

    private static Map<String, ?> accessMethod(String name) {
        return Map.of("service", "grantor.v1.AccessService", "method", name);
    }

    private static Map<String, ?> retryPolicy() {
        return Map.of(
                "maxAttempts",
                4.0,
                "initialBackoff",
                "0.1s",
                "backoffMultiplier",
                2.0,
                "maxBackoff",
                "1s",
                "retryableStatusCodes",
                List.of("UNAVAILABLE"));
    }

    private static ChannelCredentials tls(String caCertificate) {
        if (caCertificate == null) {
            return TlsChannelCredentials.create();
        }
        try {
            byte[] pem = Files.readAllBytes(Path.of(caCertificate));
            if (CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem))
                    .isEmpty()) {
                throw new CertificateException("there is no certificate in it");
            }
            return TlsChannelCredentials.newBuilder()
                    .trustManager(new ByteArrayInputStream(pem))
                    .build();
        } catch (IOException | CertificateException wrong) {
            throw new ConfigurationException(
                    "The CA certificate " + Identity.shown(caCertificate) + " can't be used, set a PEM file"
                            + (Identity.looksLikeKey(caCertificate) ? "." : ": " + wrong.getMessage()),
                    Identity.looksLikeKey(caCertificate) ? null : wrong);
        }
    }

    ManagedChannel channel() {
        return channel;
    }

    /** For messages. */
    String address() {
        return address;
    }

    /**
     * Has a lost connection tried again now. gRPC alone waits up to two minutes after a long outage, and until then
     * fails every call, though the server may be there again.
     */
    void hurry() {
        if (channel.getState(false) != ConnectivityState.TRANSIENT_FAILURE) {
            return;
        }
        long last = lastHurry.get();
        long now = System.nanoTime();
        if (now - last >= BETWEEN_HURRIES && lastHurry.compareAndSet(last, now)) {
            channel.resetConnectBackoff();
        }
    }

    /** Which of the connections made one after another is the present one, for {@link #lost}. */
    int generation() {
        return generation.get();
    }

    /**
     * Has the next call dial anew, as this connection is up and yet silent: what goes nowhere is noticed by pings only
     * much later. Calls on the old one may end there.
     *
     * @param lost the generation in which it was used; of several that find out, the first alone does something
     */
    void lost(int lost) {
        if (channel.getState(false) == ConnectivityState.READY && generation.compareAndSet(lost, lost + 1)) {
            channel.enterIdle();
        }
    }

    /** Ends with the connection unless it ends before. */
    void opened(Streams<?, ?> watch) {
        watches.add(watch);
    }

    void closed(Streams<?, ?> watch) {
        watches.remove(watch);
    }

    void close() {
        watches.forEach(Streams::close);
        channel.shutdownNow();
        try {
            channel.awaitTermination(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
