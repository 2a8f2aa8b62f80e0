package main

import (
	"context"
	"errors"
	"time"

	"google.golang.org/grpc/codes"

	grantor "grantor.dev/sdk/go"
)

const (
	cachedPatience = 10 * time.Second
	cachedPause    = 20 * time.Millisecond
)

var errNotOpened = errors.New("no step has opened a cache")

// cachedOpen opens the cache of the case, and waits until its stream has said something.
func cachedOpen(_ context.Context, client *caseClient, w with) (object, error) {
	var options []grantor.CachedAccessOption
	if w.MaxAnswers != nil {
		options = append(options, grantor.MaxAnswers(*w.MaxAnswers))
	}
	cached, err := client.CachedAccess(w.Organization, options...)
	if err != nil {
		return nil, err
	}
	client.cached = cached
	for began := time.Now(); !cached.Stats().Keeping; time.Sleep(cachedPause) {
		if time.Since(began) < cachedPatience {
			continue
		}
		if err := cached.Failure(); err != nil {
			return nil, err
		}
		return nil, &grantor.Error{Code: codes.DeadlineExceeded, Message: "nothing came on the stream"}
	}
	return object{}, nil
}

// cachedCheck asks the cache, again and again where an answer is waited for, and gives the last one.
func cachedCheck(ctx context.Context, client *caseClient, w with) (object, error) {
	if client.cached == nil {
		return nil, errNotOpened
	}
	for began := time.Now(); ; time.Sleep(cachedPause) {
		answer, err := client.cached.Check(ctx, w.Subject, w.Right, w.Resource)
		if err != nil {
			return nil, err
		}
		if w.Until.met(answer) || time.Since(began) >= cachedPatience {
			return object{
				"allowed": answer.Allowed, "reason": reason(answer.Reason), "from_cache": answer.FromCache,
			}, nil
		}
	}
}

func (u until) met(answer grantor.CachedAnswer) bool {
	return (u.Allowed == nil || *u.Allowed == answer.Allowed) &&
		(u.FromCache == nil || *u.FromCache == answer.FromCache)
}

func cachedClose(_ context.Context, client *caseClient, _ with) (object, error) {
	if client.cached == nil {
		return nil, errNotOpened
	}
	client.cached.Close()
	return object{}, nil
}
