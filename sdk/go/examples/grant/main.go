// Command grant gives a member a right on a product for a moment: it makes a grant, asks whether
// it holds, and takes it away again.
//
//	go run ./examples/grant alice kdrive/statistics drive-2
//
// Address and key of Grantor are in GRANTOR_ADDRESS and GRANTOR_KEY.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"

	grantor "grantor.dev/sdk/go"
	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func main() {
	actor := flag.String("as", "ann", "who gives it")
	flag.Parse()
	if flag.NArg() != 3 {
		log.Fatal("usage: grant [-as USER] MEMBER RIGHT PRODUCT")
	}
	// Changes are made by people: the service account acts for one of them.
	client, err := grantor.New("", "", grantor.WithActingUser("users/"+*actor))
	if err != nil {
		log.Fatal(err)
	}
	defer client.Close()
	if err := lend(context.Background(), client, flag.Arg(0), flag.Arg(1), flag.Arg(2)); err != nil {
		log.Fatal(err)
	}
}

func lend(ctx context.Context, client *grantor.Client, member, right, product string) error {
	product = "organizations/acme/products/" + product
	made, err := client.Grants.CreateGrant(ctx, &grantorv1.CreateGrantRequest{
		Parent: "organizations/acme",
		Grant: &grantorv1.Grant{
			Subject: "organizations/acme/members/" + member,
			Rights:  &grantorv1.Rights{Names: []string{right}},
			Scope:   only(product),
			Note:    "For a moment",
		},
	})
	if err != nil {
		return err
	}
	grant := made.GetGrant().GetName()
	fmt.Printf("made %s\n", grant)

	// The token makes sure that the answer has seen the grant, on every instance of the server.
	fresh := grantor.AtLeastAsFresh(made.GetConsistencyToken())
	answer, err := client.Check(ctx, "users/"+member, right, product, fresh)
	if err != nil {
		return err
	}
	fmt.Printf("%s %s on %s: %t\n", member, right, product, answer.Allowed)

	if _, err := client.Grants.DeleteGrant(ctx, &grantorv1.DeleteGrantRequest{Name: grant}); err != nil {
		return err
	}
	fmt.Printf("deleted %s\n", grant)
	return nil
}

// only is the scope of one product.
func only(product string) *grantorv1.Scope {
	entry := &grantorv1.ScopeEntry{Entry: &grantorv1.ScopeEntry_Product{Product: product}}
	return &grantorv1.Scope{Scope: &grantorv1.Scope_Listed{
		Listed: &grantorv1.ScopeList{Entries: []*grantorv1.ScopeEntry{entry}},
	}}
}
