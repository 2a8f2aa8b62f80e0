package grantor

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
)

// address is where a server listens, and whether it is spoken to without TLS.
type address struct {
	host, port string
	plaintext  bool
}

// parseAddress reads https://HOST:PORT, http://HOST:PORT or HOST:PORT. Plaintext must be said: by
// http://, which is enough on this machine, or by the option.
func parseAddress(text string, plaintext bool) (address, error) {
	if text == "" {
		return address{}, wrongAddress("give New an address such as https://grantor.example.com:443, or set GRANTOR_ADDRESS")
	}
	if likeKey(text) {
		return address{}, wrongAddress("the address looks like a key; address and key may be swapped")
	}
	scheme, rest, hasScheme := strings.Cut(text, "://")
	if !hasScheme {
		scheme, rest = "", text
	}
	host, port, ok := splitHostPort(strings.TrimSuffix(rest, "/"))
	if !ok {
		return address{}, wrongAddress("%q is no address; write https://HOST:PORT, http://HOST:PORT or HOST:PORT", text)
	}
	at := address{host, port, plaintext}
	switch strings.ToLower(scheme) {
	case "":
	case "https":
		if plaintext {
			return address{}, wrongAddress("%q says TLS and the option WithPlaintext says plaintext; write http:// or leave the option out", text)
		}
	case "http":
		if !plaintext && !onThisMachine(host) {
			return address{}, wrongAddress("%q would send the key in plaintext to another machine; write https://, or give the option WithPlaintext if that is meant", text)
		}
		at.plaintext = true
	default:
		return address{}, wrongAddress("%q begins with %s://; write https://, http:// or neither", text, scheme)
	}
	return at, nil
}

// target is the address as gRPC has it.
func (a address) target() string { return "dns:///" + net.JoinHostPort(a.host, a.port) }

func splitHostPort(text string) (host, port string, ok bool) {
	host, port, err := net.SplitHostPort(text)
	if err != nil {
		return "", "", false
	}
	number, err := strconv.ParseUint(port, 10, 16)
	return host, port, err == nil && number > 0 && isHost(host)
}

// isHost tells whether a text is an IP address or could be a name in DNS.
func isHost(text string) bool {
	if _, err := netip.ParseAddr(text); err == nil {
		return true
	}
	outside := func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.ContainsRune("-._", c))
	}
	return text != "" && !strings.ContainsFunc(text, outside)
}

func onThisMachine(host string) bool {
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback() || strings.EqualFold(host, "localhost")
}

func wrongAddress(format string, values ...any) error {
	return &ConfigurationError{"address", fmt.Sprintf(format, values...)}
}
