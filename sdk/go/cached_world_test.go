package grantor

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/timestamppb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

const (
	acme  = "organizations/acme"
	drive = "organizations/acme/products/drive-1"
)

// clock is one that goes on when a test says so.
type clock struct{ monotonic, wall atomic.Int64 }

func (c *clock) now() moment {
	return moment{time.Duration(c.monotonic.Load()), time.Duration(c.wall.Load())}
}

func (c *clock) pass(span time.Duration) {
	c.monotonic.Add(int64(span))
	c.wall.Add(int64(span))
}

// database is what the database's clock shows after a while.
func database(after time.Duration) *timestamppb.Timestamp {
	return timestamppb.New(time.Unix(1_800_000_000, 0).Add(after))
}

// told is a stream that is open.
type told struct {
	grpc.ServerStreamingServer[grantorv1.WatchAccessResponse]
	end chan error
}

// vouching is a server that answers as a test says, and says on its streams what a test says.
type vouching struct {
	grantorv1.UnimplementedAccessServiceServer
	streams chan told
	answer  func(*grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error)
}

func (s *vouching) WatchAccess(_ *grantorv1.WatchAccessRequest,
	stream grpc.ServerStreamingServer[grantorv1.WatchAccessResponse]) error {
	open := told{stream, make(chan error)}
	select {
	case s.streams <- open:
	case <-stream.Context().Done():
		return nil
	}
	select {
	case err := <-open.end:
		return err
	case <-stream.Context().Done():
		return nil
	}
}

func (s *vouching) CheckAccess(_ context.Context,
	request *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
	return s.answer(request)
}

// cachedWorld is a cache beside its server, which allows everything and tells the time.
type cachedWorld struct {
	*testing.T
	*CachedAccess
	clock  *clock
	server *vouching
	stream told
	tokens chan string // those of what was asked
}

// world opens a cache whose stream has said its first message, with the token "t0".
func world(t *testing.T, options ...CachedAccessOption) *cachedWorld {
	w := newWorld(t, options...)
	w.next("t0")
	return w
}

// newWorld opens a cache whose stream says nothing yet.
func newWorld(t *testing.T, options ...CachedAccessOption) *cachedWorld {
	w := &cachedWorld{T: t, clock: &clock{}, tokens: make(chan string, 1000)}
	w.server = &vouching{streams: make(chan told), answer: w.allow}
	client := beside(t, w.server)
	cached, err := client.CachedAccess(acme, append(options, func(s *cachedAccessSettings) { s.now = w.clock.now })...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(cached.Close)
	w.CachedAccess = cached
	return w
}

func (w *cachedWorld) allow(request *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
	token := ""
	for _, one := range request.GetConsistency().GetAtLeastAsFresh().GetTokens() {
		token += one
	}
	w.tokens <- token
	return &grantorv1.CheckAccessResponse{
		Decision:     grantorv1.Decision_DECISION_ALLOWED,
		Reason:       grantorv1.AccessReason_ACCESS_REASON_ALLOWED_BY_GRANT,
		EvaluateTime: database(w.clock.now().monotonic),
	}, nil
}

// next waits for the next stream, and has it say its first message.
func (w *cachedWorld) next(token string) {
	w.Helper()
	select {
	case w.stream = <-w.server.streams:
	case <-time.After(10 * time.Second):
		w.Fatal("no stream is opened")
	}
	w.say(token, &grantorv1.Invalidation{AllSubjects: true})
}

// say has the stream say a message that proves all until now, and waits until it was taken in.
func (w *cachedWorld) say(token string, invalidation *grantorv1.Invalidation) {
	w.Helper()
	w.send(&grantorv1.WatchAccessResponse{
		Invalidation: invalidation, ConsistencyToken: token, ProvedTime: database(w.clock.now().monotonic),
	})
}

func (w *cachedWorld) send(message *grantorv1.WatchAccessResponse) {
	w.Helper()
	if err := w.stream.Send(message); err != nil {
		w.Fatal(err)
	}
	eventually(w.T, "the message is taken in", func() bool {
		w.keeping.mu.Lock()
		defer w.keeping.mu.Unlock()
		return w.keeping.token == message.GetConsistencyToken()
	})
}

// expect checks, and compares where the answer is from.
func (w *cachedWorld) expect(from string, subject string) {
	w.Helper()
	w.expectOf(from, subject, drive)
}

func (w *cachedWorld) expectOf(from string, subject, resource string) {
	w.Helper()
	answer, err := w.Check(w.Context(), subject, "use", resource)
	if err != nil || !answer.Allowed {
		w.Fatalf("%v, %v", answer, err)
	}
	if answer.FromCache != (from == "kept") {
		w.Errorf("expected an answer that was %s; from the cache: %v", from, answer.FromCache)
	}
}

// eventually waits until something is so.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !is(); runtime.Gosched() {
		if time.Now().After(deadline) {
			t.Fatalf("%s: not within 10 s", what)
		}
	}
}

func subjects(names ...string) *grantorv1.Invalidation {
	return &grantorv1.Invalidation{Subjects: names}
}

// hold makes the server wait with answers: each sends what lets it go.
func (w *cachedWorld) hold() chan chan struct{} {
	held := make(chan chan struct{})
	w.server.answer = func(request *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
		response, err := w.allow(request)
		release := make(chan struct{})
		held <- release
		<-release
		return response, err
	}
	return held
}
