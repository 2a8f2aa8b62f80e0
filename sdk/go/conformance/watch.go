package main

import (
	"context"
	"time"

	grantor "grantor.dev/sdk/go"
)

// watch takes as many events as are asked for, and leaves.
func watch(ctx context.Context, client *caseClient, w with) (object, error) {
	options, err := w.watchOptions()
	if err != nil {
		return nil, err
	}
	changes, methods, position := []string{}, []string{}, ""
	for event, err := range client.Watch(ctx, w.Parent, options...) {
		if err != nil {
			return nil, err
		}
		changes = append(changes, event.Change.GetName())
		methods = append(methods, event.Change.GetMethod())
		position = event.Position
		if len(changes) >= w.Count {
			break
		}
	}
	return object{"changes": changes, "methods": methods, "position": position}, nil
}

func (w with) watchOptions() ([]grantor.WatchOption, error) {
	var options []grantor.WatchOption
	if w.AfterRevision != nil {
		options = append(options, grantor.AfterRevision(*w.AfterRevision))
	}
	if w.StartTime != nil {
		start, err := time.Parse(time.RFC3339, *w.StartTime)
		if err != nil {
			return nil, err
		}
		options = append(options, grantor.FromTime(start))
	}
	if w.Position != nil {
		options = append(options, grantor.FromPosition(*w.Position))
	}
	if w.HeartbeatMS != nil {
		options = append(options, grantor.HeartbeatInterval(milliseconds(*w.HeartbeatMS)))
	}
	return options, nil
}
