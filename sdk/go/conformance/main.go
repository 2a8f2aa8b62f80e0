// Command conformance goes through the cases in a file with the client, and prints what came of
// each as one line of JSON. The protocol stands in sdk/conformance/README.md.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	grantor "grantor.dev/sdk/go"
)

// suite is the file.
type suite struct {
	Cases []testCase `json:"cases"`
}

type testCase struct {
	Name   string     `json:"name"`
	Client clientSpec `json:"client"`
	Steps  []step     `json:"steps"`
}

// clientSpec says what the client is given; the rest may come from the environment.
type clientSpec struct {
	Address       string  `json:"address"`
	Key           string  `json:"key"`
	ActingUser    *string `json:"acting_user"`
	TimeoutMS     *int64  `json:"timeout_ms"`
	CACertificate string  `json:"ca_certificate"`
	Plaintext     bool    `json:"plaintext"`
}

// verdict is the line that is printed for a case.
type verdict struct {
	Case     string    `json:"case"`
	Outcomes []outcome `json:"outcomes"`
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	if len(arguments) != 1 {
		return fmt.Errorf("usage: run FILE")
	}
	text, err := os.ReadFile(arguments[0])
	if err != nil {
		return err
	}
	var all suite
	if err := json.Unmarshal(text, &all); err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	for _, one := range all.Cases {
		if err := out.Encode(verdict{one.Name, one.outcomes()}); err != nil {
			return err
		}
	}
	return nil
}

// caseClient is the client of a case, and the cache that a step of it opened.
type caseClient struct {
	*grantor.Client
	cached *grantor.CachedAccess
}

// outcomes makes the client of the case and does the steps, in order.
func (c testCase) outcomes() []outcome {
	outcomes := make([]outcome, 0, len(c.Steps))
	client, err := grantor.New(c.Client.Address, c.Client.Key, c.Client.options()...)
	if err != nil {
		for range c.Steps {
			outcomes = append(outcomes, failed(err))
		}
		return outcomes
	}
	defer client.Close()
	this := &caseClient{Client: client}
	for _, step := range c.Steps {
		outcomes = append(outcomes, step.outcome(this, outcomes))
	}
	return outcomes
}

func (c clientSpec) options() []grantor.Option {
	var options []grantor.Option
	if c.ActingUser != nil {
		options = append(options, grantor.WithActingUser(*c.ActingUser))
	}
	if c.TimeoutMS != nil {
		options = append(options, grantor.WithTimeout(milliseconds(*c.TimeoutMS)))
	}
	if c.CACertificate != "" {
		options = append(options, grantor.WithCACertificate(c.CACertificate))
	}
	if c.Plaintext {
		options = append(options, grantor.WithPlaintext())
	}
	return options
}

func milliseconds(count int64) time.Duration { return time.Duration(count) * time.Millisecond }
