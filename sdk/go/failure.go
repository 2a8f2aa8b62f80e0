package grantor

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"google.golang.org/grpc/codes"
)

// longestCause is how much of what gRPC says of a failed connection goes into a message, in bytes.
const longestCause = 200

// call is what is known of a call when it fails.
type call struct {
	caller   *caller
	id       string
	within   time.Duration // how long it had; 0 without a deadline
	answered bool          // something came from the server
}

// failed turns the error of the call into one of this package; nil stays nil. What the server said
// stays as it is; where nothing came, the message says from where, and why.
func (c call) failed(err error) error {
	if err == nil || ErrorOf(err) != nil {
		return err
	}
	e := ErrorOf(errorFrom(err, c.id))
	switch {
	case c.answered:
	case e.Code == codes.Canceled && e.Message == closing:
		return closedError(c.id)
	case e.Code == codes.Unavailable:
		e.Message = c.caller.because(e.Message)
	case e.Code == codes.DeadlineExceeded:
		e.Message = c.caller.within(c.within)
	}
	return e
}

// closing is what gRPC says of calls on a connection that was closed here.
const closing = "grpc: the client connection is closing"

func (c *caller) isClosed() bool {
	return c.closed.Load()
}

// closedError is the error of calls on a client after its end.
func closedError(id string) *Error {
	return &Error{Code: codes.Canceled, Message: "the client is closed; make another", RequestID: id}
}

func (c *caller) unavailable(message, id string) *Error {
	return &Error{Code: codes.Unavailable, Message: message, RequestID: id}
}

// within says that no answer came in time.
func (c *caller) within(limit time.Duration) string {
	seconds := max(limit, 0).Round(time.Millisecond).Seconds()
	return fmt.Sprintf("no answer from %s within %g s", c.address, seconds)
}

// because says why no answer came.
func (c *caller) because(cause string) string {
	text := "no answer from " + c.address + ": " + short(cause)
	if strings.Contains(cause, "first record does not look like a TLS handshake") {
		text += " (does the server speak TLS? if not, use http://)"
	}
	return text
}

// short is the cause in what gRPC says of a failed connection: without the names of its layers, the
// first line only.
func short(cause string) string {
	for _, layer := range []string{"last connection error: ", "connection error: desc = "} {
		cause = strings.TrimPrefix(cause, layer)
	}
	if quoted, err := strconv.QuotedPrefix(cause); err == nil {
		cause, _ = strconv.Unquote(quoted)
	}
	for _, layer := range []string{"transport: ", "Error while dialing: "} {
		cause = strings.TrimPrefix(cause, layer)
	}
	cause, _, _ = strings.Cut(cause, "\n")
	if len(cause) > longestCause {
		cause = strings.ToValidUTF8(cause[:longestCause-len("…")], "") + "…"
	}
	return cause
}

// untilEnd is how long a context has left; 0 where it has no deadline.
func untilEnd(ctx context.Context) time.Duration {
	deadline, has := ctx.Deadline()
	if !has {
		return 0
	}
	return time.Until(deadline)
}
