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
)

// watch is one watch over all the streams that it takes.
type watch struct {
	open func(context.Context, *grantorv1.WatchChangesRequest, ...grpc.CallOption) (
		grpc.ServerStreamingClient[grantorv1.WatchChangesResponse], error)
	request *grantorv1.WatchChangesRequest // its start moves with the events
	silence time.Duration
	seen    map[string]int64 // the highest revision of each parent
	wait    time.Duration
	yield   func(Event, error) bool
}

// run follows stream after stream. It returns nil where the watcher left, and else what ended it.
func (w *watch) run(ctx context.Context) error {
	w.wait = firstWait
	for {
		err := w.follow(ctx)
		switch {
		case err == errLeft:
			return nil
		case err != nil && status.Code(err) != codes.Unavailable:
			return err
		}
		if err := pause(ctx, w.wait); err != nil {
			return errorFrom(err, "")
		}
		w.wait = min(2*w.wait, longestWait)
	}
}

// follow reads one stream to its end, which is nil where it ended well or fell silent.
func (w *watch) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	lost := time.AfterFunc(w.silence, func() { cancel(errSilent) })
	defer lost.Stop()
	stream, err := w.open(ctx, w.request)
	for err == nil {
		var response *grantorv1.WatchChangesResponse
		if response, err = stream.Recv(); err != nil {
			break
		}
		// The watcher may take its time with an event: that is no silence of the server.
		lost.Stop()
		if !w.take(response) {
			return errLeft
		}
		lost.Reset(w.silence)
	}
	if err == io.EOF || context.Cause(ctx) == errSilent {
		return nil
	}
	return err
}

// take remembers how far the watch is, and gives the change if there is one that is new. It tells
// whether the watcher wants more.
func (w *watch) take(response *grantorv1.WatchChangesResponse) bool {
	w.wait = firstWait
	w.request.Start = &grantorv1.WatchChangesRequest_Position{Position: response.GetPosition()}
	change := response.GetChange()
	if change == nil || !w.isNew(change) {
		return true
	}
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

// pause waits for about this long, or less where the context ends.
func pause(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(time.Duration(float64(wait) * (0.8 + 0.4*rand.Float64())))
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
