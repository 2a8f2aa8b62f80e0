package main

import (
	"context"

	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func createGrant(ctx context.Context, client *caseClient, w with) (object, error) {
	product := &grantorv1.ScopeEntry{Entry: &grantorv1.ScopeEntry_Product{Product: w.Product}}
	response, err := client.Grants.CreateGrant(ctx, &grantorv1.CreateGrantRequest{
		Parent:  w.Parent,
		GrantId: w.GrantID,
		Grant: &grantorv1.Grant{
			Subject: w.Subject,
			Scope: &grantorv1.Scope{Scope: &grantorv1.Scope_Listed{
				Listed: &grantorv1.ScopeList{Entries: []*grantorv1.ScopeEntry{product}},
			}},
			Rights: &grantorv1.Rights{Names: w.Rights},
			Note:   w.Note,
		},
		RequestId: w.RequestID,
	})
	return described(response.GetGrant()), err
}

func getGrant(ctx context.Context, client *caseClient, w with) (object, error) {
	response, err := client.Grants.GetGrant(ctx, &grantorv1.GetGrantRequest{Name: w.Name})
	return described(response.GetGrant()), err
}

func described(grant *grantorv1.Grant) object {
	return object{"name": grant.GetName(), "note": grant.GetNote()}
}

func deleteGrant(ctx context.Context, client *caseClient, w with) (object, error) {
	_, err := client.Grants.DeleteGrant(ctx, &grantorv1.DeleteGrantRequest{Name: w.Name})
	return object{}, err
}
