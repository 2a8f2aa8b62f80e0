package grantor

import (
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// answering is how a stream goes.
type answering func(grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error

// scripted is a server whose streams go as they are written down, one after the other; the last
// one goes for all that follow.
type scripted struct {
	grantorv1.UnimplementedAccessServiceServer
	streams []answering
	opened  *atomic.Int32
}

func (s scripted) WatchChanges(_ *grantorv1.WatchChangesRequest,
	stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
	number := int(s.opened.Add(1))
	return s.streams[min(number, len(s.streams))-1](stream)
}

func unavailable(grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
	return status.Error(codes.Unavailable, "not yet")
}

func silent(stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
	<-stream.Context().Done()
	return nil
}

func ends(grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error { return nil }

func heartbeat(stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
	if err := stream.Send(&grantorv1.WatchChangesResponse{
		Event: &grantorv1.WatchChangesResponse_Heartbeat{}, Position: "here",
	}); err != nil {
		return err
	}
	return status.Error(codes.Unavailable, "no longer")
}

func change(stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
	return stream.Send(&grantorv1.WatchChangesResponse{
		Event: &grantorv1.WatchChangesResponse_Change{
			Change: &grantorv1.Change{Name: "organizations/acme/changes/1", Revision: 1},
		},
		Position: "there",
	})
}

// patience is how long a stream may take to open in these tests: all that a silent one is waited for,
// and as much as a busy machine needs for the others.
const patience = 500 * time.Millisecond

// first is what a watch gives first, and how many streams it took.
func first(t *testing.T, options []WatchOption,
	streams ...answering) (Event, int32, error) {
	server := scripted{streams: streams, opened: new(atomic.Int32)}
	client := beside(t, server)
	client.caller.timeout = patience
	for event, err := range client.Watch(t.Context(), "organizations/acme", options...) {
		return event, server.opened.Load(), err
	}
	t.Fatal("the watch ended without a word")
	return Event{}, 0, nil
}

func TestAWatchThatWasNeverOpenFailsLikeACall(t *testing.T) {
	never := []WatchOption{Ready(func() { t.Error("it is said to be open") })}
	_, streams, err := first(t, never, unavailable)
	expect(t, ErrorOf(err), codes.Unavailable, "not yet")
	if streams != 4 {
		t.Errorf("%d attempts", streams)
	}
	for says, stream := range map[string]answering{
		"no answer from …": silent, "the server ended the watch before it was open": ends,
	} {
		_, streams, err := first(t, never, stream)
		expect(t, ErrorOf(err), codes.Unavailable, says)
		if e := ErrorOf(err); streams != 4 || e.RequestID == "" {
			t.Errorf("%d attempts, %v", streams, e)
		}
	}
}

func TestAWatchWithoutAServerSaysWhere(t *testing.T) {
	for _, err := range at(t, "http://127.0.0.1:1").Watch(t.Context(), "organizations/acme") {
		expect(t, ErrorOf(err), codes.Unavailable,
			"no answer from http://127.0.0.1:1: dial tcp 127.0.0.1:1: connect: connection refused")
	}
	address := "http://" + mute(t)
	for _, err := range at(t, address, WithTimeout(200*time.Millisecond)).Watch(t.Context(), "organizations/acme") {
		expect(t, ErrorOf(err), codes.Unavailable, "no answer from "+address+" within 0.2 s")
	}
}

func TestAWatchThatWasOpenGoesOn(t *testing.T) {
	opened := 0
	event, streams, err := first(t, []WatchOption{Ready(func() { opened++ })},
		unavailable, heartbeat, unavailable, unavailable, change)
	if err != nil || event.Change.GetRevision() != 1 || streams != 5 {
		t.Errorf("%v, %v after %d streams", event, err, streams)
	}
	if opened != 1 {
		t.Errorf("it is said %d times to be open", opened)
	}
}

func TestTheEndOfTheClientEndsAWatch(t *testing.T) {
	server := scripted{opened: new(atomic.Int32), streams: []answering{heartbeat}}
	client := beside(t, server)
	closed := Ready(func() { client.Close() })
	for _, err := range client.Watch(t.Context(), "organizations/acme", closed) {
		expect(t, ErrorOf(err), codes.Canceled, "the client is closed; make another")
	}
}
