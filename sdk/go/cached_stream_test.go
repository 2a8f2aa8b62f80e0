package grantor

import (
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func (w *cachedWorld) failsWith(code codes.Code, message string) {
	w.Helper()
	eventually(w.T, "a failure", func() bool { return w.Failure() != nil })
	expect(w.T, ErrorOf(w.Failure()), code, message)
}

func TestAStreamThatEndsIsOpenedAgain(t *testing.T) {
	for _, end := range []error{nil, status.Error(codes.Unavailable, "the server ended the watch")} {
		w := world(t)
		w.expect("asked", "users/ann")
		w.stream.end <- end
		w.failsWith(codes.Unavailable, "the server ended the watch")
		w.expect("asked", "users/ann")
		if stats := w.Stats(); stats.Keeping {
			t.Errorf("%+v", stats)
		}
		w.next("t0")
		if w.Failure() != nil {
			t.Error(w.Failure())
		}
		w.expect("asked", "users/ann")
		w.expect("kept", "users/ann")
	}
}

func TestARefusedStreamSaysSoAndIsTriedAgainLater(t *testing.T) {
	w := newWorld(t)
	(<-w.server.streams).end <- status.Error(codes.PermissionDenied, "not yours")
	w.failsWith(codes.PermissionDenied, "not yours")
	w.expect("asked", "users/ann")
	w.expect("asked", "users/ann")
	a := CachedAccess{keeping: w.keeping, stream: &following[grantorv1.WatchAccessResponse]{wait: firstWait}}
	for err, wait := range map[error]time.Duration{
		status.Error(codes.PermissionDenied, "not yours"): longestWait,
		status.Error(codes.NotFound, "gone"):              longestWait,
		status.Error(codes.Unavailable, "restarts"):       firstWait,
	} {
		a.stream.wait = firstWait
		if !a.goesOn(err, 1000) || a.stream.wait != wait {
			t.Errorf("after %v it waits for %v", err, a.stream.wait)
		}
	}
}

func TestASilentStreamIsOpenedAnew(t *testing.T) {
	w := newWorld(t, func(s *cachedAccessSettings) { s.silence = patience })
	w.next("t0")
	first, _ := peer.FromContext(w.stream.Context())
	w.expect("asked", "users/ann")
	w.failsWith(codes.Unavailable, "no answer from "+w.client.caller.address+" within 0.5 s")
	w.next("t0")
	if second, _ := peer.FromContext(w.stream.Context()); second.Addr.String() == first.Addr.String() {
		t.Error("it is opened over the connection that is silent")
	}
	w.expect("asked", "users/ann")
}

func TestAfterItsEndACacheAsks(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/ann")
	w.Close()
	<-w.stream.Context().Done()
	w.expect("asked", "users/ann")
	w.expect("asked", "users/ann")
	w.Close()
	w.failsWith(codes.Canceled, "the cache is closed; make another")
	noneLeft(t, "grantor.dev/sdk/go.(*following", "grantor.dev/sdk/go.(*CachedAccess)")
}

func TestTheEndOfTheClientEndsACache(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/ann")
	w.client.caller.closed.Store(true) // as Close does first of all
	_, err := w.Check(t.Context(), "users/ann", "use", drive)
	expect(t, ErrorOf(err), codes.Canceled, "the client is closed; make another")
	w.client.Close()
	w.failsWith(codes.Canceled, "the client is closed; make another")
	noneLeft(t, "grantor.dev/sdk/go.(*following", "grantor.dev/sdk/go.(*CachedAccess)")
}

func TestWhatIsUnderWayAtTheEndIsNotKept(t *testing.T) {
	w := world(t)
	held := w.hold()
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.expect("asked", "users/ann")
	}()
	release := <-held
	w.Close()
	close(release)
	<-done
	if young, old := w.keeping.kept.sizes(); young+old != 0 || len(w.keeping.underWay) != 0 {
		t.Errorf("%d answers are kept, %d are under way", young+old, len(w.keeping.underWay))
	}
}
