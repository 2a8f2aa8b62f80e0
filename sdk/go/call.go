package grantor

import (
	"context"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

// caller gives every call what every call has.
type caller struct {
	address       string        // as it was given, for errors
	authorization func() string // has the key, which printing the client must not show
	actingUser    *string       // nil: the service account itself
	timeout       time.Duration

	closing sync.Once
	closed  atomic.Bool
	life    context.Context // ends with the client
	end     context.CancelFunc
}

// unary is a grpc.UnaryClientInterceptor. It runs once for a call, around all its attempts.
func (c *caller) unary(ctx context.Context, method string, request, reply any, connection *grpc.ClientConn,
	invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
	if c.isClosed() {
		return closedError("")
	}
	ctx, id, err := c.identified(ctx)
	if err != nil {
		return err
	}
	tell(options, id)
	this := call{caller: c, id: id, within: untilEnd(ctx)}
	if _, has := ctx.Deadline(); !has {
		this.within = c.timeout
		limited, cancel := context.WithTimeout(ctx, c.timeout)
		defer cancel()
		ctx = limited
	}
	var header, trailer metadata.MD
	options = append(options[:len(options):len(options)], grpc.Header(&header), grpc.Trailer(&trailer))
	err = invoke(ctx, method, withRequestID(request, id), reply, connection, options...)
	// The deadline may pass between two attempts, after an answer to the first.
	this.answered = len(header)+len(trailer) > 0 && ctx.Err() == nil
	return this.failed(err)
}

// stream is a grpc.StreamClientInterceptor. Streams have no deadline of ours.
func (c *caller) stream(ctx context.Context, description *grpc.StreamDesc, connection *grpc.ClientConn, method string,
	open grpc.Streamer, options ...grpc.CallOption) (grpc.ClientStream, error) {
	if c.isClosed() {
		return nil, closedError("")
	}
	ctx, id, err := c.identified(ctx)
	if err != nil {
		return nil, err
	}
	this := call{caller: c, id: id, within: untilEnd(ctx)}
	tell(options, id)
	stream, err := open(ctx, description, connection, method, options...)
	if err != nil {
		return nil, this.failed(err)
	}
	return identifiedStream{stream, this}, nil
}

// identified adds who calls, for whom, and the call's id, which it tells: the caller's own
// x-request-id, or else a new one.
func (c *caller) identified(ctx context.Context) (context.Context, string, error) {
	user, err := c.actingUserOf(ctx)
	if err != nil {
		return nil, "", err
	}
	sent := metadata.MD{}
	if given, has := metadata.FromOutgoingContext(ctx); has {
		sent = given
	}
	id := ""
	if given := sent.Get("x-request-id"); len(given) > 0 {
		id = given[0]
	}
	if id == "" {
		id = uuid.NewString()
	}
	sent.Set("x-request-id", id)
	sent.Set("authorization", c.authorization())
	if user != nil {
		sent.Set(actingUserHeader, *user)
	}
	return metadata.NewOutgoingContext(ctx, sent), id, nil
}

// requestID is a call option by which a call learns the id that it was given.
type requestID struct {
	grpc.EmptyCallOption
	id string
}

func tell(options []grpc.CallOption, id string) {
	for _, option := range options {
		if asking, is := option.(*requestID); is {
			asking.id = id
		}
	}
}

// identifiedStream turns the errors of a stream into those of this package.
type identifiedStream struct {
	grpc.ClientStream
	call call
}

func (s identifiedStream) Header() (metadata.MD, error) {
	header, err := s.ClientStream.Header()
	return header, s.call.failed(err)
}

func (s identifiedStream) CloseSend() error { return s.call.failed(s.ClientStream.CloseSend()) }

func (s identifiedStream) SendMsg(message any) error {
	return s.ended(s.ClientStream.SendMsg(message))
}

func (s identifiedStream) RecvMsg(message any) error {
	return s.ended(s.ClientStream.RecvMsg(message))
}

// ended leaves io.EOF as it is: the sign by which streams end well.
func (s identifiedStream) ended(err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	header, _ := s.ClientStream.Header()
	s.call.answered = len(header)+len(s.Trailer()) > 0
	return s.call.failed(err)
}
