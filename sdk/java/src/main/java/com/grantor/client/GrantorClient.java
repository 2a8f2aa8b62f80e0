package com.grantor.client;

import com.google.protobuf.Message;
import com.grantor.v1.Consistency;
import com.grantor.v1.WatchChangesRequest;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A client of Grantor: one connection, made when it is first used, for any number of threads.
 *
 * <pre>{@code
 * try (GrantorClient client = GrantorClient.create()) { // GRANTOR_ADDRESS, GRANTOR_KEY
 *     Answer answer = client.check("users/alice", "manage", "organizations/acme/products/drive-1");
 *     System.out.println(answer.allowed());
 * }
 * }</pre>
 *
 * <p>All services are there as generated stubs, such as {@link #grants} and, with futures, {@link #futures}. Each call
 * has the key, a deadline unless it has one of its own, an {@code x-request-id}, the same id as {@code request_id}
 * where that is empty, and up to 4 attempts while the server is UNAVAILABLE. So a change that is sent again has one
 * effect.
 */
public final class GrantorClient implements Services, AutoCloseable {
    private final Connection connection;
    private final Identity identity;
    private final Duration timeout;
    private final boolean ownsConnection;
    private final Channel channel;
    private final Questions questions;

    GrantorClient(Connection connection, Identity identity, Duration timeout, boolean ownsConnection) {
        this.connection = connection;
        this.identity = identity;
        this.timeout = timeout;
        this.ownsConnection = ownsConnection;
        channel =
                ClientInterceptors.intercept(connection.channel(), new CallInterceptor(connection, identity, timeout));
        questions = new Questions(channel);
    }

    /**
     * A client as the environment says: {@code GRANTOR_ADDRESS}, {@code GRANTOR_KEY} and, if the authorities of the
     * system are not the ones to trust, {@code GRANTOR_CA_CERTIFICATE}.
     *
     * @return a client to be closed
     * @throws ConfigurationException if one is missing or wrong; it says what to set
     */
    public static GrantorClient create() {
        return builder().build();
    }

    /**
     * A client of this server with this key.
     *
     * @param address {@code https://HOST:PORT} or {@code HOST:PORT}; {@code http://HOST:PORT} on this machine; null:
     *     from the environment
     * @param key the key of a service account, {@code grk_…}; null: from the environment
     * @return a client to be closed
     * @throws ConfigurationException if one is missing or wrong; it says what to set
     */
    public static GrantorClient create(String address, String key) {
        return builder().address(address).key(key).build();
    }

    /**
     * A client with other options.
     *
     * @return what to set them on
     */
    public static ClientBuilder builder() {
        return new ClientBuilder(System.getenv());
    }

    /**
     * This client, acting for a user. It shares the connection, costs next to nothing, and closing it does nothing.
     *
     * @param user {@code users/ann}
     * @return another view of this client
     * @throws ConfigurationException if it is no user
     */
    public GrantorClient actingFor(String user) {
        return new GrantorClient(connection, identity.actingFor(user), timeout, false);
    }

    /**
     * This client with another deadline for its calls. It shares the connection, costs next to nothing, and closing it
     * does nothing.
     *
     * @param timeout how long a call may take with all its attempts; more than zero
     * @return another view of this client
     * @throws ConfigurationException if it is not more than zero
     */
    public GrantorClient withTimeout(Duration timeout) {
        requirePositive(timeout);
        return new GrantorClient(connection, identity, timeout, false);
    }

    static void requirePositive(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new ConfigurationException("The timeout " + timeout + " is too short: set one of more than zero.");
        }
    }

    /**
     * May this user do that on this resource, now? From memory, proved to be at most 5 seconds old.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @return whether, and why
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Answer check(String subject, String right, String resource) {
        return questions.check(new Question(subject, right, resource), AskOptions.DEFAULT);
    }

    /**
     * May this user do that on this resource, now?
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @param freshness how fresh the answer must be, of {@link Freshness}
     * @return whether, and why
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Answer check(String subject, String right, String resource, Consistency freshness) {
        return check(subject, right, resource, AskOptions.DEFAULT.consistency(freshness));
    }

    /**
     * May this user do that on this resource, now or then?
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @param options of when the answer must be
     * @return whether, and why
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Answer check(String subject, String right, String resource, AskOptions options) {
        return questions.check(new Question(subject, right, resource), options);
    }

    /**
     * Asks any number of questions, 1000 a call, each call with a deadline of its own.
     *
     * @param questions what to ask, also about several organizations
     * @return an answer or an error for each, in the order of the questions
     * @throws GrantorException if a call fails as a whole
     */
    public Answers checkMany(List<Question> questions) {
        return this.questions.checkMany(questions, AskOptions.DEFAULT);
    }

    /**
     * Asks any number of questions, 1000 a call, each call with a deadline of its own.
     *
     * @param questions what to ask, also about several organizations
     * @param freshness how fresh the answers must be, of {@link Freshness}
     * @return an answer or an error for each, in the order of the questions
     * @throws GrantorException if a call fails as a whole
     */
    public Answers checkMany(List<Question> questions, Consistency freshness) {
        return checkMany(questions, AskOptions.DEFAULT.consistency(freshness));
    }

    /**
     * Asks any number of questions, 1000 a call, each call with a deadline of its own.
     *
     * @param questions what to ask, also about several organizations, but as of a revision
     * @param options of when the answers must be
     * @return an answer or an error for each, in the order of the questions
     * @throws GrantorException if a call fails as a whole
     */
    public Answers checkMany(List<Question> questions, AskOptions options) {
        return this.questions.checkMany(questions, options);
    }

    /**
     * Opens a stream of questions, for whoever asks all the time: one call for all of them costs less than a call for
     * each. Nothing fails here: each question says what failed.
     *
     * @return what to ask, to be closed
     */
    public CheckStream streamChecks() {
        return new CheckStream(connection.address(), channel, timeout);
    }

    /**
     * Makes a cache of the answers about one organization and its products, of up to 100,000 of them. It does not wait
     * and does not call: it begins to watch in the background, and asks until it has heard the server.
     *
     * @param organization {@code organizations/acme}
     * @return what to ask, to be closed
     * @throws GrantorException if that is no name of an organization (INVALID_ARGUMENT)
     */
    public CachedAccess cachedAccess(String organization) {
        return cachedAccess(organization, CachedAccess.DEFAULT_MAX_ANSWERS);
    }

    /**
     * Makes a cache of the answers about one organization and its products. It does not wait and does not call: it
     * begins to watch in the background, and asks until it has heard the server.
     *
     * @param organization {@code organizations/acme}
     * @param maxAnswers how many answers are kept at most, 2 or more; those least asked for go first
     * @return what to ask, to be closed
     * @throws GrantorException if that is no name of an organization, or less than 2 (INVALID_ARGUMENT)
     */
    public CachedAccess cachedAccess(String organization, int maxAnswers) {
        return cachedAccess(organization, maxAnswers, Keeping.PROOF, Moment::now);
    }

    /** @param silence after how much of it a stream is taken for lost */
    CachedAccess cachedAccess(String organization, int maxAnswers, Duration silence, Supplier<Moment> clock) {
        return CachedAccess.open(connection, channel, organization, maxAnswers, silence, clock);
    }

    /**
     * Answers as {@link #check(String, String, String)} does, and says why: every way that allows it, or what is
     * missing.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @return the answer with its reasons
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Explanation explain(String subject, String right, String resource) {
        return questions.explain(new Question(subject, right, resource), AskOptions.DEFAULT);
    }

    /**
     * Answers as {@link #check(String, String, String)} does, and says why: every way that allows it, or what is
     * missing.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @param freshness how fresh the answer must be, of {@link Freshness}
     * @return the answer with its reasons
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Explanation explain(String subject, String right, String resource, Consistency freshness) {
        return explain(subject, right, resource, AskOptions.DEFAULT.consistency(freshness));
    }

    /**
     * Answers as {@link #check(String, String, String, AskOptions)} does, and says why: every way that allows it, or
     * what is missing.
     *
     * @param subject who: {@code users/alice}
     * @param right what: {@code manage}, {@code kdrive/manage} or, on an organization, {@code manage_users}
     * @param resource on what: {@code organizations/acme/products/drive-1} or {@code organizations/acme}
     * @param options of when the answer must be
     * @return the answer with its reasons
     * @throws GrantorException if there is no answer, which is never an allow
     */
    public Explanation explain(String subject, String right, String resource, AskOptions options) {
        return questions.explain(new Question(subject, right, resource), options);
    }

    /**
     * All items of a list, page after page.
     *
     * <pre>{@code
     * var request = ListMembersRequest.newBuilder().setParent("organizations/acme").build();
     * Items<Member> members =
     *         client.list(client.members()::listMembers, request, ListMembersResponse::getMembersList);
     * members.forEach(member -> System.out.println(member.getName()));
     * }</pre>
     *
     * @param method the method of a blocking stub
     * @param request what to list, with {@code page_size} if another than 50 is wanted
     * @param items where the items stand in a page
     * @param <Q> the request
     * @param <A> the page
     * @param <T> the items
     * @return the items, of which nothing is asked for before they are iterated over
     * @throws IllegalArgumentException if the request is not that of a list
     */
    public <Q extends Message, A extends Message, T> Items<T> list(
            Function<Q, A> method, Q request, Function<A, ? extends Iterable<T>> items) {
        return Items.of(method, request, items);
    }

    /**
     * Watches what changes from now on: from when this returns, so that a change made right after is not missed.
     *
     * @param parent {@code organizations/acme}, {@code platform}, {@code people}, or {@code organizations/-} for all
     *     organizations
     * @return the changes as they come, to be closed
     * @throws GrantorException if the watch can't be opened: UNAVAILABLE after 4 attempts, each of which waits as long
     *     as a call may take; any other error at once
     */
    public Watch watch(String parent) {
        return watch(parent, Start.now());
    }

    /**
     * Watches what changes from a start on. Returns once the watch is open.
     *
     * @param parent {@code organizations/acme}, {@code platform}, {@code people}, or {@code organizations/-} for all
     *     organizations
     * @param start where to begin
     * @return the changes as they come, to be closed
     * @throws GrantorException if the watch can't be opened: UNAVAILABLE after 4 attempts, each of which waits as long
     *     as a call may take; any other error at once
     */
    public Watch watch(String parent, Start start) {
        return watch(
                start.in(WatchChangesRequest.newBuilder().setParent(parent)).build());
    }

    /**
     * Watches with all that a request can say, also the heartbeat interval. Returns once the watch is open.
     *
     * @param request what to watch, from where
     * @return the changes as they come, to be closed
     * @throws GrantorException if the watch can't be opened: UNAVAILABLE after 4 attempts, each of which waits as long
     *     as a call may take; any other error at once
     * @throws IllegalArgumentException if the position is set and empty, or the heartbeat interval is not from 1 s to
     *     60 s
     */
    public Watch watch(WatchChangesRequest request) {
        return Watch.open(connection, channel, request, timeout);
    }

    /**
     * Calls a stub, so that its error is a {@link GrantorException}.
     *
     * <pre>{@code
     * client.call(() -> client.grants().deleteGrant(request));
     * }</pre>
     *
     * @param call what to do
     * @param <T> the answer
     * @return the answer
     * @throws GrantorException if the call fails
     */
    public <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (StatusRuntimeException failed) {
            throw GrantorException.of(failed);
        }
    }

    /**
     * All services as stubs that answer with futures.
     *
     * @return future stubs on the same connection
     */
    public FutureServices futures() {
        return new FutureServices(channel);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    /**
     * The connection itself, without key, deadline and request id.
     *
     * @return what {@link #close} shuts down
     */
    public ManagedChannel connection() {
        return connection.channel();
    }

    /**
     * Ends the connection with all watches and calls on it. On what {@link #actingFor} or {@link #withTimeout} gave,
     * does nothing.
     */
    @Override
    public void close() {
        if (ownsConnection) {
            connection.close();
        }
    }
}
