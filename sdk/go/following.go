package grantor

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"time"

	"google.golang.org/grpc"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// longestWait is the longest wait between two streams of one watch.
const longestWait = 10 * time.Second

var (
	errLeft   = errors.New("whoever watched has left")
	errSilent = errors.New("no sign of life")
	errClosed = errors.New("the client is closed")
)

// following is what every watch has: it follows one stream of messages after the other, on a connection
// of its own after silence, with waits between them. What is watched, and which ends end the watch, say
// its functions.
type following[M any] struct {
	access grantorv1.AccessServiceClient
	again  func() (*grpc.ClientConn, error) // makes another connection
	freed  func() bool                      // forgets that own ends with the client
	own    *grpc.ClientConn                 // the one made after silence; nil: the client's
	caller *caller

	opening time.Duration // how long a stream may be silent until one was open
	silence time.Duration // and from then on
	steady  int           // the message of a stream with which the waits begin anew
	wait    time.Duration
	opened  bool // a message has come, on any stream

	// open opens a stream.
	open func(context.Context, grantorv1.AccessServiceClient, *requestID) (grpc.ServerStreamingClient[M], error)
	// take takes a message, the first of all or a later one, and tells whether the watcher wants more.
	take func(message *M, first bool) bool
	// goesOn tells whether another stream follows one that ended so, after so many of them.
	goesOn func(err error, attempts int) bool
}

// run follows stream after stream. It returns nil where the watcher left, and else what ended it.
func (f *following[M]) run(ctx context.Context) error {
	defer f.hangUp()
	whole := call{caller: f.caller, within: untilEnd(ctx)}
	f.wait = firstWait
	for attempts := 1; ; attempts++ {
		err := f.follow(ctx)
		switch {
		case err == errLeft:
			return nil
		case !f.goesOn(err, attempts):
			return err
		}
		if err := f.pause(ctx); err != nil {
			whole.answered = f.opened
			return whole.failed(err)
		}
	}
}

// follow reads one stream to its end, and says what that was.
func (f *following[M]) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	lost := time.AfterFunc(f.patience(), func() { cancel(errSilent) })
	defer lost.Stop()
	var this requestID
	closed := context.AfterFunc(f.caller.life, func() { cancel(errClosed) })
	defer closed()
	stream, err := f.open(ctx, f.access, &this)
	for count := 1; err == nil; count++ {
		var message *M
		if message, err = stream.Recv(); err != nil {
			break
		}
		// The watcher may take its time with a message: that is no silence of the server.
		lost.Stop()
		if count == f.steady {
			f.wait = firstWait
		}
		first := !f.opened
		f.opened = true
		if !f.take(message, first) {
			return errLeft
		}
		lost.Reset(f.silence)
	}
	silent := context.Cause(ctx) == errSilent
	patience := f.patience()
	if silent {
		if err := f.dialAnew(); err != nil {
			return err
		}
	}
	switch {
	case context.Cause(ctx) == errClosed:
		return closedError(this.id)
	case silent:
		return f.caller.unavailable(f.caller.within(patience), this.id)
	case err == io.EOF && !f.opened:
		return f.caller.unavailable("the server ended the watch before it was open", this.id)
	case err == io.EOF:
		return f.caller.unavailable("the server ended the watch", this.id)
	default:
		return err
	}
}

// dialAnew leaves a connection that fell silent: the next stream on it would be as silent, until
// keepalive finds it lost. The client's own stays for other calls, which may have proof that it lives.
func (f *following[M]) dialAnew() error {
	f.hangUp()
	own, err := f.again()
	if err != nil {
		return err
	}
	f.own, f.access = own, grantorv1.NewAccessServiceClient(own)
	f.freed = context.AfterFunc(f.caller.life, func() { own.Close() })
	return nil
}

// hangUp ends the connection that the watch has for itself.
func (f *following[M]) hangUp() {
	if f.own != nil {
		f.freed()
		f.own.Close()
	}
}

// patience is how long a stream may be silent.
func (f *following[M]) patience() time.Duration {
	if f.opened {
		return f.silence
	}
	return f.opening
}

// pause waits before the next try, or less where the context or the client ends.
func (f *following[M]) pause(ctx context.Context) error {
	timer := time.NewTimer(time.Duration(float64(f.wait) * (0.8 + 0.4*rand.Float64())))
	defer timer.Stop()
	f.wait = min(2*f.wait, longestWait)
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-f.caller.life.Done():
		return closedError("")
	}
}
