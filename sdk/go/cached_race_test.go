package grantor

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// After an invalidation was taken in no answer from before it is given, however many ask meanwhile.
func TestNoAllowIsServedAfterItsInvalidation(t *testing.T) {
	w := world(t, MaxAnswers(8))
	var allowed, kept atomic.Int64
	var term atomic.Int64 // odd: the right is taken, and the cache was told
	allowed.Store(1)
	w.server.answer = func(*grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
		decision := grantorv1.Decision_DECISION_DENIED
		if allowed.Load() == 1 {
			decision = grantorv1.Decision_DECISION_ALLOWED
		}
		for range 50 { // what was decided before a change arrives after it
			runtime.Gosched()
		}
		return &grantorv1.CheckAccessResponse{Decision: decision, EvaluateTime: database(0)}, nil
	}
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for reader := range 8 {
		readers.Add(1)
		go func() {
			defer readers.Done()
			for i := 0; ctx.Err() == nil; i++ {
				before := term.Load()
				answer, err := w.Check(t.Context(), "users/ann", fmt.Sprint("use", (reader+i)%3), drive)
				if err != nil {
					t.Error(err)
					return
				}
				if answer.FromCache {
					kept.Add(1)
				}
				if before%2 == 1 && term.Load() == before && answer.Allowed {
					t.Errorf("allowed after it was taken; from the cache: %v", answer.FromCache)
					return
				}
			}
		}()
	}
	for round := 0; round < 30 || kept.Load() < 300; round++ {
		invalidation := subjects("users/ann")
		if round%10 == 9 {
			invalidation.AllSubjects = true
		}
		allowed.Store(0)
		w.say(fmt.Sprint("taken", round), invalidation)
		term.Add(1)
		awaitHits(&kept)
		term.Add(1)
		allowed.Store(1)
		w.say(fmt.Sprint("given", round), invalidation)
		awaitHits(&kept)
		if t.Failed() {
			break
		}
	}
	stop()
	readers.Wait()
}

// awaitHits waits so that both answers are kept in turn, as far as a busy machine lets them.
func awaitHits(kept *atomic.Int64) {
	served := kept.Load()
	for deadline := time.Now().Add(20 * time.Millisecond); kept.Load() < served+20 && time.Now().Before(deadline); {
		runtime.Gosched()
	}
}
