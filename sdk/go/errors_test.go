package grantor

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func refusal(t *testing.T, domain string) error {
	s, err := status.New(codes.InvalidArgument, "say which").WithDetails(
		&errdetails.ErrorInfo{Domain: domain, Reason: "NOT_KNOWN_YET", Metadata: map[string]string{"a": "b"}},
		&errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{
			{Field: "subject", Description: "is required"},
		}},
	)
	if err != nil {
		t.Fatal(err)
	}
	return s.Err()
}

func TestAnErrorHasAllThatTheStatusSays(t *testing.T) {
	err := fmt.Errorf("wrapped: %w", errorFrom(refusal(t, "grantor"), "id-1"))
	e := ErrorOf(err)
	if e == nil || e.Code != codes.InvalidArgument || e.Reason != "NOT_KNOWN_YET" || e.Message != "say which" ||
		e.Metadata["a"] != "b" || e.RequestID != "id-1" || len(e.Violations) != 1 ||
		e.Violations[0] != (Violation{"subject", "is required"}) {
		t.Fatalf("%+v", e)
	}
	if text := e.Error(); text != "grantor: INVALID_ARGUMENT (NOT_KNOWN_YET): say which [request id-1]" {
		t.Error(text)
	}
	if s, is := status.FromError(err); !is || len(s.Details()) != 2 {
		t.Errorf("%v", s)
	}
}

func TestTheReasonsOfOthersAreNotGrantors(t *testing.T) {
	e := ErrorOf(errorFrom(refusal(t, "proxy.example.com"), ""))
	if e.Reason != "" || e.Metadata != nil {
		t.Errorf("%+v", e)
	}
}

func TestErrorsOfTheContextAreFound(t *testing.T) {
	for _, err := range []error{context.Canceled, context.DeadlineExceeded} {
		if !errors.Is(errorFrom(status.FromContextError(err).Err(), ""), err) || !errors.Is(errorFrom(err, ""), err) {
			t.Errorf("%v is not found", err)
		}
	}
	if errors.Is(errorFrom(refusal(t, "grantor"), ""), context.Canceled) {
		t.Error("every error is one of the context")
	}
}

func TestReasonsOfManyAreThoseOfStatuses(t *testing.T) {
	for reason, text := range map[grantorv1.ErrorReason]string{0: "", 2: "RIGHT_UNKNOWN", 9999: "9999"} {
		if found := reasonText(reason); found != text {
			t.Errorf("%v is %q, not %q", reason, found, text)
		}
	}
}
