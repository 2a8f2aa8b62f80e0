package grantor

import (
	"context"
	"iter"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/timestamppb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// Event is a change, as a watch gives it.
type Event struct {
	// Change is what happened.
	Change *grantorv1.Change
	// Position is where another watch of the same parent goes on after it: see FromPosition.
	Position string
}

// WatchOption says where a watch begins, and how it is kept alive. Of several beginnings the last
// counts.
type WatchOption func(*grantorv1.WatchChangesRequest)

// AfterRevision begins with the change after this one; 0 is before the first. Not for
// "organizations/-".
func AfterRevision(revision int64) WatchOption {
	return func(r *grantorv1.WatchChangesRequest) {
		r.Start = &grantorv1.WatchChangesRequest_AfterRevision{AfterRevision: revision}
	}
}

// FromTime begins with the changes of this time or later; for "organizations/-" at most 30 days
// ago.
func FromTime(start time.Time) WatchOption {
	return func(r *grantorv1.WatchChangesRequest) {
		r.Start = &grantorv1.WatchChangesRequest_StartTime{StartTime: timestamppb.New(start)}
	}
}

// FromPosition begins after the event that had this position, in a watch of the same parent.
func FromPosition(position string) WatchOption {
	return func(r *grantorv1.WatchChangesRequest) {
		r.Start = &grantorv1.WatchChangesRequest_Position{Position: position}
	}
}

// HeartbeatInterval is how long the server may be silent before it sends a sign of life: 1 s to
// 60 s, 10 s if not given. After three times as long without one the watch takes the connection
// for lost.
func HeartbeatInterval(interval time.Duration) WatchOption {
	return func(r *grantorv1.WatchChangesRequest) { r.HeartbeatInterval = durationpb.New(interval) }
}

// Watch gives the changes of a parent as they come: "organizations/acme", "platform", "people", or
// "organizations/-" for all organizations. It begins where an option says, else with the next
// change.
//
//	for event, err := range client.Watch(ctx, "organizations/acme", grantor.AfterRevision(0)) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(event.Change.GetName())
//	}
//
// It resumes by itself, from the last position, where the stream breaks: after UNAVAILABLE, after
// silence, after the server's end of it. Between tries it waits, from about 0.1 s up to 10 s. A
// change that comes again is not given again. Any other error is the last that it gives; so is
// CANCELLED or DEADLINE_EXCEEDED where the context ends.
//
// Leaving the loop ends the watch, and nothing of it stays behind. Each loop over what Watch
// returns is a watch of its own, from the beginning.
func (c *Client) Watch(ctx context.Context, parent string, options ...WatchOption) iter.Seq2[Event, error] {
	request := &grantorv1.WatchChangesRequest{Parent: parent, HeartbeatInterval: durationpb.New(10 * time.Second)}
	for _, option := range options {
		option(request)
	}
	return func(yield func(Event, error) bool) {
		w := watch{
			open:    c.Access.WatchChanges,
			request: proto.CloneOf(request),
			silence: silenceOf(request),
			seen:    map[string]int64{},
			yield:   yield,
		}
		if err := w.run(ctx); err != nil {
			yield(Event{}, err)
		}
	}
}

// silenceOf is after how long without a sign of life a connection is lost. An interval below the
// bounds is refused by the server, which needs the time to say so.
func silenceOf(request *grantorv1.WatchChangesRequest) time.Duration {
	return 3 * max(request.GetHeartbeatInterval().AsDuration(), time.Second)
}
