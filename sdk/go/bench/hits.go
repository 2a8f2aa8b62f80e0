package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"sync"
	"syscall"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/protobuf/types/known/timestamppb"

	grantor "grantor.dev/sdk/go"
	grantorv1 "grantor.dev/sdk/go/grantor/v1"
)

// hitsRound is how many answers a caller takes in a round.
const hitsRound = 1_000_000

// vouching allows everything, and gives a sign of life each second.
type vouching struct {
	grantorv1.UnimplementedAccessServiceServer
}

func (vouching) CheckAccess(context.Context, *grantorv1.CheckAccessRequest) (*grantorv1.CheckAccessResponse, error) {
	return &grantorv1.CheckAccessResponse{
		Decision: grantorv1.Decision_DECISION_ALLOWED, EvaluateTime: timestamppb.Now(),
	}, nil
}

func (vouching) WatchAccess(_ *grantorv1.WatchAccessRequest,
	stream grpc.ServerStreamingServer[grantorv1.WatchAccessResponse]) error {
	invalidation := &grantorv1.Invalidation{AllSubjects: true}
	for ticks := time.Tick(time.Second); stream.Context().Err() == nil; <-ticks {
		if err := stream.Send(&grantorv1.WatchAccessResponse{
			Invalidation: invalidation, ConsistencyToken: "token", ProvedTime: timestamppb.Now(),
		}); err != nil {
			return err
		}
		invalidation = nil
	}
	return nil
}

// hits measures what an answer costs that is kept, beside a server in this process: with one caller, with
// as many as there are processors about a user each, and with as many about the same user.
func hits(rounds int) error {
	cached, err := besideVouching()
	if err != nil {
		return err
	}
	defer cached.Close()
	processors := runtime.GOMAXPROCS(0)
	var one, each, same []float64
	for range rounds {
		for _, c := range []struct {
			found   *[]float64
			callers int
			subject func(int) string
		}{
			{&one, 1, nobodyElse},
			{&each, processors, func(i int) string { return fmt.Sprintf("users/user-%d", i) }},
			{&same, processors, nobodyElse},
		} {
			cost, err := hit(cached, c.callers, c.subject)
			if err != nil {
				return err
			}
			*c.found = append(*c.found, cost)
		}
	}
	return json.NewEncoder(os.Stdout).Encode(struct {
		Language   string  `json:"language"`
		Processors int     `json:"processors"`
		One        float64 `json:"hit_ns"`
		Each       float64 `json:"hit_ns_each_its_user"`
		Same       float64 `json:"hit_ns_same_user"`
	}{"go", processors, median(one), median(each), median(same)})
}

func nobodyElse(int) string { return subject }

func besideVouching() (*grantor.CachedAccess, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := grpc.NewServer()
	grantorv1.RegisterAccessServiceServer(server, vouching{})
	go server.Serve(listener)
	client, err := grantor.New("http://"+listener.Addr().String(), "grk_bench")
	if err != nil {
		return nil, err
	}
	cached, err := client.CachedAccess("organizations/acme")
	if err != nil {
		return nil, err
	}
	for began := time.Now(); !cached.Stats().Keeping; time.Sleep(time.Millisecond) {
		if time.Since(began) > span {
			return nil, errors.Join(errors.New("nothing is kept"), cached.Failure())
		}
	}
	return cached, nil
}

// hit is how many nanoseconds of a processor an answer takes, to so many callers at once. A machine that
// has more to do makes it take longer, and not cost more.
func hit(cached *grantor.CachedAccess, callers int, subject func(int) string) (float64, error) {
	var group sync.WaitGroup
	failures := make(chan error, callers)
	before, err := processorTime()
	if err != nil {
		return 0, err
	}
	for i := range callers {
		group.Add(1)
		go func() {
			defer group.Done()
			who, missed := subject(i), 0
			for range hitsRound {
				answer, err := cached.Check(context.Background(), who, right, resource)
				if err != nil || !answer.Allowed {
					failures <- errors.Join(errDenied, err)
					return
				}
				if !answer.FromCache {
					missed++
				}
			}
			if missed > hitsRound/1000 {
				failures <- fmt.Errorf("%d of %d answers were asked for", missed, hitsRound)
			}
		}()
	}
	group.Wait()
	close(failures)
	after, err := processorTime()
	return float64(after-before) / float64(callers*hitsRound), errors.Join(err, <-failures)
}

// processorTime is what the process has used of its processors, in nanoseconds.
func processorTime() (int64, error) {
	var used syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &used)
	return used.Utime.Nano() + used.Stime.Nano(), err
}
