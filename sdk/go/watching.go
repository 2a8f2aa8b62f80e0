package grantor

import (
	"context"
	"strings"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// watch is one watch of changes over all the streams that it takes.
type watch struct {
	following[grantorv1.WatchChangesResponse]
	request *grantorv1.WatchChangesRequest // its start moves with the events
	seen    map[string]int64               // the highest revision of each parent
	ready   func()                         // nil: nobody is told
	yield   func(Event, error) bool
}

// watching makes a watch that was not begun yet.
func (c *Client) watching(settings watchSettings, yield func(Event, error) bool) *watch {
	w := &watch{
		following: following[grantorv1.WatchChangesResponse]{
			access:  c.Access,
			again:   c.again,
			caller:  c.caller,
			opening: c.caller.timeout,
			silence: 3 * settings.request.GetHeartbeatInterval().AsDuration(),
			// The heartbeat that opens each stream says little: a server may open and fail, again and again.
			steady: 2,
		},
		request: proto.CloneOf(settings.request),
		ready:   settings.ready,
		seen:    map[string]int64{},
		yield:   yield,
	}
	w.open, w.take, w.goesOn = w.openChanges, w.takeChange, w.resumes
	return w
}

func (w *watch) openChanges(ctx context.Context, access grantorv1.AccessServiceClient,
	id *requestID) (grpc.ServerStreamingClient[grantorv1.WatchChangesResponse], error) {
	return access.WatchChanges(ctx, w.request, id)
}

// resumes tells whether a watch goes on: after UNAVAILABLE, but tried as often as a call until it was
// open once.
func (w *watch) resumes(err error, attempts int) bool {
	return status.Code(err) == codes.Unavailable && (w.opened || attempts < mostAttempts)
}

// takeChange remembers how far the watch is, and gives the change if there is one that is new. It tells
// whether the watcher wants more.
func (w *watch) takeChange(response *grantorv1.WatchChangesResponse, first bool) bool {
	if first && w.ready != nil {
		w.ready()
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
