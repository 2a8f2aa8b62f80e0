package grantor

import (
	"context"
	"errors"

	"google.golang.org/genproto/googleapis/rpc/code"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Error is why a call failed. Decide by Code and Reason, never by the message; treat a reason that
// you do not know by its code.
//
// Transport failures (nothing answers, a certificate that can't be trusted, a connection that
// breaks) are UNAVAILABLE. errors.Is finds context.Canceled and context.DeadlineExceeded in
// CANCELLED and DEADLINE_EXCEEDED; status.FromError finds the status with all its details.
type Error struct {
	// Code is the code of gRPC.
	Code codes.Code
	// Reason is that of docs/errors.md, such as RIGHT_UNKNOWN. Empty: the error is not Grantor's
	// own. A newer server may give reasons that are not listed yet.
	Reason string
	// Message says in words what to do next.
	Message string
	// Metadata belongs to the reason.
	Metadata map[string]string
	// Violations has each wrong field; Message names them too.
	Violations []Violation
	// RequestID is the x-request-id of the call, which finds it in the server's log. Empty if
	// there was no call.
	RequestID string

	status *status.Status
}

// Violation is what is wrong with one field.
type Violation struct {
	// Field is its path in the request, such as "grant.scope".
	Field string
	// Description says what it must be.
	Description string
}

// ErrorOf finds the [*Error] in an error; nil if there is none.
func ErrorOf(err error) *Error {
	var found *Error
	errors.As(err, &found)
	return found
}

// Error is all of it in one line.
func (e *Error) Error() string {
	text := "grantor: " + code.Code(e.Code).String()
	if e.Reason != "" {
		text += " (" + e.Reason + ")"
	}
	text += ": " + e.Message
	if e.RequestID != "" {
		text += " [request " + e.RequestID + "]"
	}
	return text
}

// GRPCStatus is the status as it came, for status.FromError.
func (e *Error) GRPCStatus() *status.Status {
	if e.status == nil {
		return status.New(e.Code, e.Message)
	}
	return e.status
}

// Is makes errors.Is find the errors of package context.
func (e *Error) Is(target error) bool {
	return target == context.Canceled && e.Code == codes.Canceled ||
		target == context.DeadlineExceeded && e.Code == codes.DeadlineExceeded
}

// errorFrom turns what gRPC returned for the call with this id into an Error; nil stays nil.
func errorFrom(err error, id string) error {
	if err == nil || ErrorOf(err) != nil {
		return err
	}
	s, is := status.FromError(err)
	if !is {
		s = status.FromContextError(err)
	}
	e := &Error{Code: s.Code(), Message: s.Message(), RequestID: id, status: s}
	for _, detail := range s.Details() {
		e.add(detail)
	}
	return e
}

func (e *Error) add(detail any) {
	switch detail := detail.(type) {
	case *errdetails.ErrorInfo:
		if detail.GetDomain() == "grantor" {
			e.Reason, e.Metadata = detail.GetReason(), detail.GetMetadata()
		}
	case *errdetails.BadRequest:
		for _, violation := range detail.GetFieldViolations() {
			e.Violations = append(e.Violations, Violation{violation.GetField(), violation.GetDescription()})
		}
	}
}

// wrongArgument is the error for something that is not sent, for it could not be right.
func wrongArgument(field, description string) *Error {
	return &Error{
		Code:       codes.InvalidArgument,
		Message:    field + ": " + description,
		Violations: []Violation{{field, description}},
	}
}

// unreadable is the error for an answer that this client can't make sense of.
func unreadable(what, id string) *Error {
	return &Error{Code: codes.Internal, Message: what + "; a newer client may know it", RequestID: id}
}
