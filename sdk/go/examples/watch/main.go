// Command watch prints the changes of an organization as they come, until it is stopped or has
// printed as many as it was told to.
//
//	go run ./examples/watch                  from now on
//	go run ./examples/watch -after 0 10      the first ten
//
// Address and key of Grantor are in GRANTOR_ADDRESS and GRANTOR_KEY.
package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"math"
	"os/signal"
	"strconv"
	"syscall"

	grantor "grantor.dev/sdk/go"
	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

func main() {
	organization := flag.String("organization", "acme", "whose changes")
	after := flag.Int64("after", -1, "begin after this revision, 0 for all; else with the next change")
	flag.Parse()
	count, err := countOf(flag.Args())
	if err != nil {
		log.Fatal("usage: watch [-organization ID] [-after REVISION] [COUNT]")
	}
	var options []grantor.WatchOption
	if *after >= 0 {
		options = append(options, grantor.AfterRevision(*after))
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	err = watch(ctx, "organizations/"+*organization, count, options)
	if err != nil && !errors.Is(err, context.Canceled) {
		log.Fatal(err)
	}
}

// countOf is how many changes to print: all of them if nothing is said.
func countOf(arguments []string) (int, error) {
	switch len(arguments) {
	case 0:
		return math.MaxInt, nil
	case 1:
		return strconv.Atoi(arguments[0])
	default:
		return 0, errors.New("too many arguments")
	}
}

func watch(ctx context.Context, organization string, count int, options []grantor.WatchOption) error {
	client, err := grantor.New("", "")
	if err != nil {
		return err
	}
	defer client.Close()
	for event, err := range client.Watch(ctx, organization, options...) {
		if err != nil {
			return err
		}
		show(event.Change)
		if count--; count <= 0 {
			return nil
		}
	}
	return nil
}

func show(change *grantorv1.Change) {
	fmt.Printf("%d %s by %s\n", change.GetRevision(), change.GetMethod(),
		cmp.Or(change.GetActor(), change.GetServiceAccount(), "Grantor"))
	for _, changed := range change.GetResourceChanges() {
		fmt.Printf("  %s %s\n", changed.GetKind(), changed.GetResource())
	}
}
