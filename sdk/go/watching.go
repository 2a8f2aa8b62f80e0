package grantor

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// longestWait is the longest wait between two tries of a watch.
const longestWait = 10 * time.Second

var (
	errLeft   = errors.New("whoever watched has left")
	errSilent = errors.New("no sign of life")
	errClosed = errors.New("the client is closed")
)

// watch is one watch over all the streams that it takes.
type watch struct {
	access  grantorv1.AccessServiceClient
	again   func() (*grpc.ClientConn, error) // makes another connection
	freed   func() bool                      // forgets that own ends with the client
	own     *grpc.ClientConn                 // the one made after silence; nil: the client's
	caller  *caller
	request *grantorv1.WatchChangesRequest // its start moves with the events
	silence time.Duration
	seen    map[string]int64 // the highest revision of each parent
	wait    time.Duration
	ready   func() // nil: nobody is told
	opened  bool   // an answer has come, on any stream
	yield   func(Event, error) bool
}

// run follows stream after stream. It returns nil where the watcher left, and else what ended it.
func (w *watch) run(ctx context.Context) error {
	whole := call{caller: w.caller, within: untilEnd(ctx)}
	w.wait = firstWait
	for attempts := 1; ; attempts++ {
		err := w.follow(ctx)
		switch {
		case err == errLeft:
			return nil
		case err != nil && status.Code(err) != codes.Unavailable:
			return err
		case !w.opened && attempts == mostAttempts:
			return err
		}
		if err := w.pause(ctx); err != nil {
			whole.answered = w.opened
			return whole.failed(err)
		}
	}
}

// follow reads one stream to its end, which is nil where it was open and ended well or fell silent.
func (w *watch) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	lost := time.AfterFunc(w.patience(), func() { cancel(errSilent) })
	defer lost.Stop()
	var this requestID
	closed := context.AfterFunc(w.caller.life, func() { cancel(errClosed) })
	defer closed()
	stream, err := w.access.WatchChanges(ctx, w.request, &this)
	for answers := 1; err == nil; answers++ {
		var response *grantorv1.WatchChangesResponse
		if response, err = stream.Recv(); err != nil {
			break
		}
		// The watcher may take its time with an event: that is no silence of the server.
		lost.Stop()
		if answers == 2 {
			w.wait = firstWait
		}
		if !w.take(response) {
			return errLeft
		}
		lost.Reset(w.silence)
	}
	silent := context.Cause(ctx) == errSilent
	if silent {
		if err := w.dialAnew(); err != nil {
			return err
		}
	}
	switch {
	case context.Cause(ctx) == errClosed:
		return closedError(this.id)
	case silent && !w.opened:
		return w.caller.unavailable(w.caller.within(w.caller.timeout), this.id)
	case err == io.EOF && !w.opened:
		return w.caller.unavailable("the server ended the watch before it was open", this.id)
	case silent || err == io.EOF:
		return nil
	default:
		return err
	}
}

// dialAnew leaves a connection that fell silent: the next stream on it would be as silent, until
// keepalive finds it lost. The client's own stays for other calls, which may have proof that it lives.
func (w *watch) dialAnew() error {
	w.hangUp()
	own, err := w.again()
	if err != nil {
		return err
	}
	w.own, w.access = own, grantorv1.NewAccessServiceClient(own)
	w.freed = context.AfterFunc(w.caller.life, func() { own.Close() })
	return nil
}

// hangUp ends the connection that the watch has for itself.
func (w *watch) hangUp() {
	if w.own != nil {
		w.freed()
		w.own.Close()
	}
}

// patience is how long a new stream may be silent: until one was open, as long as a call may take.
func (w *watch) patience() time.Duration {
	if w.opened {
		return w.silence
	}
	return w.caller.timeout
}

// take remembers how far the watch is, and gives the change if there is one that is new. It tells
// whether the watcher wants more.
func (w *watch) take(response *grantorv1.WatchChangesResponse) bool {
	if !w.opened {
		w.opened = true
		if w.ready != nil {
			w.ready()
		}
	}
	w.request.Start = &grantorv1.WatchChangesRequest_Position{Position: response.GetPosition()}
	change := response.GetChange()
	if change == nil || !w.isNew(change) {
		return true
	}
	w.wait = firstWait
	return w.yield(Event{Change: change, Position: response.GetPosition()}, nil)
}

// isNew remembers a change, and tells whether it comes for the first time.
func (w *watch) isNew(change *grantorv1.Change) bool {
	parent, _, _ := strings.Cut(change.GetName(), "/changes/")
	if change.GetRevision() <= w.seen[parent] {
		return false
	}
	w.seen[parent] = change.GetRevision()
	return true
}

// pause waits before the next try, or less where the context or the client ends.
func (w *watch) pause(ctx context.Context) error {
	timer := time.NewTimer(time.Duration(float64(w.wait) * (0.8 + 0.4*rand.Float64())))
	defer timer.Stop()
	w.wait = min(2*w.wait, longestWait)
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-w.caller.life.Done():
		return closedError("")
	}
}
