package grantor

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"google.golang.org/grpc/codes"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// largestBatch is how many questions go into one call.
const largestBatch = 1000

// Question is one question of [Client.CheckMany], as those of [Client.Check].
type Question struct {
	Subject, Right, Resource string
}

// Result is the answer to one question of many, or why there is none.
type Result struct {
	// Answer does not allow if there is an error.
	Answer
	// Err is an *Error for this question alone; nil if there is an answer.
	Err error
}

// Results are the answers to many questions.
type Results struct {
	// Each is in the order of the questions.
	Each []Result
	// Tokens are what was read, one for each organization and state that was seen, each once: give
	// them to AtLeastAsFresh, which takes up to 100, not to go back before it. The past has none.
	Tokens []string
}

// CheckMany asks any number of questions, 1000 a call, one call after the other. A question that can't be answered has an error of its own; an
// error of the whole is that of a call, and leaves no results.
//
// Of when the answers must be is said as for [Client.Check].
func (c *Client) CheckMany(ctx context.Context, questions []Question, options ...AskOption) (Results, error) {
	of, err := whenOf(options)
	if err != nil {
		return Results{}, err
	}
	results := Results{Each: make([]Result, 0, len(questions))}
	for batch := range slices.Chunk(questions, largestBatch) {
		if err := c.checkBatch(ctx, &results, batch, of); err != nil {
			return Results{}, err
		}
	}
	return results, nil
}

// checkBatch adds the results of one call.
func (c *Client) checkBatch(ctx context.Context, results *Results, batch []Question, of when) error {
	request := &grantorv1.BatchCheckAccessRequest{
		Questions:   make([]*grantorv1.AccessQuestion, len(batch)),
		Consistency: of.consistency,
		AtTime:      of.time,
		AtRevision:  of.number(),
	}
	for i, question := range batch {
		request.Questions[i] = &grantorv1.AccessQuestion{
			Subject: question.Subject, Right: question.Right, Resource: question.Resource,
		}
	}
	var call requestID
	response, err := c.Access.BatchCheckAccess(ctx, request, &call)
	if err != nil {
		return err
	}
	if answered := len(response.GetResults()); answered != len(batch) {
		return unreadable(fmt.Sprintf("the server answered %d of %d questions", answered, len(batch)), call.id)
	}
	for _, result := range response.GetResults() {
		results.Each = append(results.Each, resultOf(result, call.id))
	}
	for _, token := range response.GetConsistencyTokens() {
		if !slices.Contains(results.Tokens, token) {
			results.Tokens = append(results.Tokens, token)
		}
	}
	return nil
}

func resultOf(result *grantorv1.AccessResult, id string) Result {
	switch result := result.GetResult().(type) {
	case *grantorv1.AccessResult_Answer:
		return answered(result.Answer, id)
	case *grantorv1.AccessResult_Error:
		if codes.Code(result.Error.GetCode()) == codes.OK {
			return Result{Err: unreadable("the server answered a question with an error that is none", id)}
		}
		return Result{Err: &Error{
			Code:      codes.Code(result.Error.GetCode()),
			Reason:    reasonText(result.Error.GetReason()),
			Message:   result.Error.GetMessage(),
			RequestID: id,
		}}
	default:
		return Result{Err: unreadable("the server answered a question with neither answer nor error", id)}
	}
}

func answered(answer *grantorv1.AccessAnswer, id string) Result {
	allowed, err := decided(answer.GetDecision(), id)
	if err != nil {
		return Result{Err: err}
	}
	return Result{Answer: Answer{
		Allowed:    allowed,
		Reason:     answer.GetReason(),
		Path:       answer.GetPath(),
		ValidUntil: timeOf(answer.GetValidUntil()),
	}}
}

// reasonText is a reason as statuses have it: "RIGHT_UNKNOWN", or its number if it has no name here.
func reasonText(reason grantorv1.ErrorReason) string {
	if reason == grantorv1.ErrorReason_ERROR_REASON_UNSPECIFIED {
		return ""
	}
	return strings.TrimPrefix(reason.String(), "ERROR_REASON_")
}
