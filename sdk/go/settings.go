package grantor

import (
	"cmp"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"os"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

const defaultTimeout = 5 * time.Second

// ConfigurationError says why no client was made, and what to set.
type ConfigurationError struct {
	// Setting is what is missing or wrong: "address", "key", "CA certificate", "timeout" or
	// "acting user".
	Setting string
	// Message is what to do about it, in words.
	Message string
}

func (e *ConfigurationError) Error() string {
	return "grantor: " + e.Setting + ": " + e.Message
}

// settings is what a client is made from.
type settings struct {
	key           string
	caCertificate string
	plaintext     bool
	timeout       time.Duration
	actingUser    *string // nil: the service account itself
	dialOptions   []grpc.DialOption

	address     string // as it was given
	target      string
	credentials credentials.TransportCredentials
}

// settingsOf adds the environment to what was given, and checks all of it.
func settingsOf(address, key string, options []Option) (*settings, error) {
	s := &settings{key: cmp.Or(key, os.Getenv("GRANTOR_KEY")), timeout: defaultTimeout}
	for _, option := range options {
		option(s)
	}
	if err := s.checkValues(); err != nil {
		return nil, err
	}
	s.address = cmp.Or(address, os.Getenv("GRANTOR_ADDRESS"))
	at, err := parseAddress(s.address, s.plaintext)
	if err != nil {
		return nil, err
	}
	s.target = at.target()
	if at.plaintext && s.caCertificate != "" {
		return nil, &ConfigurationError{"CA certificate", fmt.Sprintf(
			"%q is for TLS and the address %q is plaintext; write https://, or leave the option WithCACertificate out",
			s.caCertificate, s.address)}
	}
	if at.plaintext {
		s.credentials = insecure.NewCredentials()
		return s, nil
	}
	s.credentials, err = trust(cmp.Or(s.caCertificate, os.Getenv("GRANTOR_CA_CERTIFICATE")))
	return s, err
}

func (s *settings) checkValues() error {
	switch {
	case s.key == "":
		return &ConfigurationError{"key", "give New the key of a service account, or set GRANTOR_KEY"}
	case !headerSafe(s.key):
		// The key itself stays out of messages and logs.
		return &ConfigurationError{"key", "it has spaces, line ends or characters that no key has; give it as it was shown, grk_…"}
	case s.actingUser != nil && !isUser(*s.actingUser):
		return &ConfigurationError{"acting user", noUser(*s.actingUser)}
	case likeKey(s.caCertificate):
		return &ConfigurationError{"CA certificate", "the name of the file looks like a key; name a PEM file"}
	case s.timeout <= 0:
		return &ConfigurationError{"timeout", fmt.Sprintf("%v is not more than 0", s.timeout)}
	}
	return nil
}

// headerSafe tells whether a text is made of visible ASCII only, as it must be to go as metadata.
func headerSafe(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool { return c <= ' ' || c > '~' })
}

// likeKey tells whether a text may be, or hold, a key: it stays out of messages and logs.
func likeKey(text string) bool { return strings.Contains(text, "grk_") }

// trust makes TLS that trusts the authorities in a PEM file, or the system's if there is none.
func trust(file string) (credentials.TransportCredentials, error) {
	if file == "" {
		return credentials.NewTLS(&tls.Config{}), nil
	}
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, &ConfigurationError{"CA certificate", err.Error() + "; name a PEM file that can be read"}
	}
	authorities := x509.NewCertPool()
	if !authorities.AppendCertsFromPEM(pem) {
		return nil, &ConfigurationError{"CA certificate", file + " holds no certificate; name a PEM file with at least one"}
	}
	return credentials.NewTLS(&tls.Config{RootCAs: authorities}), nil
}
