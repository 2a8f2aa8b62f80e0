package main

import (
	"context"
	"iter"

	"google.golang.org/protobuf/types/known/timestamppb"

	grantor "grantor.dev/sdk/go"
	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// calls has what a step can call, by name.
var calls = map[string]func(context.Context, *caseClient, with) (object, error){
	"check":                    check,
	"check_many":               checkMany,
	"stream_checks":            streamChecks,
	"explain":                  explain,
	"list_products":            listProducts,
	"list_accessible_products": listAccessibleProducts,
	"list_members":             listMembers,
	"create_grant":             createGrant,
	"get_grant":                getGrant,
	"delete_grant":             deleteGrant,
	"watch":                    watch,
	"cached_open":              cachedOpen,
	"cached_check":             cachedCheck,
	"cached_close":             cachedClose,
}

func check(ctx context.Context, client *caseClient, w with) (object, error) {
	answer, err := client.Check(ctx, w.Subject, w.Right, w.Resource, w.options()...)
	if err != nil {
		return nil, err
	}
	return object{"allowed": answer.Allowed, "reason": reason(answer.Reason), "token": answer.Token}, nil
}

// reason is the name of a reason, or its number if it has none.
func reason(reason grantorv1.AccessReason) any {
	if name, known := grantorv1.AccessReason_name[int32(reason)]; known {
		return name
	}
	return int32(reason)
}

// questions are all that are named, or one many times.
func questions(w with) (listed []grantor.Question) {
	for range w.Repeat {
		listed = append(listed, grantor.Question(w.Question))
	}
	for _, question := range w.Questions {
		listed = append(listed, grantor.Question(question))
	}
	return listed
}

func checkMany(ctx context.Context, client *caseClient, w with) (object, error) {
	results, err := client.CheckMany(ctx, questions(w), w.options()...)
	if err != nil {
		return nil, err
	}
	if w.Repeat > 0 {
		return counted(results.Each), nil
	}
	listed := make([]object, 0, len(results.Each))
	for _, result := range results.Each {
		if e := grantor.ErrorOf(result.Err); e != nil {
			listed = append(listed, object{"error": object{"code": codeName(e), "reason": e.Reason}})
		} else {
			listed = append(listed, object{"allowed": result.Allowed})
		}
	}
	return object{"results": listed}, nil
}

func streamChecks(ctx context.Context, client *caseClient, w with) (object, error) {
	stream := client.StreamChecks(context.Background())
	defer stream.Close()
	var all []*grantor.Asked
	for _, q := range questions(w) {
		all = append(all, stream.Ask(ctx, q.Subject, q.Right, q.Resource, w.Consistency...))
	}
	results := make([]grantor.Result, 0, len(all))
	for _, asked := range all {
		answer, err := asked.Answer()
		results = append(results, grantor.Result{Answer: answer, Err: err})
	}
	if w.Repeat > 0 {
		return counted(results), nil
	}
	listed := make([]object, 0, len(results))
	for _, result := range results {
		if e := grantor.ErrorOf(result.Err); e != nil {
			listed = append(listed, object{"error": object{"code": codeName(e), "reason": e.Reason}})
		} else {
			listed = append(listed, object{"allowed": result.Allowed, "reason": reason(result.Reason), "token": result.Token})
		}
	}
	return object{"results": listed}, nil
}

func counted(results []grantor.Result) object {
	allowed, errors := 0, 0
	for _, result := range results {
		switch {
		case result.Err != nil:
			errors++
		case result.Allowed:
			allowed++
		}
	}
	return object{"count": len(results), "allowed": allowed, "errors": errors}
}

func explain(ctx context.Context, client *caseClient, w with) (object, error) {
	explanation, err := client.Explain(ctx, w.Subject, w.Right, w.Resource, w.options()...)
	if err != nil {
		return nil, err
	}
	return object{"allowed": explanation.Allowed, "sentence": explanation.Sentence}, nil
}

func listProducts(ctx context.Context, client *caseClient, w with) (object, error) {
	request := &grantorv1.ListProductsRequest{Parent: w.Parent, PageSize: w.PageSize}
	listed, err := names(client.ListProducts(ctx, request), (*grantorv1.Product).GetName)
	if err != nil {
		return nil, err
	}
	distinct := map[string]bool{}
	for _, name := range listed {
		distinct[name] = true
	}
	result := object{"count": len(listed), "first": "", "last": "", "distinct": len(distinct)}
	if len(listed) > 0 {
		result["first"], result["last"] = listed[0], listed[len(listed)-1]
	}
	return result, nil
}

func listAccessibleProducts(ctx context.Context, client *caseClient, w with) (object, error) {
	request := &grantorv1.ListAccessibleProductsRequest{Parent: w.Parent, Subject: w.Subject, PageSize: w.PageSize}
	if w.AtTime != nil {
		request.AtTime = timestamppb.New(*w.AtTime)
	}
	if w.AtRevision != nil {
		request.AtRevision = *w.AtRevision
	}
	listed, err := names(client.ListAccessibleProducts(ctx, request), (*grantorv1.AccessibleProduct).GetProduct)
	return object{"products": listed}, err
}

func listMembers(ctx context.Context, client *caseClient, w with) (object, error) {
	request := &grantorv1.ListMembersRequest{Parent: w.Parent, PageSize: w.PageSize}
	listed, err := names(client.ListMembers(ctx, request), (*grantorv1.Member).GetName)
	return object{"members": listed}, err
}

func names[Item any](items iter.Seq2[Item, error], name func(Item) string) ([]string, error) {
	listed := []string{}
	for item, err := range items {
		if err != nil {
			return nil, err
		}
		listed = append(listed, name(item))
	}
	return listed, nil
}
