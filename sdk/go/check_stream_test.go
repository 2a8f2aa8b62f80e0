package grantor

import (
	"context"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

type questions = grantorv1.AccessService_StreamCheckAccessServer

// asking is a server whose streams of questions go as a function says.
type asking struct {
	grantorv1.UnimplementedAccessServiceServer
	run func(questions) error
}

func (s asking) StreamCheckAccess(stream questions) error { return s.run(stream) }

// said allows "use", denies "no", fails "fly", and says what nobody knows to all else; a token stands
// beside the first answer and the eighth.
func said(index int64, right string) *grantorv1.StreamCheckAccessResponse {
	token := map[int64]string{0: "t0", 7: "t7"}[index]
	result := decision(grantorv1.Decision(99))
	switch right {
	case "use":
		result = decision(grantorv1.Decision_DECISION_ALLOWED)
	case "no":
		result = decision(grantorv1.Decision_DECISION_DENIED)
	case "empty":
		result = nil
	case "fly":
		token = ""
		result = &grantorv1.AccessResult{Result: &grantorv1.AccessResult_Error{Error: &grantorv1.AccessError{
			Code: int32(codes.InvalidArgument), Reason: grantorv1.ErrorReason_ERROR_REASON_RIGHT_UNKNOWN,
		}}}
	}
	return &grantorv1.StreamCheckAccessResponse{Index: index, Result: result, ConsistencyToken: token}
}

// answers gives so many answers and then returns err.
func answers(count int64, err error) func(questions) error {
	return func(stream questions) error {
		for index := range count {
			question, over := stream.Recv()
			if over != nil {
				return nil
			}
			if failed := stream.Send(said(index, question.GetRight())); failed != nil {
				return failed
			}
		}
		return err
	}
}

func holds(stream questions) error {
	<-stream.Context().Done()
	return nil
}

// outcomes asks all before it reads an answer, and says true, false, or the code of each.
func outcomes(t *testing.T, stream *CheckStream, rights ...string) (said []string, tokens []string) {
	t.Helper()
	var all []*Asked
	for _, right := range rights {
		all = append(all, stream.Ask(t.Context(), "users/a", right, "organizations/b"))
	}
	for _, asked := range all {
		answer, err := asked.Answer()
		switch e := ErrorOf(err); {
		case e != nil && answer.Allowed:
			t.Error("an error allows")
		case e != nil:
			said = append(said, e.Code.String())
		case answer.Allowed:
			said, tokens = append(said, "true"), append(tokens, answer.Token)
		default:
			said, tokens = append(said, "false"), append(tokens, answer.Token)
		}
	}
	return said, tokens
}

func streamTo(t *testing.T, run func(questions) error) *CheckStream {
	stream := beside(t, asking{run: run}).StreamChecks(t.Context())
	t.Cleanup(stream.Close)
	return stream
}

func TestEachQuestionOfAStreamHasItsOwnAnswer(t *testing.T) {
	got, tokens := outcomes(t, streamTo(t, answers(9, nil)), "use", "no", "fly", "odd", "empty", "use", "use", "use", "no")
	if want := []string{"true", "false", "InvalidArgument", "Internal", "Internal", "true", "true", "true", "false"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if want := []string{"t0", "t0", "t0", "t0", "t7", "t7"}; !slices.Equal(tokens, want) {
		t.Errorf("%v", tokens)
	}
}

func TestWhoeverAsksMoreThanTheWindowBeforeReadingDoesNotHang(t *testing.T) {
	const all = 10 * streamWindow
	got, _ := outcomes(t, streamTo(t, answers(all, nil)), slices.Repeat([]string{"use"}, all)...)
	if !slices.Equal(got, slices.Repeat([]string{"true"}, all)) {
		t.Errorf("%v", got)
	}
}

func TestNoMoreThanTheWindowIsUnderWay(t *testing.T) {
	full, early := make(chan struct{}), make(chan struct{}, 1)
	stream := streamTo(t, func(stream questions) error {
		for range streamWindow {
			if _, err := stream.Recv(); err != nil {
				return err
			}
		}
		close(full)
		if _, err := stream.Recv(); err != io.EOF {
			early <- struct{}{}
		}
		return nil
	})
	for range streamWindow {
		stream.Ask(t.Context(), "users/a", "use", "organizations/b")
	}
	<-full
	limited, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err := stream.Ask(limited, "users/a", "use", "organizations/b").Answer()
	if !errors.Is(err, context.DeadlineExceeded) || len(early) > 0 {
		t.Errorf("%v, %d came", err, len(early))
	}
}

func TestWhatIsNotAnsweredFailsWithTheEndOfTheStream(t *testing.T) {
	for end, want := range map[error]codes.Code{
		nil:                                      codes.Unavailable,
		status.Error(codes.Unavailable, "stops"): codes.Unavailable,
		status.Error(codes.Unauthenticated, "no key"): codes.Unauthenticated,
	} {
		stream := streamTo(t, answers(2, end))
		got, _ := outcomes(t, stream, slices.Repeat([]string{"use"}, 2*streamWindow)...)
		all := append([]string{"true", "true"}, slices.Repeat([]string{want.String()}, 2*streamWindow-2)...)
		if !slices.Equal(got, all) || ErrorOf(stream.Err()).Code != want {
			t.Errorf("%v: %v", end, got)
		}
	}
}

func TestAnswersOutOfOrderAllowNothing(t *testing.T) {
	stream := streamTo(t, func(stream questions) error {
		return errors.Join(stream.Send(said(1, "use")), holds(stream))
	})
	if got, _ := outcomes(t, stream, "use", "use"); !slices.Equal(got, []string{"Internal", "Internal"}) {
		t.Errorf("%v", got)
	}
}

func TestASilentStreamHoldsUpNobodyForEver(t *testing.T) {
	client := beside(t, asking{run: holds})
	client.caller.timeout = 50 * time.Millisecond
	stream := client.StreamChecks(t.Context())
	defer stream.Close()
	got, _ := outcomes(t, stream, slices.Repeat([]string{"use"}, streamWindow+1)...)
	if !slices.Equal(got, slices.Repeat([]string{"DeadlineExceeded"}, streamWindow+1)) {
		t.Errorf("%v", got)
	}
	if stream.Err() != nil {
		t.Error(stream.Err())
	}
}

func TestClosingEndsWhatIsNotAnswered(t *testing.T) {
	for name, says := range map[string]string{
		"stream": "the stream is closed; open another", "client": "the client is closed; make another",
	} {
		came, ended := make(chan struct{}), make(chan struct{})
		client := beside(t, asking{run: func(stream questions) error {
			defer close(ended)
			_, err := stream.Recv()
			close(came)
			return errors.Join(err, holds(stream))
		}})
		stream := client.StreamChecks(t.Context())
		asked := stream.Ask(t.Context(), "users/a", "use", "organizations/b")
		<-came
		if name == "client" {
			client.Close()
		} else {
			stream.Close()
		}
		_, err := asked.Answer()
		expect(t, ErrorOf(err), codes.Canceled, says)
		_, err = stream.Ask(t.Context(), "users/a", "use", "organizations/b").Answer()
		expect(t, ErrorOf(err), codes.Canceled, says)
		stream.Close()
		<-ended
	}
}

func TestTheContextOfAStreamEndsIt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	stream := beside(t, asking{run: holds}).StreamChecks(ctx)
	asked := stream.Ask(t.Context(), "users/a", "use", "organizations/b")
	cancel()
	if _, err := asked.Answer(); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
