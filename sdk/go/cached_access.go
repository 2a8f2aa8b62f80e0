package grantor

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// defaultMaxAnswers is how many answers a cache keeps if nothing else is said.
const defaultMaxAnswers = 100_000

// CachedAccess asks about one organization, and keeps the answers as long as the server vouches for
// them: see [Client.CachedAccess]. It may be used by any number of goroutines at once.
type CachedAccess struct {
	client       *Client
	organization string
	products     string // how the names of its products begin

	keeping *keeping
	stream  *following[grantorv1.WatchAccessResponse]
	cancel  context.CancelFunc
	asked   atomic.Uint64
}

// CachedAnswer is an answer of a [CachedAccess].
type CachedAnswer struct {
	Answer
	// FromCache tells whether the answer was kept. If not, it was asked for now.
	FromCache bool
}

// CacheStats says what a [CachedAccess] was good for.
type CacheStats struct {
	// Hits is how many answers came from the cache.
	Hits uint64
	// Asked is how many questions were asked.
	Asked uint64
	// Keeping tells whether answers are being kept now: the server was heard in the last 5 seconds.
	Keeping bool
}

// CachedAccessOption says something about a [CachedAccess].
type CachedAccessOption func(*cachedAccessSettings)

type cachedAccessSettings struct {
	maxAnswers int
	silence    time.Duration
	now        func() moment
}

// MaxAnswers bounds how many answers are kept: at least 2; 100,000 if not given. The least asked for go
// first.
func MaxAnswers(count int) CachedAccessOption {
	return func(s *cachedAccessSettings) { s.maxAnswers = count }
}

// CachedAccess makes a cache of the answers of [Client.Check] about one organization, "organizations/acme",
// and its products, which the server tells what to forget. It does not wait and does not call: it begins to
// watch in the background, and asks until it has heard the server.
//
//	cached, err := client.CachedAccess("organizations/acme")
//	if err != nil {
//		return err
//	}
//	defer cached.Close()
//	answer, err := cached.Check(ctx, "users/alice", "kdrive/use", "organizations/acme/products/drive-1")
//
// A kept answer is at most 5 seconds old, as an answer of the server is that is not asked to be fresher.
// After the server has told that answers of a user may have changed, none from before is given. It is not
// for who needs [FullyConsistent] answers, or those that have seen a token: [Client.Check] asks.
//
// It keeps up to 100,000 answers, or [MaxAnswers]. A context of [ActingFor] is asked for and nothing of it
// kept, for other users may not be told the same. Where the stream breaks it asks, and opens the stream
// again: after about 0.1 s, then twice as long each time up to 10 s, anew after a message; after 10 s if the
// server refuses it. Failure says why it does not stand.
//
// An organization that has no such name, and a bound below 2, are INVALID_ARGUMENT. It ends with Close or
// with the client; one of them must come.
func (c *Client) CachedAccess(organization string, options ...CachedAccessOption) (*CachedAccess, error) {
	settings := cachedAccessSettings{maxAnswers: defaultMaxAnswers, silence: longestProof, now: presently}
	for _, option := range options {
		option(&settings)
	}
	id, is := strings.CutPrefix(organization, "organizations/")
	switch {
	case !is || id == "" || id == "-" || strings.Contains(id, "/"):
		return nil, wrongArgument("organization", noOrganization(organization))
	case settings.maxAnswers < 2:
		return nil, wrongArgument("max_answers", fmt.Sprintf("%d is less than 2", settings.maxAnswers))
	}
	ctx, cancel := context.WithCancel(context.Background())
	a := &CachedAccess{
		client:       c,
		organization: organization,
		products:     organization + "/products/",
		keeping: &keeping{
			now: settings.now, kept: newKept(settings.maxAnswers), underWay: map[string]map[*inquiry]struct{}{},
		},
		cancel: cancel,
	}
	a.stream = &following[grantorv1.WatchAccessResponse]{
		access: c.Access, again: c.again, caller: c.caller,
		opening: settings.silence, silence: settings.silence, steady: 1,
		open: a.open, take: a.take, goesOn: a.goesOn,
	}
	go a.run(ctx)
	return a, nil
}

func noOrganization(text string) string {
	if likeKey(text) {
		return "it looks like a key; write organizations/ID"
	}
	return fmt.Sprintf("%q is no name of an organization; write organizations/ID", text)
}

// Check asks as [Client.Check] does, or gives the answer that is kept. Its errors are those of Check; they
// are never kept. What a kept answer points to is shared: do not change it.
func (a *CachedAccess) Check(ctx context.Context, subject, right, resource string) (CachedAnswer, error) {
	if !a.isAbout(resource) || saysForWhom(ctx) {
		a.asked.Add(1)
		answer, err := a.client.Check(ctx, subject, right, resource)
		return CachedAnswer{Answer: answer}, err
	}
	of, now := aspect{resource: resource, right: right}, a.keeping.now()
	if !a.client.caller.isClosed() {
		if answer, found := a.keeping.find(now, subject, of); found {
			return CachedAnswer{Answer: answer, FromCache: true}, nil
		}
	}
	return a.ask(ctx, a.keeping.ask(now, subject, of))
}

// ask asks a question that is under way.
func (a *CachedAccess) ask(ctx context.Context, asked *inquiry) (CachedAnswer, error) {
	a.asked.Add(1)
	request := &grantorv1.CheckAccessRequest{
		Subject: asked.subject, Right: asked.of.right, Resource: asked.of.resource,
	}
	if asked.token != "" {
		request.Consistency = AtLeastAsFresh(asked.token).Consistency
	}
	response, answer, err := a.client.check(ctx, request)
	a.keeping.answered(asked, response, answer)
	return CachedAnswer{Answer: answer}, err
}

// isAbout tells whether a resource is the organization or one of its products.
func (a *CachedAccess) isAbout(resource string) bool {
	if resource == a.organization {
		return true
	}
	id, is := strings.CutPrefix(resource, a.products)
	return is && id != "" && !strings.Contains(id, "/")
}

// Stats says what the cache was good for so far.
func (a *CachedAccess) Stats() CacheStats {
	return CacheStats{Hits: a.keeping.kept.hits(), Asked: a.asked.Load(), Keeping: a.keeping.keeps()}
}

// Failure is why nothing is told by the server, an [*Error]: the stream can't be opened, or has ended. It is
// nil while it stands, and before it was tried.
func (a *CachedAccess) Failure() error { return a.keeping.why() }

// Close ends the stream. Afterwards Check asks. Closing again does nothing.
func (a *CachedAccess) Close() {
	a.keeping.end(&Error{Code: codes.Canceled, Message: "the cache is closed; make another"})
	a.cancel()
}

// run follows the stream until the cache or the client is closed.
func (a *CachedAccess) run(ctx context.Context) {
	defer a.cancel()
	a.keeping.end(a.stream.run(ctx))
}

func (a *CachedAccess) open(ctx context.Context, access grantorv1.AccessServiceClient,
	id *requestID) (grpc.ServerStreamingClient[grantorv1.WatchAccessResponse], error) {
	a.keeping.begin()
	return access.WatchAccess(ctx, &grantorv1.WatchAccessRequest{Organization: a.organization}, id)
}

func (a *CachedAccess) take(message *grantorv1.WatchAccessResponse, _ bool) bool {
	a.keeping.take(message)
	return true
}

// goesOn opens another stream whatever ended this one: rights can come back, but not so soon.
func (a *CachedAccess) goesOn(err error, _ int) bool {
	a.keeping.ended(err)
	if status.Code(err) != codes.Unavailable {
		a.stream.wait = longestWait
	}
	return true
}
