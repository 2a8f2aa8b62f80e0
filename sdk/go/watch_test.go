package grantor

import (
	"context"
	"errors"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// endless is a server that sends changes as long as somebody wants them, and says when a watch of
// it has ended.
type endless struct {
	grantorv1.UnimplementedAccessServiceServer
	ended chan error
}

func (s endless) WatchChanges(_ *grantorv1.WatchChangesRequest,
	stream grpc.ServerStreamingServer[grantorv1.WatchChangesResponse]) error {
	for revision := int64(1); stream.Context().Err() == nil; revision++ {
		change := &grantorv1.Change{Name: "organizations/acme/changes/1", Revision: revision}
		if stream.Send(&grantorv1.WatchChangesResponse{
			Event:    &grantorv1.WatchChangesResponse_Change{Change: change},
			Position: "here",
		}) != nil {
			break
		}
	}
	s.ended <- stream.Context().Err()
	return nil
}

// beside makes a client of a server in this process.
func beside(t *testing.T, access grantorv1.AccessServiceServer) *Client {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := grpc.NewServer()
	grantorv1.RegisterAccessServiceServer(server, access)
	go server.Serve(listener)
	t.Cleanup(server.Stop)
	client, err := New("http://"+listener.Addr().String(), aKey)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client
}

func TestLeavingAWatchEndsTheCall(t *testing.T) {
	server := endless{ended: make(chan error, 1)}
	client := beside(t, server)
	for event, err := range client.Watch(t.Context(), "organizations/acme") {
		if err != nil {
			t.Fatal(err)
		}
		if event.Change.GetRevision() == 3 {
			break
		}
	}
	select {
	case err := <-server.ended:
		if !errors.Is(err, context.Canceled) {
			t.Errorf("the server saw %v", err)
		}
	case <-time.After(10 * time.Second):
		t.Error("the call goes on")
	}
	noneLeft(t, "grantor.dev/sdk/go.(*following", "grpc.newClientStream")
}

func TestTheContextEndsAWatch(t *testing.T) {
	server := endless{ended: make(chan error, 1)}
	client := beside(t, server)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	for event, err := range client.Watch(ctx, "organizations/acme") {
		last = err
		if err == nil && event.Change.GetRevision() == 3 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("it ended with %v", last)
	}
	noneLeft(t, "grantor.dev/sdk/go.(*following", "grpc.newClientStream")
}

// noneLeft waits until no goroutine runs in, or was started by, any of these functions.
func noneLeft(t *testing.T, functions ...string) {
	deadline := time.Now().Add(10 * time.Second)
	for {
		stacks := make([]byte, 1<<20)
		text := string(stacks[:runtime.Stack(stacks, true)])
		left := ""
		for _, function := range functions {
			if strings.Contains(text, function) {
				left = function
			}
		}
		if left == "" {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("a goroutine of %s is left:\n%s", left, text)
		}
		runtime.Gosched()
	}
}
