package grantor

import (
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	"google.golang.org/grpc/keepalive"
)

// largestAnswer is how large an answer may be, in bytes; a larger one is RESOURCE_EXHAUSTED.
const largestAnswer = 16 << 20

// largestRetry is how large a request may be, in bytes, to be kept for another attempt: more than
// the server takes, 1 MiB. By default gRPC sends what is over 256 KiB only once.
const largestRetry = 4 << 20

// firstWait is how long the first wait between two tries is, about; each one is twice as long.
const firstWait = 100 * time.Millisecond

// mostAttempts is how often a call is sent, and a watch that was never open tried.
const mostAttempts = 4

// serviceConfig sends a call again where the server is UNAVAILABLE: up to 4 attempts. Watches are opened
// again by themselves; questions of a stream are not asked again.
const serviceConfig = `{"methodConfig": [
	{"name": [{}], "retryPolicy": {
		"maxAttempts": 4, "initialBackoff": "0.1s", "maxBackoff": "1s", "backoffMultiplier": 2,
		"retryableStatusCodes": ["UNAVAILABLE"]}},
	{"name": [
		{"service": "grantor.v1.AccessService", "method": "WatchChanges"},
		{"service": "grantor.v1.AccessService", "method": "WatchAccess"},
		{"service": "grantor.v1.AccessService", "method": "StreamCheckAccess"}]}]}`

// connect makes the connection, which is opened by the first call.
func connect(s *settings, call *caller) (*grpc.ClientConn, error) {
	options := []grpc.DialOption{
		grpc.WithTransportCredentials(s.credentials),
		grpc.WithUserAgent("grantor-go/" + Version),
		grpc.WithChainUnaryInterceptor(call.unary),
		grpc.WithChainStreamInterceptor(call.stream),
		grpc.WithDefaultServiceConfig(serviceConfig),
		// What DNS may say about retries is not asked for.
		grpc.WithDisableServiceConfig(),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(largestAnswer), grpc.MaxRetryRPCBufferSize(largestRetry)),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{
			Time:                30 * time.Second,
			Timeout:             10 * time.Second,
			PermitWithoutStream: true,
		}),
		// By default gRPC waits up to two minutes before it connects again, and calls fail
		// meanwhile; a server that is back is to be used within a second.
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff: backoff.Config{
				BaseDelay:  firstWait / 2,
				Multiplier: 2,
				Jitter:     0.2,
				MaxDelay:   time.Second,
			},
			MinConnectTimeout: 20 * time.Second,
		}),
	}
	connection, err := grpc.NewClient(s.target, append(options, s.dialOptions...)...)
	if err != nil {
		return nil, &ConfigurationError{"address", err.Error()}
	}
	return connection, nil
}
