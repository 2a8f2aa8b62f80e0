package com.grantor.client;

import com.grantor.client.Keeping.Inquiry;
import com.grantor.client.Kept.Aspect;
import com.grantor.client.WatchStream.Outcome;
import com.grantor.v1.AccessServiceGrpc;
import com.grantor.v1.CheckAccessResponse;
import com.grantor.v1.WatchAccessRequest;
import com.grantor.v1.WatchAccessResponse;
import io.grpc.Channel;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Asks about one organization and its products, and keeps the answers, which the server tells what to forget. Threads
 * may share it; close it.
 *
 * <pre>{@code
 * try (CachedAccess cached = client.cachedAccess("organizations/acme")) {
 *     CachedAnswer answer = cached.check("users/alice", "manage", "organizations/acme/products/drive-1");
 *     System.out.println(answer.allowed());
 * }
 * }</pre>
 *
 * <p>A kept answer is at most 5 seconds old, as an answer of the server is that is not asked to be fresher. After the
 * server has told that answers of a user may have changed, none from before is given. It is not for who needs fully
 * consistent answers, or those that have seen a token: {@link GrantorClient#check(String, String, String, AskOptions)}
 * asks.
 *
 * <p>Where the stream from the server breaks, it asks, and opens the stream again: after about 0.1 s, then twice as
 * long each time up to 10 s, anew after a message; after 10 s if the server refuses it. {@link #failure} says why it
 * does not stand. One thread reads it.
 */
public final class CachedAccess implements AutoCloseable {
    /** How many answers are kept if nothing else is said. */
    static final int DEFAULT_MAX_ANSWERS = 100_000;

    private static final String ORGANIZATIONS = "organizations/";

    private final Connection connection;
    private final Questions questions;
    private final String organization;
    private final String products;
    private final Duration silence;
    final Keeping keeping;
    private final LongAdder asked = new LongAdder();
    private final Streams<WatchAccessRequest, WatchAccessResponse> streams;

    private CachedAccess(
            Connection connection,
            Channel channel,
            Questions questions,
            String organization,
            Duration silence,
            Keeping keeping) {
        this.connection = connection;
        this.questions = questions;
        this.organization = organization;
        products = organization + "/products/";
        this.silence = silence;
        this.keeping = keeping;
        streams = new Streams<>(connection, channel, AccessServiceGrpc.getWatchAccessMethod());
    }

    /** @param silence after how much of it a stream is taken for lost */
    static CachedAccess open(
            Connection connection,
            Channel channel,
            String organization,
            int maxAnswers,
            Duration silence,
            Supplier<Moment> clock) {
        String id = organization.startsWith(ORGANIZATIONS) ? organization.substring(ORGANIZATIONS.length()) : "";
        if (id.isEmpty() || id.equals("-") || id.contains("/")) {
            throw GrantorException.argument(
                    "organization: " + Identity.shown(organization) + " is no organization: set organizations/ID.", "");
        }
        if (maxAnswers < 2) {
            throw GrantorException.argument("max_answers: " + maxAnswers + " is less than 2.", "");
        }
        Keeping keeping = new Keeping(maxAnswers, clock);
        CachedAccess cached =
                new CachedAccess(connection, channel, new Questions(channel), organization, silence, keeping);
        Thread reader = new Thread(cached::run, "grantor-cached-access");
        reader.setDaemon(true);
        reader.start();
        return cached;
    }

    /**
     * Asks as {@link GrantorClient#check(String, String, String)} does, or gives the answer that is kept. Denials are
     * kept, errors never. What is about another organization is asked for each time.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @return whether, and why
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public CachedAnswer check(String subject, String right, String resource) {
        Question question = new Question(subject, right, resource);
        if (!isAbout(resource)) {
            asked.increment();
            return new CachedAnswer(questions.check(question, AskOptions.DEFAULT), false);
        }
        Moment now = keeping.clock.get();
        Aspect aspect = new Aspect(resource, right);
        CachedAnswer found = connection.channel().isShutdown() ? null : keeping.find(now, subject, aspect);
        return found == null ? ask(question, keeping.ask(now, subject, aspect)) : found;
    }

    private boolean isAbout(String resource) {
        return resource.equals(organization)
                || resource.startsWith(products)
                        && resource.length() > products.length()
                        && resource.indexOf('/', products.length()) < 0;
    }

    /** An answer, and the time for which it holds. */
    private record Said(Answer answer, Optional<Instant> evaluated) {
        static Said of(CheckAccessResponse response, String requestId) {
            Answer answer = Answer.of(response, requestId);
            return new Said(
                    answer,
                    response.hasEvaluateTime()
                            ? Optional.of(Answer.instant(response.getEvaluateTime()))
                            : Optional.empty());
        }
    }

    private CachedAnswer ask(Question question, Inquiry inquiry) {
        asked.increment();
        try {
            AskOptions options = inquiry.token.isEmpty()
                    ? AskOptions.DEFAULT
                    : AskOptions.DEFAULT.consistency(Freshness.atLeast(inquiry.token));
            Said said = questions.check(question, options, Said::of);
            said.evaluated().ifPresent(evaluated -> keeping.answered(inquiry, said.answer(), evaluated));
            return new CachedAnswer(said.answer(), false);
        } finally {
            keeping.asked(inquiry);
        }
    }

    /**
     * What it was good for so far.
     *
     * @return counts, and whether answers are being kept now
     */
    public CacheStats stats() {
        return new CacheStats(keeping.hits.sum(), asked.sum(), keeping.keeps());
    }

    /**
     * Why the server tells nothing: the stream can't be opened, or has ended.
     *
     * @return empty while it stands, and before it was tried
     */
    public Optional<GrantorException> failure() {
        return keeping.failure();
    }

    /** Ends the stream. Afterwards {@link #check} asks. Closing again does nothing. */
    @Override
    public void close() {
        keeping.end(GrantorException.unanswered(Status.CANCELLED, "the cache is closed; make another", ""));
        streams.close();
    }

    /** Follows stream after stream, until this or the client is closed. */
    private void run() {
        try {
            keeping.begin();
            streams.open(request());
            for (boolean opened = false; !streams.isClosed(); ) {
                Outcome<WatchAccessResponse> outcome = streams.next(silence);
                if (outcome instanceof Outcome.Said<WatchAccessResponse> said) {
                    opened = true;
                    streams.backoff.reset();
                    keeping.take(said.answer());
                } else if (!streams.isClosed()) {
                    resume(streams.failure(outcome, opened, silence));
                }
            }
            keeping.end(GrantorException.clientClosed(""));
        } catch (InterruptedException | RuntimeException unforeseen) {
            // Nobody interrupts this thread. Whatever it is, without a stream nothing may be kept.
            keeping.end(GrantorException.of(unforeseen));
        } finally {
            streams.close();
        }
    }

    /** Opens another stream whatever ended this one: rights can come back, but not so soon. */
    private void resume(GrantorException why) throws InterruptedException {
        keeping.ended(why);
        if (why.code() != Status.Code.UNAVAILABLE) {
            streams.backoff.longest();
        }
        streams.pause();
        keeping.begin();
        streams.openAgain(request());
    }

    private WatchAccessRequest request() {
        return WatchAccessRequest.newBuilder().setOrganization(organization).build();
    }
}
