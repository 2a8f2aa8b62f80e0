package grantor

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	anAddress = "https://grantor.example.com:443"
	aKey      = "grk_abc_def"
)

// without clears the environment of the test, and sets what it is given.
func without(t *testing.T, environment map[string]string) {
	for _, name := range []string{"GRANTOR_ADDRESS", "GRANTOR_KEY", "GRANTOR_CA_CERTIFICATE"} {
		t.Setenv(name, environment[name])
	}
}

func TestWhatIsNotGivenComesFromTheEnvironment(t *testing.T) {
	without(t, map[string]string{"GRANTOR_ADDRESS": "http://127.0.0.1:1", "GRANTOR_KEY": "grk_environment"})
	s, err := settingsOf("", "", nil)
	if err != nil || s.target != "dns:///127.0.0.1:1" || s.key != "grk_environment" || s.timeout != 5*time.Second {
		t.Errorf("%+v, %v", s, err)
	}
	s, err = settingsOf(anAddress, aKey, []Option{WithTimeout(time.Minute)})
	if err != nil || s.target != "dns:///grantor.example.com:443" || s.key != aKey || s.timeout != time.Minute {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestSettingsThatAreRefused(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.pem")
	if err := os.WriteFile(empty, []byte("no certificate"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		address, key string
		option       Option
		setting      string
		says         string
	}{
		{"", aKey, nil, "address", "GRANTOR_ADDRESS"},
		{anAddress, "", nil, "key", "GRANTOR_KEY"},
		{anAddress, "grk_abc\n", nil, "key", "line ends"},
		{anAddress, aKey, WithTimeout(0), "timeout", "not more than 0"},
		{aKey, anAddress, nil, "address", "may be swapped"},
		{anAddress, aKey, WithActingUser("users/größe"), "acting user", "users/größe"},
		{anAddress, aKey, WithActingUser(""), "acting user", "write users/ID"},
		{anAddress, aKey, WithActingUser("users/"), "acting user", "write users/ID"},
		{anAddress, aKey, WithActingUser("ann"), "acting user", "write users/ID"},
		{anAddress, aKey, WithActingUser(aKey), "acting user", "looks like a key"},
		{anAddress, aKey, WithCACertificate(aKey), "CA certificate", "looks like a key"},
		{anAddress, aKey, WithCACertificate("/nowhere/ca.pem"), "CA certificate", "/nowhere/ca.pem"},
		{anAddress, aKey, WithCACertificate(empty), "CA certificate", "holds no certificate"},
		{"http://localhost:1", aKey, WithCACertificate("ca.pem"), "CA certificate", `"ca.pem" is for TLS and the address "http://localhost:1"`},
	} {
		without(t, nil)
		options := []Option{}
		if c.option != nil {
			options = append(options, c.option)
		}
		client, err := New(c.address, c.key, options...)
		var configuration *ConfigurationError
		if client != nil || !errors.As(err, &configuration) {
			t.Errorf("%s: a client, or another error: %v", c.says, err)
		} else if configuration.Setting != c.setting || !strings.Contains(configuration.Message, c.says) {
			t.Errorf("%s: %v", c.says, err)
		}
	}
}

func TestAKeyIsNotShownInErrors(t *testing.T) {
	without(t, nil)
	if _, err := New(anAddress, "grk_secret secret"); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("%v", err)
	}
	client := at(t, anAddress)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
		if text := fmt.Sprintf(verb, client) + fmt.Sprintf(verb, *client); likeKey(text) {
			t.Errorf("%s shows %s", verb, text)
		}
	}
}

func TestTheAuthorityOfTheEnvironmentHasNoMeaningForPlaintext(t *testing.T) {
	without(t, map[string]string{"GRANTOR_CA_CERTIFICATE": "/nowhere/ca.pem"})
	if _, err := settingsOf("http://localhost:1", aKey, nil); err != nil {
		t.Error(err)
	}
	if _, err := settingsOf("https://localhost:1", aKey, nil); err == nil {
		t.Error("the environment's file is not read")
	}
}
