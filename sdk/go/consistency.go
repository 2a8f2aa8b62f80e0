package grantor

import (
	"google.golang.org/protobuf/types/known/emptypb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// Consistency is how fresh an answer must be: [FullyConsistent] or [AtLeastAsFresh]. The request of
// a list takes what it holds: FullyConsistent().Consistency. Its zero value says nothing.
type Consistency struct {
	*grantorv1.Consistency
}

// FullyConsistent asks for an answer that has seen everything that was acknowledged before.
func FullyConsistent() Consistency {
	return Consistency{&grantorv1.Consistency{
		Requirement: &grantorv1.Consistency_FullyConsistent{FullyConsistent: &emptypb.Empty{}},
	}}
}

// AtLeastAsFresh asks for an answer that has seen all that these 1 to 100 tokens saw: those of
// earlier answers or changes.
func AtLeastAsFresh(tokens ...string) Consistency {
	return Consistency{&grantorv1.Consistency{
		Requirement: &grantorv1.Consistency_AtLeastAsFresh{
			AtLeastAsFresh: &grantorv1.AtLeastAsFresh{Tokens: tokens},
		},
	}}
}

// last is the last one given, nil if there is none: from memory, at most 5 seconds old.
func last(consistency []Consistency) *grantorv1.Consistency {
	if len(consistency) == 0 {
		return nil
	}
	return consistency[len(consistency)-1].Consistency
}
