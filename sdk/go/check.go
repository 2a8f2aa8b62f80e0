package grantor

import (
	"context"
	"fmt"
	"time"

	"google.golang.org/protobuf/types/known/timestamppb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// Answer is the answer to one question. Its zero value does not allow.
type Answer struct {
	// Allowed tells whether the user may.
	Allowed bool
	// Reason is why. More reasons may come than this client has names for.
	Reason grantorv1.AccessReason
	// Path is one way that allows it; nil if denied.
	Path *grantorv1.AccessPath
	// ValidUntil is the next time at which the answer can change by itself: cache it no longer.
	// Zero: it does not change by itself.
	ValidUntil time.Time
	// Token is what was read: give it to AtLeastAsFresh not to go back before it. Empty in the
	// answers of CheckMany, which have theirs together: see Results; and in those about the past,
	// which does not change.
	Token string
}

// Check asks whether a user may do something on a resource, now.
//
// The subject is a user, "users/alice". The right is one of a product's type, "kdrive/use" or
// "use", or of an organization, "manage_users". The resource is a product,
// "organizations/acme/products/drive-1", or an organization, "organizations/acme".
//
// The answer is from memory, at most 5 seconds old, unless an option says otherwise: how fresh it
// must be, or of which past. A denial is an answer and no error; an error is never an allow.
func (c *Client) Check(ctx context.Context, subject, right, resource string, options ...AskOption) (Answer, error) {
	of, err := whenOf(options)
	if err != nil {
		return Answer{}, err
	}
	_, answer, err := c.check(ctx, &grantorv1.CheckAccessRequest{
		Subject: subject, Right: right, Resource: resource,
		Consistency: of.consistency, AtTime: of.time, AtRevision: of.number(),
	})
	return answer, err
}

// check asks. It gives no response where it gives an error.
func (c *Client) check(ctx context.Context,
	request *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, Answer, error) {
	var call requestID
	response, err := c.Access.CheckAccess(ctx, request, &call)
	if err != nil {
		return nil, Answer{}, err
	}
	allowed, err := decided(response.GetDecision(), call.id)
	if err != nil {
		return nil, Answer{}, err
	}
	return response, Answer{
		Allowed:    allowed,
		Reason:     response.GetReason(),
		Path:       response.GetPath(),
		ValidUntil: timeOf(response.GetValidUntil()),
		Token:      response.GetConsistencyToken(),
	}, nil
}

// decided reads a decision. One that this client does not know is an error, never an allow.
func decided(decision grantorv1.Decision, id string) (allowed bool, err error) {
	switch decision {
	case grantorv1.Decision_DECISION_ALLOWED:
		return true, nil
	case grantorv1.Decision_DECISION_DENIED:
		return false, nil
	default:
		return false, unreadable(fmt.Sprintf("the server answered with an unknown decision, %v", decision), id)
	}
}

func timeOf(timestamp *timestamppb.Timestamp) time.Time {
	if timestamp == nil {
		return time.Time{}
	}
	return timestamp.AsTime()
}
