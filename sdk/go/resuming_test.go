package grantor

import (
	"errors"
	"sync/atomic"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/peer"
	"google.golang.org/protobuf/types/known/durationpb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func TestAfterSilenceAWatchDialsAnew(t *testing.T) {
	came := make(chan string, 9)
	noting := func(then answering) answering {
		return func(stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
			who, _ := peer.FromContext(stream.Context())
			came <- who.Addr.String()
			return then(stream)
		}
	}
	_, _, err := first(t, nil, noting(silent), noting(ends), noting(silent), noting(change))
	if err != nil || len(came) != 4 {
		t.Fatalf("%d streams, %v", len(came), err)
	}
	from := []string{<-came, <-came, <-came, <-came}
	if from[0] == from[1] || from[1] != from[2] || from[2] == from[3] {
		t.Errorf("streams from %v: a new connection is for silence, and only for that", from)
	}
	noneLeft(t, "grantor.dev/sdk/go.(*following")
}

func TestTheEndOfTheClientEndsTheConnectionOfAWatch(t *testing.T) {
	server := scripted{opened: new(atomic.Int32), streams: []answering{silent, change}}
	client := beside(t, server)
	client.caller.timeout = patience
	var last error
	for event, err := range client.Watch(t.Context(), "organizations/acme") {
		last = err
		if event.Change != nil {
			client.Close()
			noneLeft(t, "transport.(*http2Client)")
		}
	}
	expect(t, ErrorOf(last), codes.Canceled, "the client is closed; make another")
}

func TestAStreamThatOnlyOpensDoesNotShortenTheWait(t *testing.T) {
	twice := func(stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
		return errors.Join(heartbeat(stream), heartbeat(stream))
	}
	for _, c := range []struct {
		stream answering
		wait   time.Duration
	}{{heartbeat, time.Second}, {change, firstWait}, {twice, firstWait}} {
		client := beside(t, scripted{opened: new(atomic.Int32), streams: []answering{c.stream}})
		w := client.watching(watchSettings{request: &grantorv1.WatchChangesRequest{
			HeartbeatInterval: durationpb.New(time.Minute),
		}}, func(Event, error) bool { return true })
		w.wait = time.Second
		w.follow(t.Context())
		if w.wait != c.wait {
			t.Errorf("the next wait is %v, not %v", w.wait, c.wait)
		}
	}
}

func TestWatchesThatAreNotBegun(t *testing.T) {
	client := at(t, "http://127.0.0.1:1")
	for says, option := range map[string]WatchOption{
		"heartbeat_interval: 999ms is not between 1 s and 60 s":    HeartbeatInterval(999 * time.Millisecond),
		"heartbeat_interval: 0s is not between 1 s and 60 s":       HeartbeatInterval(0),
		"heartbeat_interval: 1m0.001s is not between 1 s and 60 s": HeartbeatInterval(60001 * time.Millisecond),
		"position: it is empty; …":                                 FromPosition(""),
	} {
		for _, err := range client.Watch(t.Context(), "organizations/acme", option) {
			expect(t, ErrorOf(err), codes.InvalidArgument, says)
		}
	}
}
