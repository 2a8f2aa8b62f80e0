package com.grantor.bench;

import com.grantor.client.GrantorClient;
import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.CheckAccessRequest;
import com.grantor.v1.Decision;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the client costs over the generated stub: checks a second through both, in turns. */
public final class Bench {
    private static final int THREADS = 8;
    private static final double ROUND_SECONDS = 2;
    static final String SUBJECT = "users/alice";
    static final String RIGHT = "manage";
    static final String RESOURCE = "organizations/acme/products/drive-1";

    private Bench() {}

    /**
     * Measures.
     *
     * @param arguments how many rounds; before that "hits" to measure what is kept
     * @throws Exception if a call fails
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("hits")) {
            Hits.measure(Integer.parseInt(arguments[1]));
            return;
        }
        int rounds = Integer.parseInt(arguments[0]);
        String key = System.getenv("GRANTOR_KEY");
        ManagedChannel connection = connect(System.getenv("GRANTOR_ADDRESS"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (GrantorClient client = GrantorClient.create()) {
            BooleanSupplier sdk = () -> client.check(SUBJECT, RIGHT, RESOURCE).allowed();
            BooleanSupplier raw = raw(connection, key);
            measure(threads, raw); // The first round of each warms up and does not count.
            measure(threads, sdk);
            print(run(threads, sdk, raw, rounds));
        } finally {
            threads.shutdownNow();
            connection.shutdownNow();
        }
    }

    /** As the client connects, without what it adds to calls. */
    private static ManagedChannel connect(String address) {
        String target = "dns:///" + address.replaceFirst("^http://", "");
        return Grpc.newChannelBuilder(target, InsecureChannelCredentials.create())
                .maxInboundMessageSize(16 * 1024 * 1024)
                .keepAliveTime(30, TimeUnit.SECONDS)
                .keepAliveTimeout(10, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .disableServiceConfigLookUp()
                .disableRetry()
                .build();
    }

    private static BooleanSupplier raw(ManagedChannel connection, String key) {
        Metadata headers = new Metadata();
        headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + key);
        Channel channel = ClientInterceptors.intercept(connection, MetadataUtils.newAttachHeadersInterceptor(headers));
        AccessServiceGrpc.AccessServiceBlockingStub stub = AccessServiceGrpc.newBlockingStub(channel);
        return () -> stub.checkAccess(CheckAccessRequest.newBuilder()
                                .setSubject(SUBJECT)
                                .setRight(RIGHT)
                                .setResource(RESOURCE)
                                .build())
                        .getDecision()
                == Decision.DECISION_ALLOWED;
    }

    /** One round: calls a second through the client, and through the stub. */
    private record Round(double sdk, double raw) {
        double ratio() {
            return sdk / raw;
        }
    }

    /** Each round begins with the other one, so that what drifts hits both. */
    private static List<Round> run(ExecutorService threads, BooleanSupplier sdk, BooleanSupplier raw, int rounds)
            throws Exception {
        List<Round> all = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean sdkFirst = round % 2 == 0;
            double first = measure(threads, sdkFirst ? sdk : raw);
            double second = measure(threads, sdkFirst ? raw : sdk);
            all.add(sdkFirst ? new Round(first, second) : new Round(second, first));
        }
        return all;
    }

    private static double measure(ExecutorService threads, BooleanSupplier call)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + (long) (ROUND_SECONDS * 1e9);
        List<Future<Long>> counts = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            counts.add(threads.submit(() -> callUntil(end, call)));
        }
        long calls = 0;
        for (Future<Long> count : counts) {
            calls += count.get();
        }
        return calls / ((System.nanoTime() - start) / 1e9);
    }

    private static long callUntil(long end, BooleanSupplier call) {
        long calls = 0;
        while (System.nanoTime() < end) {
            if (!call.getAsBoolean()) {
                throw new IllegalStateException(SUBJECT + " should be allowed to " + RIGHT + " " + RESOURCE);
            }
            calls++;
        }
        return calls;
    }

    private static void print(List<Round> rounds) {
        System.out.printf(
                Locale.ROOT,
                "{\"language\": \"java\", \"sdk\": %.0f, \"raw\": %.0f, \"ratio\": %.3f}%n",
                median(rounds.stream().mapToDouble(Round::sdk).toArray()),
                median(rounds.stream().mapToDouble(Round::raw).toArray()),
                median(rounds.stream().mapToDouble(Round::ratio).toArray()));
    }

    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
