package grantor

import (
	"context"
	"io"
	"sync"
	"time"

	"google.golang.org/grpc/codes"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// streamWindow is how many questions of a stream may wait for their answers at once.
const streamWindow = 256

// CheckStream asks over one call, answered in the order asked: see [Client.StreamChecks]. It may be
// used by any number of goroutines at once.
type CheckStream struct {
	caller *caller
	cancel context.CancelFunc

	places    chan struct{} // one for each question that waits for its answer
	questions chan *grantorv1.StreamCheckAccessRequest
	over      chan struct{} // closed when the stream has ended

	mu         sync.Mutex
	id         string // of the call, once there is one
	unanswered []*Asked
	came       int64  // answers so far
	token      string // the last that was sent
	err        error  // why it ended
}

// Asked is a question of a stream, under way: see [CheckStream.Ask].
type Asked struct {
	stream *CheckStream
	ctx    context.Context // of the caller
	until  time.Time       // when the client's own timeout is over; zero where the context has a deadline
	within time.Duration
	done   chan struct{}
	result Result
}

// StreamChecks opens a stream of questions, for whoever asks all the time: one call for all of them
// costs less than a call for each. It ends with its context, with Close, or with the client; one of
// them must come.
//
//	stream := client.StreamChecks(ctx)
//	defer stream.Close()
//	asked := stream.Ask(ctx, "users/alice", "kdrive/use", "organizations/acme/products/drive-1")
//	answer, err := asked.Answer()
//
// Answers are taken in as they come, whether anybody waits for them or not. Of the questions 256 are
// under way at once; one more waits in Ask for a place. Where the stream ends, or can't be opened,
// each question without an answer fails with the error that ended it, and so does each that is asked
// later: open another stream. Nothing is asked again by itself.
func (c *Client) StreamChecks(ctx context.Context) *CheckStream {
	ctx, cancel := context.WithCancel(ctx)
	s := &CheckStream{
		caller:    c.caller,
		cancel:    cancel,
		places:    make(chan struct{}, streamWindow),
		questions: make(chan *grantorv1.StreamCheckAccessRequest, streamWindow),
		over:      make(chan struct{}),
	}
	go s.run(ctx, c.Access)
	return s
}

// Ask asks as [Client.Check] does, and does not wait for the answer: that is Answer of what it gives,
// which also says whatever failed. It waits only where 256 questions have no answer yet, as long as
// answers come. From then on the question has until the deadline of its context, or else for the
// client's timeout.
func (s *CheckStream) Ask(ctx context.Context, subject, right, resource string,
	consistency ...Consistency) *Asked {
	asked := &Asked{stream: s, ctx: ctx, done: make(chan struct{})}
	if err := s.place(ctx); err != nil {
		return asked.failed(err)
	}
	asked.within = untilEnd(ctx)
	if _, has := ctx.Deadline(); !has {
		asked.within = s.caller.timeout
		asked.until = time.Now().Add(s.caller.timeout)
	}
	if err := s.enqueue(asked, &grantorv1.StreamCheckAccessRequest{
		Subject: subject, Right: right, Resource: resource, Consistency: last(consistency),
	}); err != nil {
		return asked.failed(err)
	}
	return asked
}

// Answer waits for the answer. A denial is an answer and no error; an error is never an allow.
func (a *Asked) Answer() (Answer, error) {
	var late <-chan time.Time
	if !a.until.IsZero() {
		timer := time.NewTimer(time.Until(a.until))
		defer timer.Stop()
		late = timer.C
	}
	// An answer that is there counts, even if it is read late.
	select {
	case <-a.done:
		return a.result.Answer, a.result.Err
	default:
	}
	select {
	case <-a.done:
		return a.result.Answer, a.result.Err
	case <-late:
		return Answer{}, a.stream.late(a.within)
	case <-a.ctx.Done():
		return Answer{}, a.stream.left(a.ctx, a.within)
	}
}

// Err is why the stream ended; nil while it goes on.
func (s *CheckStream) Err() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// Close ends the stream; questions that have no answer yet fail with CANCELLED. Closing again does
// nothing.
func (s *CheckStream) Close() {
	s.end(&Error{Code: codes.Canceled, Message: "the stream is closed; open another", RequestID: s.requestID()})
}

// place waits until one more question may be under way, as long as answers come.
func (s *CheckStream) place(ctx context.Context) error {
	select {
	case s.places <- struct{}{}:
		return nil
	default:
	}
	var patience <-chan time.Time
	if _, has := ctx.Deadline(); !has {
		ticker := time.NewTicker(s.caller.timeout)
		defer ticker.Stop()
		patience = ticker.C
	}
	for came := s.answers(); ; {
		select {
		case s.places <- struct{}{}:
			return nil
		case <-s.over:
			return s.Err()
		case <-ctx.Done():
			return s.left(ctx, untilEnd(ctx))
		case <-patience:
			now := s.answers()
			if now == came {
				return s.late(s.caller.timeout)
			}
			came = now
		}
	}
}

func (s *CheckStream) answers() int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.came
}

func (s *CheckStream) requestID() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.id
}

// enqueue has a question wait for its answer, unless the stream has ended. It never blocks: whatever
// is in the queue has a place, and the queue is as long as there are places.
func (s *CheckStream) enqueue(asked *Asked, question *grantorv1.StreamCheckAccessRequest) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.unanswered = append(s.unanswered, asked)
		s.questions <- question
	}
	return s.err
}

// run opens the call, and takes the answers in until there are no more.
func (s *CheckStream) run(ctx context.Context, access grantorv1.AccessServiceClient) {
	var id requestID
	call, err := access.StreamCheckAccess(ctx, &id)
	s.mu.Lock()
	s.id = id.id
	s.mu.Unlock()
	if err == nil {
		go s.send(ctx, call)
	}
	for err == nil {
		var response *grantorv1.StreamCheckAccessResponse
		if response, err = call.Recv(); err == nil {
			err = s.take(response)
		}
	}
	switch {
	case s.caller.isClosed():
		err = closedError(id.id)
	case err == io.EOF:
		err = s.caller.unavailable(s.caller.address+" ended the stream; open another", id.id)
	}
	s.end(err)
}

// send sends the questions until the stream ends. What fails here fails where answers are read, with the reason.
func (s *CheckStream) send(ctx context.Context, call grantorv1.AccessService_StreamCheckAccessClient) {
	for {
		select {
		case question := <-s.questions:
			if call.Send(question) != nil {
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// take gives the next question its answer, and the place to another one. An answer to another question is an
// error: none that comes after it can be trusted.
func (s *CheckStream) take(response *grantorv1.StreamCheckAccessResponse) error {
	s.mu.Lock()
	if response.GetIndex() != s.came || len(s.unanswered) == 0 {
		id := s.id
		s.mu.Unlock()
		return unreadable("the answers of the stream are not in the order of its questions", id)
	}
	asked := s.unanswered[0]
	s.unanswered[0] = nil
	s.unanswered = s.unanswered[1:]
	s.came++
	if token := response.GetConsistencyToken(); token != "" {
		s.token = token
	}
	token, id := s.token, s.id
	s.mu.Unlock()

	asked.result = resultOf(response.GetResult(), id)
	if asked.result.Err == nil {
		asked.result.Token = token
	}
	close(asked.done)
	<-s.places
	return nil
}

// end ends the stream; what ended it first counts.
func (s *CheckStream) end(err error) {
	s.cancel()
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return
	}
	s.err = err
	close(s.over)
	for _, asked := range s.unanswered {
		asked.failed(err)
	}
	s.unanswered = nil
}

func (a *Asked) failed(err error) *Asked {
	a.result = Result{Err: err}
	close(a.done)
	return a
}

func (s *CheckStream) late(within time.Duration) error {
	return &Error{Code: codes.DeadlineExceeded, Message: s.caller.within(within), RequestID: s.requestID()}
}

// left is the error of a question whose context has ended.
func (s *CheckStream) left(ctx context.Context, within time.Duration) error {
	if ctx.Err() == context.DeadlineExceeded {
		return s.late(within)
	}
	return &Error{Code: codes.Canceled, Message: "the question was given up", RequestID: s.requestID()}
}
