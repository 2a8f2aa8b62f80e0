package grantor

import (
	"time"

	"google.golang.org/grpc"
)

// Option says something about a client that [New] makes.
type Option func(*settings)

// WithActingUser makes every call for this user, "users/ann": what it may do is then what the user
// may do. The service account needs the scope act.for.users. Single calls: [ActingFor].
//
// An empty one, or one that is no users/ID, is a [*ConfigurationError]: only leaving the option out
// makes the calls for the service account itself.
func WithActingUser(user string) Option {
	return func(s *settings) { s.actingUser = &user }
}

// WithCACertificate names a PEM file with the authorities to trust instead of the system's. Without
// it, GRANTOR_CA_CERTIFICATE does. With a plaintext address it is an error; that of the environment
// is then not read.
func WithCACertificate(file string) Option {
	return func(s *settings) { s.caCertificate = file }
}

// WithPlaintext says that the key may go without TLS, also to a machine that is not this one. Use
// it only where something else protects the way there.
func WithPlaintext() Option {
	return func(s *settings) { s.plaintext = true }
}

// WithTimeout says how long a call may take with all its attempts, unless its context has a
// deadline, and each attempt to open a watch: more than 0; 5 s if not given.
func WithTimeout(timeout time.Duration) Option {
	return func(s *settings) { s.timeout = timeout }
}

// WithDialOptions adds gRPC's own options to the connection, such as a stats handler. Where one
// contradicts what the client sets, it wins; interceptors run nearer to the server than the
// client's.
func WithDialOptions(options ...grpc.DialOption) Option {
	return func(s *settings) { s.dialOptions = append(s.dialOptions, options...) }
}
