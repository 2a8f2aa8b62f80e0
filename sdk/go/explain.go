package grantor

import (
	"context"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// Explanation is an answer that says why.
type Explanation struct {
	// Answer is what Check answers; its Path is the first of Paths.
	Answer
	// Sentence is the answer in words: English, for people, not stable.
	Sentence string
	// Paths has every way that allows it, the longest lasting first. Empty if denied.
	Paths []*grantorv1.ExplainedPath
	// Missing is the nearest that is missing, and who could give it. Nil if allowed, or where
	// nothing in the organization could help.
	Missing *grantorv1.MissingPiece
}

// Explain answers as [Client.Check] does, and says why: every way that allows it, or what is
// missing.
func (c *Client) Explain(ctx context.Context, subject, right, resource string,
	options ...AskOption) (Explanation, error) {
	of, err := whenOf(options)
	if err != nil {
		return Explanation{}, err
	}
	var call requestID
	response, err := c.Access.ExplainAccess(ctx, &grantorv1.ExplainAccessRequest{
		Subject: subject, Right: right, Resource: resource,
		Consistency: of.consistency, AtTime: of.time, AtRevision: of.number(),
	}, &call)
	if err != nil {
		return Explanation{}, err
	}
	allowed, err := decided(response.GetDecision(), call.id)
	if err != nil {
		return Explanation{}, err
	}
	return Explanation{
		Answer: Answer{
			Allowed:    allowed,
			Reason:     response.GetReason(),
			Path:       firstPath(response.GetPaths()),
			ValidUntil: timeOf(response.GetValidUntil()),
			Token:      response.GetConsistencyToken(),
		},
		Sentence: response.GetSentence(),
		Paths:    response.GetPaths(),
		Missing:  response.GetMissing(),
	}, nil
}

func firstPath(paths []*grantorv1.ExplainedPath) *grantorv1.AccessPath {
	if len(paths) == 0 {
		return nil
	}
	return paths[0].GetPath()
}
