// Command bench measures how many questions per second the client asks, and how many its raw stub
// over a connection of the same kind, with the same concurrency, in rounds of two seconds each:
//
//	bench ROUNDS
//
// It prints one line of JSON: the median of both, and the median of the rounds' ratios. Address
// and key are in GRANTOR_ADDRESS (http://…) and GRANTOR_KEY.
//
//	bench hits ROUNDS
//
// measures what an answer costs that a CachedAccess keeps, beside a server of its own: the median of
// rounds of a million answers.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

const (
	callers = 16
	span    = 2 * time.Second
)

// ask asks one question, which must be allowed.
type ask func(context.Context) error

var errDenied = errors.New("denied")

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	kept := len(arguments) == 2 && arguments[0] == "hits"
	if kept {
		arguments = arguments[1:]
	}
	if len(arguments) != 1 {
		return errors.New("usage: bench [hits] ROUNDS")
	}
	rounds, err := strconv.Atoi(arguments[0])
	if err != nil || rounds < 1 {
		return fmt.Errorf("%q is no number of rounds", arguments[0])
	}
	if kept {
		return hits(rounds)
	}
	throughClient, err := client()
	if err != nil {
		return err
	}
	throughStub, err := stub()
	if err != nil {
		return err
	}
	return compare(rounds, throughClient, throughStub)
}

func compare(rounds int, throughClient, throughStub ask) error {
	var sdk, raw, ratios []float64
	for round := range rounds {
		// Whoever comes second finds a warmer machine, so they take turns.
		order := []ask{throughClient, throughStub}
		if round%2 == 1 {
			slices.Reverse(order)
		}
		var found []float64
		for _, ask := range order {
			rate, err := measure(ask)
			if err != nil {
				return err
			}
			found = append(found, rate)
		}
		if round%2 == 1 {
			slices.Reverse(found)
		}
		sdk, raw, ratios = append(sdk, found[0]), append(raw, found[1]), append(ratios, found[0]/found[1])
	}
	return json.NewEncoder(os.Stdout).Encode(struct {
		Language string  `json:"language"`
		SDK      float64 `json:"sdk"`
		Raw      float64 `json:"raw"`
		Ratio    float64 `json:"ratio"`
	}{"go", median(sdk), median(raw), median(ratios)})
}

// measure asks from all callers for a while, and says how many calls per second there were.
func measure(ask ask) (float64, error) {
	var calls atomic.Int64
	var group sync.WaitGroup
	failures := make(chan error, callers)
	start := time.Now()
	for range callers {
		group.Add(1)
		go func() {
			defer group.Done()
			for time.Since(start) < span {
				if err := ask(context.Background()); err != nil {
					failures <- err
					return
				}
				calls.Add(1)
			}
		}()
	}
	group.Wait()
	close(failures)
	return float64(calls.Load()) / time.Since(start).Seconds(), <-failures
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
