package grantor

import (
	"strings"
	"testing"
)

func TestAddressesThatAreUnderstood(t *testing.T) {
	for _, c := range []struct {
		text      string
		plaintext bool // the option
		target    string
		insecure  bool
	}{
		{"https://grantor.example.com:443", false, "dns:///grantor.example.com:443", false},
		{"grantor.example.com:443", false, "dns:///grantor.example.com:443", false},
		{"localhost:50051", false, "dns:///localhost:50051", false},
		{"localhost:50051/", false, "dns:///localhost:50051", false},
		{"HTTPS://localhost:50051/", false, "dns:///localhost:50051", false},
		{"Http://localhost:50051", false, "dns:///localhost:50051", true},
		{"http://localhost:50051", false, "dns:///localhost:50051", true},
		{"http://LOCALHOST:50051", false, "dns:///LOCALHOST:50051", true},
		{"http://127.0.0.1:50051", false, "dns:///127.0.0.1:50051", true},
		{"http://127.255.3.4:50051", false, "dns:///127.255.3.4:50051", true},
		{"http://[::1]:50051", false, "dns:///[::1]:50051", true},
		{"http://localhost:50051", true, "dns:///localhost:50051", true},
		{"http://grantor:50051", true, "dns:///grantor:50051", true},
		{"grantor:50051", true, "dns:///grantor:50051", true},
		{"[2001:db8::1]:50051", true, "dns:///[2001:db8::1]:50051", true},
		// Names that gRPC would take for a scheme of its own.
		{"unix:1", true, "dns:///unix:1", true},
	} {
		at, err := parseAddress(c.text, c.plaintext)
		if err != nil {
			t.Errorf("%q, plaintext %t: %v", c.text, c.plaintext, err)
		} else if at.target() != c.target || at.plaintext != c.insecure {
			t.Errorf("%q, plaintext %t: %s, plaintext %t", c.text, c.plaintext, at.target(), at.plaintext)
		}
	}
}

func TestAddressesThatAreRefused(t *testing.T) {
	for _, c := range []struct {
		text      string
		plaintext bool
		says      string
	}{
		{"", false, "GRANTOR_ADDRESS"},
		{"localhost", false, "is no address"},
		{"https://localhost", false, "is no address"},
		{":50051", false, "is no address"},
		{"localhost:", false, "is no address"},
		{"localhost:0", false, "is no address"},
		{"localhost:65536", false, "is no address"},
		{"localhost:+1", false, "is no address"},
		{"localhost:grpc", false, "is no address"},
		{"::1:50051", false, "is no address"},
		{"http://localhost:50051//", false, "is no address"},
		{"http:///", false, "is no address"},
		{"grk_abc_def", false, "may be swapped"},
		{"http://grk_abc_def:50051", false, "may be swapped"},
		{"https://user@localhost:50051", false, "is no address"},
		{" localhost:50051", false, "is no address"},
		{"http://", false, "is no address"},
		{"ftp://localhost:50051", false, "ftp://"},
		{"unix:///run/grantor.sock", false, "is no address"},
		{"http://grantor:50051", false, "WithPlaintext"},
		{"http://192.168.0.1:50051", false, "WithPlaintext"},
		{"http://127.0.0.1.example.com:50051", false, "WithPlaintext"},
		{"http://localhost.example.com:50051", false, "WithPlaintext"},
		{"https://localhost:50051", true, "WithPlaintext"},
	} {
		at, err := parseAddress(c.text, c.plaintext)
		if err == nil {
			t.Errorf("%q, plaintext %t: taken for %v", c.text, c.plaintext, at)
		} else if !strings.Contains(err.Error(), c.says) || likeKey(err.Error()) {
			t.Errorf("%q, plaintext %t: says %q, not %q", c.text, c.plaintext, err, c.says)
		}
	}
}
