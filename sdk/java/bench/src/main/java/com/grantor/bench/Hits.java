package com.grantor.bench;

import com.google.protobuf.Timestamp;
import com.grantor.client.CachedAccess;
import com.grantor.client.CachedAnswer;
import com.grantor.client.GrantorClient;
import com.grantor.v1.AccessServiceGrpc.AccessServiceImplBase;
import com.grantor.v1.CheckAccessRequest;
import com.grantor.v1.CheckAccessResponse;
import com.grantor.v1.Decision;
import com.grantor.v1.Invalidation;
import com.grantor.v1.WatchAccessRequest;
import com.grantor.v1.WatchAccessResponse;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.stub.StreamObserver;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * What an answer costs that is kept, in nanoseconds of a processor, beside a server in the same process: with one
 * thread, with as many as there are processors about a user each, and with as many about the same user. A machine that
 * has more to do makes it take longer, and not cost more.
 */
final class Hits {
    private static final int ANSWERS = 1_000_000;
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    private Hits() {}

    static void measure(int rounds) throws Exception {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Server server = Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
                .addService(new Vouching(clock))
                .build()
                .start();
        String address = "http://127.0.0.1:" + server.getPort();
        try (GrantorClient client = GrantorClient.create(address, "grk_bench");
                CachedAccess cached = client.cachedAccess("organizations/acme")) {
            awaitKeeping(cached);
            print(cached, rounds);
        } finally {
            server.shutdownNow();
            clock.shutdownNow();
        }
    }

    private static void awaitKeeping(CachedAccess cached) {
        for (long begun = System.nanoTime(); !cached.stats().keeping(); Thread.onSpinWait()) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("nothing is kept: " + cached.failure());
            }
        }
    }

    private static void print(CachedAccess cached, int rounds) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        double[] one = new double[rounds];
        double[] each = new double[rounds];
        double[] same = new double[rounds];
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            round(threads, cached, processors, number -> Bench.SUBJECT); // It warms up and does not count.
            for (int round = 0; round < rounds; round++) {
                one[round] = round(threads, cached, 1, number -> Bench.SUBJECT);
                each[round] = round(threads, cached, processors, number -> "users/user-" + number);
                same[round] = round(threads, cached, processors, number -> Bench.SUBJECT);
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                Locale.ROOT,
                "{\"language\": \"java\", \"processors\": %d, \"hit_ns\": %.0f, \"hit_ns_each_its_user\": %.0f,"
                        + " \"hit_ns_same_user\": %.0f}%n",
                processors,
                Bench.median(one),
                Bench.median(each),
                Bench.median(same));
    }

    private static double round(ExecutorService threads, CachedAccess cached, int count, IntFunction<String> subject)
            throws Exception {
        List<Future<Long>> costs = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            String who = subject.apply(number);
            costs.add(threads.submit(hits(cached, who)));
        }
        double sum = 0;
        for (Future<Long> cost : costs) {
            sum += cost.get();
        }
        return sum / count / ANSWERS;
    }

    private static Callable<Long> hits(CachedAccess cached, String subject) {
        return () -> {
            int missed = 0;
            long begun = TIMES.getCurrentThreadCpuTime();
            for (int i = 0; i < ANSWERS; i++) {
                CachedAnswer answer = cached.check(subject, Bench.RIGHT, Bench.RESOURCE);
                if (!answer.allowed()) {
                    throw new IllegalStateException(subject + " should be allowed");
                }
                missed += answer.fromCache() ? 0 : 1;
            }
            long cost = TIMES.getCurrentThreadCpuTime() - begun;
            if (missed > ANSWERS / 1000) {
                throw new IllegalStateException(missed + " of " + ANSWERS + " answers were asked for");
            }
            return cost;
        };
    }

    /** Allows everything, and gives a sign of life each second. */
    private static final class Vouching extends AccessServiceImplBase {
        private final ScheduledExecutorService clock;

        Vouching(ScheduledExecutorService clock) {
            this.clock = clock;
        }

        private static Timestamp now() {
            Instant now = Instant.now();
            return Timestamp.newBuilder()
                    .setSeconds(now.getEpochSecond())
                    .setNanos(now.getNano())
                    .build();
        }

        private static WatchAccessResponse.Builder word() {
            return WatchAccessResponse.newBuilder().setConsistencyToken("token").setProvedTime(now());
        }

        @Override
        public void checkAccess(CheckAccessRequest request, StreamObserver<CheckAccessResponse> answers) {
            answers.onNext(CheckAccessResponse.newBuilder()
                    .setDecision(Decision.DECISION_ALLOWED)
                    .setEvaluateTime(now())
                    .build());
            answers.onCompleted();
        }

        @Override
        public void watchAccess(WatchAccessRequest request, StreamObserver<WatchAccessResponse> messages) {
            messages.onNext(word().setInvalidation(Invalidation.newBuilder().setAllSubjects(true))
                    .build());
            clock.scheduleAtFixedRate(() -> messages.onNext(word().build()), 1, 1, TimeUnit.SECONDS);
        }
    }
}
