// Command list prints the products that a user has access to, with what they may do on each.
//
//	go run ./examples/list alice
//	go run ./examples/list -organization globex alice
//
// Address and key of Grantor are in GRANTOR_ADDRESS and GRANTOR_KEY.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"strings"

	grantor "grantor.dev/sdk/go"
	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func main() {
	organization := flag.String("organization", "acme", "whose products")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: list [-organization ID] USER")
	}
	if err := list("organizations/"+*organization, "users/"+flag.Arg(0)); err != nil {
		log.Fatal(err)
	}
}

func list(organization, user string) error {
	client, err := grantor.New("", "")
	if err != nil {
		return err
	}
	defer client.Close()
	request := &grantorv1.ListAccessibleProductsRequest{Parent: organization, Subject: user}
	for product, err := range client.ListAccessibleProducts(context.Background(), request) {
		if err != nil {
			return err
		}
		fmt.Printf("%s: %s\n", product.GetProduct(), strings.Join(product.GetRights(), ", "))
	}
	return nil
}
