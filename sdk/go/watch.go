package grantor

import (
	"context"
	"fmt"
	"iter"
	"time"

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

// WatchOption says where a watch begins, how it is kept alive, and who is told that it is open. Of
// several beginnings the last counts.
type WatchOption func(*watchSettings)

// watchSettings is what the options of a watch say.
type watchSettings struct {
	request *grantorv1.WatchChangesRequest
	ready   func()
}

// AfterRevision begins with the change after this one; 0 is before the first. Not for
// "organizations/-".
func AfterRevision(revision int64) WatchOption {
	return func(s *watchSettings) {
		s.request.Start = &grantorv1.WatchChangesRequest_AfterRevision{AfterRevision: revision}
	}
}

// FromTime begins with the changes of this time or later; for "organizations/-" at most 30 days
// ago.
func FromTime(start time.Time) WatchOption {
	return func(s *watchSettings) {
		s.request.Start = &grantorv1.WatchChangesRequest_StartTime{StartTime: timestamppb.New(start)}
	}
}

// FromPosition begins after the event that had this position, in a watch of the same parent. An
// empty one ends the watch with INVALID_ARGUMENT: a bookmark that got lost is not "from now on".
func FromPosition(position string) WatchOption {
	return func(s *watchSettings) {
		s.request.Start = &grantorv1.WatchChangesRequest_Position{Position: position}
	}
}

// HeartbeatInterval is how long the server may be silent before it sends a sign of life: 1 s to
// 60 s, 10 s if not given; anything else ends the watch with INVALID_ARGUMENT before it begins.
// After three times as long without one the watch takes the connection for lost, and makes another
// for itself.
func HeartbeatInterval(interval time.Duration) WatchOption {
	return func(s *watchSettings) { s.request.HeartbeatInterval = durationpb.New(interval) }
}

// Ready calls a function when the watch is open, once: it then misses no change that is made from
// now on. The function is called by the goroutine of the loop, before any event, and the loop goes
// on when it returns. It is not called by a watch that never opens, which ends with an error.
func Ready(open func()) WatchOption {
	return func(s *watchSettings) { s.ready = open }
}

// Watch gives the changes of a parent as they come: "organizations/acme", "platform", "people", or
// "organizations/-" for all organizations. It begins where an option says, else with the
// first change that is made after it is open, which the loop opens: see [Ready].
//
//	for event, err := range client.Watch(ctx, "organizations/acme", grantor.AfterRevision(0)) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(event.Change.GetName())
//	}
//
// It resumes by itself, from the last position, where the stream breaks: after UNAVAILABLE, after
// silence, on a connection of its own then, after the server's end of it. Between tries it waits,
// from about 0.1 s up to 10 s, anew after a change or the second answer of a stream. A
// change that comes again is not given again. Until it was open once it is tried as often as a
// call, 4 times, each for as long as a call may take, and then ends with UNAVAILABLE. Any other
// error is the last that it gives; so is CANCELLED or DEADLINE_EXCEEDED where the context ends, and
// CANCELLED where the client is closed.
//
// Leaving the loop ends the watch, and nothing of it stays behind. Each loop over what Watch
// returns is a watch of its own, from the beginning.
func (c *Client) Watch(ctx context.Context, parent string, options ...WatchOption) iter.Seq2[Event, error] {
	settings := watchSettings{request: &grantorv1.WatchChangesRequest{
		Parent: parent, HeartbeatInterval: durationpb.New(10 * time.Second),
	}}
	for _, option := range options {
		option(&settings)
	}
	return func(yield func(Event, error) bool) {
		if err := settings.check(); err != nil {
			yield(Event{}, err)
			return
		}
		w := c.watching(settings, yield)
		if err := w.run(ctx); err != nil {
			yield(Event{}, err)
		}
	}
}

// check refuses what can't be meant.
func (s *watchSettings) check() error {
	interval := s.request.GetHeartbeatInterval().AsDuration()
	if interval < time.Second || interval > time.Minute {
		return wrongArgument("heartbeat_interval", fmt.Sprintf("%v is not between 1 s and 60 s", interval))
	}
	if _, is := s.request.GetStart().(*grantorv1.WatchChangesRequest_Position); is && s.request.GetPosition() == "" {
		return wrongArgument("position", "it is empty; give that of an event, or leave FromPosition out to begin now")
	}
	return nil
}
