package grantor

import (
	"context"
	"io"
	"time"

	"github.com/google/uuid"
	"google.golang.org/grpc"
	"google.golang.org/grpc/metadata"
)

type actingUserKey struct{}

// ActingFor makes the calls with the context that it returns for this user, "users/ann", whatever
// user the client acts for; an empty one is the service account itself.
func ActingFor(ctx context.Context, user string) context.Context {
	return context.WithValue(ctx, actingUserKey{}, user)
}

// caller gives every call what every call has.
type caller struct {
	authorization string
	actingUser    string
	timeout       time.Duration
}

// unary is a grpc.UnaryClientInterceptor. It runs once for a call, around all its attempts.
func (c *caller) unary(ctx context.Context, method string, request, reply any, connection *grpc.ClientConn,
	invoke grpc.UnaryInvoker, options ...grpc.CallOption) error {
	id := uuid.NewString()
	tell(options, id)
	if _, has := ctx.Deadline(); !has {
		limited, cancel := context.WithTimeout(ctx, c.timeout)
		defer cancel()
		ctx = limited
	}
	return errorFrom(invoke(c.identified(ctx, id), method, withRequestID(request, id), reply, connection, options...), id)
}

// stream is a grpc.StreamClientInterceptor. Streams have no deadline of ours.
func (c *caller) stream(ctx context.Context, description *grpc.StreamDesc, connection *grpc.ClientConn, method string,
	open grpc.Streamer, options ...grpc.CallOption) (grpc.ClientStream, error) {
	id := uuid.NewString()
	stream, err := open(c.identified(ctx, id), description, connection, method, options...)
	if err != nil {
		return nil, errorFrom(err, id)
	}
	return identifiedStream{stream, id}, nil
}

// identified adds who calls, for whom, and the call's id.
func (c *caller) identified(ctx context.Context, id string) context.Context {
	user, given := ctx.Value(actingUserKey{}).(string)
	if !given {
		user = c.actingUser
	}
	if user == "" {
		return metadata.AppendToOutgoingContext(ctx, "authorization", c.authorization, "x-request-id", id)
	}
	return metadata.AppendToOutgoingContext(ctx, "authorization", c.authorization, "x-request-id", id,
		"x-grantor-acting-user", user)
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
	id string
}

func (s identifiedStream) Header() (metadata.MD, error) {
	header, err := s.ClientStream.Header()
	return header, errorFrom(err, s.id)
}

func (s identifiedStream) CloseSend() error { return errorFrom(s.ClientStream.CloseSend(), s.id) }

func (s identifiedStream) SendMsg(message any) error {
	return s.ended(s.ClientStream.SendMsg(message))
}

func (s identifiedStream) RecvMsg(message any) error {
	return s.ended(s.ClientStream.RecvMsg(message))
}

// ended leaves io.EOF as it is: the sign by which streams end well.
func (s identifiedStream) ended(err error) error {
	if err == io.EOF {
		return err
	}
	return errorFrom(err, s.id)
}
