package grantor

import (
	"context"
	"slices"
	"testing"

	"google.golang.org/grpc/codes"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// odd is a server that answers every batch alike.
type odd struct {
	grantorv1.UnimplementedAccessServiceServer
	results []*grantorv1.AccessResult
}

func (s odd) BatchCheckAccess(context.Context, *grantorv1.BatchCheckAccessRequest) (*grantorv1.BatchCheckAccessResponse, error) {
	return &grantorv1.BatchCheckAccessResponse{Results: s.results, ConsistencyTokens: []string{"acme", "globex"}}, nil
}

func decision(decision grantorv1.Decision) *grantorv1.AccessResult {
	return &grantorv1.AccessResult{Result: &grantorv1.AccessResult_Answer{Answer: &grantorv1.AccessAnswer{Decision: decision}}}
}

func TestOddAnswersAreErrorsOfTheirQuestions(t *testing.T) {
	client := beside(t, odd{results: []*grantorv1.AccessResult{
		{}, decision(0), decision(99),
		{Result: &grantorv1.AccessResult_Answer{}}, {Result: &grantorv1.AccessResult_Error{}},
		decision(grantorv1.Decision_DECISION_ALLOWED),
	}})
	results, err := client.CheckMany(t.Context(), make([]Question, 6))
	if err != nil {
		t.Fatal(err)
	}
	for i, result := range results.Each[:5] {
		if e := ErrorOf(result.Err); e == nil || e.Code != codes.Internal || result.Allowed {
			t.Errorf("question %d: %+v", i, result)
		}
	}
	if last := results.Each[5]; last.Err != nil || !last.Allowed {
		t.Errorf("%+v", last)
	}
}

func TestAWrongNumberOfAnswersIsAnErrorOfAll(t *testing.T) {
	results, err := beside(t, odd{}).CheckMany(t.Context(), make([]Question, 2))
	if e := ErrorOf(err); e == nil || e.Code != codes.Internal || len(results.Each) != 0 {
		t.Errorf("%v, %v", results, err)
	}
}

func TestTokensOfManyBatchesAreGivenOnce(t *testing.T) {
	batch := slices.Repeat([]*grantorv1.AccessResult{decision(grantorv1.Decision_DECISION_DENIED)}, largestBatch)
	results, err := beside(t, odd{results: batch}).CheckMany(t.Context(), make([]Question, 2*largestBatch))
	if err != nil || !slices.Equal(results.Tokens, []string{"acme", "globex"}) || len(results.Each) != 2*largestBatch {
		t.Errorf("%d results, %v, %v", len(results.Each), results.Tokens, err)
	}
}
