package grantor

import (
	"context"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// hearing is a server that hears what comes with the calls, and answers the second attempt of each.
type hearing struct {
	grantorv1.UnimplementedAccessServiceServer
	heard chan metadata.MD
}

func (s hearing) CheckAccess(ctx context.Context, _ *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
	came, _ := metadata.FromIncomingContext(ctx)
	s.heard <- came
	if len(came.Get("grpc-previous-rpc-attempts")) == 0 {
		return nil, status.Error(codes.Unavailable, "not yet")
	}
	return nil, status.Error(codes.NotFound, "no such")
}

func TestWithoutAUserToActForNothingIsSent(t *testing.T) {
	server := hearing{heard: make(chan metadata.MD, 9)}
	client := beside(t, server)
	for user, says := range map[string]string{
		"":           `acting user: "" is no name of a user; write users/ID`,
		"users/":     `acting user: "users/" is no name of a user; write users/ID`,
		"users/a\nb": `acting user: "users/a\nb" is no name of a user; write users/ID`,
		"users/a/b":  `acting user: "users/a/b" is no name of a user; write users/ID`,
		aKey:         "acting user: it looks like a key; write users/ID",
	} {
		expect(t, asked(ActingFor(t.Context(), user), client), codes.InvalidArgument, says)
		for _, err := range client.Watch(ActingFor(t.Context(), user), "organizations/acme") {
			expect(t, ErrorOf(err), codes.InvalidArgument, says)
		}
	}
	if len(server.heard) > 0 {
		t.Errorf("%v was sent", <-server.heard)
	}
}

func TestWhatTheCallerSendsIsSentOnce(t *testing.T) {
	server := hearing{heard: make(chan metadata.MD, 9)}
	client := beside(t, server)
	ctx := metadata.AppendToOutgoingContext(ActingFor(t.Context(), "users/ann"),
		"X-Request-Id", "mine", "authorization", "Bearer another", "traceparent", "kept")
	e := asked(ctx, client)
	expect(t, e, codes.NotFound, "no such")
	came := <-server.heard
	for name, value := range map[string]string{
		"x-request-id": "mine", "authorization": "Bearer " + aKey, "traceparent": "kept",
		"x-grantor-acting-user": "users/ann",
	} {
		if !slices.Equal(came.Get(name), []string{value}) {
			t.Errorf("%s is %v", name, came.Get(name))
		}
	}
	if e.RequestID != "mine" {
		t.Errorf("the error names %q", e.RequestID)
	}
}

func TestALargeRequestIsSentAgain(t *testing.T) {
	server := hearing{heard: make(chan metadata.MD, 9)}
	client := beside(t, server)
	_, err := client.Check(t.Context(), strings.Repeat("a", 1<<20), "kdrive/use", "organizations/acme")
	expect(t, ErrorOf(err), codes.NotFound, "no such")
}
