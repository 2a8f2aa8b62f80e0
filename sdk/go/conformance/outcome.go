package main

import (
	"errors"
	"fmt"

	"google.golang.org/genproto/googleapis/rpc/code"

	grantor "grantor.dev/sdk/go"
)

// object is an object of JSON.
type object map[string]any

// outcome is what came of a step: one of the two.
type outcome struct {
	OK    object `json:"ok,omitzero"`
	Error object `json:"error,omitzero"`
}

func runnerError(format string, values ...any) outcome {
	return outcome{Error: object{"code": "RUNNER", "message": fmt.Sprintf(format, values...)}}
}

// failed is the outcome for an error of the client.
func failed(err error) outcome {
	var configuration *grantor.ConfigurationError
	if errors.As(err, &configuration) {
		return outcome{Error: object{"code": "CONFIGURATION", "message": err.Error()}}
	}
	e := grantor.ErrorOf(err)
	if e == nil {
		return runnerError("an error of another type: %v", err)
	}
	metadata := object{}
	for name, value := range e.Metadata {
		metadata[name] = value
	}
	violations := make([]object, 0, len(e.Violations))
	for _, violation := range e.Violations {
		violations = append(violations, object{"field": violation.Field, "description": violation.Description})
	}
	return outcome{Error: object{
		"code":       codeName(e),
		"reason":     e.Reason,
		"message":    e.Message,
		"metadata":   metadata,
		"request_id": e.RequestID,
		"violations": violations,
	}}
}

// codeName is the code as gRPC names it, such as NOT_FOUND.
func codeName(e *grantor.Error) string { return code.Code(e.Code).String() }
