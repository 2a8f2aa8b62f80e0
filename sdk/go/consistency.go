package grantor

import (
	"google.golang.org/protobuf/types/known/emptypb"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// FullyConsistent asks for an answer that has seen everything that was acknowledged before.
func FullyConsistent() *grantorv1.Consistency {
	return &grantorv1.Consistency{
		Requirement: &grantorv1.Consistency_FullyConsistent{FullyConsistent: &emptypb.Empty{}},
	}
}

// AtLeastAsFresh asks for an answer that has seen all that these 1 to 100 tokens saw: those of
// earlier answers or changes.
func AtLeastAsFresh(tokens ...string) *grantorv1.Consistency {
	return &grantorv1.Consistency{
		Requirement: &grantorv1.Consistency_AtLeastAsFresh{
			AtLeastAsFresh: &grantorv1.AtLeastAsFresh{Tokens: tokens},
		},
	}
}

// last is the last one given, nil if there is none: from memory, at most 5 seconds old.
func last(consistency []*grantorv1.Consistency) *grantorv1.Consistency {
	if len(consistency) == 0 {
		return nil
	}
	return consistency[len(consistency)-1]
}
