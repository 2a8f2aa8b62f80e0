package grantor

import (
	"context"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// refusing is a server that has only an error.
type refusing struct {
	grantorv1.UnimplementedAccessServiceServer
	err error
}

func (s refusing) CheckAccess(context.Context, *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
	return nil, s.err
}

// at makes a client of an address.
func at(t *testing.T, address string, options ...Option) *Client {
	client, err := New(address, aKey, options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client
}

// mute is the address of one that takes connections and says nothing.
func mute(t *testing.T) string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	return listener.Addr().String()
}

func asked(ctx context.Context, client *Client) *Error {
	_, err := client.Check(ctx, "users/alice", "kdrive/use", "organizations/acme")
	return ErrorOf(err)
}

// expect compares code and message; an "…" at the end of the message stands for any rest.
func expect(t *testing.T, e *Error, code codes.Code, message string) {
	t.Helper()
	begin, open := strings.CutSuffix(message, "…")
	if e == nil || e.Code != code || e.Message != message && !(open && strings.HasPrefix(e.Message, begin)) {
		t.Errorf("expected %v: %s\nfound %v", code, message, e)
	}
}

func TestFailuresOfTheTransportSayWhereAndWhy(t *testing.T) {
	expect(t, asked(t.Context(), at(t, "http://127.0.0.1:1")), codes.Unavailable,
		"no answer from http://127.0.0.1:1: dial tcp 127.0.0.1:1: connect: connection refused")
	client := beside(t, refusing{})
	plain := strings.TrimPrefix(client.caller.address, "http://")
	expect(t, asked(t.Context(), at(t, plain)), codes.Unavailable, "no answer from "+plain+
		": authentication handshake failed: tls: first record does not look like a TLS handshake"+
		" (does the server speak TLS? if not, use http://)")
}

func TestADeadlineSaysHowLongItWas(t *testing.T) {
	address := "http://" + mute(t)
	client := at(t, address, WithTimeout(200*time.Millisecond))
	expect(t, asked(t.Context(), client), codes.DeadlineExceeded, "no answer from "+address+" within 0.2 s")
	const given = 50 * time.Millisecond
	ctx, cancel := context.WithTimeout(t.Context(), given)
	defer cancel()
	expectLate(t, asked(ctx, client), address, given)
}

// expectLate expects that no answer came within what a context had left when the call began: all of
// its time or less, as a busy machine may have used up some or all of it before.
func expectLate(t *testing.T, e *Error, address string, given time.Duration) {
	t.Helper()
	expect(t, e, codes.DeadlineExceeded, "no answer from "+address+" within …")
	if e == nil {
		return
	}
	var seconds float64
	_, err := fmt.Sscanf(e.Message, "no answer from "+address+" within %g s", &seconds)
	if err != nil || seconds > given.Seconds() {
		t.Errorf("%s: not up to %v", e.Message, given)
	}
}

func TestWhatTheServerSaysStaysAsItIs(t *testing.T) {
	for _, code := range []codes.Code{codes.Unavailable, codes.DeadlineExceeded, codes.Canceled} {
		client := beside(t, refusing{err: status.Error(code, "as the server says")})
		expect(t, asked(t.Context(), client), code, "as the server says")
	}
}

func TestADeadlineBetweenAttemptsIsOurs(t *testing.T) {
	client := beside(t, refusing{err: status.Error(codes.Unavailable, "as the server says")})
	const given = 30 * time.Millisecond
	ctx, cancel := context.WithTimeout(t.Context(), given)
	defer cancel()
	e := asked(ctx, client)
	if e.Code == codes.Unavailable { // the jitter of the waits can make them this short
		t.Skip("all attempts fitted into the deadline")
	}
	expectLate(t, e, client.caller.address, given)
}

func TestCallsAfterTheEndOfTheClient(t *testing.T) {
	client := at(t, "http://127.0.0.1:1")
	for range 2 {
		if err := client.Close(); err != nil {
			t.Fatal(err)
		}
	}
	const says = "the client is closed; make another"
	expect(t, asked(t.Context(), client), codes.Canceled, says)
	for _, err := range client.Watch(t.Context(), "organizations/acme") {
		expect(t, ErrorOf(err), codes.Canceled, says)
	}
	for _, err := range client.ListMembers(t.Context(), &grantorv1.ListMembersRequest{}) {
		expect(t, ErrorOf(err), codes.Canceled, says)
	}
}

func TestCausesAreShort(t *testing.T) {
	for long, cause := range map[string]string{
		`last connection error: connection error: desc = "transport: Error while dialing: \"a\""`: `"a"`,
		"one\ntwo":               "one",
		strings.Repeat("ä", 200): strings.Repeat("ä", 98) + "…",
	} {
		if found := short(long); found != cause {
			t.Errorf("%q is %q", long, found)
		}
	}
}
