package grantor

import (
	"context"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/types/known/timestamppb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func TestAnAnswerIsKept(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/ann")
	w.expect("kept", "users/ann")
	w.expect("asked", "users/bob")
	w.expectOf("asked", "users/ann", acme)
	if stats := w.Stats(); stats != (CacheStats{Hits: 1, Asked: 3, Keeping: true}) {
		t.Errorf("%+v", stats)
	}
	if w.Failure() != nil {
		t.Error(w.Failure())
	}
}

func TestADenialIsKeptAndAnErrorIsNot(t *testing.T) {
	w := world(t)
	w.server.answer = func(*grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
		return nil, status.Error(codes.InvalidArgument, "no such right")
	}
	for range 2 {
		_, err := w.Check(t.Context(), "users/ann", "fly", drive)
		expect(t, ErrorOf(err), codes.InvalidArgument, "no such right")
	}
	w.server.answer = func(*grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
		return &grantorv1.CheckAccessResponse{Decision: grantorv1.Decision_DECISION_DENIED, EvaluateTime: database(0)}, nil
	}
	for _, kept := range []bool{false, true} {
		answer, err := w.Check(t.Context(), "users/ann", "fly", drive)
		if err != nil || answer.Allowed || answer.FromCache != kept {
			t.Errorf("%v, %v", answer, err)
		}
	}
}

func TestAnInvalidationForgets(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/ann")
	w.expect("asked", "users/bob")
	w.say("t1", nil)
	w.expect("kept", "users/ann")
	w.say("t2", subjects("users/ann"))
	w.expect("kept", "users/bob")
	w.expect("asked", "users/ann")
	w.say("t3", &grantorv1.Invalidation{AllSubjects: true})
	w.expect("asked", "users/ann")
	w.expect("asked", "users/bob")
	w.say("t3 and one", &grantorv1.Invalidation{AllSubjects: true, Subjects: []string{"users/ann"}})
	w.expect("asked", "users/ann")
	w.expect("asked", "users/bob")
	// Whom a newer server may mean otherwise is not known here.
	w.say("t4", &grantorv1.Invalidation{})
	w.expect("asked", "users/ann")
	w.expect("asked", "users/bob")
}

func TestWhatIsAskedHasSeenTheNewestToken(t *testing.T) {
	w := newWorld(t)
	w.expect("asked", "users/ann")
	w.next("t0")
	w.expect("asked", "users/ann")
	w.say("t1", subjects("users/ann"))
	w.expect("asked", "users/ann")
	for _, want := range []string{"", "t0", "t1"} {
		if token := <-w.tokens; token != want {
			t.Errorf("asked with %q, not %q", token, want)
		}
	}
}

func TestWhatWasAskedWithoutATokenIsNotKept(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/bob")
	w.send(&grantorv1.WatchAccessResponse{ProvedTime: database(0)})
	w.expect("asked", "users/ann")
	w.say("t1", nil)
	w.expect("asked", "users/ann")
	w.expect("kept", "users/bob")
}

func TestAnAnswerUnderWayIsGivenAndNotKept(t *testing.T) {
	for name, meanwhile := range map[string]func(*cachedWorld){
		"its subject":   func(w *cachedWorld) { w.say("t1", subjects("users/eve", "users/ann")) },
		"all":           func(w *cachedWorld) { w.say("t1", &grantorv1.Invalidation{AllSubjects: true}) },
		"somebody else": func(w *cachedWorld) { w.say("t1", subjects("users/bob")) },
		"a new stream": func(w *cachedWorld) {
			w.stream.end <- status.Error(codes.Unavailable, "restarts")
			w.next("t1")
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := world(t)
			held := w.hold()
			done := make(chan struct{})
			go func() {
				defer close(done)
				w.expect("asked", "users/ann")
			}()
			release := <-held
			meanwhile(w)
			close(release)
			<-done
			w.server.answer = w.allow
			if name == "somebody else" {
				w.expect("kept", "users/ann")
			} else {
				w.expect("asked", "users/ann")
			}
		})
	}
}

func TestWithoutProofItAsks(t *testing.T) {
	for name, c := range map[string]struct {
		pass   func(*cachedWorld)
		serves string
	}{
		"heard 4.9 s ago": {func(w *cachedWorld) { w.clock.pass(4900 * time.Millisecond) }, "kept"},
		"heard 5 s ago":   {func(w *cachedWorld) { w.clock.pass(5 * time.Second) }, "asked"},
		"heard 5 s ago, of later": {func(w *cachedWorld) {
			w.proves("t1", 13*time.Second)
			w.clock.pass(5 * time.Second)
		}, "asked"},
		"5 s ago on the wall":     {func(w *cachedWorld) { w.clock.wall.Add(int64(5 * time.Second)) }, "asked"},
		"the wall's was put back": {func(w *cachedWorld) { w.clock.wall.Add(-int64(time.Hour)) }, "kept"},
		"put back, 5 s ago": {func(w *cachedWorld) {
			w.clock.wall.Add(-int64(time.Hour))
			w.clock.monotonic.Add(int64(5 * time.Second))
		}, "asked"},
		"proved 4.9 s ago": {func(w *cachedWorld) { w.proves("t1", 5100*time.Millisecond) }, "kept"},
		"proved 5 s ago":   {func(w *cachedWorld) { w.proves("t1", 5*time.Second) }, "asked"},
		"proves nothing": {func(w *cachedWorld) {
			w.send(&grantorv1.WatchAccessResponse{ConsistencyToken: "t1"})
		}, "asked"},
		"no token": {func(w *cachedWorld) {
			w.send(&grantorv1.WatchAccessResponse{ProvedTime: database(10 * time.Second)})
		}, "asked"},
	} {
		t.Run(name, func(t *testing.T) {
			w := world(t)
			w.expect("asked", "users/ann")
			c.pass(w)
			w.expect(c.serves, "users/ann")
		})
	}
}

// proves has the stream say after 10 s what was proved at this time.
func (w *cachedWorld) proves(token string, at time.Duration) {
	w.clock.pass(10 * time.Second)
	w.send(&grantorv1.WatchAccessResponse{ConsistencyToken: token, ProvedTime: database(at)})
}

func TestTheClockIsMeasuredEachMinute(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/ann")
	w.expect("asked", "users/bob")
	w.clock.pass(time.Minute - time.Millisecond)
	w.say("t1", nil)
	w.expect("kept", "users/ann")
	w.clock.pass(time.Millisecond)
	w.say("t2", nil)
	w.expect("asked", "users/ann")
	w.expect("kept", "users/ann")
	w.expect("kept", "users/bob")
}

func TestAnOlderMeasureDoesNotReplaceANewerOne(t *testing.T) {
	w := world(t)
	held := w.hold()
	done := make(chan struct{})
	go func() {
		defer close(done)
		w.expect("asked", "users/ann")
	}()
	release := <-held
	w.server.answer = w.allow
	w.clock.pass(4 * time.Second)
	w.expect("asked", "users/bob")
	newer := *w.keeping.measured
	close(release)
	<-done
	if *w.keeping.measured != newer {
		t.Error("the measure is an older one")
	}
}

func TestAnAnswerEndsWhenItCanChangeByItself(t *testing.T) {
	w := world(t)
	w.server.answer = func(request *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
		response, err := w.allow(request)
		response.ValidUntil = timestamppb.New(response.EvaluateTime.AsTime().Add(2 * time.Second))
		if request.GetSubject() == "users/bob" { // longer than a duration can say
			response.ValidUntil = &timestamppb.Timestamp{Seconds: 253402300799}
		}
		return response, err
	}
	w.clock.pass(time.Second)
	w.expect("asked", "users/ann")
	w.expect("asked", "users/bob")
	w.clock.pass(2*time.Second - time.Millisecond)
	w.expect("kept", "users/ann")
	w.clock.pass(time.Millisecond)
	w.expect("asked", "users/ann")
	w.expect("kept", "users/bob")
}

func TestAnAnswerWithoutItsTimeIsNotKept(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/bob")
	w.server.answer = func(request *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
		response, err := w.allow(request)
		response.EvaluateTime = nil
		return response, err
	}
	w.expect("asked", "users/ann")
	w.expect("asked", "users/ann")
	w.expect("kept", "users/bob")
}

func TestWhatIsOfAnotherOrganizationIsNotKept(t *testing.T) {
	w := world(t)
	for _, resource := range []string{
		"organizations/acme2", "organizations/acme2/products/drive-1", "organizations/acme/products/",
		"organizations/acme/products/drive-1/files/a", "organizations/acme/teams/a", "organizations", "",
	} {
		w.expectOf("asked", "users/ann", resource)
		w.expectOf("asked", "users/ann", resource)
	}
}

func TestWhatIsAskedForAnotherUserIsNotKept(t *testing.T) {
	w := world(t)
	w.expect("asked", "users/ann")
	for _, ctx := range []context.Context{
		ActingFor(t.Context(), "users/bob"),
		metadata.AppendToOutgoingContext(t.Context(), actingUserHeader, "users/bob"),
	} {
		for _, subject := range []string{"users/ann", "users/eve", "users/eve"} {
			if answer, err := w.Check(ctx, subject, "use", drive); err != nil || answer.FromCache {
				t.Errorf("%v, %v", answer, err)
			}
		}
	}
	w.expect("asked", "users/eve")
	_, err := w.Check(ActingFor(t.Context(), "bob"), "users/ann", "use", drive)
	expect(t, ErrorOf(err), codes.InvalidArgument, "acting user: …")
}

func TestCachesThatAreNotMade(t *testing.T) {
	client := at(t, "http://127.0.0.1:1")
	for organization, says := range map[string]string{
		"acme":                 "organization: \"acme\" is no name of an organization; write organizations/ID",
		"organizations/":       "organization: …",
		"organizations/-":      "organization: …",
		drive:                  "organization: …",
		"organizations/grk_a/": "organization: it looks like a key; write organizations/ID",
	} {
		_, err := client.CachedAccess(organization)
		expect(t, ErrorOf(err), codes.InvalidArgument, says)
	}
	_, err := client.CachedAccess(acme, MaxAnswers(1))
	expect(t, ErrorOf(err), codes.InvalidArgument, "max_answers: 1 is less than 2")
}
