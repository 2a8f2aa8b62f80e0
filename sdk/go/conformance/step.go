package main

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	grantor "grantor.dev/sdk/go"
)

// step is one call, with a deadline of its own if it has one.
type step struct {
	Call      string          `json:"call"`
	With      json.RawMessage `json:"with"`
	TimeoutMS *int64          `json:"timeout_ms"`
}

// with holds what the calls can be given.
type with struct {
	Subject     string      `json:"subject"`
	Right       string      `json:"right"`
	Resource    string      `json:"resource"`
	Consistency consistency `json:"consistency"`
	AtTime      *time.Time  `json:"at_time"`
	AtRevision  *int64      `json:"at_revision"`

	Questions []question `json:"questions"`
	Question  question   `json:"question"`
	Repeat    int        `json:"repeat"`

	Parent    string   `json:"parent"`
	PageSize  int32    `json:"page_size"`
	Name      string   `json:"name"`
	GrantID   string   `json:"grant_id"`
	Rights    []string `json:"rights"`
	Product   string   `json:"product"`
	Note      string   `json:"note"`
	RequestID string   `json:"request_id"`

	Count         int     `json:"count"`
	AfterRevision *int64  `json:"after_revision"`
	StartTime     *string `json:"start_time"`
	Position      *string `json:"position"`
	HeartbeatMS   *int64  `json:"heartbeat_ms"`

	Organization string `json:"organization"`
	MaxAnswers   *int   `json:"max_answers"`
	Until        until  `json:"until"`
}

type question struct {
	Subject  string `json:"subject"`
	Right    string `json:"right"`
	Resource string `json:"resource"`
}

// until is what an answer must be, as far as it is said.
type until struct {
	Allowed   *bool `json:"allowed"`
	FromCache *bool `json:"from_cache"`
}

// consistency is "full" or a list of tokens; empty if nothing is said.
type consistency []grantor.Consistency

func (c *consistency) UnmarshalJSON(text []byte) error {
	if string(text) == `"full"` {
		*c = consistency{grantor.FullyConsistent()}
		return nil
	}
	var tokens []string
	if err := json.Unmarshal(text, &tokens); err != nil {
		return err
	}
	*c = consistency{grantor.AtLeastAsFresh(tokens...)}
	return nil
}

// options say of when an answer must be.
func (w with) options() (options []grantor.AskOption) {
	for _, consistency := range w.Consistency {
		options = append(options, consistency)
	}
	if w.AtTime != nil {
		options = append(options, grantor.AtTime(*w.AtTime))
	}
	if w.AtRevision != nil {
		options = append(options, grantor.AtRevision(*w.AtRevision))
	}
	return options
}

// outcome does the step, which may refer to what came of those before.
func (s step) outcome(client *caseClient, before []outcome) outcome {
	call, known := calls[s.Call]
	if !known {
		return runnerError("no such call: %s", s.Call)
	}
	given, err := s.given(before)
	if err != nil {
		return runnerError("%s: %v", s.Call, err)
	}
	ctx := context.Background()
	if s.TimeoutMS != nil {
		limited, cancel := context.WithTimeout(ctx, milliseconds(*s.TimeoutMS))
		defer cancel()
		ctx = limited
	}
	ok, err := call(ctx, client, given)
	if err != nil {
		return failed(err)
	}
	return outcome{OK: ok}
}

// given reads what the step is given, with what it takes from earlier steps put in.
func (s step) given(before []outcome) (given with, err error) {
	var tree any
	if err := json.Unmarshal(s.With, &tree); err != nil {
		return given, err
	}
	if tree, err = filled(tree, before); err != nil {
		return given, err
	}
	text, err := json.Marshal(tree)
	if err != nil {
		return given, err
	}
	return given, json.Unmarshal(text, &given)
}

// filled replaces each {"from": [STEP, "FIELD"]} by that field of that step's ok.
func filled(tree any, before []outcome) (any, error) {
	var err error
	switch tree := tree.(type) {
	case []any:
		for i := range tree {
			if tree[i], err = filled(tree[i], before); err != nil {
				return nil, err
			}
		}
	case map[string]any:
		if source, is := tree["from"].([]any); is && len(tree) == 1 && len(source) == 2 {
			return field(before, source)
		}
		for key := range tree {
			if tree[key], err = filled(tree[key], before); err != nil {
				return nil, err
			}
		}
	}
	return tree, nil
}

func field(before []outcome, source []any) (any, error) {
	number, isNumber := source[0].(float64)
	name, isName := source[1].(string)
	if !isNumber || !isName || number < 0 || int(number) >= len(before) {
		return nil, fmt.Errorf("there is no %v", source)
	}
	value, has := before[int(number)].OK[name]
	if !has {
		return nil, fmt.Errorf("step %v has no %s", number, name)
	}
	return value, nil
}
